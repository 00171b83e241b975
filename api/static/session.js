// Keeps a review in this tab, so that a reload loses nothing: the draft, and the cards as they are.

const NAME = "okr-coach.review";
const FIELDS = ["draft", "profile", "pack", "messages", "final"];

export function draftOf(form) {
  return Object.fromEntries(FIELDS.map((name) => [name, form.elements[name].value]));
}

/** The review that was kept, or null. */
export function kept() {
  try {
    return JSON.parse(sessionStorage.getItem(NAME));
  } catch {
    return null;
  }
}

export function keep(form, panel) {
  try {
    sessionStorage.setItem(NAME, JSON.stringify({ draft: draftOf(form), html: panel.innerHTML }));
  } catch {
    // No room, or not allowed: the review then lasts as long as the page.
  }
}

export function isSame(one, form) {
  const now = draftOf(form);
  return one !== null && FIELDS.every((name) => one.draft[name] === now[name]);
}

export function fill(form, draft) {
  for (const name of FIELDS) form.elements[name].value = draft[name] ?? form.elements[name].value;
}

/** What the check page keeps, as this form has it; null where there is no draft. */
export function fromCheckPage() {
  try {
    const { text, final, ...options } = JSON.parse(localStorage.getItem("okr-coach.draft"));
    return text?.trim() ? { ...options, draft: text, final: final ? "true" : "" } : null;
  } catch {
    return null;
  }
}

/** Give the check page another draft. */
export function toCheckPage(text) {
  try {
    const held = JSON.parse(localStorage.getItem("okr-coach.draft")) ?? {};
    localStorage.setItem("okr-coach.draft", JSON.stringify({ ...held, text }));
  } catch {
    // Not allowed: the check page then begins empty.
  }
}
