// Makes the document anew while the form changes, and lets it be edited before it is printed.

const form = document.querySelector("#guides");
const preview = document.querySelector("#preview");
const state = document.querySelector("#state");
const edit = document.querySelector("#edit");
const print = document.querySelector("#print");
const PAUSE = 250; // milliseconds after the last key

let timer;
let last;

function query() {
  const filled = [...new FormData(form)].filter(([, value]) => value !== "");
  return new URLSearchParams(filled);
}

async function refresh() {
  last?.abort();
  last = new AbortController();
  const asked = query();
  try {
    const response = await fetch(`/ui/guides?${asked}`, { signal: last.signal });
    if (response.status === 401) location.assign("/login");
    preview.innerHTML = await response.text();
    preview.contentEditable = "false";
    state.textContent = "";
    history.replaceState(null, "", `/guides?${asked}`);
  } catch (error) {
    if (error.name !== "AbortError") throw error;
  }
}

function later() {
  clearTimeout(timer);
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

edit.hidden = print.hidden = false;
edit.addEventListener("click", () => {
  preview.contentEditable = "plaintext-only";
  preview.focus();
  state.textContent = preview.dataset.edited;
});
print.addEventListener("click", () => window.print());
