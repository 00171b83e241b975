"""The name of a cycle: which days it stands for."""

from __future__ import annotations

from datetime import date

from assistant.language.figures.dates import find_dates
from assistant.language.script import fold
from assistant.patterns import lazy

LONGEST = 366  # days
_JOINTS = lazy(r"\b(?:to|and)\b|财年|[\s\-–—~/至到]")  # between the parts of a cycle's name
_MONTH = lazy(r"\d{4}-\d")


def is_time(name: str) -> bool:
    """Whether a name is a time and nothing else: `2027-Q1`, `FY27 H2`, `2027年上半年`."""
    folded = fold(name)
    rest = list(_text(name))
    times = find_dates("".join(rest))
    for time in times:
        rest[time.span.start : time.span.end] = " " * (time.span.end - time.span.start)
    no_month = _MONTH.match(folded) and times and not times[0].start
    return bool(times) and not _JOINTS.sub("", "".join(rest)) and not no_month


def days_of(name: str | None) -> tuple[date, date] | None:
    """The first and the last day that a name stands for; none for a fiscal year."""
    if name is None or not is_time(name):
        return None
    times = find_dates(_text(name))
    first, last = times[0].start, times[-1].end
    return (first, last) if first and last else None


def is_too_long(first: date, last: date) -> bool:
    """Whether it is more than a year."""
    return (last - first).days >= LONGEST


def _text(name: str) -> str:
    folded = fold(name)
    return folded if folded.isascii() else folded.replace(" ", "")
