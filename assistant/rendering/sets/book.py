"""Sets as a workbook: one sheet, a row a key result, cells of text only."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from assistant.models import Language, OkrSet
from assistant.rendering.sets.grid import head_and_rows

HEAD = PatternFill("solid", fgColor="E7ECF5")
NARROW, WIDE = 16, 48
_WIDE_COLUMNS = (3, 4)  # objective and key result
MOST_CHARACTERS = 32_767  # of a cell, by the format


def written(sets: Sequence[OkrSet], language: Language) -> bytes:
    """The file."""
    head, rows = head_and_rows(sets, language)
    book = Workbook()
    book.remove(book.worksheets[0])
    sheet = book.create_sheet("OKR")
    for number, row in enumerate([head, *rows], start=1):
        _row(sheet, number, row)
    _dress(sheet, len(head))
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _row(sheet: Worksheet, number: int, texts: Sequence[str]) -> None:
    for column, text in enumerate(texts, start=1):
        cell = sheet.cell(number, column, text[:MOST_CHARACTERS] or None)
        if text:
            cell.data_type = "s"  # a text that begins with = is no formula
        cell.alignment = Alignment(wrap_text=True, vertical="top")


def _dress(sheet: Worksheet, columns: int) -> None:
    for column in range(1, columns + 1):
        wide = column in _WIDE_COLUMNS or column == columns
        sheet.column_dimensions[get_column_letter(column)].width = WIDE if wide else NARROW
        head = sheet.cell(1, column)
        head.font, head.fill = Font(bold=True), HEAD
    sheet.freeze_panes = "A2"
