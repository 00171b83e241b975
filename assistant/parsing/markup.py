"""Tables inside a text, written with pipes or as HTML, as rows of cells with their places."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import islice

from assistant.parsing.cells import roles_in
from assistant.parsing.columns import MOST_COLUMNS, Cell, Row, read_header
from assistant.parsing.marks import Role
from assistant.patterns import lazy

_MAY_HOLD = lazy(r"[|｜\t]|<table", re.IGNORECASE)
_PIPE = lazy(r"(?<!\\)[|｜]")
_ESCAPED = lazy(r"\\([|｜])")
_MOST_SPAN = 200  # no table of a draft spans more rows; a hostile one could claim millions
_SPACES = lazy(r"\s+")
_HTML_START = lazy(r"\s*(?:<(?:div|center)\b[^<>]*>\s*)?<table\b", re.IGNORECASE)
_HTML_END = lazy(r"</table\s*>", re.IGNORECASE)
_QUOTE = lazy(r"[ \t]*(?:>[ \t]?)+")


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a text, from line `first` to line `last`."""

    first: int
    last: int
    rows: list[Row]
    roles: frozenset[Role]


def find_tables(text: str) -> dict[int, Table]:
    """The tables of a text by the number of their first line."""
    if not _MAY_HOLD.search(text):
        return {}
    lines = text.split("\n")
    ends = [number for number, line in enumerate(lines) if _HTML_END.search(line)]
    found: dict[int, Table] = {}
    number = 0
    while number < len(lines):
        last = _end_of_table(lines, number, ends)
        if last is None:
            number += 1
            continue
        found[number + 1] = _table(lines, number, last)
        number = last + 1
    return found


def _table(lines: list[str], first: int, last: int) -> Table:
    if _HTML_START.match(lines[first]):
        rows = html_rows("\n".join(lines[first : last + 1]), first + 1)
    elif not _has_cells(lines[first]):
        rows = [_tab_row(lines[i], i + 1) for i in range(first, last + 1)]
    else:
        rows = [pipe_row(lines[i], i + 1) for i in range(first, last + 1)]
    return Table(first + 1, last + 1, rows, roles_in(rows))


def _end_of_table(lines: list[str], first: int, html_ends: list[int]) -> int | None:
    """The last line of the table that begins here, if one does."""
    if _HTML_START.match(lines[first]):
        position = bisect_left(html_ends, first)
        return html_ends[position] if position < len(html_ends) else None
    last = first
    while last < len(lines) and _has_cells(lines[last]):
        last += 1
    if last == first:
        return _end_of_tabs(lines, first)
    fenced = all(
        _QUOTE.sub("", line, count=1).lstrip().startswith("|") for line in lines[first:last]
    )
    ruled = last - first > 1 and _is_rule(lines[first + 1])
    return last - 1 if ruled or (fenced and last - first > 1) else None


def _end_of_tabs(lines: list[str], first: int) -> int | None:
    """The last line of cells copied from a sheet, with tabs between, below known headers."""
    if "\t" not in lines[first] or read_header(_tab_row(lines[first], first + 1)) is None:
        return None
    last = first + 1
    while last < len(lines) and "\t" in lines[last]:
        last += 1
    return last - 1 if last - first > 1 else None


def _tab_row(source: str, number: int) -> Row:
    """The cells of one line with tabs between."""
    cells, begin = [], 0
    for text in source.split("\t")[:MOST_COLUMNS]:
        lead = len(text) - len(text.lstrip())
        cells.append(Cell(text.strip(), number, begin + lead, within=True))
        begin += len(text) + 1
    return cells


def _has_cells(line: str) -> bool:
    return "|" in line or "｜" in line


def _is_rule(line: str) -> bool:
    return "-" in line and set(line) <= set(" \t|:->")


def pipe_row(source: str, number: int) -> Row:
    """The cells of one line of a pipe table."""
    cells = []
    quote = _QUOTE.match(source)
    begin = quote.end() if quote else 0
    pipes = islice(_PIPE.finditer(source, begin), MOST_COLUMNS)
    for end in [*(match.start() for match in pipes), len(source)]:
        text = source[begin:end]
        lead = len(text) - len(text.lstrip())
        cells.append(Cell(_ESCAPED.sub(r"\1", text.strip()), number, begin + lead, within=True))
        begin = end + 1
    first = 1 if not cells[0].text else 0
    last = -1 if len(cells) > 1 and not cells[-1].text else None
    return cells[first:last]


def html_rows(source: str, first_line: int) -> list[Row]:
    """The rows of an HTML table; what spans rows or columns leaves empty cells behind."""
    parser = _TableParser(first_line)
    parser.feed(source)
    parser.close()
    return parser.finish()


class _TableParser(HTMLParser):
    def __init__(self, first_line: int) -> None:
        super().__init__(convert_charrefs=True)
        self._first_line = first_line
        self._rows: list[list[Cell]] = []
        self._spans: dict[int, int] = {}  # rows that a column is still covered by a cell above
        self._cell: list[str] | None = None
        self._place = (0, 0)
        self._rowspan = self._colspan = 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self._end_cell()
            self._rows.append([])
        elif tag in ("td", "th") and self._rows and len(self._rows[-1]) < MOST_COLUMNS:
            self._end_cell()
            self._cell = []
            self._place = (0, 0)
            given = dict(attrs)
            self._rowspan, self._colspan = _span(given.get("rowspan")), _span(given.get("colspan"))
        elif self._cell is not None and tag in ("br", "li"):
            self._cell.append(" " if tag == "br" else "\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr", "table"):
            self._end_cell()

    def handle_data(self, data: str) -> None:
        if data.strip() and self._place == (0, 0):
            line, column = self.getpos()
            lead = data[: len(data) - len(data.lstrip())]
            if "\n" in lead:
                column = len(lead) - lead.rindex("\n") - 1
            else:
                column += len(lead)
            self._place = (self._first_line + line - 1 + lead.count("\n"), column)
        if self._cell is not None:
            self._cell.append(_SPACES.sub(" ", data))

    def _end_cell(self) -> None:
        if self._cell is None:
            return
        row = self._rows[-1]
        self._pass_covered(row)
        text = "\n".join(line.strip() for line in "".join(self._cell).split("\n"))
        line, column = self._place if self._place[0] else (self._first_line, 0)
        row.append(Cell(text.strip(), line, column, within=True))
        self._cover(len(row) - 1)
        spanned = min(self._colspan, MOST_COLUMNS) - 1
        row.extend(Cell("", line, column, within=True) for _ in range(spanned))
        self._cell = None

    def _pass_covered(self, row: list[Cell]) -> None:
        while self._spans.get(len(row), 0) > 0:
            self._spans[len(row)] -= 1
            row.append(Cell("", self._first_line, 0, within=True))

    def _cover(self, column: int) -> None:
        if self._rowspan > 1:
            self._spans[column] = self._rowspan - 1

    def finish(self) -> list[Row]:
        """The rows read."""
        self._end_cell()
        return [row for row in self._rows if row]


def _span(value: str | None) -> int:
    return min(int(value), _MOST_SPAN) if value and value.isascii() and value.isdigit() else 1
