// The check page: checks while one types, and ties findings and words together.

import { Editor } from "./editor.js";
import { Findings } from "./findings.js";
import { Keep } from "./keep.js";
import { Refused, findings as ask, readFile, report, sample } from "./service.js";

const SHORTEST_WAIT = 250;
const LONGEST_WAIT = 2500;

const form = document.getElementById("check");
const field = document.getElementById("draft");
const status = document.getElementById("status");
const notice = document.getElementById("notice");
const undo = document.getElementById("undo");
const clear = document.getElementById("clear");
const improve = document.getElementById("improve");
const empty = document.getElementById("empty").innerHTML;

const keep = new Keep(form, field);
if (form.dataset.empty === "true") keep.restore();
const editor = new Editor(field, document.getElementById("backdrop"));
const panel = new Findings(document.getElementById("panel"), editor);

// Where the findings stand below the draft, a touched word must not scroll it away.
const peek = document.getElementById("peek");
const stacked = matchMedia("(max-width: 59.99rem)");

let timer = 0;
let request = null;
let lastTook = 0;
let composing = false;
let waiting = null; // findings that came while a word was being composed

// ---- checking

function schedule() {
  clearTimeout(timer);
  request?.abort();
  if (composing) return;
  timer = setTimeout(check, Math.min(LONGEST_WAIT, Math.max(SHORTEST_WAIT, 1.5 * lastTook)));
}

async function check() {
  clearTimeout(timer);
  request?.abort();
  const text = field.value;
  clear.hidden = text === "";
  improve.hidden = text.trim() === "";
  if (text.trim() === "") {
    show(empty, text);
    return;
  }
  request = new AbortController();
  const mine = request;
  const began = performance.now();
  panel.wait(true);
  try {
    const html = await ask(form, mine.signal);
    lastTook = performance.now() - began;
    if (composing) waiting = () => show(html, text);
    else show(html, text);
  } catch (error) {
    if (mine.signal.aborted) return;
    fail(error);
  }
}

/** What went wrong stands in the place of findings that are about another text. */
function fail(error) {
  const message = error instanceof Refused ? error.message : status.dataset.offline;
  const shown = document.getElementById("failure").content.cloneNode(true);
  shown.querySelector(".problem-text").textContent = message;
  shown.querySelector("[data-summary]").dataset.summary = message;
  const holder = document.createElement("div");
  holder.append(shown);
  show(holder.innerHTML, field.value);
}

function show(html, text) {
  panel.show(html, text);
  say(panel.summary);
}

/** Tell those who listen; what is not on the page in any case is shown too. */
function say(text) {
  status.textContent = text;
  status.classList.toggle("unseen", text === panel.summary);
}

// ---- the draft

/** Put another text into the field; what was there can be brought back until the next change. */
function replace(text, told) {
  const before = field.value;
  const noticeBefore = [...notice.childNodes];
  notice.replaceChildren();
  put(text);
  if (before.trim() === "" || before === text) return;
  undo.querySelector("span").textContent = told;
  undo.hidden = false;
  undo.querySelector("button").onclick = () => {
    notice.replaceChildren(...noticeBefore);
    put(before);
    field.focus();
  };
}

function put(text) {
  field.value = text;
  field.dispatchEvent(new Event("input"));
  field.scrollTop = 0;
  undo.hidden = true;
  check();
}

async function open(file) {
  try {
    const { text, notice: told, problem } = await readFile(form, file);
    if (problem) {
      panel.show(problem, field.value);
      say(panel.summary);
      return;
    }
    replace(text, file.name);
    notice.innerHTML = told;
    const close = notice.querySelector(".close");
    close.hidden = false;
    close.addEventListener("click", () => notice.replaceChildren());
  } catch (error) {
    fail(error);
  }
}

field.addEventListener("input", () => {
  undo.hidden = true;
  peek.hidden = true;
  keep.save();
  schedule();
});
field.addEventListener("compositionstart", () => {
  composing = true;
  clearTimeout(timer);
});
field.addEventListener("compositionend", () => {
  composing = false;
  waiting?.();
  waiting = null;
  schedule();
});
field.addEventListener("click", () => {
  const id = editor.atCaret();
  if (stacked.matches) panel.point(id);
  else panel.open(id);
  peek.hidden = id === null || !stacked.matches;
  peek.textContent = id === null ? "" : panel.message(id);
  if (!peek.hidden) peek.scrollIntoView({ block: "nearest" }); // with its words: they give its height
  peek.onclick = () => panel.open(id);
});
field.addEventListener("keyup", (event) => {
  if (event.key.startsWith("Arrow")) panel.point(editor.atCaret());
});

clear.addEventListener("click", () => {
  replace("", status.dataset.cleared);
  field.focus();
});

form.elements.file.addEventListener("change", (event) => {
  const [file] = event.target.files;
  event.target.value = ""; // so that the same file can be chosen again, and is not sent twice
  if (file) open(file);
});

let dragged = 0;
form.addEventListener("dragenter", (event) => {
  if (!event.dataTransfer.types.includes("Files")) return;
  dragged += 1;
  form.classList.add("dragging");
});
form.addEventListener("dragleave", () => {
  dragged = Math.max(0, dragged - 1);
  form.classList.toggle("dragging", dragged > 0);
});
form.addEventListener("dragover", (event) => {
  if (event.dataTransfer.types.includes("Files")) event.preventDefault();
});
form.addEventListener("drop", (event) => {
  dragged = 0;
  form.classList.remove("dragging");
  const [file] = event.dataTransfer.files;
  if (!file) return;
  event.preventDefault();
  open(file);
});

// ---- samples, options, report

const menu = form.querySelector(".menu");
document.addEventListener("click", async (event) => {
  const link = event.target.closest("[data-sample]");
  if (!menu.contains(event.target) || link) menu.open = false;
  if (!link) return;
  event.preventDefault();
  replace(await sample(link.dataset.sample), status.dataset.loaded);
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !menu.open) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});

form.querySelector(".options").addEventListener("change", () => {
  keep.save();
  check();
});

form.addEventListener("submit", (event) => {
  if (event.submitter?.hasAttribute("formaction")) return; // a download
  event.preventDefault();
  check();
});

document.getElementById("panel").addEventListener("click", async (event) => {
  const button = event.target.closest("#copy");
  if (!button) return;
  try {
    await copy(report(form));
    say(status.dataset.copied);
  } catch (error) {
    say(error instanceof Refused ? error.message : status.dataset.offline);
  }
});

async function copy(text) {
  // Safari lets a page copy only if it says so at once, before the text is there.
  const blob = text.then((made) => new Blob([made], { type: "text/plain" }));
  await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]);
}

document.getElementById("submit").hidden = true;
if (field.value.trim() !== "") check();
clear.hidden = field.value === "";
improve.hidden = field.value.trim() === "";
