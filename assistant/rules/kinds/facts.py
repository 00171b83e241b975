"""Checks that read a fact or a mark straight off a line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from pydantic import Field

from assistant.language.figures.placeholders import is_empty
from assistant.language.reading import LineReading
from assistant.rules.kinds.base import Context, Hit, Line, LineCheck, at
from assistant.rules.kinds.marks import Mark, find_mark

Fact = Literal["measurable", "kind", "baseline", "compound", "has_metric", "is_task"]


class FactCheck(LineCheck):
    """The line has this value of a fact; with several values, the value is the variant.

    A line that is not measurable because nothing but a placeholder stands in it is `empty`.
    """

    kind: Literal["fact"]
    fact: Fact
    values: list[str | bool] = Field(min_length=1)
    quote: Mark | None = None

    variants: ClassVar[frozenset[str]] = frozenset(
        {"output", "task", "target_only", "none", "empty"}
    )

    def find(self, line: Line, context: Context) -> Iterator[Hit]:
        """One hit when the fact has one of the values."""
        value = getattr(line.reading and line.reading.facts, self.fact, None)
        if line.reading is None or value not in self.values:
            return
        span = find_mark(line.reading, self.quote) if self.quote else None
        yield at(line, span, self._variant(line.reading, value))

    def _variant(self, reading: LineReading, value: object) -> str | None:
        empty = is_empty(reading.folded, reading.placeholders)
        if self.fact == "measurable" and empty:
            return "empty"
        return str(value) if len(self.values) > 1 else None


class MarkCheck(LineCheck):
    """The line bears a mark, e.g. a verb of keeping or a named standard."""

    kind: Literal["mark"]
    mark: Mark

    def find(self, line: Line, context: Context) -> Iterator[Hit]:
        """One hit when the mark is there."""
        if line.reading is not None and (span := find_mark(line.reading, self.mark)):
            yield at(line, span)
