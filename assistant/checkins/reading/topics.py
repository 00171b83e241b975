"""Signs by which a clause leaves, or keeps, what the words before it were about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.checkins.reading.clauses import Clause
from assistant.checkins.reading.confidence import Level
from assistant.checkins.reading.lexicon import before, patterns
from assistant.checkins.reading.measures import Measured
from assistant.language.figures.draft import Draft
from assistant.language.reading import QuantityKind

_FEW = 6
_OPENING = re.compile(r"[^a-z0-9一-鿿]*(?:[a-z0-9'-]+[ :]*){1,3}|[一-鿿]{1,6}")
_TELLING = 20
_ROOM = 20  # how far a sum may be from the target and still be meant
_ANY_MEASURE = frozenset("个人次名位件项")


def opening(words: str) -> str:
    """The first few words, which say what a sentence is about."""
    match = _OPENING.match(words)
    return match.group() if match else words


def may_be_of(draft: Draft, measured: Measured) -> bool:
    """Whether a number may be one of a key result, by what it counts."""
    loose = (None, QuantityKind.BARE)
    if draft.kind is measured.kind is QuantityKind.COUNT and not (draft.unit or "").isascii():
        return draft.unit == measured.unit or draft.unit in _ANY_MEASURE
    return draft.kind is measured.kind or draft.kind in loose or measured.kind in loose


def is_goal(draft: Draft, measured: Measured) -> bool:
    """Whether it is the target, and no number that may be anything."""
    alike = draft.kind in (measured.kind, QuantityKind.BARE)
    return draft.high == measured.target and draft.high >= _TELLING and alike


def is_measure(draft: Draft, measured: Measured) -> bool:
    """Whether a number is in the measure of a key result, and about as large."""
    if draft.kind is measured.kind is QuantityKind.MONEY:
        goal = measured.target or 0.0
        return goal / _ROOM < draft.high < goal * _ROOM
    word = draft.unit if draft.kind is QuantityKind.COUNT else None
    return (
        word == measured.unit
        and word is not None
        and word not in _ANY_MEASURE
        and not word.isascii()
    )


def tells_state(seen: str, clause: Clause) -> bool:
    """Whether a few words tell how things stand without a number."""
    few = len(seen[clause.start : clause.end].split()) <= _FEW
    return few and patterns("cues", "no_figure").search(seen, clause.start, clause.end) is not None


def is_forecast(seen: str, clause: Clause) -> bool:
    """Whether it tells of somebody's forecast, which is of what was spoken of before."""
    return patterns("cues", "of_forecast").match(seen, clause.start, clause.end) is not None


def told_topic(seen: str, clause: Clause) -> str | None:
    """What a clause says in front that it is about: on cancellations, 履历那边."""
    labelled = clause.own and before("topics", "labelled_before").search(
        seen, seen.rfind("\n", 0, clause.start) + 1, clause.start
    )
    if labelled:
        return labelled["topic"]
    for key in ("about", "about_han"):
        if found := patterns("topics", key).search(seen[clause.start : clause.end]):
            return found["topic"]
    return None


def strays(seen: str, clauses: Sequence[Clause], clause: Clause) -> bool:
    """Whether the sentence of a clause, one of `clauses`, is about something else: by the way."""
    opening = next(c for c in clauses if c.sentence == clause.sentence)
    aside = patterns("cues", "aside").match(seen, opening.start, clause.end)
    aside = aside or patterns("cues", "aside_behind", "own_leave").search(
        seen, clause.start, clause.end
    )
    return clause.label is None and aside is not None


_TOPIC = re.compile(r"[a-z0-9'-]+(?: [a-z0-9'-]+){0,3}|[一-鿿]{2,8}")


def is_topic(seen: str, clause: Clause) -> bool:
    """Whether a few words stand alone in front of a dash: Triage - no figures yet."""
    alone = _TOPIC.fullmatch(seen, clause.start, clause.end)
    return alone is not None and seen[clause.end :].lstrip(" ").startswith("-")


def is_telling(draft: Draft) -> bool:
    """Whether the unit of a number says what it is of: money, a share."""
    return draft.kind in (QuantityKind.MONEY, QuantityKind.PERCENT)


def is_level_of(seen: str, clause: Clause, levels: Sequence[Level]) -> bool:
    """Whether a clause opens with a level and tells of what it is: 6/10 on leakage."""
    opens = [lv for lv in levels if lv.start == clause.start]
    return any(patterns("states", "level_of").match(seen, lv.end, clause.end) for lv in opens)
