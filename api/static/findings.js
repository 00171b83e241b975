// What was found: cards that know their words in the draft.

export class Findings {
  #panel;
  #editor;

  constructor(panel, editor) {
    this.#panel = panel;
    this.#editor = editor;
    panel.addEventListener("pointerover", (event) => this.#hover(event.target));
    panel.addEventListener("pointerleave", () => this.point(null));
    panel.addEventListener("focusin", (event) => this.#hover(event.target));
    panel.addEventListener("click", (event) => this.#click(event));
    this.#prepare();
  }

  get summary() {
    return this.#panel.querySelector("[data-summary]")?.dataset.summary ?? "";
  }

  /** Show findings (HTML of the service) about a text; what was unfolded or focused stays so. */
  show(html, text) {
    const unfolded = new Set([...this.#panel.querySelectorAll("details[open]")].map(keyOf));
    const focus = this.#focus();
    this.#panel.innerHTML = html;
    for (const details of this.#panel.querySelectorAll("details")) {
      details.open = unfolded.has(keyOf(details));
    }
    this.#refocus(focus);
    this.#prepare();
    this.#editor.show(this.#marks(), text);
    this.wait(false);
  }

  wait(on) {
    this.#panel.classList.toggle("waiting", on);
  }

  /** Put one finding in the foreground, here and in the draft. */
  point(id) {
    for (const card of this.#panel.querySelectorAll(".finding.current")) card.classList.remove("current");
    const card = id === null ? null : document.getElementById(id);
    card?.classList.add("current");
    this.#editor.point(id);
  }

  message(id) {
    return document.getElementById(id)?.querySelector(".message").textContent ?? "";
  }

  /** Bring a finding into view. */
  open(id) {
    this.point(id);
    if (id !== null) document.getElementById(id)?.scrollIntoView({ block: "nearest" });
  }

  #prepare() {
    const copy = this.#panel.querySelector("#copy");
    if (copy) copy.hidden = !("ClipboardItem" in window) || !navigator.clipboard;
  }

  #marks() {
    return [...this.#panel.querySelectorAll(".finding[data-start]")].map((card) => ({
      id: card.id,
      severity: card.dataset.severity,
      start: Number(card.dataset.start),
      end: Number(card.dataset.end),
    }));
  }

  #hover(target) {
    const card = target.closest(".finding");
    if (card && !card.classList.contains("current")) this.point(card.id);
  }

  #click(event) {
    const goto = event.target.closest(".goto");
    const card = event.target.closest(".finding");
    const other = event.target.closest("a:not(.quote), summary, button");
    if (goto) {
      event.preventDefault();
      this.#editor.revealLine(Number(goto.dataset.line));
    } else if (card && !other && String(getSelection()) === "") {
      event.preventDefault();
      this.point(card.id);
      this.#editor.reveal(card.id);
    }
  }

  #focus() {
    const card = document.activeElement?.closest?.("#panel .finding");
    if (!card) return null;
    return { key: card.dataset.key, index: focusable(card).indexOf(document.activeElement) };
  }

  #refocus(focus) {
    if (focus === null) return;
    const card = [...this.#panel.querySelectorAll(".finding")].find((one) => one.dataset.key === focus.key);
    if (card) focusable(card)[focus.index]?.focus({ preventScroll: true });
  }
}

function focusable(card) {
  return [...card.querySelectorAll("a, summary, button")];
}

function keyOf(details) {
  return details.closest(".finding")?.dataset.key;
}
