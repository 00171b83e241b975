"""The texts of single cells: their lines, their labels, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from assistant.language.script import fold
from assistant.models import At
from assistant.parsing.labels.marks import Mark
from assistant.parsing.lines.entries import numbered_within
from assistant.parsing.lines.splitting import split_entries
from assistant.parsing.lines.text_lines import Line, read_line
from assistant.parsing.names import data
from assistant.parsing.tables.columns import Cell, Row
from assistant.parsing.tables.header_rows import names_status
from assistant.parsing.values import lacks_value
from assistant.patterns import lazy

_BREAK = lazy(r"<br ?/?>", re.IGNORECASE)
_WORDS = lazy(r"[^\W\d_]")


def label_alone(cell: Cell) -> Mark | None:
    """The label of a cell that holds nothing else."""
    line = line_of(cell, cell.text)
    return line.mark if line.mark and not line.text.strip("*_ ") else None


def row_label(row: Row) -> Mark | None:
    """The label that a row has in a cell of its own: `| KR1 | Ship it |`."""
    return next((mark for cell in row if (mark := label_alone(cell))), None)


def has_words(text: str) -> bool:
    """Whether a cell says anything: "x", "0.4" and "done" only tell how a key result goes."""
    return _WORDS.search(text) is not None and fold(text).strip("*_` ") not in _progress()


def says_result(text: str) -> bool:
    """Whether a cell under key results holds one, be it one whose words are still to come."""
    return has_words(text) or fold(text).strip("*_`[] ") in data("marks")["to_come"]


@cache
def _progress() -> frozenset[str]:
    return frozenset(data("marks")["progress"] + data("marks")["marked"])


def lines_of(cell: Cell, *, one: bool = False) -> Iterator[tuple[Line, int]]:
    """The lines of a cell and where they start in it; several lines are several key results.

    Args:
        cell: The cell.
        one: Whether its row has a label for one key result, so that "①… ②…" are parts of it.
    """
    offset = 0
    if one and numbered_within(fold(cell.text)) and not _BREAK.search(cell.text):
        yield Line(cell.line, cell.text, 0, cell.text), 0
        return
    for text in _BREAK.sub(_as_long, cell.text).split("\n"):
        if text.strip():
            yield from ((part, offset) for part in split_entries(line_of(cell, text)))
        offset += len(text) + 1


def are_results(found: list[Line]) -> list[bool]:
    """Which lines of a cell that tells how far it is are key results.

    Where the first of several is numbered, only those that are: the others tell of them.
    """
    numbered = [line.item for line in found]
    counted = sum(numbered) > 1 and numbered[0]
    return numbered if counted else [True] * len(found)


_HOW_FAR = lazy(r"(?<!\d)`?\d{1,3} ?[%％]`?$")
_LONGEST_SHARE = 8


def take_off_how_far(line: Line) -> list[str]:
    """Take the share that is done off a line; what was taken off. "… from 20% to 40%" has none."""
    text = line.text.rstrip()
    match = _HOW_FAR.search(text, max(len(text) - _LONGEST_SHARE, 0))
    if match is None or lacks_value(text[: match.start()]):
        return []
    line.text = text[: match.start()].rstrip()
    return [match[0].strip(" `")]


def _as_long(tag: re.Match[str]) -> str:
    """A line break in place of a tag; what follows keeps its place."""
    return "\n".ljust(len(tag[0]))


def line_of(cell: Cell, text: str) -> Line:
    """A text of a cell as a line; "KR status" is a header, no key result with its label."""
    line = read_line(text.replace("\n", " "), cell.line)
    if line.mark and names_status(text):
        line.without_mark()
    return line


def place_of(at: At, cell: Cell, offset: int = 0) -> At:
    """The place of words of a cell: in a text the character, in a sheet the cell."""
    column = cell.column + offset + at.column if cell.within else cell.column + 1
    return At(line=cell.line, column=column)
