"""What a week is compared with: a week ago, only older things may have been known."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from assistant.checkins.arithmetic.goal import Place
from assistant.checkins.arithmetic.history import Point
from assistant.checkins.arithmetic.progress import clamped
from assistant.checkins.arithmetic.seen import Seen
from assistant.checkins.arithmetic.state import rounded
from assistant.checkins.arithmetic.team import WEEK, Team


def value_since(seen: Seen) -> date | None:
    """The day of the value that counted a week ago."""
    return _last(seen.before(WEEK).valued)


def confidence_since(seen: Seen) -> date | None:
    """The day of the confidence that counted a week ago."""
    points = seen.before(WEEK).points
    return _last([point for point in points if point.checkin.confidence is not None])


def rise(team: Team, place: Place) -> float | None:
    """How far progress rose on a week ago, held to 0..1 as it is in the mean of the headline."""
    now, before = team.states[place].progress, team.earlier[place].progress
    if now is None or before is None:
        return None
    return rounded(clamped(now) - clamped(before))


def old_values(team: Team) -> Iterator[tuple[Place, date]]:
    """The key results whose rise or fall is measured against a value that was old by then."""
    for place, seen in team.seen.items():
        day = value_since(seen)
        if rise(team, place) and day is not None and _was_old(team, day):
            yield place, day


def old_confidences(team: Team) -> Iterator[tuple[Place, date]]:
    """The same of their confidence."""
    for place, seen in team.seen.items():
        day = confidence_since(seen)
        moved = team.states[place].confidence != team.earlier[place].confidence
        if moved and day is not None and _was_old(team, day):
            yield place, day


def _was_old(team: Team, day: date) -> bool:
    """Whether what was told on a day was outdated a week ago."""
    borne = WEEK + team.limits.cadence_days + team.limits.grace_days
    return day < team.as_of - timedelta(days=borne)


def _last(points: list[Point]) -> date | None:
    return points[-1].checkin.date if points else None
