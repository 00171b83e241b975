"""Tables inside a text, written with pipes or as HTML, as rows of cells with their places."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import islice

from assistant.parsing.labels.marks import Role
from assistant.parsing.tables.cells import roles_in
from assistant.parsing.tables.columns import MOST_COLUMNS, Cell, Row
from assistant.parsing.tables.header_rows import read_header
from assistant.patterns import lazy
from assistant.records import record

_MAY_HOLD = lazy(r"[|｜\t]|<table", re.IGNORECASE)
_PIPE = lazy(r"(?<!\\)[|｜]")
_ESCAPED = lazy(r"\\([|｜])")
_HTML_START = lazy(r"\s*(?:<(?:div|center)\b[^<>]*>\s*)?<table\b", re.IGNORECASE)
_HTML_END = lazy(r"</table\s*>", re.IGNORECASE)
_QUOTE = lazy(r"[ \t]*(?:>[ \t]?)+")


@record
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
        from assistant.parsing.tables.html_table import html_rows  # few drafts have one

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
    block = [_unquoted(line).strip() for line in lines[first:last]]
    fenced = all(line.startswith("|") for line in block) or all(map(_ends_cells, block))
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


def _unquoted(line: str) -> str:
    quote = _QUOTE.match(line)
    return line[quote.end() :] if quote else line


def _has_cells(line: str) -> bool:
    return "|" in line or "｜" in line


def _ends_cells(line: str) -> bool:
    """Whether a line of cells has a pipe behind the last, and so one at least between them."""
    return line.endswith("|") and line.count("|") > 1


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
    return cells[first:last] or cells[:1]  # a lone "|" is an empty row
