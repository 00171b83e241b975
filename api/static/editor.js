// The draft: a plain text field, and behind it a layer with the same text in which words are marked.

import { carry, cut } from "./marks.js";

export class Editor {
  #field;
  #layer;
  #marks = [];
  #text = "";
  #current = null;

  constructor(field, layer) {
    this.#field = field;
    this.#layer = layer;
    field.addEventListener("input", () => this.#follow());
    field.addEventListener("scroll", () => this.#scroll(), { passive: true });
    new ResizeObserver(() => this.#scroll()).observe(field);
    this.#follow();
  }

  /** Show marks that belong to `text`, which the user may have changed since. */
  show(marks, text) {
    this.#marks = carry(marks, text, this.#field.value);
    this.#text = this.#field.value;
    this.#draw();
  }

  /** Put one finding's words in the foreground; null for none. */
  point(id) {
    this.#current = id;
    for (const mark of this.#layer.querySelectorAll("mark")) {
      mark.classList.toggle("current", id !== null && mark.dataset.ids.split(" ").includes(id));
    }
  }

  /** Scroll to a finding's words and select them, so that they can be typed over. */
  reveal(id) {
    const mark = this.#marks.find((one) => one.id === id);
    if (mark) this.select(mark.start, mark.end);
  }

  select(start, end) {
    const touch = matchMedia("(pointer: coarse)").matches;
    if (!touch) this.#field.focus({ preventScroll: true });
    this.#field.setSelectionRange(start, end);
    this.#field.scrollTop = Math.max(0, this.#top(start) - this.#field.clientHeight / 3);
    this.#field.closest(".editor").scrollIntoView({ block: "nearest" });
  }

  selectLine(number) {
    const lines = this.#field.value.split("\n");
    const start = lines.slice(0, number - 1).reduce((sum, line) => sum + line.length + 1, 0);
    this.select(start, start + (lines[number - 1] ?? "").length);
  }

  /** The finding about the words at the caret: the one with the fewest words, if there are several. */
  atCaret() {
    const { selectionStart: from, selectionEnd: to } = this.#field;
    const over = this.#marks.filter((mark) => mark.start <= from && to <= mark.end);
    over.sort((a, b) => a.end - a.start - (b.end - b.start));
    return over[0]?.id ?? null;
  }

  #follow() {
    this.#marks = carry(this.#marks, this.#text, this.#field.value);
    this.#text = this.#field.value;
    this.#draw();
  }

  #draw() {
    const text = this.#text;
    const drawn = document.createDocumentFragment();
    for (const { start, end, over } of cut(text.length, this.#marks)) {
      const words = text.slice(start, end);
      if (over.length === 0) drawn.append(words);
      else drawn.append(this.#mark(words, over));
    }
    drawn.append("\n"); // a last empty line has no height of its own
    this.#layer.replaceChildren(drawn);
    this.#scroll();
  }

  #mark(words, over) {
    const mark = document.createElement("mark");
    mark.className = over[0].severity;
    mark.dataset.ids = over.map((one) => one.id).join(" ");
    mark.classList.toggle("current", over.some((one) => one.id === this.#current));
    mark.append(words);
    return mark;
  }

  #scroll() {
    this.#layer.scrollTop = this.#field.scrollTop;
    this.#layer.scrollLeft = this.#field.scrollLeft;
  }

  /** How far down in the layer an offset of the text stands. */
  #top(offset) {
    const walker = document.createTreeWalker(this.#layer, NodeFilter.SHOW_TEXT);
    let left = offset;
    while (walker.nextNode()) {
      const length = walker.currentNode.data.length;
      if (left < length) {
        const range = document.createRange();
        range.setStart(walker.currentNode, left);
        range.setEnd(walker.currentNode, left + 1);
        const box = range.getBoundingClientRect();
        return box.top - this.#layer.getBoundingClientRect().top + this.#layer.scrollTop;
      }
      left -= length;
    }
    return 0;
  }
}
