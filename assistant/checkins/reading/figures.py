"""The numbers of a clause with what each of them is for one key result."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.checkins.reading.around import Around
from assistant.checkins.reading.clauses import Clause
from assistant.checkins.reading.figure import Figure, Role
from assistant.checkins.reading.lexicon import before, patterns
from assistant.checkins.reading.measures import Measured
from assistant.checkins.reading.resolving import may_tell
from assistant.checkins.reading.roles import (
    is_in_name,
    is_labelled,
    role_of,
    set_sign,
    set_unreal,
    stands,
    was,
)
from assistant.language.figures.draft import Draft
from assistant.language.reading import QuantityKind as Kind

_REACH = 60
_NOUN = re.compile(
    " ?[一-鿿](?<![个点左右了多以之的到至比较和与及分成倍后前内变升降涨跌而但才就是为在还又])"
)
_FRACTION = re.compile(
    r"(?: [a-z]{3,14}(?= (?:out )?of))? ?"
    r"(?:/|of(?: the| our| all)?|out of(?: the)?|,? ?(?:共|总共)) ?"
)
_RANGE = re.compile(r" ?(?:to|and|-|~|—|到|至|和) ?")
_OPENS_RANGE = re.compile(r"(?:between|about|around|roughly|约|大概|大约|介于|在) ?$")


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
        elif i in fractions and figure.role is not Role.OTHER and not figure.unreal:
            figure.role = Role.VALUE if fractions[i] == 0 else Role.GOAL
            figure.part = fractions[i] == 0
            if figure.part:
                _take_unit(figure, inside[i + 1])
        if _heads(inside, i, seen, clause) and not _may_be_value(inside, i, measured):
            figure.role = Role.OTHER
        figures.append(figure)
        last = last if _is_of_name(draft, seen, measured) else draft.end
    return figures


def _is_of_name(draft: Draft, seen: str, measured: Measured) -> bool:
    """Whether it is a number of the metric's own name, so that what is told goes on over it."""
    return draft.high in measured.scopes and seen[draft.start : draft.end] in measured.folded


def _fractions(drafts: Sequence[Draft], seen: str) -> dict[int, int]:
    """Part (0) and whole (1) of 71/120 and 17 of 40, by index."""
    found: dict[int, int] = {}
    for i, (first, second) in enumerate(pairwise(drafts)):
        joined = _FRACTION.fullmatch(seen, first.end, second.start)
        if joined and first.high <= second.low and first.kind is not Kind.PERCENT:
            found[i], found[i + 1] = 0, 1
    return found


def _counts_others(figure: Figure, seen: str, measured: Measured) -> bool:
    """5 个人 of a share, 120 个客人 where members are counted."""
    behind = patterns("values", "counted_noun").match(
        seen, figure.end - (seen[figure.end - 1] == "个")
    )
    people = behind is not None and behind["noun"] == "人" and measured.kind is Kind.COUNT
    return behind is not None and not people and behind["noun"] not in measured.folded


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
    start = max(seen.rfind("\n", 0, clause.start) + 1, clause.start - _REACH)
    spans = [m.span() for m in patterns("values", "in_and_out").finditer(seen, start, clause.end)]
    return {i for i, d in enumerate(drafts) if any(a <= d.start < b for a, b in spans)}


def _figure(draft: Draft, clause: Clause, seen: str, last: int, measured: Measured) -> Figure:
    around = Around(seen, clause, max(last, draft.start - _REACH), draft.start, draft.end)
    figure = Figure(draft.start, draft.end, draft.high, draft.kind, draft.unit, Role.VALUE, clause)
    if measured.counts_places and seen[draft.start : draft.end].endswith("个点"):
        figure.kind, figure.unit = Kind.COUNT, measured.unit
    if measured.kind is Kind.DURATION and seen[draft.end - 1] == "m" and draft.factor > 1:
        figure.value, figure.kind, figure.unit = draft.high / draft.factor, Kind.DURATION, "min"
    figure.sure = around.before("now_before") or around.is_put_right
    figure.weak = was(around) or figure.value in measured.scopes
    figure.weak = figure.weak or (clause.aside and around.after("month_after"))
    figure.total = around.before("total_before") or around.after("total_after")
    of_last = last > clause.start and around.opens("week_after")
    figure.week = around.after("week_after") or _is_added_aside(around)
    figure.week = figure.week or (not of_last and around.before("week_before"))
    figure.noun = _NOUN.match(seen, draft.end) is not None
    figure.came = around.after("came_after")
    figure.others = _counts_others(figure, seen, measured)
    figure.named = is_in_name(figure, around, measured)
    figure.role = role_of(figure, around, measured)
    if figure.role in (Role.VALUE, Role.DELTA) and not is_labelled(figure):
        set_unreal(figure, around, measured)
    if figure.role is Role.DELTA:
        set_sign(figure, around)
        figure.stands = figure.signed and stands(around, measured)
    return figure


_VALUE_OF = re.compile(r"[^0-9:]{0,24}: ?[+~-]?[$€£₹¥]?")


def _heads(drafts: Sequence[Draft], i: int, seen: str, clause: Clause) -> bool:
    """Whether a number is of the name that heads the clause: ready by two: 81%."""
    if clause.own or drafts[i].start == clause.start or i + 1 == len(drafts):
        return False
    return _VALUE_OF.fullmatch(seen, drafts[i].end, drafts[i + 1].start) is not None


def _may_be_value(drafts: Sequence[Draft], i: int, measured: Measured) -> bool:
    """Whether it is no number of the name, and the one behind it no better: 1,140: forty new."""
    number, behind = drafts[i], drafts[i + 1]
    suits = number.kind is Kind.BARE is not behind.kind
    return not suits and number.high not in measured.scopes and may_tell(number, measured)


def _is_added_aside(around: Around) -> bool:
    """35 万（本周新增）: the brackets behind it say that it came this week."""
    return patterns("values", "week_aside").match(around.seen, around.end) is not None
