"""The places in a line that a rule may point at, by name."""

from __future__ import annotations

from typing import Literal

from assistant.language.reading import KeyResultReading, LineReading, ObjectiveReading, Role
from assistant.models import Span

Mark = Literal[
    "activity",
    "all_or_none",
    "kind_words",
    "maintained",
    "metric",
    "parts",
    "quantity",
    "relative",
    "standard",
    "target",
    "task_words",
]


def find_mark(reading: KeyResultReading | ObjectiveReading, mark: Mark) -> Span | None:
    """The words of a line that bear this mark."""
    if mark == "parts":
        return _around(reading.parts)
    if mark == "quantity":
        return _around(tuple(quantity.span for quantity in reading.quantities))
    if mark == "target":
        return _target(reading)
    found: Span | None = getattr(reading, mark, None)
    return found


def _around(spans: tuple[Span, ...]) -> Span | None:
    return Span(start=spans[0].start, end=spans[-1].end) if spans else None


def _target(reading: LineReading) -> Span | None:
    wanted = (Role.TARGET, Role.CHANGE)
    return next((number.span for number in reading.quantities if number.role in wanted), None)
