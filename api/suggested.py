"""Suggestions as the page shows them: a card each, with all that its author needs to decide."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from api.cited import Cited, cited, example_address
from api.rulebook import spoken
from api.templating import render
from assistant.coaching.retelling import Told, first_told
from assistant.messages import say
from assistant.models import Answer, Language, Objective
from assistant.models.decision import Decision
from assistant.models.suggestion import Action, Asks, Opinion, Suggestion
from assistant.rendering.changes import changes
from assistant.rendering.review_terminal import place_of
from assistant.rules.library import Library

_BRACKETS = re.compile(r"(\[[^\[\]]{1,30}\])")
_REWRITES = (Action.REPLACE, Action.SPLIT, Action.MOVE)
EDITABLE = (*_REWRITES, Action.ADD)
MOST_CHOICES = 4


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line: changed, or a gap that only the author can fill, or neither."""

    text: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """One suggestion with everything in its place."""

    id: str
    told: Told
    label: str
    before: list[Piece]
    lines: list[list[Piece]]
    cited: list[Cited]
    fixes: list[tuple[str, str]]
    remaining: list[tuple[str, str]]
    decision: Decision | None

    @property
    def editable(self) -> bool:
        """Whether its words can be changed here."""
        return self.told.now.action in EDITABLE


class Cards:
    """Makes the cards of one set, in the language of its messages."""

    def __init__(self, language: Language, library: Library) -> None:
        self._language = language
        self._library = library
        keys = (Asks.BASELINE, Asks.TARGET, Asks.DUE, Asks.METRIC)
        tongues = (Language.EN, Language.ZH_HANS, Language.ZH_HANT)
        self._gaps = {say("review", f"placeholder.{key}", each) for key in keys for each in tongues}

    def html(self, told: Told) -> str:
        """A card as a piece of HTML."""
        return render("suggestion.html", self._language, card=self.card(told), most=MOST_CHOICES)

    def card(self, told: Told) -> Card:
        """A card with its lines in pieces."""
        now, language = told.now, self._language
        before, after = changes(now.before, now.after)
        return Card(
            card_id(now, told.turn.set),
            told,
            place_of(now, language),
            [Piece(one.text, "changed" if one.changed else "") for one in before],
            [
                self._pieces([(one.text, one.changed and bool(now.before)) for one in after]),
                *(self._pieces([(line, True)]) for line in now.more),
            ],
            [cited(one, language) for one in now.citations],
            self._rules(now.fixes),
            self._rules(now.remaining),
            decision_of(told),
        )

    def _pieces(self, parts: Sequence[tuple[str, bool]]) -> list[Piece]:
        made = []
        for text, changed in parts:
            for piece in filter(None, _BRACKETS.split(text)):
                kind = "gap" if piece in self._gaps else "changed" if changed else ""
                made.append(Piece(piece, kind))
        return made

    def _rules(self, ids: Sequence[str]) -> list[tuple[str, str]]:
        return [
            (one, spoken(self._library.rule(one).title.model_dump(), self._language))
            for one in ids
            if one in self._library.rules
        ]


def card_id(suggestion: Suggestion, set_number: int) -> str:
    """By place and purpose: whoever writes a better line, it takes the same card."""
    purpose = "line" if suggestion.action in _REWRITES else suggestion.action.value
    own = f"-{suggestion.id}" if suggestion.action is Action.ADD else ""
    place = f"{suggestion.objective}-{suggestion.key_result}"
    return f"card-{set_number}-{place}-{purpose}{own}"


def decision_of(told: Told) -> Decision | None:
    """What accepting it means; none where it is about the set as a whole."""
    now = told.now
    if now.objective is None:
        return None
    return Decision(
        set=told.turn.set,
        action=now.action,
        objective=now.objective,
        key_result=now.key_result,
        lines=[now.after, *now.more],
        initiative=now.initiative,
        measured=bool(now.alternatives),
    )


@dataclass(frozen=True, slots=True)
class ShownOpinion:
    """A model's opinion, and where it belongs."""

    label: str
    rule: str
    title: str
    opinion: Opinion


def set_html(answer: Answer, number: int, several: int, library: Library) -> str:
    """All cards of a set, and what stands below them."""
    language = answer.message_language
    cards = Cards(language, library)
    told = (first_told(one, number, language) for one in answer.suggestions)
    return render(
        "suggestions_set.html",
        language,
        answer=answer,
        number=number,
        name=_name(answer) if several > 1 else None,
        cards=[cards.card(one) for one in told],
        most=MOST_CHOICES,
        examples=[(one.title, example_address(one)) for one in answer.examples],
        opinions=[_shown(one, answer, library) for one in answer.opinions],
    )


def _name(answer: Answer) -> str | None:
    return answer.set.team or answer.set.owner or answer.id


def _shown(opinion: Opinion, answer: Answer, library: Library) -> ShownOpinion:
    language = answer.message_language
    key = "objective" if opinion.key_result is None else "key_result"
    number = str(opinion.objective + 1)
    if opinion.key_result is not None:
        number += f".{opinion.key_result + 1}"
    title = spoken(library.rule(opinion.rule).title.model_dump(), language)
    label = say("report", key, language, number=number)
    return ShownOpinion(label, opinion.rule, title, opinion)


def line_labels(objective: Objective, number: int, language: Language) -> list[str]:
    """The labels of an objective and its key results."""
    results = range(1, len(objective.key_results) + 1)
    return [
        say("report", "objective", language, number=number),
        *(say("report", "key_result", language, number=f"{number}.{one}") for one in results),
    ]
