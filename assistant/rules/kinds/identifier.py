"""A check for numbers that identify a person."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from assistant.models import Span
from assistant.patterns import lazy
from assistant.rules.kinds.base import Context, Hit, Line, LineCheck, at

# Chinese identity cards and mobile phones are told by their form alone.
_BY_FORM = lazy(r"(?<!\d)(?:[1-9]\d{16}[0-9x]|1[3-9]\d{9})(?![0-9a-z])")
_NUMBER = lazy(r"[ :#.是为]{0,3}[a-z]{0,3}\d{4,20}")


class IdentifierCheck(LineCheck):
    """A number that identifies a person, by its own form or by the words of `labels` before it."""

    kind: Literal["identifier"]
    labels: str

    def word_lists(self) -> tuple[str, ...]:
        """What stands before such a number."""
        return (self.labels,)

    def find(self, line: Line, context: Context) -> Iterator[Hit]:
        """One hit at the first such number."""
        if line.reading is None:
            return
        folded = line.reading.folded
        if formed := _BY_FORM.search(folded):
            yield at(line, Span(start=formed.start(), end=formed.end()))
            return
        for label in context.words(self.labels).find(folded):
            if number := _NUMBER.match(folded, label.end):
                yield at(line, Span(start=label.start, end=number.end()))
                return
