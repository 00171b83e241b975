"""Where a straight line through the check-ins ends, and how surely.

Ordinary least squares of progress on the day. The prediction interval at day x0 is
y0 ± t · s · sqrt(1 + 1/n + (x0 - mean)² / Sxx), with Student's t at n - 2 degrees of freedom and
s² = SSE / (n - 2).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from assistant.models.summary import KeyResultState
from assistant.models.thresholds import Thresholds


@dataclass(frozen=True, slots=True)
class Line:
    """A fitted line read at one day: its value there, and half the prediction interval."""

    at: float
    margin: float
    slope: float
    points: int


def fit(points: Sequence[tuple[float, float]], x0: float, surely: float) -> Line:
    """The least-squares line through points at different days, read at `x0`.

    Args:
        points: Day and progress; three or more, not all on one day.
        x0: The day to read it at.
        surely: How much of what comes the interval holds, e.g. 0.8.
    """
    n = len(points)
    mean_x = sum(x for x, _ in points) / n
    mean_y = sum(y for _, y in points) / n
    sxx = sum((x - mean_x) ** 2 for x, _ in points)
    slope = sum((x - mean_x) * (y - mean_y) for x, y in points) / sxx
    sse = sum((y - mean_y - slope * (x - mean_x)) ** 2 for x, y in points)
    spread = math.sqrt(sse / (n - 2) * (1 + 1 / n + (x0 - mean_x) ** 2 / sxx))
    margin = student_t((1 + surely) / 2, n - 2) * spread
    return Line(mean_y + slope * (x0 - mean_x), margin, slope, n)


def may_reach(state: KeyResultState) -> bool:
    """Whether the target lies within the range of a forecast, so that it may be reached yet."""
    found, target = state.forecast, state.target
    if found is None or target is None or found.low is None or found.high is None:
        return False
    return min(found.low, found.high) <= target <= max(found.low, found.high)


def enough(days: Sequence[float], limits: Thresholds) -> bool:
    """Whether there are points enough, over days enough, for a forecast."""
    few = len(days) < limits.forecast_points
    return not few and max(days) - min(days) >= limits.forecast_days


@cache
def student_t(p: float, freedom: int) -> float:
    """The quantile of Student's t: the t below which a share `p` (0.5 to 1) lies."""
    low, high = 0.0, 1.0
    while _below(high, freedom) < p:
        high *= 2
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (middle, high) if _below(middle, freedom) < p else (low, middle)
    return (low + high) / 2


def _below(t: float, freedom: int) -> float:
    """The share of Student's t below a positive t."""
    return 1 - _incomplete_beta(freedom / (freedom + t * t), freedom / 2, 0.5) / 2


def _incomplete_beta(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function, by its continued fraction."""
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    log_front = (
        math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    )
    if x > (a + 1) / (a + b + 2):
        return 1 - math.exp(log_front) * _fraction(1 - x, b, a) / b
    return math.exp(log_front) * _fraction(x, a, b) / a


def _fraction(x: float, a: float, b: float) -> float:
    """Lentz's method for the continued fraction of the incomplete beta function."""
    c, d = 1.0, 1 / _not_zero(1 - (a + b) * x / (a + 1))
    value = d
    for m in range(1, 300):
        for factor in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1 / _not_zero(1 + factor * d)
            c = _not_zero(1 + factor / c)
            value *= c * d
        if abs(c * d - 1) < 1e-14:
            break
    return value


def _not_zero(value: float) -> float:
    return value if abs(value) > 1e-300 else 1e-300
