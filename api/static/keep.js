// Keeps the draft and its options in this browser, so that a reload loses nothing.

const NAME = "okr-coach.draft";
const OPTIONS = ["profile", "pack", "messages"];
const LATER = 300;

export class Keep {
  #form;
  #field;
  #timer = 0;

  constructor(form, field) {
    this.#form = form;
    this.#field = field;
    addEventListener("pagehide", () => this.#write());
  }

  restore() {
    const kept = read();
    if (!kept) return;
    this.#field.value = kept.text ?? "";
    for (const name of OPTIONS) choose(this.#form.elements[name], kept[name]);
    this.#form.elements.final.checked = kept.final === true;
  }

  save() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#write(), LATER);
  }

  #write() {
    const { elements } = this.#form;
    const kept = { text: this.#field.value, final: elements.final.checked };
    for (const name of OPTIONS) kept[name] = elements[name].value;
    try {
      localStorage.setItem(NAME, JSON.stringify(kept));
    } catch {
      // No room, or not allowed: the draft then lasts as long as the page.
    }
  }
}

function read() {
  try {
    return JSON.parse(localStorage.getItem(NAME));
  } catch {
    return null;
  }
}

function choose(select, value) {
  if ([...select.options].some((option) => option.value === value)) select.value = value;
}

/** Put lines behind the draft that is kept; false where nothing can be kept. */
export function addToDraft(lines) {
  const kept = read() ?? {};
  const before = (kept.text ?? "").trimEnd();
  kept.text = before === "" ? lines : `${before}\n\n${lines}`;
  try {
    localStorage.setItem(NAME, JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}
