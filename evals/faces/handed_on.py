"""Sets that leave in each form and come in again, and workbooks as people keep them."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from openpyxl import Workbook

from assistant.models import Language, OkrSet
from assistant.parsing import Draft, read_draft
from assistant.rendering.draft import as_draft
from assistant.rendering.sets.writers import ENDINGS, SetFormat, write_sets
from assistant.settings import Settings
from evals.faces.rows import Said, leaves, samples
from evals.faces.texts import lines_of_file

PERCENT = "0%"


def round_trips() -> Iterator[Said]:
    """What each form of a set says, and what is read from it again, field by field."""
    for case in samples("sets"):
        language, name = Language(case["language"]), case["name"]
        okr_set = OkrSet.model_validate(case["set"])
        draft = as_draft([okr_set], language)
        yield from again(language, f"{name} text", draft.encode(), "draft.txt")
        for form in SetFormat:
            made, face = write_sets([okr_set], form, language), f"{name} {form}"
            file = f"draft.{ENDINGS[form]}"
            yield from (
                (language, f"{face} says {at}", told) for at, told in lines_of_file(file, made)
            )
            yield from again(language, face, made, file)


def workbooks() -> Iterator[Said]:
    """What is read from workbooks with real days, shares and numbers in their cells."""
    for number, case in enumerate(samples("tables"), start=1):
        made = _book([case["head"], *case["rows"]])
        yield from again(case["language"], f"workbook {number}", made, "team.xlsx")


def again(language: str, face: str, made: bytes, name: str) -> Iterator[Said]:
    """What is read of a file, field by field, with what is noted and which columns were found."""
    draft = read_draft(made, name=name, limits=Settings())
    for key, told in leaves(read_whole(draft)):
        yield language, f"{face} again {key}", told


def read_whole(draft: Draft) -> list[Any]:
    """The sets without their places, with which columns were found, and notes."""
    told = [_without_places(each.set.model_dump(mode="json")) for each in draft.sets]
    notes = [str(note) for each in draft.sets for note in each.notes]
    return [*told, *map(str, draft.columns), *notes]


def _without_places(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _without_places(inner) for name, inner in value.items() if name != "at"}
    return [_without_places(inner) for inner in value] if isinstance(value, list) else value


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
