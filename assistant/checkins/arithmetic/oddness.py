"""Values that were probably mistyped: asked about, not counted, never mended."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.checkins.amounts import PERCENT
from assistant.checkins.arithmetic.goal import Goal
from assistant.models.thresholds import Thresholds

_WHOLE = 100.0
_NEAR = 2  # times, within which two values say about the same


def is_odd(goal: Goal, value: float, last: float | None, limits: Thresholds) -> bool:
    """Whether a value is many times off all that is known, or far above a whole in percent."""
    ends = _ends(goal)
    if not any(ends):
        return False
    known = [abs(one) for one in (*ends, last) if one]
    off, most = limits.odd_times, _WHOLE * limits.odd_percent
    if goal.unit.dimension == PERCENT and max(ends) <= _WHOLE and abs(value) > most:
        return True
    tiny = bool(value and goal.baseline) and abs(value) * off <= min(known)
    return tiny or abs(value) >= off * max(known)


def _ends(goal: Goal) -> list[float]:
    """Both ends of its way; of a maintained metric, of its band."""
    band = (goal.band.min, goal.band.max) if goal.band else ()
    return [end for end in (goal.baseline, goal.target, *band) if end is not None]


def near(one: float, other: float) -> bool:
    """Whether a second value says about the same as the first."""
    low, high = sorted((abs(one), abs(other)))
    return one * other > 0 and high <= _NEAR * low


def bounds_of(goal: Goal, values: Sequence[float | None]) -> tuple[float | None, float | None]:
    """What a metric cannot fall below or rise above, by all that is known of it.

    What was never negative does not become so; a share that never passed a whole is part of one.
    """
    known = [*_ends(goal), *(one for one in values if one is not None)]
    if not known:
        return None, None
    whole = goal.unit.dimension == PERCENT and max(known) <= _WHOLE
    return (0.0 if min(known) >= 0 else None), (_WHOLE if whole else None)
