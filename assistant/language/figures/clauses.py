"""The parts of a line between commas, semicolons and full stops."""

from __future__ import annotations

from assistant.models import Span
from assistant.patterns import lazy

# A comma between digits belongs to the number; a full stop ends a clause only before a blank.
_BREAK = lazy(r"[,;。;!?\n.](?:(?<=,)(?![0-9]{3}(?![0-9]))|(?<=\.)(?= |$)|(?<=[;。!?\n]))")


def find_clauses(folded: str) -> tuple[Span, ...]:
    """The clauses of a line, without their marks and outer blanks; empty ones are left out."""
    edges = [0]
    for match in _BREAK.finditer(folded):
        edges += match.span()
    edges.append(len(folded))
    spans = (trimmed(folded, a, b) for a, b in zip(edges[::2], edges[1::2], strict=True))
    return tuple(span for span in spans if span)


def trimmed(text: str, start: int, end: int) -> Span | None:
    """A piece of a line without its outer blanks; None when nothing is left."""
    piece = text[start:end]
    kept = piece.strip()
    if not kept:
        return None
    start += piece.index(kept)
    return Span(start=start, end=start + len(kept))
