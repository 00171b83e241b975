"""When the phases of a plan run: its weeks fitted to the cycle, and the days of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from assistant.guides.statements import AREA, listed
from assistant.messages import say
from assistant.models import Language
from assistant.models.guide import GuideParameters, Size
from assistant.models.plans import Phase, Plan

QUARTER = 13  # weeks: for so many the plans are written
CLOSING = 10  # from this week on, a week is counted from the end
MONTHS = 3  # of a quarter
WEEK = timedelta(weeks=1)
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Term:
    """A stretch of time that a plan is laid over: the cycle, or a quarter of it.

    Week 1 is the first; week -1 is the one before it, and there is no week 0.
    """

    start: date | None = None
    end: date | None = None

    @property
    def weeks(self) -> int:
        """How many there are; a quarter's where the days are not known or are fewer."""
        return max(QUARTER, self._counted)

    @property
    def longer(self) -> bool:
        """Whether it is longer than a quarter by more than a few days."""
        return self._counted > QUARTER + 1

    @property
    def _counted(self) -> int:
        if self.start is None or self.end is None:
            return 0
        return round((self.end - self.start + DAY) / WEEK)

    def fitted(self, phase: Phase, size: Size) -> tuple[int, int]:
        """First and last week of a phase: near the end, at half-time, or as the plan has it."""
        if phase.longer:
            middle = (self.weeks + 1) // 2
            return middle, middle
        first, last = (
            week + self.weeks - QUARTER if week >= CLOSING else week for week in phase.weeks[size]
        )
        return first, last

    def days(self, first: int, last: int) -> tuple[date, date] | None:
        """The first and the last day of these weeks; the last week of all ends with the term."""
        if self.start is None:
            return None
        return self._begins(first), self._begins(last + 1 if last != -1 else 1) - DAY

    def _begins(self, week: int) -> date:
        start = self.start or date.min
        if week < 0:
            return start + week * WEEK
        if self.end is None or week <= self.weeks or self._counted < QUARTER:
            return start + (week - 1) * WEEK
        return self.end + DAY + (week - self.weeks - 1) * WEEK


def term_of(parameters: GuideParameters) -> Term:
    """The cycle."""
    return Term(parameters.start, parameters.end)


def terms_of(parameters: GuideParameters, plan: Plan) -> list[Term]:
    """What the plan is laid over: the cycle, or each quarter of it for one that repeats."""
    cycle = term_of(parameters)
    if not (plan.repeats and cycle.longer and cycle.start and cycle.end):
        return [cycle]
    count = max(1, round(cycle.weeks / QUARTER))
    starts = [_months_on(cycle.start, MONTHS * each) for each in range(count)]
    ends = [*(each - DAY for each in starts[1:]), cycle.end]
    return [Term(start, end) for start, end in zip(starts, ends, strict=True)]


def _months_on(day: date, months: int) -> date:
    """The same day so many months later, or the first of the next where there is none."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    try:
        return day.replace(year=year, month=month + 1)
    except ValueError:
        return _months_on(day.replace(day=1), months + 1)


def told_when(phase: Phase, terms: list[Term], size: Size, language: Language) -> str:
    """When a phase runs, in weeks and, where the first day of the cycle is known, in days."""
    first, last = terms[0].fitted(phase, size)
    weeks = _told_weeks(first, last, language)
    if len(terms) > 1:
        weeks = say(AREA, "plan.each_quarter", language, weeks=weeks)
    days = [days for term in terms if (days := term.days(*term.fitted(phase, size)))]
    if not days:
        return weeks
    told = (say(AREA, "plan.days", language, first=day, last=until) for day, until in days)
    return say(AREA, "plan.dated", language, weeks=weeks, days=listed(told, language))


def _told_weeks(first: int, last: int, language: Language) -> str:
    if last > 0:
        key = "week" if first == last else "weeks"
    elif last == -1:
        key = "just_before" if first == last else "last_before"
    else:
        key = "week_before" if first == last else "weeks_before"
    return say(AREA, f"plan.{key}", language, first=abs(first), last=abs(last))
