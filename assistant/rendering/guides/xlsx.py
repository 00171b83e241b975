"""A template set as a workbook: one sheet of forms to fill in, one of dependencies."""

from __future__ import annotations

from io import BytesIO
from math import ceil
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from assistant.messages import say
from assistant.models.guide import Table, Template
from assistant.rendering.guides.tables import dependency_table, form_tables

AREA = "guides"
WIDTHS = (22, 36, 20, 12, 12, 12, 12, 11, 13, 9, 14, 34, 30)
SIDE = 0.4  # margins left and right, in inches
LINE = 15  # points of one line
SPARE = 2  # letters of a line that breaking between words leaves free
HAIR = Side("hair")
GRID = Border(left=HAIR, right=HAIR, top=HAIR, bottom=HAIR)
HEAD = PatternFill("solid", fgColor="E7ECF5")


def template_xlsx(template: Template) -> bytes:
    """The workbook; texts stay texts, whatever sign they begin with."""
    language = template.parameters.language
    book = Workbook()
    tables = form_tables(template)
    book.remove(book.worksheets[0])
    sheet = book.create_sheet("OKR")
    _row(sheet, [say(AREA, "column.objective", language), *tables[0].head], head=True)
    for table in tables:
        for row in table.rows:
            _row(sheet, [table.title, *row])
    _finish(sheet, WIDTHS)
    further = book.create_sheet("RACI")
    _fill(further, dependency_table(template))
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _fill(sheet: Worksheet, table: Table) -> None:
    _row(sheet, table.head, head=True)
    for row in table.rows:
        _row(sheet, row)
    _finish(sheet, (50, 20, 24, 24, 24))


def _row(sheet: Worksheet, texts: list[str], *, head: bool = False) -> None:
    at = sheet.max_row + (0 if sheet.max_row == 1 and sheet.cell(1, 1).value is None else 1)
    for column, text in enumerate(texts, start=1):
        cell = sheet.cell(at, column, text)
        cell.data_type = "s"  # a text that begins with = is no formula
        cell.alignment, cell.border = Alignment(wrap_text=True, vertical="top"), GRID
        if head:
            cell.font, cell.fill = Font(bold=True), HEAD


def _finish(sheet: Worksheet, widths: tuple[int, ...]) -> None:
    for column, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    for row in sheet.iter_rows():
        texts = ((str(cell.value or ""), widths[at]) for at, cell in enumerate(row))
        lines = max(ceil(_wide(text) / (width - SPARE)) for text, width in texts)
        sheet.row_dimensions[row[0].row or 1].height = LINE * lines
    sheet.freeze_panes = "B2"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.print_title_rows = "1:1"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.page_margins.left = sheet.page_margins.right = SIDE
    foot: Any = sheet.HeaderFooter.oddFooter  # openpyxl makes its parts while running
    foot.right.text = "&P / &N"
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _wide(text: str) -> int:
    """Its width in the columns of a Latin letter; a Chinese character takes two."""
    return sum(1 if char.isascii() else 2 for char in text)
