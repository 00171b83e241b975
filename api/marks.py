"""Where the words of a finding stand: in the draft as it was typed, and in the line itself."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from assistant.models import At, Finding, Severity, Span
from assistant.parsing.places import source_span

NEAR = 4  # signs of Markdown, escapes and line ends may stand between the characters of a line

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
        """Start and end in the draft; none where the words cannot be traced there."""
        if at is None or span is None or at.line > len(self._starts):
            return None
        begin = self._starts[at.line - 1]
        # Only what follows the line's start is looked at: a long draft has thousands of marks.
        near = self._text[begin : begin + at.column + NEAR * len(line)]
        found = source_span(near, At(line=1, column=at.column), line, span)
        return found and (self._units(begin + found[0]), self._units(begin + found[1]))

    def _units(self, offset: int) -> int:
        return offset + bisect_left(self._wide, offset)
