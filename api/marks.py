"""Where the words of a finding stand: in the draft as it was typed, and in the line itself."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from assistant.models import At, Finding, Severity, Span

FARTHEST = 4_000  # marks of Markdown, escapes and line breaks may stand between

_RANK = {severity: rank for rank, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line's text, with the worst severity of what was found about it."""

    text: str
    severity: Severity | None


def pieces(text: str, findings: Iterable[Finding]) -> Iterator[Piece]:
    """The text of a line cut where marks begin and end."""
    spans = [(found.span, found.severity) for found in findings if found.span]
    cuts = sorted({0, len(text), *(cut for span, _ in spans for cut in (span.start, span.end))})
    for start, end in pairwise(cuts):
        over = [sev for span, sev in spans if span.start <= start and end <= span.end]
        yield Piece(text[start:end], min(over, key=_RANK.__getitem__, default=None))


class Places:
    """Turns spans of lines into offsets of the whole draft, counted as JavaScript counts.

    JavaScript counts UTF-16 units: a character beyond U+FFFF, as most emoji are, counts twice.
    """

    def __init__(self, text: str | None) -> None:
        self._text = text or ""
        self._starts = [0, *(match.end() for match in re.finditer("\n", self._text))]
        self._wide = [i for i, char in enumerate(self._text) if char > "\uffff"]

    def of(self, line: str, at: At | None, span: Span | None) -> tuple[int, int] | None:
        """Start and end in the draft; none where the words do not stand there as they are."""
        if at is None or span is None or at.line > len(self._starts):
            return None
        start = self._starts[at.line - 1] + at.column - 1 + span.start
        words = line[span.start : span.end]
        if not self._text.startswith(words, start):
            start = self._text.find(words, self._starts[at.line - 1], start + FARTHEST)
        if start < 0 or not words:
            return None
        return self._units(start), self._units(start + len(words))

    def _units(self, offset: int) -> int:
        return offset + bisect_left(self._wide, offset)
