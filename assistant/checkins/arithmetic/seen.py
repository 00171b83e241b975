"""What is known of a key result on a day, and what of it can be told without a formula."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from assistant.checkins.arithmetic.goal import Goal
from assistant.checkins.arithmetic.history import Point
from assistant.checkins.calendar import CycleDays
from assistant.models import ObjectiveKind
from assistant.models.cycle import CheckIn
from assistant.models.thresholds import Thresholds
from assistant.parsing.values import is_nothing


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of a key result on a day: its goal, its check-ins, the cycle, the limits."""

    goal: Goal
    points: Sequence[Point]
    days: CycleDays
    as_of: date
    limits: Thresholds
    aspires: ObjectiveKind | None = None
    # What others work out of it, once, by name: many parts of a report ask for the same.
    worked_out: dict[str, Any] = field(init=False, default_factory=dict, compare=False, repr=False)

    @property
    def last(self) -> Point | None:
        """The last check-in."""
        return self.points[-1] if self.points else None

    @property
    def valued(self) -> list[Point]:
        """The check-ins that give a value."""
        return [point for point in self.points if point.value is not None]

    def before(self, days: int) -> Seen:
        """The same some days earlier, measured against the target of today."""
        if not days:
            return self
        day = self.as_of - timedelta(days=days)
        points = [point for point in self.points if point.checkin.date <= day]
        # Of what day the set's own value is, nobody says: it is not last week's.
        goal = replace(self.goal, source=self.goal.source.model_copy(update={"current": None}))
        return Seen(goal, points, self.days, day, self.limits, self.aspires)


def confidences(seen: Seen) -> list[float]:
    """The confidence of each check-in that states one."""
    return [p.checkin.confidence for p in seen.points if p.checkin.confidence is not None]


def last_with(seen: Seen, field: str) -> CheckIn | None:
    """The last check-in that tells a field."""
    told = (point.checkin for point in reversed(seen.points))
    return next((one for one in told if getattr(one, field) is not None), None)


def doubted_last(seen: Seen) -> Point | None:
    """The last check-in that tells a figure, where that is hard to believe."""
    told = [one for one in seen.points if one.value is not None or one.doubted is not None]
    return told[-1] if told and told[-1].doubted is not None else None


def is_closed(seen: Seen) -> bool:
    """Whether the key result or its cycle is over."""
    closed_on = seen.goal.closed_on
    return seen.days.is_over(seen.as_of) or (closed_on is not None and closed_on <= seen.as_of)


def said(words: str | None) -> str | None:
    """Words that say something: not blank, not "none"."""
    return None if is_nothing(words or "") else (words or "").strip()
