// The cards of a review: their state stands in the page itself, so that it can be kept as it is.

export class Cards {
  #panel;

  constructor(panel) {
    this.#panel = panel;
    panel.addEventListener("input", (event) => mirror(event.target));
  }

  /** What was accepted, in the order of the page. */
  decisions() {
    return [...this.#panel.querySelectorAll(".card.accepted")].map((card) => JSON.parse(card.dataset.decision));
  }

  /** What its author did with a card, for the service to judge. */
  turn(card, reworded) {
    const turn = JSON.parse(card.dataset.turn);
    turn.pick = Number(card.querySelector(".choices input:checked")?.value ?? 0);
    const fields = [...card.querySelectorAll("[data-question]")];
    turn.answers = Object.fromEntries(fields.map((field) => [field.dataset.question, field.value]));
    const words = card.querySelector("[data-lines]");
    turn.edited = reworded && words ? words.value.split("\n").slice(0, 20) : [];
    return turn;
  }

  /** Put a card's new form in its place; what was focused stays so. */
  replace(card, html) {
    const made = element(html);
    const focus = focusable(card).indexOf(document.activeElement);
    card.replaceWith(made);
    focusable(made)[focus]?.focus({ preventScroll: true });
    return made;
  }

  decide(card, state) {
    card.classList.toggle("accepted", state === "accepted");
    card.classList.toggle("kept", state === "kept");
    const told = card.querySelector(".state");
    told.textContent = state ? told.dataset[state] : "";
    card.querySelector(state ? "[data-deed=undo]" : "[data-deed=accept], [data-deed=keep]")?.focus({ preventScroll: true });
  }

  edit(card, on) {
    card.querySelector(".editing").hidden = !on;
    card.querySelector("[data-deed=edit]").setAttribute("aria-expanded", String(on));
    if (on) card.querySelector("[data-lines]").focus();
  }

  /** A model's card takes the place of the one that nobody has touched, or comes last. */
  take(number, html) {
    const made = element(html);
    made.classList.add("fresh");
    const old = document.getElementById(made.id);
    if (!old) this.#panel.querySelector(`[data-set="${number}"] .cards`)?.append(made);
    else if (!touched(old)) old.replaceWith(made);
  }

  /** A set as it ended: cards in their last form, and what stands below them. */
  end(number, html) {
    const set = this.#panel.querySelector(`[data-set="${number}"]`);
    const made = element(html);
    const ids = new Set();
    for (const card of [...made.querySelectorAll(".card")]) {
      ids.add(card.id);
      const old = document.getElementById(card.id);
      if (!old) set.querySelector(".cards").append(card);
      else if (!touched(old) && old.dataset.turn !== card.dataset.turn) old.replaceWith(card);
    }
    for (const card of set.querySelectorAll(".card")) {
      if (!ids.has(card.id) && !touched(card)) card.remove();
    }
    set.querySelector(".below").replaceWith(made.querySelector(".below"));
  }
}

function element(html) {
  const holder = document.createElement("template");
  holder.innerHTML = html; // made and escaped by the service
  return holder.content.firstElementChild;
}

/** Whether a card's author is at it. */
function touched(card) {
  return card.matches(".accepted, .kept, .turned") || card.contains(document.activeElement)
    || [...card.querySelectorAll("[data-question]")].some((field) => field.value);
}

function focusable(card) {
  return [...card.querySelectorAll("input, textarea, button")];
}

/** What is typed becomes part of the page's own text: it is kept with it. */
function mirror(field) {
  if (field.type === "radio") {
    for (const one of document.getElementsByName(field.name)) one.toggleAttribute("checked", one === field);
  } else if (field.tagName === "TEXTAREA") {
    field.textContent = field.value;
  } else {
    field.setAttribute("value", field.value);
  }
}
