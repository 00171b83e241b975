"""Entries of days that have not come, or that are not in the cycle: told when they are added."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from assistant.checkins import calendar
from assistant.checkins.arithmetic.team import label
from assistant.checkins.calendar import CycleDays
from assistant.checkins.wording import AREA
from assistant.errors import UsageError
from assistant.messages import say
from assistant.models import Language
from assistant.models.cycle import Change, CheckIn, CycleRecord
from assistant.rules.kinds.fields import cycle_bounds

ELSEWHERE = timedelta(days=1)  # where others type, the next day may have begun


def misdated(
    record: CycleRecord,
    entries: Iterable[CheckIn | Change],
    language: Language,
    *,
    ahead_of_us: timedelta = timedelta(),
    before_kept: bool = False,
) -> Iterator[str]:
    """What to know of the day of each entry that is ahead of today or outside the cycle.

    Args:
        record: The cycle that the entries are for.
        entries: Check-ins or changes; a change may well be agreed for a later day.
        language: Of what is told.
        ahead_of_us: How far the clocks of those who type may be ahead of ours.
        before_kept: Whether the entries can still be left out.
    """
    days = CycleDays.of(*cycle_bounds(record.set.cycle))
    last = calendar.today() + ahead_of_us
    mend = say(AREA, "misdated.asked" if before_kept else "misdated.mend", language)
    for entry in entries:
        found = _kind(entry, days, last)
        if found:
            told = {"label": label((entry.objective, entry.key_result)), "day": entry.date}
            about = say(AREA, found, language, start=days.start, end=days.end, **told)
            yield about if isinstance(entry, Change) else about + mend


def refuse_outside(record: CycleRecord, entry: CheckIn) -> None:
    """Do not take a check-in of a day outside the cycle, where it could never count.

    Raises:
        UsageError: With the days that can be meant.
    """
    days = CycleDays.of(*cycle_bounds(record.set.cycle))
    if days.has(entry.date):
        return
    reason = "outside_cycle" if days.start and days.end else "outside_cycle_open"
    raise UsageError(reason, field="--date", what=entry.date, start=days.start, end=days.end)


def _kind(entry: CheckIn | Change, days: CycleDays, last: date) -> str | None:
    if isinstance(entry, Change):
        return "misdated.change" if entry.date > last else None
    if not days.has(entry.date):
        known = days.start is not None and days.end is not None
        return "misdated.outside" if known else "misdated.outside.open"
    return "misdated.ahead" if entry.date > last else None
