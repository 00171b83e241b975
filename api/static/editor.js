// The draft: a plain text field, and behind it a layer with the same text in which words are marked.
// Each line of the text is a block of the layer, so that typing draws one line and not all of them.

import { carry, cut, perLine } from "./marks.js";

export class Editor {
  #field;
  #layer;
  #marks = [];
  #text = "";
  #drawn = []; // what each line's block shows, to tell which have to be drawn anew
  #frame = 0;
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
    this.#marks = marks;
    this.#text = text;
    this.#follow();
  }

  /** Put one finding's words in the foreground; null for none. */
  point(id) {
    this.#current = id;
    for (const mark of this.#layer.querySelectorAll("mark.current")) mark.classList.remove("current");
    if (id === null) return;
    for (const mark of this.#layer.querySelectorAll(`mark[data-ids~="${id}"]`)) mark.classList.add("current");
  }

  /** Scroll to a finding's words and select them, so that they can be typed over. */
  reveal(id) {
    const mark = this.#marks.find((one) => one.id === id);
    if (mark) this.#select(mark.start, mark.end);
  }

  revealLine(number) {
    const lines = this.#field.value.split("\n");
    const start = lines.slice(0, number - 1).reduce((sum, line) => sum + line.length + 1, 0);
    this.#select(start, start + (lines[number - 1] ?? "").length);
  }

  /** The finding about the words at the caret: the one with the fewest words, if there are several. */
  atCaret() {
    const { selectionStart: from, selectionEnd: to } = this.#field;
    const over = this.#marks.filter((mark) => mark.start <= from && to <= mark.end);
    over.sort((a, b) => a.end - a.start - (b.end - b.start));
    return over[0]?.id ?? null;
  }

  #select(start, end) {
    const touch = matchMedia("(pointer: coarse)").matches; // a keyboard would cover half the screen
    if (!touch) this.#field.focus({ preventScroll: true });
    this.#field.setSelectionRange(start, end);
    this.#draw();
    const line = this.#layer.children[this.#text.slice(0, start).split("\n").length - 1];
    this.#field.scrollTop = Math.max(0, line.offsetTop - this.#field.clientHeight / 3);
    this.#field.closest(".editor").scrollIntoView({ block: "nearest" });
  }

  #follow() {
    this.#marks = carry(this.#marks, this.#text, this.#field.value);
    this.#text = this.#field.value;
    this.#frame ||= requestAnimationFrame(() => this.#draw());
  }

  #draw() {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const lines = perLine(this.#text, this.#marks);
    const wanted = lines.map(({ text, marks }) => text + marks.map((one) => `\0${one.id} ${one.start} ${one.end}`).join());
    const most = Math.min(wanted.length, this.#drawn.length);
    let first = 0;
    while (first < most && wanted[first] === this.#drawn[first]) first += 1;
    let same = 0;
    while (same < most - first && wanted.at(-1 - same) === this.#drawn.at(-1 - same)) same += 1;
    const blocks = [...this.#layer.children].slice(first, this.#drawn.length - same);
    const next = this.#layer.children[this.#drawn.length - same] ?? null;
    for (const block of blocks) block.remove();
    const made = document.createDocumentFragment();
    for (const line of lines.slice(first, lines.length - same)) made.append(this.#block(line));
    this.#layer.insertBefore(made, next);
    this.#drawn = wanted;
    this.#scroll();
  }

  #block({ text, marks }) {
    const block = document.createElement("div");
    for (const { start, end, over } of cut(text.length, marks)) {
      const words = text.slice(start, end);
      block.append(over.length === 0 ? words : this.#mark(words, over));
    }
    block.append("\n"); // gives an empty line its height
    return block;
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
  }
}
