"""Drafts in office files as people keep them: hidden sheets, merged cells, lists, line breaks."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import docx
from openpyxl import Workbook

from evals.faces.handed_on import again
from evals.faces.rows import Said, samples

HIDDEN, BELOW = "hidden", "^"  # a cell that goes on in the one above it


def papers() -> Iterator[Said]:
    """What is read of each document and each workbook."""
    for number, case in enumerate(samples("papers"), start=1):
        name = "plan.xlsx" if "sheets" in case else "plan.docx"
        yield from again(case["language"], f"{number} {name}", made_of(case), name)


def made_of(case: dict[str, Any]) -> bytes:
    """The workbook of `sheets`, or the document of `parts`."""
    return _book(case["sheets"]) if "sheets" in case else _document(case["parts"])


def _book(sheets: list[dict[str, Any]]) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for each in sheets:
        sheet = book.create_sheet(each["name"])
        sheet.sheet_state = HIDDEN if each.get(HIDDEN) else "visible"
        for row in each["rows"]:
            sheet.append(row)
    return _saved(book)


def _document(parts: list[dict[str, Any]]) -> bytes:
    document = docx.Document()
    for part in parts:
        if "rows" in part:
            _table(document, part["rows"])
        else:
            [(style, text)] = part.items()
            document.add_paragraph(text, style=style)
    return _saved(document)


def _table(document: Any, rows: list[list[str]]) -> None:
    table = document.add_table(len(rows), len(rows[0]))
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            cell = table.cell(number, column)
            if text == BELOW:
                cell.merge(table.cell(number - 1, column))
            else:
                cell.text = text


def _saved(made: Any) -> bytes:
    out = BytesIO()
    made.save(out)
    return out.getvalue()
