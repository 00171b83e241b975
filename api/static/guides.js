// Makes the document anew while the form changes, and lets it be edited before it is handed out.

const form = document.querySelector("#guides");
const preview = document.querySelector("#preview");
const state = document.querySelector("#state");
const edit = document.querySelector("#edit");
const print = document.querySelector("#print");
const links = [...document.querySelectorAll("#downloads [data-format]")];
const begin = edit.textContent;
const PAUSE = 250; // milliseconds after the last key
const REST = 1500; // before a model is asked, which costs

let timer;
let rest;
let last;
let edited = false; // whether the text differs from what was made

function query() {
  const filled = [...new FormData(form)].filter(([, value]) => value !== "");
  return new URLSearchParams(filled);
}

// One document at a time: whoever asks anew gives up the one before.
async function show(asked, told) {
  last?.abort();
  const own = (last = new AbortController());
  state.textContent = told;
  preview.setAttribute("aria-busy", "true");
  try {
    const response = await fetch(`/ui/guides?${asked}`, { signal: own.signal });
    if (response.status === 401) location.assign("/login");
    if (!response.ok) throw new Error(response.statusText);
    const made = document.createElement("template");
    made.innerHTML = await response.text();
    put(made.content);
  } catch (error) {
    if (error.name !== "AbortError") state.textContent = preview.dataset.failed;
  } finally {
    if (own === last) preview.removeAttribute("aria-busy");
  }
}

// What was made; where a field is bad, the last document stays and the field says so.
function put(made) {
  const faults = [...made.querySelectorAll("[data-field]")];
  mark(faults);
  state.textContent = faults.map((each) => each.textContent).join(" ");
  if (faults.length) return;
  preview.replaceChildren(made);
  stopEditing();
  edited = false;
}

function mark(faults) {
  for (const told of form.querySelectorAll(".bad")) {
    const name = told.id.replace("bad-", "");
    const fault = faults.find((each) => each.dataset.field === name);
    const bad = fault !== undefined;
    const fresh = bad && told.hidden;
    told.hidden = !bad;
    told.textContent = bad ? fault.textContent : "";
    if (fresh && form.contains(document.activeElement)) told.scrollIntoView({ block: "nearest" });
    const field = form.elements[name];
    if (!(field instanceof Element)) continue; // boxes have no single one
    field.toggleAttribute("aria-invalid", bad);
    if (bad) field.setAttribute("aria-invalid", "true");
    if (bad) field.setAttribute("aria-describedby", told.id);
    else field.removeAttribute("aria-describedby");
  }
  for (const link of links) link.setAttribute("aria-disabled", String(faults.length > 0));
}

async function refresh() {
  const asked = query();
  history.replaceState(null, "", `/guides?${asked}`);
  asked.delete("llm"); // what the service makes by itself stands first
  await show(asked, preview.dataset.making);
  tailorLater();
}

function tailorLater() {
  clearTimeout(rest);
  if (form.elements.llm?.checked) rest = setTimeout(tailor, REST);
}

function tailor() {
  if (edited || preview.isContentEditable) return; // what was edited stays
  show(query(), preview.dataset.model);
}

function later() {
  clearTimeout(timer);
  clearTimeout(rest);
  if (edited) state.textContent = preview.dataset.kept;
  else timer = setTimeout(refresh, PAUSE);
}

// The links lead to what the form says now, however they are opened.
function point() {
  for (const link of links) {
    const asked = query();
    asked.set("format", link.dataset.format);
    link.href = `/guides/download?${asked}`;
  }
}

form.addEventListener("input", (event) => {
  point();
  if (event.target.name === "kind" && !edited) form.requestSubmit(); // other formats to download
  else later();
});

// The browser asks before what was edited is lost.
window.addEventListener("beforeunload", (event) => {
  if (edited) event.preventDefault();
});

for (const link of links) {
  link.addEventListener("click", (event) => {
    link.toggleAttribute("download", edited); // or the browser would ask whether to leave
    const bad = form.querySelector('[aria-invalid="true"]');
    if (bad || (edited && link.dataset.format === "html")) event.preventDefault();
    if (bad) bad.focus();
    else if (edited && link.dataset.format === "html") saveEdited(link.href);
  });
}

// The page as the service writes it, with the text as it was edited.
async function saveEdited(address) {
  const response = await fetch(address);
  if (!response.ok) return void (state.textContent = preview.dataset.failed);
  const page = await response.text();
  const [start, end] = [page.indexOf("<main>") + "<main>".length, page.lastIndexOf("</main>")];
  const whole = page.slice(0, start) + preview.innerHTML + page.slice(end);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([whole], { type: "text/html" }));
  const named = /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "");
  link.download = named?.[1] ?? "okr.html";
  link.click();
  URL.revokeObjectURL(link.href);
}

function startEditing() {
  clearTimeout(rest);
  last?.abort();
  preview.contentEditable = "true"; // "plaintext-only" would show the breaks of the source
  preview.focus();
  state.textContent = preview.dataset.edited;
  press(true);
}

function stopEditing() {
  preview.removeAttribute("contenteditable");
  press(false);
}

function press(on) {
  edit.textContent = on ? edit.dataset.end : begin;
}

tailorLater();
mark([...preview.querySelectorAll("[data-field]")]);
point();
edit.hidden = print.hidden = false;
edit.addEventListener("click", () => (preview.isContentEditable ? stopEditing() : startEditing()));
preview.addEventListener("paste", (event) => {
  event.preventDefault();
  document.execCommand("insertText", false, event.clipboardData.getData("text/plain"));
});
preview.addEventListener("beforeinput", (event) => {
  if (event.inputType.startsWith("format")) event.preventDefault(); // text alone is edited
});
preview.addEventListener("input", () => (edited = true));
print.addEventListener("click", () => window.print());
