"""From words of a line as it was read back to the characters of the source."""

from __future__ import annotations

from html import unescape

from assistant.models import At, Span
from assistant.patterns import lazy

# What reading takes off between two characters of a line: a link's address, a tag, signs.
_TAKEN_OFF = lazy(
    r"\]\([^()\n]{0,2000}\)|\]\[[^\[\]\n]{0,200}\]|<[^<>\n]{0,500}>|!?\[|[\s*_`~\\\]>|]"
)
_ENTITY = lazy(r"&#?\w{1,20};")


def source_span(source: str, at: At, text: str, span: Span) -> tuple[int, int] | None:
    """Where `text[span.start:span.end]` stands in the source.

    Args:
        source: The source as text, as `Draft.text` has it.
        at: Where the line's text starts.
        text: The line's text as it was read.
        span: The words in it.

    Returns:
        Start and end in characters of the source, or None where the words cannot be traced.
    """
    start = _offset(source, at)
    if start is None or span.end > len(text) or span.start > span.end:
        return None
    if not source.startswith(text, start):
        line_end = source.find("\n", start)
        found = source.find(text, start, None if line_end < 0 else line_end)
        if found < 0:
            return _walk(source, start, text, span)
        start = found
    return start + span.start, start + span.end


def _offset(source: str, at: At) -> int | None:
    """The offset of a place; a table's column counts cells, so there the line's start serves."""
    start = 0
    for _ in range(at.line - 1):
        start = source.find("\n", start) + 1
        if not start:
            return None
    end = source.find("\n", start)
    length = (end if end >= 0 else len(source)) - start
    return start + at.column - 1 if at.column <= length + 1 else None


def _walk(source: str, start: int, text: str, span: Span) -> tuple[int, int] | None:
    """Find each character of the text in turn, passing over what was taken off between them."""
    begin = position = start
    for index in range(span.end):
        found = _next(source, position, text, index)
        if found is None:
            return None
        if index <= span.start:
            begin = found[0]
        position = found[1]
    return (begin, position) if span.start < span.end else (position, position)


def _next(source: str, position: int, text: str, index: int) -> tuple[int, int] | None:
    """Start and end in the source of the text's character at `index`."""
    place, char = position, text[index]
    while place < len(source):
        entity = _ENTITY.match(source, place)
        if entity and unescape(entity[0]) == char and not text.startswith(entity[0], index):
            return entity.span()
        if source[place] == char or (char.isspace() and source[place].isspace()):
            return place, place + 1
        if not (taken_off := _TAKEN_OFF.match(source, place)):
            break
        place = taken_off.end()
    # A space may stand for nothing in the source: two lines joined, or a tag between words.
    return (position, position) if char.isspace() else None
