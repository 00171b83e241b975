"""Plans in a few lines: "O1: Grow the club — 300 members, 5 courts", its key results behind it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from assistant.parsing.labels.marks import Role
from assistant.parsing.lines.text_lines import Line
from assistant.patterns import lazy

_LISTED = lazy(r"(?P<aim>[^—–]{2,60}?)(?:\s+[-–—]{1,2}\s+|\s?——\s?)(?P<list>[^—–]{6,200})")
_BETWEEN = lazy(r"\s*(?:[、；;，]|,(?=\s))\s*")
_FEWEST = 2


def spread_lists(lines: list[Line]) -> list[Line]:
    """Cut such lines where a text has several and none of them has a list below it."""
    over = [line for line, below in pairwise([*lines, None]) if line and _gathers(line, below)]
    if len(over) < _FEWEST or any(map(_is_result, lines)):
        return lines
    chosen = set(map(id, over))
    return [part for line in lines for part in (_spread(line) if id(line) in chosen else [line])]


def _is_result(line: Line) -> bool:
    return line.mark is not None and line.mark.role is Role.KEY_RESULT


def _is_objective(line: Line) -> bool:
    return line.mark is not None and line.mark.role is Role.OBJECTIVE and bool(line.mark.number)


def _gathers(line: Line, below: Line | None) -> bool:
    """Whether several values stand behind the dash of an objective, and no list below it."""
    if not _is_objective(line) or not (below is None or _is_objective(below) or _parted(below)):
        return False
    found = _LISTED.fullmatch(line.text.rstrip(".。"))
    pieces = _BETWEEN.split(found["list"]) if found else []
    valued = sum(any(map(str.isdigit, piece)) for piece in pieces)
    return len(pieces) >= _FEWEST and valued * 2 >= len(pieces) and valued >= 1


def _parted(below: Line) -> bool:
    return below.after_blank and not below.item and below.kind != "|"


def _spread(line: Line) -> Iterator[Line]:
    """The objective, and a line for each of the values behind it."""
    found = _LISTED.fullmatch(line.text.rstrip(".。"))
    if found is None:
        return
    begins = [0, *(match.end() for match in _BETWEEN.finditer(found["list"]))]
    pieces = _BETWEEN.split(found["list"])
    whole, line.text = line.column + found.start("list"), found["aim"]
    yield line
    for begin, piece in zip(begins, pieces, strict=True):
        part = Line(line.number, line.source, whole + begin, piece, line.indent + 2, "gathered")
        part.quoted, part.fence = line.quoted, line.fence
        yield part
