// Finds while one types, and puts an example or a metric into the draft of the check page.

import { addToDraft } from "./keep.js";

const PAUSE = 200; // milliseconds after the last key
const form = document.getElementById("library");
const results = document.getElementById("results");
const state = document.getElementById("state");
const trouble = document.getElementById("trouble");

let timer = 0;
let last = null;
let composing = false;

function query() {
  const filled = [...new FormData(form)].filter(([, value]) => value.trim() !== "");
  return new URLSearchParams(filled);
}

async function refresh() {
  last?.abort();
  last = new AbortController();
  const mine = last;
  const asked = query();
  results.setAttribute("aria-busy", "true");
  try {
    const response = await fetch(`/ui/library?${asked}`, { signal: mine.signal });
    if (response.status === 401) location.assign("/login");
    if (!response.ok) throw new Error(String(response.status));
    results.innerHTML = await response.text();
    state.textContent = document.getElementById("count")?.dataset.count ?? "";
    trouble.hidden = true;
    history.replaceState(null, "", asked.size ? `/library?${asked}` : "/library");
    keepOnLanguageLinks(asked);
  } catch {
    if (mine.signal.aborted) return;
    trouble.hidden = false;
  }
  results.removeAttribute("aria-busy");
}

/** A change of language keeps what was looked for. */
function keepOnLanguageLinks(asked) {
  for (const link of document.querySelectorAll(".languages a")) {
    const kept = new URLSearchParams(asked);
    kept.set("lang", link.lang);
    link.href = `/library?${kept}`;
  }
}

function later(pause = PAUSE) {
  clearTimeout(timer);
  if (!composing) timer = setTimeout(refresh, pause);
}

if (form) {
  form.addEventListener("input", () => later());
  form.addEventListener("compositionstart", () => { composing = true; });
  form.addEventListener("compositionend", () => { composing = false; later(); });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    later(0);
  });
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-use]");
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
  if (!addToDraft(link.dataset.use)) return; // then the link itself takes it along
  event.preventDefault();
  location.assign("/#draft");
});
