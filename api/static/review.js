// The page of a review: asks for suggestions, and does what its user decides about them.

import { Cards } from "./cards.js";
import { fill, fromCheckPage, isSame, keep, kept, toCheckPage } from "./session.js";
import { Refused, send } from "./service.js";
import { events } from "./stream.js";

const form = document.getElementById("review");
const panel = document.getElementById("panel");
const status = document.getElementById("status");
const result = document.getElementById("finished");
const again = document.getElementById("again");
const cards = new Cards(panel);

document.documentElement.classList.add("js");
history.replaceState(null, "", "/review"); // a reload shall not send the form again

// ---- the beginning

async function begin() {
  const before = kept();
  if (form.elements.draft.value.trim() === "") {
    const draft = before?.draft ?? fromCheckPage();
    if (!draft) return;
    fill(form, draft);
  }
  document.getElementById("nothing").hidden = true;
  again.hidden = false;
  if (isSame(before, form)) {
    panel.innerHTML = before.html; // as this page wrote it
    await refresh();
  } else if (form.dataset.model === "true" || panel.childElementCount === 0) {
    await ask();
  } else {
    save();
  }
}

async function ask() {
  tell("");
  try {
    await events(await send("/ui/review/events", form), follow);
    if (!status.hidden && status.textContent === status.dataset.waiting) tell(status.dataset.cut);
  } catch (error) {
    fail(error);
  }
  await refresh();
}

function follow(event) {
  if (event.event === "rules") {
    panel.innerHTML = event.html;
    tell(event.waits ? status.dataset.waiting : "");
    refresh();
  } else if (event.event === "suggestion") {
    cards.take(event.set, event.html);
  } else if (event.event === "done") {
    cards.end(event.set, event.html);
    tell(status.dataset.ended);
  } else {
    panel.innerHTML = event.html;
  }
}

// ---- what is decided

const deeds = {
  accept: (card) => decide(card, "accepted"),
  keep: (card) => decide(card, "kept"),
  undo: (card) => decide(card, ""),
  edit: (card) => cards.edit(card, card.querySelector(".editing").hidden),
  recheck: (card) => turn(card, false),
  reword: (card) => turn(card, true),
};

async function decide(card, state) {
  let shown = card;
  if (state === "accepted" && pending(card)) shown = await turn(card, isEdited(card));
  if (!shown) return;
  cards.decide(shown, state);
  await refresh();
}

/** Whether something was typed or chosen since the service last judged the card. */
function pending(card) {
  const { pick, answers, edited } = JSON.parse(card.dataset.turn);
  const now = cards.turn(card, isEdited(card));
  const same = (one, other) => Object.keys(other).every((key) => (one[key] ?? "") === other[key]);
  return now.pick !== pick || !same(answers, now.answers) || now.edited.join("\n") !== edited.join("\n");
}

function isEdited(card) {
  const editing = card.querySelector(".editing");
  if (!editing) return false;
  return !editing.hidden || JSON.parse(card.dataset.turn).edited.length > 0;
}

/** Have a card judged as it is now; null where that was not possible. */
async function turn(card, reworded) {
  form.classList.add("busy");
  try {
    const data = { turn: JSON.stringify(cards.turn(card, reworded)) };
    const response = await send("/ui/review/card", form, data);
    if (!response.ok) throw new Refused(text(await response.text()));
    const made = cards.replace(card, await response.text());
    made.classList.add("turned");
    tell("");
    save();
    return made;
  } catch (error) {
    fail(error);
    return null;
  } finally {
    form.classList.remove("busy");
  }
}

/** Show the set with what is accepted now. */
async function refresh() {
  form.elements.decisions.value = JSON.stringify(cards.decisions());
  save();
  try {
    const response = await send("/ui/review/finished", form, { decisions: form.elements.decisions.value });
    result.innerHTML = await response.text();
  } catch (error) {
    fail(error);
  }
}

function save() {
  keep(form, panel);
}

function tell(message) {
  status.textContent = message;
}

function fail(error) {
  tell(error instanceof Refused ? error.message : status.dataset.offline);
}

function text(html) {
  const holder = document.createElement("template");
  holder.innerHTML = html;
  return holder.content.textContent.replace(/\s+/g, " ").trim();
}

// ---- hands

panel.addEventListener("click", (event) => {
  const button = event.target.closest("[data-deed]");
  if (button) deeds[button.dataset.deed](button.closest(".card"));
});
panel.addEventListener("input", save);
panel.addEventListener("change", (event) => {
  if (event.target.matches(".choices input")) turn(event.target.closest(".card"), false);
});
panel.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !event.target.matches("[data-question]")) return;
  event.preventDefault();
  turn(event.target.closest(".card"), false);
});
result.addEventListener("click", async (event) => {
  const deed = event.target.closest("[data-deed]")?.dataset.deed;
  const made = document.getElementById("finished-text")?.value ?? "";
  if (deed === "copy") {
    await navigator.clipboard.writeText(made).then(() => tell(status.dataset.copied), fail);
  } else if (deed === "go-on") {
    toCheckPage(made);
    location.assign("/");
  }
});
form.addEventListener("submit", (event) => {
  if (!event.submitter?.hasAttribute("formaction")) event.preventDefault();
});
again.addEventListener("click", () => {
  const draft = fromCheckPage();
  if (draft) fill(form, draft);
  panel.replaceChildren();
  ask();
});

begin();
