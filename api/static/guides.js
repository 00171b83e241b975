// Makes the document anew while the form changes, and lets it be edited before it is printed.

const form = document.querySelector("#guides");
const preview = document.querySelector("#preview");
const state = document.querySelector("#state");
const edit = document.querySelector("#edit");
const print = document.querySelector("#print");
const PAUSE = 250; // milliseconds after the last key
const REST = 1500; // before a model is asked, which costs

let timer;
let rest;
let last;

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
    preview.innerHTML = await response.text();
    preview.contentEditable = "false";
    state.textContent = "";
  } catch (error) {
    if (error.name !== "AbortError") state.textContent = preview.dataset.failed;
  } finally {
    if (own === last) preview.removeAttribute("aria-busy");
  }
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
  if (preview.isContentEditable) return; // what was edited stays
  show(query(), preview.dataset.model);
}

function later() {
  clearTimeout(timer);
  clearTimeout(rest);
  timer = setTimeout(refresh, PAUSE);
}

form.addEventListener("input", (event) => {
  if (event.target.name === "kind") form.requestSubmit(); // other formats to download
  else later();
});

for (const link of document.querySelectorAll("#downloads a")) {
  link.addEventListener("click", () => {
    const asked = query();
    asked.set("format", link.dataset.format);
    link.href = `/guides/download?${asked}`;
  });
}

tailorLater();
edit.hidden = print.hidden = false;
edit.addEventListener("click", () => {
  clearTimeout(rest);
  last?.abort();
  preview.contentEditable = "plaintext-only";
  preview.focus();
  state.textContent = preview.dataset.edited;
});
print.addEventListener("click", () => window.print());
