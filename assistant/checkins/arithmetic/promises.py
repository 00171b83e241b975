"""What was promised, and what became of it: kept, not kept, overdue, not spoken of, to come."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum

from assistant.checkins.arithmetic.carrying import Ending, Thread, ended_of_week, open_threads
from assistant.checkins.arithmetic.seen import Seen


class Became(StrEnum):
    """What became of a promise by the day of the report, in the order in which it is told."""

    KEPT = "kept"
    BROKEN = "broken"
    OVERDUE = "overdue"
    OPEN = "open"
    NEXT = "next"


def promises_of(seen: Seen) -> Iterator[tuple[str, Became, Thread]]:
    """The promises that a report tells, each under the kind of its facts: kept1, open2."""
    counts = dict.fromkeys(Became, 0)
    told = [*ended_of_week(seen), *open_threads(seen)]
    for thread in filter(lambda one: one.is_promise, told):
        became = became_of(thread, seen)
        counts[became] += 1
        yield f"{became}{counts[became]}", became, thread


def became_of(thread: Thread, seen: Seen) -> Became:
    """Kept and not kept only where somebody said so; silence is neither."""
    if thread.ending is Ending.DONE:
        return Became.KEPT
    if thread.ended is not None:
        return Became.OPEN
    if thread.missed is not None:
        return Became.BROKEN
    if is_overdue(thread, seen.as_of):
        return Became.OVERDUE
    return Became.NEXT if _is_ahead(thread, seen) else Became.OPEN


def is_overdue(thread: Thread, as_of: date) -> bool:
    """Whether the day that was named is over."""
    return thread.due is not None and thread.due < as_of


def _is_ahead(thread: Thread, seen: Seen) -> bool:
    """Whether its day is to come; without one it is for the days until the next check-in."""
    if thread.due is not None:
        return True
    week = timedelta(days=seen.limits.cadence_days)
    return thread.heard is None and thread.day + week > seen.as_of
