"""The value, the change and the unit of a key result, chosen among the figures of its part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.checkins.reading.clauses import Clause
from assistant.checkins.reading.figure import Figure, Role
from assistant.checkins.reading.lexicon import patterns
from assistant.checkins.reading.measures import Measured
from assistant.checkins.reading.unit_names import are_apart
from assistant.language.figures.draft import Draft
from assistant.language.reading import QuantityKind as Kind
from assistant.models import Direction

_SAME, _NAMED, _LOOSE, _FOREIGN = 3.0, 1.1, 1.0, 0.9
_SURE, _TOTAL, _WEAK, _ASIDE, _ORDER = 2.0, 1.0, -3.0, -4.0, 0.2
_PLAUSIBLE, _HEADED = 1.0, 4.0
_LABELLED = 4.0
_WIDE = 1.5
_FAR, _HUNDRED, _TEN = 50, 100, 10
# What may be said of a metric of each kind; a bare number always may.
_ALIKE = {
    Kind.PERCENT: {Kind.PERCENT},
    Kind.POINTS: {Kind.POINTS, Kind.PERCENT},
    Kind.COUNT: {Kind.COUNT},
    Kind.MONEY: {Kind.MONEY},
    Kind.DURATION: {Kind.DURATION},
    Kind.SIZE: {Kind.SIZE},
    Kind.RATING: {Kind.RATING},
    Kind.MULTIPLE: {Kind.MULTIPLE},
    Kind.RANK: {Kind.RANK},
}
_MINUTES = "分"
_TURNS = frozenset("次遍回趟轮")


@dataclass(frozen=True, slots=True)
class Numbers:
    """What was chosen; `delta_figure` is none where the change is told in words (no change)."""

    value: Figure | None = None
    delta: float | None = None
    delta_figure: Figure | None = None
    unmoved: tuple[int, int] | None = None


def choose(figures: Sequence[Figure], measured: Measured, still: tuple[int, int] | None) -> Numbers:
    """The value and the change, by their roles, their units and what is plausible."""
    _mark_additions(figures, measured)
    _take_signed(figures, measured)
    value, left = _value(figures, measured), _still_open(figures, measured)
    value = value or _of_a_whole_week(figures, measured)
    if left and (value is None or (fits(left, measured) or 0) > (fits(value, measured) or 0)):
        value = left
    change = next((f for f in figures if f.role is Role.DELTA and _is_a_change(f, measured)), None)
    if change is not None:
        signed = _signed(change, measured)
        if signed is not None and not _in_other_unit(value, change, measured):
            return Numbers(value, signed, change)
    still = still or _same_as_before(value, figures)
    return Numbers(value, 0.0, None, still) if still else Numbers(value)


def _of_a_whole_week(figures: Sequence[Figure], measured: Measured) -> Figure | None:
    """Of what is counted week by week the last full one is the news, where nothing else is told."""
    roles = [f.role for f in figures if f.role is not Role.OTHER]
    weekly = patterns("values", "weekly").search(measured.folded)
    if roles != [Role.PREVIOUS] or not weekly:
        return None
    [figure] = (f for f in figures if f.role is Role.PREVIOUS)
    return None if figure.weak or fits(figure, measured) is None else figure


def _take_signed(figures: Sequence[Figure], measured: Measured) -> None:
    """NPS: +27 is no change where nothing else says how it stands; was -15 never is one."""
    may = patterns("values", "below_zero").search(measured.folded)
    if not may or measured.kind is Kind.PERCENT:
        return
    signed = [f for f in figures if f.role is Role.DELTA and f.signed]
    for figure in (f for f in signed if f.weak):
        figure.role = Role.PREVIOUS
    values = [f for f in figures if f.role is Role.VALUE and not f.clause.aside]
    first = next((f for f in signed if f.kind in (Kind.BARE, Kind.RATING)), None)
    if any(fits(f, measured) for f in values) or first is None or not first.stands:
        return
    if _plausible(first.value, measured) > 0:
        first.role, first.value = Role.VALUE, first.value * (first.sign or 1)
        for other in signed:  # NPS: +27 (last month +19)
            if other.role is Role.DELTA and (other.clause.aside or other.clause is first.clause):
                other.role = Role.PREVIOUS


def _same_as_before(value: Figure | None, figures: Sequence[Figure]) -> tuple[int, int] | None:
    """上周 79%，这周还是 79%: both are told, and they are the same."""
    if value is None:
        return None
    before = (f for f in figures if f.role is Role.PREVIOUS and f.value == value.value)
    same = next((f for f in before if f.unit == value.unit), None)
    return (min(same.start, value.start), max(same.end, value.end)) if same else None


def _still_open(figures: Sequence[Figure], measured: Measured) -> Figure | None:
    """Of a count that shall fall, what is left is where it stands."""
    if measured.direction is not Direction.DECREASE:
        return None
    return next((f for f in figures if f.remains and fits(f, measured)), None)


def _mark_additions(figures: Sequence[Figure], measured: Measured) -> None:
    """What came in this week, where the whole is told too: 共 18 支，这周搬了 3 支.

    Of a count that shall fall, what was done where the rest is told: 剩 9 件，本周结了 4 件.
    """
    _mark_comers(figures, measured)
    if not _adds_up(figures, measured):
        return
    values = [f for f in figures if f.role is Role.VALUE and fits(f, measured)]
    _mark_parts([f for f in values if not f.week and f.value != measured.target])
    falls = measured.direction is Direction.DECREASE
    left = falls and any(f.remains and fits(f, measured) for f in figures)
    for figure in values:
        if figure.week and left:
            figure.role, figure.sign = Role.DELTA, -1
            continue
        if figure.week and falls and measured.kind is Kind.MONEY:
            figure.role = Role.OTHER  # paid or billed: nobody says which way it goes
            continue
        whole = any(f.value > figure.value and not f.week for f in values)
        if figure.week and (whole or _is_too_few(figure, measured)):
            figure.role, figure.sign = Role.DELTA, 1


def _mark_comers(figures: Sequence[Figure], measured: Measured) -> None:
    """2,340 members, 96 joined this week: the part is a change."""
    counted = measured.kind is not Kind.MONEY
    came = [f for f in figures if counted and f.came and f.role is Role.VALUE]
    for figure in came:
        if any(f.value > figure.value and f.role is Role.VALUE and not f.came for f in figures):
            figure.role, figure.sign = Role.DELTA, 1


def _is_too_few(figure: Figure, measured: Measured) -> bool:
    """Whether a week's number is far below where a sum began, which cannot be all of it."""
    if measured.direction is not Direction.INCREASE or not measured.baseline:
        return False
    return figure.value < measured.baseline / 2


def _adds_up(figures: Sequence[Figure], measured: Measured) -> bool:
    """Whether weeks add up to where it stands; of a bare number the words have to say so."""
    if patterns("values", "anew").search(measured.folded):
        return False
    told = patterns("values", "adds_up").search(measured.folded) or any(f.total for f in figures)
    bare = measured.kind in (None, Kind.BARE) and bool(told)
    return bare or measured.kind in (Kind.COUNT, Kind.MONEY)


def _mark_parts(values: Sequence[Figure]) -> None:
    """What stands in front of the total of its sentence is none: 新签 1 家，共 14 家."""
    for figure, whole in pairwise(values):
        one, other = figure.clause, whole.clause
        near = (one.line, one.sentence) == (other.line, other.sentence) and not other.aside
        added = whole.total and not figure.total and figure.value < whole.value
        if near and added and (figure.kind, figure.unit) == (whole.kind, whole.unit):
            figure.role = Role.OTHER


def _value(figures: Sequence[Figure], measured: Measured) -> Figure | None:
    found = [f for f in figures if f.role is Role.VALUE]
    ranked = [
        (score, f) for i, f in enumerate(found) if (score := _score(f, i, measured)) is not None
    ]
    return max(ranked, key=lambda pair: pair[0])[1] if ranked else None


def _score(figure: Figure, order: int, measured: Measured) -> float | None:
    """How well a figure suits as the value; None where it cannot be one."""
    fit = fits(figure, measured)
    if fit is None:
        return None
    score = fit - order * _ORDER
    score += _HEADED if figure.named else 0.0
    score += (_SURE if figure.sure else 0.0) + (_TOTAL if figure.total else 0.0)
    whole = figure.clause.aside and figure.value == measured.target  # 6 场（共 15 场）
    score += (_WEAK if figure.weak else 0.0) + (2 * _WEAK if whole else 0.0)
    score += _LABELLED if figure.clause.own and figure.clause.label == "value" else 0.0
    score += _ASIDE if figure.clause.aside and not figure.total else 0.0
    return score + _plausible(figure.value, measured)


def fits(figure: Figure, measured: Measured) -> float | None:
    """How well the unit suits the metric; None where it does not."""
    if measured.kind is None:
        return _LOOSE if measured.scopes or _is_stated(figure) else None
    if figure.others and measured.kind is not Kind.BARE:
        return None
    if figure.kind is Kind.PERCENT and _counts_more(measured):
        return None  # 40 % of them are in Berlin
    if Kind.BARE in (figure.kind, measured.kind):
        named = figure.kind is Kind.COUNT and (figure.unit or "?") in measured.name
        loose = _NAMED if named else _LOOSE if is_same_noun(figure, measured) else _FOREIGN
        return None if _is_far_off(figure, measured) else loose
    if figure.kind in _ALIKE[measured.kind]:
        if are_apart(figure.unit, measured.unit):
            return None
        return _SAME if is_same_noun(figure, measured) else _LOOSE
    minutes = figure.unit == _MINUTES and measured.kind is Kind.DURATION
    counted = figure.kind is Kind.RATING and measured.kind is Kind.COUNT and not minutes
    return _SAME if minutes else _LOOSE if counted else None


def has_value(clause: Clause, drafts: Sequence[Draft], measured: Measured) -> bool:
    """Whether a clause has a number that may be where the metric stands."""
    kinds = _ALIKE.get(measured.kind or Kind.BARE, set()) | {Kind.BARE}
    return any(clause.start <= d.start < clause.end and d.kind in kinds for d in drafts)


def _counts_more(measured: Measured) -> bool:
    """Whether a bare number is counted that no percentage can be: up to 2,000."""
    return measured.kind is Kind.BARE and (measured.target or 0) > _HUNDRED


def _is_far_off(figure: Figure, measured: Measured) -> bool:
    """600k is no number of days."""
    known = [abs(v) for v in (measured.baseline, measured.target) if v]
    if not known:
        return False
    scored = max(known) <= _TEN and any(v % 1 for v in known)  # 4.1 to 4.6: 38 came in
    return figure.value > (max(_TEN, 2 * max(known)) if scored else _FAR * max(known))


def _is_stated(figure: Figure) -> bool:
    """Whether a number is clearly meant where no metric is named: 60%, 3 of 8, now 5."""
    labelled = figure.clause.own and figure.clause.label == "value"
    return figure.kind is Kind.PERCENT or figure.sure or figure.part or labelled


def is_same_noun(figure: Figure, measured: Measured) -> bool:
    """Whether a count is of what is measured, as far as words say; other kinds always are."""
    if figure.kind is not Kind.COUNT or figure.unit is None:
        return True
    if figure.unit.isascii():
        return figure.unit[:4] in measured.folded
    return measured.unit is None or figure.unit == measured.unit


def _plausible(value: float, measured: Measured) -> float:
    """Whether the value lies about where the metric starts and shall end."""
    known = [v for v in (measured.baseline, measured.target) if v is not None]
    if not known:
        return 0.0
    low, high = min(known), max(known)
    room = max(high - low, abs(high)) * _WIDE
    return _PLAUSIBLE if low - room <= value <= high + room else -_PLAUSIBLE


def _is_a_change(figure: Figure, measured: Measured) -> bool:
    if (figure.unit or "").isascii() and not is_same_noun(figure, measured):
        return False
    if figure.unit in _TURNS and measured.unit not in (None, figure.unit):
        return False  # sent back twice
    if measured.kind is Kind.PERCENT and figure.kind is Kind.BARE and figure.noun:
        return False
    if measured.kind is Kind.PERCENT:
        return figure.kind in (Kind.POINTS, Kind.PERCENT, Kind.BARE) or _are_points(figure)
    if measured.kind is Kind.RATING and figure.kind is Kind.POINTS:
        return True
    return fits(figure, measured) is not None


def _are_points(figure: Figure) -> bool:
    return figure.kind is Kind.RATING and figure.unit in ("points", "分")


def _in_other_unit(value: Figure | None, change: Figure, measured: Measured) -> bool:
    """8.5 minutes, 30 seconds faster: one unit holds for both; a bare value is in the metric's."""
    own = value and (value.unit or measured.unit)
    if value and change.kind is Kind.PERCENT and Kind.PERCENT not in (value.kind, measured.kind):
        return value.kind is not Kind.POINTS  # 16,500, 8 % more
    if value is None or own is None or change.unit is None:
        return False
    kinds = (value.kind, Kind.DURATION if value.kind is Kind.BARE else change.kind)
    return Kind.DURATION in kinds and change.kind is Kind.DURATION and own != change.unit


def _signed(figure: Figure, measured: Measured) -> float | None:
    if figure.value == 0 and figure.clause.label == "delta":
        return 0.0
    if figure.sign is not None:
        return figure.sign * figure.value
    if figure.better is None:
        return None
    rises = measured.direction is not Direction.DECREASE
    return figure.value if rises is figure.better else -figure.value
