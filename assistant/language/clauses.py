"""The parts of a line between commas, semicolons and full stops."""

from __future__ import annotations

import re

from assistant.models import Span

# A comma between digits belongs to the number, a full stop only ends a clause before a blank.
_BREAK = re.compile(r",(?!\d{3}(?!\d))|[;。;!?、\n]|\.(?= |$)|:(?!\d)")


def find_clauses(folded: str) -> tuple[Span, ...]:
    """The clauses of a line, without their marks and outer blanks; empty ones are left out."""
    edges = [0]
    for match in _BREAK.finditer(folded):
        edges += [match.start(), match.end()]
    edges.append(len(folded))
    spans = (_stripped(folded, a, b) for a, b in zip(edges[::2], edges[1::2], strict=True))
    return tuple(span for span in spans if span.end > span.start)


def _stripped(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    return Span(start=start, end=max(start, start + len(piece.strip())))
