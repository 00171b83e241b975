"""What each number of a message is: the value, a change, one of before, a goal, or another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise

from assistant.checkins.reading.around import Around
from assistant.checkins.reading.clauses import Clause
from assistant.checkins.reading.lexicon import before, patterns
from assistant.checkins.reading.measures import Measured
from assistant.checkins.reading.names import stem, without_name
from assistant.language.figures.draft import Draft
from assistant.language.reading import QuantityKind as Kind
from assistant.models import Direction

_REACH = 60
_NEAR = 20
_FRACTION = re.compile(
    r"(?: [a-z]{3,14}(?= (?:out )?of))? ?"
    r"(?:/|of(?: the| our| all)?|out of(?: the)?|,? ?(?:共|总共)) ?"
)
_WORD = re.compile("[a-z]{3,}")
_LAST_WORD = re.compile("(?:[a-z]+|[一-鿿]{2}) ?$")
_RANGE = re.compile(r" ?(?:to|and|-|~|—|到|至|和) ?")
_STOPS = (",", ";", ".", "。", "!", "?")
_ADDED = re.compile(r", ?[^0-9,;。.!?()\n]{0,40}(?![0-9])(?=[,;。.!?()\n]|$)")
_OPENS_RANGE = re.compile(r"(?:between|about|around|roughly|约|大概|大约|介于|在) ?$")


class Role(StrEnum):
    """What a number does in a message."""

    VALUE = "value"
    DELTA = "delta"
    PREVIOUS = "previous"
    GOAL = "goal"
    OTHER = "other"


@dataclass(slots=True)
class Figure:
    """A number with its role; `sure`: words say that it is how things stand now."""

    start: int
    end: int
    value: float
    kind: Kind
    unit: str | None
    role: Role
    clause: Clause
    sure: bool = False
    total: bool = False  # of all together
    weak: bool = False
    week: bool = False  # of this week alone, perhaps
    remains: bool = False  # still open
    part: bool = False  # of a whole: 3 of 8
    signed: bool = False  # with a plus or minus
    stands: bool = False  # signed right behind the name, and nothing compares it: NPS: -4
    named: bool = False  # right behind a word of the key result's name
    sign: int | None = None  # of a change: 1, -1, or None where only better or worse is said
    better: bool | None = None
    corrects: list[int] = field(default_factory=list)  # where what it takes back stands


def figures_of(
    clause: Clause, seen: str, drafts: Sequence[Draft], measured: Measured
) -> list[Figure]:
    """The figures of one clause, for one key result."""
    inside = [d for d in drafts if clause.start <= d.start and d.end <= clause.end]
    fractions = _fractions(inside, seen)
    ranges = _ranges(inside, seen) | _in_and_out(inside, clause, seen)
    figures: list[Figure] = []
    last = clause.start
    for i, draft in enumerate(inside):
        figure = _figure(draft, clause, seen, last, measured)
        if i in ranges:
            figure.role = Role.OTHER
        elif i in fractions and figure.role is not Role.OTHER:
            figure.role = Role.VALUE if fractions[i] == 0 else Role.GOAL
            figure.part = fractions[i] == 0
            if figure.part:
                _take_unit(figure, inside[i + 1])
        figures.append(figure)
        last = draft.end
    return figures


def _fractions(drafts: Sequence[Draft], seen: str) -> dict[int, int]:
    """Part (0) and whole (1) of 71/120 and 17 of 40, by index."""
    found: dict[int, int] = {}
    for i, (first, second) in enumerate(pairwise(drafts)):
        joined = _FRACTION.fullmatch(seen, first.end, second.start)
        if joined and first.high <= second.low and first.kind is not Kind.PERCENT:
            found[i], found[i + 1] = 0, 1
    return found


def _take_unit(figure: Figure, whole: Draft) -> None:
    if figure.unit is None and whole.kind is Kind.COUNT:
        figure.kind, figure.unit = whole.kind, whole.unit


def _ranges(drafts: Sequence[Draft], seen: str) -> set[int]:
    """Numbers that are ends of a range, or one range: between 70 and 75, 71% 到 74%, 80-85."""
    found = {i for i, d in enumerate(drafts) if d.low != d.high}
    for i, (first, second) in enumerate(pairwise(drafts)):
        if not _RANGE.fullmatch(seen, first.end, second.start):
            continue
        said = _OPENS_RANGE.search(seen, max(0, first.start - 12), first.start)
        changed = before("values", "way_before").search(seen, max(0, first.start - 16), first.start)
        if said or (not changed and first.high < second.low and first.kind is second.kind):
            found |= {i, i + 1}
    return found


def _in_and_out(drafts: Sequence[Draft], clause: Clause, seen: str) -> set[int]:
    """What came and what went, which nobody has set off yet: 4 closed, 7 new."""
    spans = [
        m.span() for m in patterns("values", "in_and_out").finditer(seen, clause.start, clause.end)
    ]
    return {i for i, d in enumerate(drafts) if any(a <= d.start < b for a, b in spans)}


def _figure(draft: Draft, clause: Clause, seen: str, last: int, measured: Measured) -> Figure:
    around = Around(seen, clause, max(last, draft.start - _REACH), draft.start, draft.end)
    figure = Figure(draft.start, draft.end, draft.high, draft.kind, draft.unit, Role.VALUE, clause)
    if measured.counts_places and seen[draft.start : draft.end].endswith("个点"):
        figure.kind, figure.unit = Kind.COUNT, measured.unit
    if measured.kind is Kind.DURATION and seen[draft.end - 1] == "m" and draft.factor > 1:
        figure.value, figure.kind, figure.unit = draft.high / draft.factor, Kind.DURATION, "min"
    figure.sure = around.before("now_before") or around.is_put_right
    figure.weak = _was(around) or figure.value in measured.scopes
    figure.total = around.before("total_before") or around.after("total_after")
    of_last = last > clause.start and around.opens("week_after")
    figure.week = around.after("week_after") or (not of_last and around.before("week_before"))
    figure.named = _is_in_name(figure, around, measured)
    figure.role = _role(figure, around, measured)
    if figure.role is Role.DELTA:
        _set_sign(figure, around)
        figure.stands = figure.signed and _stands(around, measured)
    return figure


def _role(figure: Figure, around: Around, measured: Measured) -> Role:
    clause = figure.clause
    if clause.own and clause.label in _OF_LABEL:
        return _OF_LABEL[clause.label]
    if _is_another(figure, around, measured):
        return Role.OTHER
    if _is_change(figure, around, measured):
        near = max(around.start, around.at - _NEAR), min(clause.end, around.end + _NEAR)
        against = patterns("values", "not_since_last").search(around.seen, *near)
        return Role.OTHER if against else Role.DELTA
    if around.after("other_after"):
        return Role.OTHER
    left = around.before("remains_before") or around.after("remains_after")
    figure.remains = left and not around.has("to_goal")
    aims = around.before_unnamed(measured.name, "goal_before")
    aims = aims and not (_is_in_name(figure, around, measured) or around.is_put_right)
    aims = aims and not (figure.remains and _is_all_left(around, measured))
    if aims or around.after("goal_after"):
        return Role.GOAL
    if around.before_unnamed(measured.name, "previous_before") or around.after("previous_after"):
        return Role.PREVIOUS
    return Role.VALUE


def _is_all_left(around: Around, measured: Measured) -> bool:
    """延期工地还有 26 个: of a count that shall fall, with nothing but its name in front."""
    falls = measured.direction is Direction.DECREASE
    head = patterns("values", "remains_before").sub(
        "", around.seen[around.clause.start : around.at]
    )
    return falls and not without_name(head, 0, len(head), measured).strip()


def _is_another(figure: Figure, around: Around, measured: Measured) -> bool:
    """Whether a number is somebody else's, how long something lasts, or a part of a name."""
    if around.before_unnamed(measured.name, "other_before", words=True) and not _is_signed(around):
        return True
    spent = measured.kind is not Kind.MONEY and around.before("spent_before")
    if (spent and not _is_in_name(figure, around, measured)) or around.before("taken_back"):
        return True
    if not _is_timed(figure, measured) and lasts(figure, around.seen):
        return True
    named = around.before("label_before") or around.after("parts_after")
    return figure.kind is Kind.BARE and named


_OF_LABEL = {
    "value": Role.VALUE,
    "delta": Role.DELTA,
    "previous": Role.PREVIOUS,
    "goal": Role.GOAL,
    "confidence": Role.OTHER,
    "due": Role.OTHER,
    "ignored": Role.OTHER,
    "key_result": Role.OTHER,
}


def lasts(number: Draft | Figure, seen: str) -> bool:
    """Whether a number tells for how long something has gone on: open for 8 days."""
    near = max(0, number.start - _NEAR), number.start
    said = before("values", "lasting_before").search(seen, *near)
    return number.kind is Kind.DURATION and said is not None


_WAYS = ("up", "down", "better", "worse")


def _is_change(figure: Figure, around: Around, measured: Measured) -> bool:
    if _is_signed(around):
        return True
    aims = around.before_unnamed(measured.name, "goal_before")
    if aims and not around.before("by_before"):
        return False
    if any(around.after(f"{way}_after") for way in _WAYS):
        return True
    if _is_of_count(around, measured) and around.after("added_after"):
        return True
    moved = around.before(*(f"{way}_before" for way in _WAYS), "by_before")
    return moved and not _is_in_name(figure, around, measured)


def _is_timed(figure: Figure, measured: Measured) -> bool:
    return measured.kind is Kind.DURATION or (figure.unit or "?")[:3] in measured.name


def _is_of_count(around: Around, measured: Measured) -> bool:
    """Whether things are counted, or what stands behind the number is what is measured."""
    behind = {stem(word) for word in _WORD.findall(around.seen, around.end, around.clause.end)}
    own = (stem(word) for word in _WORD.findall(measured.name))
    named = measured.kind is Kind.BARE and not behind.isdisjoint(own)
    return named or measured.kind is Kind.COUNT


def _is_signed(around: Around) -> bool:
    before_sign = around.seen[around.at - 1 : around.at]
    return around.sign in ("+", "-") and (around.seen[around.at] in "+-" or before_sign in "+-")


def _was(around: Around) -> bool:
    at = around.sign_at
    return before("values", "was_before").search(around.seen, around.start, at) is not None


def _stands(around: Around, measured: Measured) -> bool:
    """Whether a signed number is right behind the name, with no period and nothing beside it."""
    seen, clause, at = around.seen, around.clause, around.sign_at
    gap = before("values", "stands_before").search(seen, around.start, at)
    end = gap.start() if gap else at
    if end <= clause.start:  # KR3: +27, but not "went up, +3"
        named = seen[: clause.start].rstrip()[-1:] not in _STOPS
    else:
        word = _LAST_WORD.search(seen, around.start, end)
        own = before("values", "below_zero").search(seen, around.start, end)
        named = bool(own or (word and word[0].strip() in measured.name))
    return named and not _is_compared(around)


def _is_compared(around: Around) -> bool:
    seen, end = around.seen, around.clause.end
    if patterns("values", "compared_with").search(seen, around.end, end + _NEAR):
        return False
    behind = _ADDED.match(seen, end)
    end = behind.end() if behind else end
    return patterns("values", "compared").search(seen, around.start, end) is not None


def _is_in_name(figure: Figure, around: Around, measured: Measured) -> bool:
    """新增付费用户 7.3 万: the verb in front is a part of the metric's name."""
    last = _LAST_WORD.search(around.seen, around.start, around.at)
    if last is None or (figure.kind is Kind.POINTS is not measured.kind):
        return False
    named = measured.name if last[0][0] > "z" else f" {measured.name} "
    return (last[0].strip() if last[0][0] > "z" else f" {last[0].strip()} ") in named


def _set_sign(figure: Figure, around: Around) -> None:
    if _is_signed(around):
        figure.signed = True
        figure.sign = 1 if around.sign == "+" else -1
        figure.value = abs(figure.value)
    elif around.before("down_before") or around.after("down_after"):
        figure.sign = -1
    elif around.before("up_before") or around.after("up_after", "added_after"):
        figure.sign = 1
    elif around.before("better_before", "worse_before") or around.after(
        "better_after", "worse_after"
    ):
        figure.better = around.before("better_before") or around.after("better_after")
    elif around.has("better_word") or around.has("worse_word"):
        figure.better = around.has("better_word")
    elif around.has("falling") or around.has("rising"):
        figure.sign = -1 if around.has("falling") else 1
