"""Checks of wording: words of a list, length, placeholders."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from assistant.language.reading import LineReading
from assistant.models import Span
from assistant.rules.kinds.base import Hit, Line, LineCheck, Rubric, at


class WordsCheck(LineCheck):
    """A word of a list stands in the line, by choice only where its clause has no number."""

    kind: Literal["words"]
    words: str
    unless_number_follows: bool = False
    most: int = 1

    facts: ClassVar[frozenset[str]] = frozenset({"words"})

    def word_lists(self) -> tuple[str, ...]:
        """The list that is searched."""
        return (self.words,)

    def find(self, line: Line, rubric: Rubric) -> Iterator[Hit]:
        """A hit for each of the first `most` words that count."""
        if line.reading is None:
            return
        spans = [span for span in rubric.words(self.words).find(line.reading.folded)]
        if self.unless_number_follows:
            spans = [span for span in spans if not number_follows(line.reading, span)]
        named = ", ".join(line.reading.text[span.start : span.end] for span in spans[:3])
        for span in spans[: self.most]:
            yield at(line, span, words=named)


class LengthCheck(LineCheck):
    """The line is longer than can be remembered: Latin words and Chinese characters."""

    kind: Literal["length"]
    limit_en: str | int
    limit_zh: str | int

    facts: ClassVar[frozenset[str]] = frozenset({"count", "limit"})

    def limits(self) -> tuple[str, ...]:
        """The limits in words and in characters."""
        return tuple(name for name in (self.limit_en, self.limit_zh) if isinstance(name, str))


class PlaceholderCheck(LineCheck):
    """A placeholder is left to fill."""

    kind: Literal["placeholder"]

    def find(self, line: Line, rubric: Rubric) -> Iterator[Hit]:
        """One hit at the first placeholder."""
        if line.reading is not None and line.reading.placeholders:
            yield at(line, line.reading.placeholders[0])


def number_follows(reading: LineReading, span: Span) -> bool:
    """Whether a number stands in the clause of these words, before or after them."""
    clause = next((part for part in reading.clauses if part.start <= span.start < part.end), None)
    start, end = (clause.start, clause.end) if clause else (0, len(reading.text))
    return any(start <= number.span.start < end for number in reading.quantities)
