"""A number that takes back the one before it: 38 - wait, 36; 写错了，是 2.3 小时."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.checkins.reading.clauses import Clause
from assistant.checkins.reading.figure import Figure, Role
from assistant.checkins.reading.lexicon import before, patterns
from assistant.checkins.reading.measures import Measured
from assistant.checkins.reading.numbers import is_same_noun
from assistant.checkins.reading.unreal import unnamed
from assistant.language.reading import QuantityKind as Kind

_REACH, _LONG = 40, 120
_LEAD = 8  # signs in front of "wait" that tell nothing of their own


def take_back(figures: Sequence[Figure], seen: str, measured: Measured) -> None:
    """Values in front of a corrected one are no values any more."""
    for i, figure in enumerate(figures):
        before_it = figures[:i]
        said = _corrects(figure, before_it, seen) or _late(figure, before_it, seen)
        said = said or _actual(figure, before_it, seen, measured)
        if said is None or not _is_alike(figure, figures[:i], measured):
            continue
        figure.role, figure.sure = Role.VALUE, True
        figure.corrects = [said.start()] if _only_corrects(said.start(), seen) else []
        figure.told_from = said.start()
        for other in figures[:i]:
            if other.role is Role.VALUE:
                other.role = Role.OTHER
                figure.corrects.append(other.start)


def _corrects(figure: Figure, earlier: Sequence[Figure], seen: str) -> re.Match[str] | None:
    """The words that say it; none where it is denied itself, or tells of something more."""
    start = max(earlier[-1].end if earlier else 0, figure.start - _REACH)
    denied = before("values", "taken_back").search(seen, start, figure.start)
    rest = seen[figure.end : min(figure.clause.end, figure.end + 2 * _REACH)]
    rest = rest.lstrip().removeprefix(figure.unit or " ")
    if denied or not patterns("values", "corrected_after").match(rest):
        return None
    return before("values", "corrected_before").search(seen, start, figure.start)


def _late(figure: Figure, earlier: Sequence[Figure], seen: str) -> re.Match[str] | None:
    """The words between a value and the one that takes its place, also where they count."""
    for value in (f for f in earlier if f.role is Role.VALUE and figure.start - f.end < _LONG):
        rest = seen[figure.end : min(figure.clause.end, figure.end + 2 * _REACH)]
        said = patterns("values", "late_correction").fullmatch(seen, value.end, figure.start)
        ends = patterns("values", "corrected_after").match(
            rest.lstrip().removeprefix(figure.unit or " ")
        )
        if said and ends:
            return said
    return None


def _actual(
    figure: Figure, earlier: Sequence[Figure], seen: str, measured: Measured
) -> re.Match[str] | None:
    """The words that set what is really so against a value: 实际系统里一次解决率是 68.4%."""
    if not any(f.role is Role.VALUE for f in earlier) or figure.role is not Role.VALUE:
        return None
    start = max(earlier[-1].end, figure.clause.start)
    head = " " * start + unnamed(seen[start : figure.start], measured)
    rest = seen[figure.end : figure.clause.end].lstrip().removeprefix(figure.unit or " ")
    ends = patterns("values", "corrected_after", "actual_after").match(rest)
    return before("values", "actual_before").search(head, start) if ends else None


def _is_alike(figure: Figure, earlier: Sequence[Figure], measured: Measured) -> bool:
    """Whether it is of the unit of the value in front of it, or counts what is measured."""
    if figure.unit and not is_same_noun(figure, measured):
        return False
    values = [f for f in earlier if f.role is Role.VALUE]
    loose = Kind.BARE in {figure.kind, *(f.kind for f in values)}
    return (
        not values or loose or any((f.kind, f.unit) == (figure.kind, figure.unit) for f in values)
    )


def _only_corrects(at: int, seen: str) -> bool:
    """Whether its clause opens with it, so that nothing else is told there."""
    opening = re.split(r"[,;:。.!?\n(]", seen[max(0, at - 2 * _LEAD) : at])[-1]
    return len(opening) <= _LEAD


def takes_back(figure: Figure, clause: Clause) -> bool:
    """Whether a clause only tells why a number takes the place of another."""
    if figure.told_from is None or clause.label is not None:
        return False
    return figure.told_from <= clause.start < figure.start
