"""Values that were probably mistyped: asked about, never mended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.checkins.amounts import PERCENT
from assistant.checkins.goal import Goal
from assistant.checkins.history import Point
from assistant.models.thresholds import Thresholds

_WHOLE = 100.0


def odd_points(
    goal: Goal, points: Sequence[Point], limits: Thresholds
) -> Iterator[tuple[Point, float | None]]:
    """The check-ins whose value is hard to believe, each with the last value before it."""
    last: float | None = None
    for point in points:
        if point.value is None:
            continue
        if is_odd(goal, point.value, last, limits):
            yield point, last
        last = point.value


def is_odd(goal: Goal, value: float, last: float | None, limits: Thresholds) -> bool:
    """Whether a value is many times off all that is known, or far above a whole in percent."""
    ends = [end for end in (goal.baseline, goal.target) if end is not None]
    if not any(ends):
        return False
    known = [abs(one) for one in (*ends, last) if one]
    off, most = limits.odd_times, _WHOLE * limits.odd_percent
    if goal.unit.dimension == PERCENT and max(ends) <= _WHOLE and abs(value) > most:
        return True
    tiny = bool(value and goal.baseline) and abs(value) * off <= min(known)
    return tiny or abs(value) >= off * max(known)
