"""DOCX: paragraphs with their styles as lines, tables as tables, then read like any text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from assistant.errors import InputTooLarge, UnreadableInput
from assistant.parsing.formats.archives import check_archive
from assistant.parsing.lines.splitting import split_entries
from assistant.parsing.lines.text_lines import Line, read_line
from assistant.parsing.outline.texts import read_outline
from assistant.parsing.reading import Draft, Format, LineCount
from assistant.parsing.tables.cells import roles_in
from assistant.parsing.tables.columns import MOST_COLUMNS, Cell, Row
from assistant.parsing.tables.markup import Table
from assistant.patterns import lazy
from assistant.settings import Settings as Limits

_HEADING = lazy(r"(?:heading|标题|標題) ?(\d)", re.IGNORECASE)
_LIST_LEVEL = lazy(r"list .*?(\d)$", re.IGNORECASE)
_BREAKS = {"tab": " ", "br": "\n"}


def read_docx(data: bytes, limits: Limits) -> Draft:
    """The sets of a document; places are paragraphs, counted from 1."""
    check_archive(data, "docx", limits)
    lines, tables, source = _blocks(data, limits)
    if not source:
        raise UnreadableInput("empty")
    sets, columns = read_outline(lines, tables, limits)
    return Draft(Format.DOCX, sets, columns, text="\n".join(source))


def _blocks(data: bytes, limits: Limits) -> tuple[list[Line], dict[int, Table], list[str]]:
    from docx import Document  # only a document is worth its loading time

    try:
        document = Document(BytesIO(data))
        return _Blocks(limits).read(document)
    except InputTooLarge:
        raise
    except Exception as error:  # python-docx lets through whatever a broken file causes
        raise UnreadableInput("not_docx") from error


class _Blocks:
    """Collects lines, tables and the text that stands for the document."""

    def __init__(self, limits: Limits) -> None:
        self._count = LineCount(limits)
        self._lines: list[Line] = []
        self._tables: dict[int, Table] = {}
        self._source: list[str] = []

    def read(self, document: Any) -> tuple[list[Line], dict[int, Table], list[str]]:
        for block in document.iter_inner_content():
            if hasattr(block, "rows"):
                self._table(block)
            else:
                self._paragraph(block)
        return self._lines, self._tables, self._source

    def _number(self, text: str) -> int:
        self._source.append(text)
        self._count.add()
        return len(self._source)

    def _paragraph(self, paragraph: Any) -> None:
        blank = bool(self._source) and not self._source[-1].strip()
        for text in paragraph.text.split("\n"):
            number = self._number(text)
            if text.strip():
                self._lines += split_entries(_styled(read_line(text, number, blank), paragraph))

    def _table(self, table: Any) -> None:
        rows = [row for row in self._rows(table) if row]
        if rows:
            first, last = rows[0][0].line, rows[-1][0].line
            self._lines.append(Line(first, self._source[first - 1], 0, "", kind="|"))
            self._tables[first] = Table(first, last, rows, roles_in(rows))

    def _rows(self, table: Any) -> Iterator[Row]:
        for row in table.rows:
            texts = list(_cell_texts(row))[:MOST_COLUMNS]
            shown = [" ".join(text.split("\n")) for text in texts]
            number = self._number(f"| {' | '.join(shown)} |")
            column, cells = 2, []
            for text in texts:
                cells.append(Cell(text, number, column, within=True))
                column += len(text) + 3
            yield cells


def _cell_texts(row: Any) -> Iterator[str]:
    """The texts of a row; a cell that a merged one covers is empty."""
    for cell in row._tr.tc_lst:
        paragraphs = ["".join(_runs(p)) for p in cell.p_lst]
        yield "" if cell.vMerge == "continue" else "\n".join(filter(None, paragraphs))
        yield from [""] * (cell.grid_span - 1)


def _runs(paragraph: Any) -> Iterator[str]:
    for run in paragraph.iter("{*}t", "{*}tab", "{*}br"):
        yield (run.text or "") if run.tag.endswith("}t") else _BREAKS[run.tag.rpartition("}")[2]]


def _styled(line: Line, paragraph: Any) -> Line:
    """The line with what its paragraph's style says of it: heading, list and its level."""
    style = (paragraph.style.name or "") if paragraph.style is not None else ""
    heading = _HEADING.match(style)
    if heading or style == "Title":
        line.kind, line.level = "#", int(heading[1]) if heading else 1
        return line
    numbering = paragraph._p.pPr.numPr if paragraph._p.pPr is not None else None
    if numbering is not None or style.lower().startswith("list "):
        line.kind = line.kind or f"list{_list_id(numbering)}"
        line.indent += 2 + 2 * _level(numbering, style)
    return line


def _list_id(numbering: Any) -> str:
    return str(numbering.numId.val) if numbering is not None and numbering.numId is not None else ""


def _level(numbering: Any, style: str) -> int:
    if numbering is not None and numbering.ilvl is not None:
        return min(int(numbering.ilvl.val), 20)
    named = _LIST_LEVEL.match(style)
    return int(named[1]) - 1 if named else 0
