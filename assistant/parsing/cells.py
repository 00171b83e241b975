"""What the cells of a table say, each read like a line."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from assistant.language.script import fold
from assistant.models import At
from assistant.parsing.columns import HEADER_ROWS, Cell, Columns, Row, find_header
from assistant.parsing.lines import Line, read_line, split_labels
from assistant.parsing.marks import Mark, Role
from assistant.parsing.names import data
from assistant.patterns import lazy

_RANKING = frozenset(("row_type", "rank", "parent"))
_MEASURED = frozenset(("baseline", "target", "current"))
_PEEK = 20
_WORDS = lazy(r"[^\W\d_]")


def roles_in(rows: list[Row]) -> frozenset[Role]:
    """What a table holds, by its header or the labels of its cells: objectives, key results."""
    start, columns = find_header(rows)
    if columns is None:
        return _labels_in(rows)
    ranked = columns.named.keys() & _RANKING or _labels_in(rows[start + 1 :])
    both = "title" in columns.named and bool(ranked)
    held = {Role.OBJECTIVE} if both or "objective" in columns.named else set()
    held |= _labels_in(rows[:start]) & {Role.OBJECTIVE}
    return frozenset(held | ({Role.KEY_RESULT} if both or columns.results else set()))


def _labels_in(rows: list[Row]) -> frozenset[Role]:
    marks = (line_of(cell, cell.text).mark for row in rows[:HEADER_ROWS] for cell in row)
    return frozenset(mark.role for mark in marks if mark)


def only_numbered(rows: list[Row], columns: Columns) -> bool:
    """Whether the cells of key results are their labels alone: `| **KR 1** | Ship it |`."""
    cells = [row[i] for row in rows[:_PEEK] for i in columns.results if i < len(row)]
    words = [cell for cell in cells if has_words(cell.text)]
    return bool(words) and all(map(label_alone, words))


def tells_rows_apart(rows: list[Row], columns: Columns) -> bool:
    """Whether a table of titles says which are objectives: a list of people or tasks does not."""
    if columns.named.keys() & _RANKING or columns.named.keys() & _MEASURED:
        return True
    cells = [cell for row in rows if (cell := columns.cell(row, "title"))]
    indented = any(cell.indent or cell.text[:1].isspace() for cell in cells)
    return indented or bool(_labels_in(rows) & {Role.OBJECTIVE, Role.KEY_RESULT})


def labels_objectives(rows: list[Row], columns: Columns) -> bool:
    """Whether only the objectives among the titles of a table have labels."""
    cells = [cell for row in rows if (cell := columns.cell(row, "title"))]
    roles = {mark.role for cell in cells if (mark := line_of(cell, cell.text).mark)}
    return Role.OBJECTIVE in roles and Role.KEY_RESULT not in roles


def is_total(cell: Cell) -> bool:
    """Whether it is the title of a row that sums up the others: "Average", "合计"."""
    return fold(cell.text).strip("*_` :") in data("marks")["totals"]


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


@cache
def _progress() -> frozenset[str]:
    return frozenset(data("marks")["progress"] + data("marks")["marked"])


def shown(row: Row) -> str:
    """The words of a row, for the list of what stayed unread."""
    return " | ".join(cell.text.strip() for cell in row if cell.text.strip())


def lines_of(cell: Cell) -> Iterator[tuple[Line, int]]:
    """The lines of a cell and where they start in it; several lines are several key results."""
    offset = 0
    for text in cell.text.split("\n"):
        if text.strip():
            yield from ((part, offset) for part in split_labels(line_of(cell, text)))
        offset += len(text) + 1


def line_of(cell: Cell, text: str) -> Line:
    """A text of a cell as a line."""
    return read_line(text.replace("\n", " "), cell.line)


def place_of(at: At, cell: Cell, offset: int = 0) -> At:
    """The place of words of a cell: in a text the character, in a sheet the cell."""
    column = cell.column + offset + at.column if cell.within else cell.column + 1
    return At(line=cell.line, column=column)
