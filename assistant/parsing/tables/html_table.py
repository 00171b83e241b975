"""A table written as HTML, as rows of cells with their places."""

from __future__ import annotations

from html.parser import HTMLParser

from assistant.parsing.tables.columns import MOST_COLUMNS, Cell, Row
from assistant.patterns import lazy

_MOST_SPAN = 200  # no table of a draft spans more rows; a hostile one could claim millions
_SPACES = lazy(r"\s+")


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
