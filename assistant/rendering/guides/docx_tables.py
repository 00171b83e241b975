"""The tables of a DOCX: plain ones, and a form for each key result."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt
from docx.table import Table as DocxTable
from docx.table import _Row

from assistant.models.guide import Table
from assistant.rendering.guides.blocks import groups_of
from assistant.rendering.guides.tables import LONG, SHORT

A4 = (Mm(210), Mm(297))
CELL_SIZE = Pt(8.5)
NARROWEST, WIDE, PADDING = 12, 48, 4  # of a column, in letters
SLOWER = 4  # so many letters more than wide are told as one: a long text breaks anyway
FORM = (2, 5, 2, 5)  # parts of a form's width: name, value, name, value
SHADE, LINE = "E7ECF5", "A9B4C6"  # behind a head; between cells
LETTER, ROOM = Pt(5.4), Mm(3.6)  # of one letter in bold; beside the text of a cell
_LATIN = re.compile(r"[A-Za-z()]{2,}")
TWIPS = {"top": 45, "left": 90, "bottom": 45, "right": 90}  # free room within a cell


def add_forms(document: Document, table: Table) -> None:
    """Each key result as a form of its own: two short cells a row, then the long ones."""
    _head(document, table)
    for row in table.rows:
        document.add_heading(row[0], level=3)
        _form(document, list(zip(table.head[1:], row[1:], strict=True)))


def _head(document: Document, table: Table) -> None:
    document.add_heading(table.title, level=2)
    if table.note:
        note = document.add_paragraph(table.note)
        note.paragraph_format.keep_with_next = True


def _form(document: Document, pairs: list[tuple[str, str]]) -> None:
    form = document.add_table(rows=0, cols=4, style="Table Grid")
    short, long = pairs[:-LONG], pairs[-LONG:]
    for first, second in zip_longest(short[::2], short[1::2], fillvalue=("", "")):
        _fill(form.add_row().cells, [*first, *second], heads=(0, 2))
    for name, text in long:
        cells = form.add_row().cells
        _fill(cells, [name, text, "", ""], heads=(0,))
    room = room_of(document)
    _widen(form, [Length(room * part // sum(FORM)) for part in FORM])
    for line in form.rows[-LONG:]:
        line.cells[1].merge(line.cells[3])
        _drop_empty(line.cells[1])
    _keep(form.rows)
    _dress(form)


def _drop_empty(cell: Any) -> None:
    """The paragraphs that a merge brings along."""
    for paragraph in cell.paragraphs[1:]:
        cell._tc.remove(paragraph._p)


def add_table(document: Document, table: Table) -> None:
    """A table with its title; its head stands on every page."""
    _head(document, table)
    made = document.add_table(rows=1, cols=len(table.head), style="Table Grid")
    _fill(made.rows[0].cells, table.head, heads=range(len(table.head)))
    made.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    _hold(made.rows[0])
    for rows in groups_of(table):
        _group(made, rows)
    if len(table.rows) <= SHORT:
        _keep(made.rows)
    columns = list(zip(table.head, *table.rows, strict=True))
    room = room_of(document)
    _widen(made, shared(room, [_weight(each) for each in columns], list(map(_floor, columns))))
    _dress(made)
    document.add_paragraph()


def _group(table: DocxTable, rows: list[list[str]]) -> None:
    """Rows that begin with the same cell: it stands once, and they keep together."""
    made: Any = table  # python-docx leaves `add_row` untyped
    lines = [made.add_row() for _ in rows]
    for line, row in zip(lines, rows, strict=True):
        _fill(line.cells, ["" if line is not lines[0] else row[0], *row[1:]])
    _keep(lines)
    if len(lines) > 1:
        lines[0].cells[0].merge(lines[-1].cells[0])
        _drop_empty(lines[0].cells[0])


def _keep(rows: Sequence[_Row]) -> None:
    """The rows stay on one page, none of them cut."""
    for row in rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for row in rows[:-1]:
        _hold(row)


def _hold(row: _Row) -> None:
    """The next row stands on the same page."""
    for cell in row.cells:
        cell.paragraphs[0].paragraph_format.keep_with_next = True


def _weight(texts: Iterable[str]) -> int:
    """How wide a column wants to be, in Latin letters; a Chinese character takes two."""
    longest = max(sum(1 if char.isascii() else 2 for char in text) for text in texts)
    wanted = max(longest + PADDING, NARROWEST)
    return min(wanted, WIDE) + max(0, wanted - WIDE) // SLOWER


def _floor(texts: Iterable[str]) -> Length:
    """The least width of a column: its longest Latin word stays whole."""
    longest = max(len(word) for text in texts for word in _LATIN.findall(text) or [""])
    return Length(LETTER * longest + ROOM)


def shared(room: Length, weights: Sequence[int], floors: Sequence[Length]) -> list[Length]:
    """The room among the columns by weight, none of them below its floor where that fits."""
    spare = room - sum(floors)
    if spare < 0:
        return [Length(room * floor // sum(floors)) for floor in floors]
    wanted = [
        max(0, room * each // sum(weights) - floor)
        for each, floor in zip(weights, floors, strict=True)
    ]
    total = sum(wanted) or 1
    return [
        Length(floor + spare * more // total) for floor, more in zip(floors, wanted, strict=True)
    ]


def _widen(table: DocxTable, widths: Sequence[Length]) -> None:
    """Give the columns their widths."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width


def room_of(document: Document) -> Length:
    """The width of the page between its margins."""
    page = document.sections[-1]
    margins = (page.left_margin or 0) + (page.right_margin or 0)
    return Length((page.page_width or A4[0]) - margins)


def _fill(cells: Iterable[Any], texts: list[str], *, heads: Iterable[int] = ()) -> None:
    named = set(heads)
    for place, (cell, text) in enumerate(zip(cells, texts, strict=True)):
        run = cell.paragraphs[0].add_run(text)
        run.font.size, run.bold = CELL_SIZE, place in named
        if place in named:
            cell._tc.get_or_add_tcPr().append(_made("w:shd", val="clear", color="auto", fill=SHADE))


def _dress(table: DocxTable) -> None:
    """Light lines, free room in the cells, and the edge in line with the text."""
    look = table._tbl.tblPr
    lines = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        lines.append(_made(f"w:{side}", val="single", sz="4", space="0", color=LINE))
    room = OxmlElement("w:tblCellMar")
    for side, twips in TWIPS.items():
        room.append(_made(f"w:{side}", w=str(twips), type="dxa"))
    layout = look.find(qn("w:tblLayout"))
    for each in (_made("w:tblInd", w=str(TWIPS["left"]), type="dxa"), lines):
        layout.addprevious(each)
    layout.addnext(room)


def _made(name: str, **attributes: str) -> Any:
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element
