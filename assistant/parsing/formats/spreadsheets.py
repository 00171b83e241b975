"""CSV and XLSX: rows of cells to sets, a sheet each where sheets are named after teams."""

from __future__ import annotations

import csv
from datetime import date, datetime
from io import BytesIO, StringIO
from typing import Any

from assistant.errors import InputTooLarge, UnreadableInput
from assistant.models import OkrSet
from assistant.parsing.building.builder import Builder
from assistant.parsing.formats.archives import check_archive
from assistant.parsing.formats.recognising import separator
from assistant.parsing.names import data, plain_name
from assistant.parsing.reading import ColumnUse, Draft, Format, LineCount
from assistant.parsing.tables.cells import holds_form
from assistant.parsing.tables.columns import MOST_COLUMNS, Cell, Row
from assistant.parsing.tables.table_rows import TableReader
from assistant.parsing.titles.title_words import is_generic
from assistant.settings import Settings as Limits

_DEFAULT_SHEETS = ("sheet", "工作表", "表", "book")


def read_csv(text: str, limits: Limits) -> Draft:
    """The sets of a table with separated values; the separator is recognised."""
    delimiter = separator(text) or likeliest_separator(text)
    rows = csv_rows(text, delimiter, limits)
    builder = Builder(LineCount(limits))
    columns = TableReader(builder).read(rows)
    return Draft(Format.CSV, builder.finish(), columns, text=text)


def likeliest_separator(text: str) -> str:
    """The sign that separates most cells of the first line."""
    first = next((line for line in text.split("\n") if line.strip()), "")
    return max("\t,;", key=first.count)


def csv_rows(text: str, delimiter: str, limits: Limits) -> list[Row]:
    """The rows of a table with separated values."""
    csv.field_size_limit(limits.max_bytes)
    rows: list[Row] = []
    first = 1
    reader = csv.reader(StringIO(text), delimiter=delimiter)
    try:
        for values in reader:
            cells = values[:MOST_COLUMNS]
            rows.append([_cell(value, first, i, limits) for i, value in enumerate(cells)])
            first = reader.line_num + 1
    except csv.Error as error:
        raise UnreadableInput("bad_csv", line=reader.line_num) from error
    return [row for row in rows if row]


def read_xlsx(data: bytes, limits: Limits) -> Draft:
    """The sets of a workbook."""
    check_archive(data, "xlsx", limits)
    builder = Builder(LineCount(limits))
    columns: list[ColumnUse] = []
    book = sheets_of(data, limits)
    for title in (title for title, rows in book if rows is None):
        builder.note("hidden_sheet", None, sheet=title)
    sheets = _of_draft([(title, rows) for title, rows in book if rows], builder)
    for title, rows in sheets:
        if len(sheets) > 1:
            builder.begin_set()
        columns += TableReader(builder).read(rows, title)
        if builder.set.objectives and not builder.set.team:
            _name_after_sheet(builder.set, title, several=len(sheets) > 1)
    return Draft(Format.XLSX, builder.finish(), columns)


def _of_draft(sheets: list[tuple[str, list[Row]]], builder: Builder) -> list[tuple[str, list[Row]]]:
    """The sheets without those that, by their names, tell of the form that stands in another."""
    forms = {title for title, rows in sheets if holds_form(rows)}
    beside = [
        title for title, _ in sheets if forms and title not in forms and _tells_of_form(title)
    ]
    if beside:
        builder.note("beside_sheets", None, sheets=", ".join(beside))
    return [(title, rows) for title, rows in sheets if title not in beside]


def _tells_of_form(title: str) -> bool:
    """Whether a sheet is named as one that tells of OKRs and holds none: "RACI", "说明"."""
    return plain_name(title) in set(map(plain_name, data("marks")["about"]["sheets"]))


def _name_after_sheet(made: OkrSet, title: str, *, several: bool) -> None:
    """The team's name if the sheet has one; else the sheet's own tells it from the others."""
    if not _is_default(title):
        made.team = title
    elif several and made.id is None:
        made.id = title


def _is_default(title: str) -> bool:
    return title.lower().startswith(_DEFAULT_SHEETS) or is_generic(title)


def sheets_of(data: bytes, limits: Limits) -> list[tuple[str, list[Row] | None]]:
    """The sheets with their rows, None for a hidden one; reading ends where the limits do."""
    from openpyxl import load_workbook  # only a workbook is worth its loading time

    try:
        book = load_workbook(BytesIO(data), read_only=True, data_only=True)
        count = LineCount(limits)
        return [(str(s.title), _rows_if_shown(s, limits, count)) for s in book.worksheets]
    except (InputTooLarge, MemoryError):
        raise
    except Exception as error:  # openpyxl lets through whatever a broken part of a file causes
        raise UnreadableInput("not_xlsx") from error


def _rows_if_shown(sheet: Any, limits: Limits, count: LineCount) -> list[Row] | None:
    return _sheet_rows(sheet, limits, count) if sheet.sheet_state == "visible" else None


def _sheet_rows(sheet: Any, limits: Limits, count: LineCount) -> list[Row]:
    sheet.reset_dimensions()  # they are often written wrongly
    rows: list[Row] = []
    for number, cells in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS), start=1):
        count.add()
        row = [_sheet_cell(cell, number, i, limits) for i, cell in enumerate(cells)]
        if any(cell.text.strip() for cell in row):
            rows.append(row)
    return rows


def _sheet_cell(cell: Any, number: int, column: int, limits: Limits) -> Cell:
    text = _shown(cell.value, getattr(cell, "number_format", "") or "")
    alignment = getattr(cell, "alignment", None) if text else None
    made = _cell(text, number, column, limits)
    indent = int(getattr(alignment, "indent", 0) or 0)
    return Cell(made.text, number, column, indent=indent) if indent else made


def _shown(value: Any, number_format: str) -> str:
    """A value as the sheet shows it: percent stays percent, a day a day."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float) and "%" in number_format:  # 100 % is kept as a whole 1
        return f"{round(value * 100, 6):g}%"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def _cell(text: str, line: int, column: int, limits: Limits) -> Cell:
    if len(text) > limits.max_line_chars:
        raise InputTooLarge("line", line=line, column=column + 1, limit=limits.max_line_chars)
    return Cell(text, line, column)
