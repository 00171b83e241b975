"""Where a key result should be by now, and how far behind it is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assistant.checkins.calendar import CycleDays
from assistant.models import KeyResult, PlanPoint, Stage
from assistant.models.cycle import Status
from assistant.models.thresholds import Thresholds

STEADY = 1e-9  # 0.404 - 0.304 is a trace above 0.1 in binary


def planned(plan: Sequence[PlanPoint], days: CycleDays, day: date) -> float | None:
    """What the owner planned for a day: linear between the points.

    The start of the cycle stands for 0 and its end for 1 where the plan says nothing of them.
    """
    points = {point.date: point.progress for point in plan}
    for edge, progress in ((days.start, 0.0), (days.end, 1.0)):
        if edge and edge not in points and (not points or _outside(edge, points)):
            points[edge] = progress
    return _interpolated(sorted(points.items()), day)


def _outside(edge: date, points: dict[date, float]) -> bool:
    return edge < min(points) or edge > max(points)


def _interpolated(points: list[tuple[date, float]], day: date) -> float | None:
    if not points:
        return None
    before = [point for point in points if point[0] <= day]
    after = [point for point in points if point[0] >= day]
    if not before or not after:
        return (before or after)[-1 if before else 0][1]
    (first, low), (last, high) = before[-1], after[0]
    if first == last:
        return low
    return low + (high - low) * (day - first).days / (last - first).days


def staged(stages: Sequence[Stage], day: date) -> float | None:
    """The worth of the stages that were due by a day; None when no stage has a date."""
    dated = [stage for stage in stages if stage.due is not None]
    if not dated:
        return None
    return max((s.value for s in dated if s.due is not None and s.due <= day), default=0.0)


def asked_by(source: KeyResult, days: CycleDays, day: date) -> float | None:
    """What the owner's plan, else the dated stages, ask for by a day; None without either."""
    return planned(source.plan, days, day) if source.plan else staged(source.stages, day)


def pace_of(
    gap: float | None, elapsed: float | None, progress: float | None, limits: Thresholds
) -> Status | None:
    """On track, at risk or off track by the gap; late in the cycle a low progress is at risk."""
    if gap is None:
        return None
    if gap > limits.at_risk_gap + STEADY:
        return Status.OFF_TRACK
    behind = gap > limits.on_track_gap + STEADY
    return Status.AT_RISK if behind or late_low(elapsed, progress, limits) else Status.ON_TRACK


def late_low(elapsed: float | None, progress: float | None, limits: Thresholds) -> bool:
    """Whether most of the cycle is gone with less than half of the way made."""
    if elapsed is None or progress is None:
        return False
    return elapsed >= limits.late_elapsed and progress < limits.late_progress
