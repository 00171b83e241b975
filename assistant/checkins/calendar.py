"""Where in its cycle a day stands."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, datetime


def today() -> date:
    """The day of the call, where the service or the command runs."""
    return datetime.now().date()


@dataclass(frozen=True, slots=True)
class CycleDays:
    """First and last day of a cycle; None where they are unknown or the wrong way round."""

    start: date | None
    end: date | None

    @classmethod
    def of(cls, start: date | None, end: date | None) -> CycleDays:
        """The two days; an end that is not after the start is no end."""
        if start and end and end <= start:
            return cls(start, None)
        return cls(start, end)

    def elapsed(self, day: date) -> float | None:
        """The share of the cycle that is gone on a day, 0 to 1."""
        if self.start is None or self.end is None:
            return None
        share = (day - self.start).days / (self.end - self.start).days
        return min(1.0, max(0.0, share))

    def week(self, day: date) -> int | None:
        """The week that a day is in, from 1; 0 before the cycle, the last one after it."""
        if self.start is None:
            return None
        week = max(0, (day - self.start).days // 7 + 1)
        weeks = self.weeks
        return week if weeks is None else min(week, weeks)

    @property
    def weeks(self) -> int | None:
        """How many weeks the cycle has, a begun one being one."""
        if self.start is None or self.end is None:
            return None
        return math.ceil(((self.end - self.start).days + 1) / 7)

    def has(self, day: date) -> bool:
        """Whether a day is in the cycle, as far as its ends are known."""
        begun = self.start is None or day >= self.start
        return begun and not self.is_over(day)

    def is_over(self, day: date) -> bool:
        """Whether the cycle has ended before a day."""
        return self.end is not None and day > self.end
