"""Sets that leave in each form and come in again, and workbooks as people keep them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import BytesIO, StringIO
from typing import Any

from openpyxl import Workbook, load_workbook

from assistant.models import Language, OkrSet
from assistant.parsing import Draft, read_draft
from assistant.rendering.draft import as_draft
from assistant.rendering.sets.writers import ENDINGS, SetFormat, write_sets
from assistant.settings import Settings
from evals.faces.rows import Said, leaves, plain, samples

PERCENT = "0%"


def round_trips() -> Iterator[Said]:
    """What each form of a set says, and what is read from it again, field by field."""
    for case in samples("sets"):
        language, name = Language(case["language"]), case["name"]
        okr_set = OkrSet.model_validate(case["set"])
        draft = as_draft([okr_set], language)
        yield from _again(language, f"{name} text", draft.encode(), "draft.txt")
        for form in SetFormat:
            made, face = write_sets([okr_set], form, language), f"{name} {form}"
            yield from (
                (language, f"{face} says {key}", told) for key, told in _written(form, made)
            )
            yield from _again(language, face, made, f"draft.{ENDINGS[form]}")


def workbooks() -> Iterator[Said]:
    """What is read from workbooks with real days, shares and numbers in their cells."""
    for number, case in enumerate(samples("tables"), start=1):
        made = _book([case["head"], *case["rows"]])
        yield from _again(case["language"], f"workbook {number}", made, "team.xlsx")


def _again(language: str, face: str, made: bytes, name: str) -> Iterator[Said]:
    draft = read_draft(made, name=name, limits=Settings())
    for key, told in leaves(_read(draft)):
        yield language, f"{face} again {key}", told


def _read(draft: Draft) -> list[Any]:
    told = [_without_places(each.set.model_dump(mode="json")) for each in draft.sets]
    notes = [str(note) for each in draft.sets for note in each.notes]
    return [*told, *map(str, draft.columns), *notes]


def _without_places(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _without_places(inner) for name, inner in value.items() if name != "at"}
    return [_without_places(inner) for inner in value] if isinstance(value, list) else value


def _written(form: SetFormat, made: bytes) -> Iterator[tuple[str, str]]:
    """The cells of tables, the lines of all else."""
    if form is SetFormat.XLSX:
        for cell in (cell for row in load_workbook(BytesIO(made)).worksheets[0] for cell in row):
            yield cell.coordinate, f"{cell.data_type} {plain(cell.value)}"
    elif form is SetFormat.CSV:
        rows = csv.reader(StringIO(made.decode("utf-8-sig")))
        yield from ((str(number), " | ".join(row)) for number, row in enumerate(rows))
    elif form is SetFormat.DOCX:
        yield from _of_document(made)
    else:
        lines = made.decode().splitlines()
        yield from ((str(number), plain(line)) for number, line in enumerate(lines))


def _of_document(made: bytes) -> Iterator[tuple[str, str]]:
    import docx

    document = docx.Document(BytesIO(made))
    for number, line in enumerate(document.paragraphs):
        style = line.style.name if line.style else ""
        yield f"line {number}", f"{style}: {line.text}"
    for number, table in enumerate(document.tables):
        for place, row in enumerate(table.rows):
            yield f"table {number} row {place}", " | ".join(cell.text for cell in row.cells)


def _book(rows: list[list[Any]]) -> bytes:
    """Days, shares and numbers stand in the cells as a spreadsheet program keeps them."""
    book = Workbook()
    sheet = book.worksheets[0]
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            share = isinstance(value, str) and value.endswith("%")
            cell = sheet.cell(number, column, float(value[:-1]) / 100 if share else value)
            cell.number_format = PERCENT if share else cell.number_format
    out = BytesIO()
    book.save(out)
    return out.getvalue()
