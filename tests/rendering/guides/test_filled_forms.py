"""Every form that a template set is written as is read again, filled in or not."""

import re
from collections.abc import Callable
from html import escape, unescape
from io import BytesIO
from typing import Any

import docx
import openpyxl
import pytest

from assistant.coaching.check import load_checker
from assistant.guides.making import make_template
from assistant.messages import say
from assistant.models import Language, Level
from assistant.models.guide import Template
from assistant.parsing import Draft, read_draft
from assistant.rendering.guides.writers import TemplateFormat, write
from assistant.settings import Settings

LANGUAGES = ["en", "zh-Hans", "zh-Hant"]
FORMATS = [each for each in TemplateFormat if each is not TemplateFormat.JSON]
VALUES = {"baseline": "40", "target": "55", "owner": "Ana Ruiz", "source": "TMS"}
ASKED: list[dict[str, Any]] = [
    {"industry": "retail", "level": "company"},
    {"industry": "retail", "level": "individual", "maturity": "piloting"},
    {"industry": "retail", "size": "3000", "function": "operations", "focus": "culture,tracking"},
    {
        "industry": "logistics",
        "size": "2000",
        "focus": "culture,tracking",
        "start": "2027-01-01",
        "end": "2027-03-31",
    },
    {"industry": "logistics", "start": "2027-01-01", "end": "2027-03-31", "focus": "tracking"},
    {"industry": "banking", "cycle": "2027-Q1", "maturity": "mature"},
]


def made(language: str, **asked: Any) -> Template:
    return make_template({"language": language, **asked})


def read(data: bytes, form: TemplateFormat) -> Draft:
    return read_draft(data, name=f"okr.{form}", limits=Settings())


def said(language: str) -> dict[str, str]:
    return {say("guides", f"column.{name}", Language(language)): name for name in VALUES}


def fill_xlsx(data: bytes, columns: dict[str, str]) -> bytes:
    book = openpyxl.load_workbook(BytesIO(data))
    rows = list(book["OKR"].iter_rows())
    head = next(row for row in rows if set(columns) <= {str(cell.value) for cell in row})
    for row in rows[rows.index(head) + 1 :]:
        for name, cell in zip(head, row, strict=True):
            if str(name.value) in columns and cell.value != "–":
                cell.value = VALUES[columns[str(name.value)]]
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def fill_docx(data: bytes, columns: dict[str, str]) -> bytes:
    document = docx.Document(BytesIO(data))
    for table in document.tables:
        for row in table.rows:
            for name, cell in zip(row.cells[::2], row.cells[1::2], strict=False):
                if name.text in columns and cell.text != "–":
                    cell.text = VALUES[columns[name.text]]
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def fill_html(data: bytes, columns: dict[str, str]) -> bytes:
    page = data.decode()
    for name, field in columns.items():
        cell = rf'(<th scope="row">{escape(name)}</th><td>)(?!–<)[^<]*'
        page = re.sub(cell, rf"\g<1>{VALUES[field]}", page)
    return page.encode()


def fill_markdown(data: bytes, columns: dict[str, str]) -> bytes:
    lines, head = [], list[str]()
    for line in data.decode().split("\n"):
        cells = line.split(" | ")
        if set(columns) <= set(cells):
            head = cells
        elif line.startswith("| KR") and len(cells) == len(head):
            filled = [
                VALUES[columns[name]] if name in columns and cell != "–" else cell
                for name, cell in zip(head, cells, strict=True)
            ]
            line = " | ".join(filled)
        lines.append(line)
    return "\n".join(lines).encode()


FILL: dict[str, Callable[[bytes, dict[str, str]], bytes]] = {
    "xlsx": fill_xlsx,
    "docx": fill_docx,
    "html": fill_html,
    "markdown": fill_markdown,
}


def told(draft: Draft) -> list[tuple[object, ...]]:
    return [
        (each.text, each.baseline, each.target, each.unit, each.owner, each.source, each.due)
        for objective in draft.sets[0].set.objectives
        for each in objective.key_results
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("asked", ASKED, ids=str)
def test_a_form_is_one_set_of_its_own_lines_and_no_year(
    asked: dict[str, Any], form: TemplateFormat, language: str
) -> None:
    template = made(language, **asked)
    draft = read(write(template, form), form)
    assert len(draft.sets) == 1
    found = draft.sets[0].set
    assert [each.objective for each in found.objectives] == [
        each.objective for each in template.sets[0].objectives
    ]
    texts = [each.text for objective in found.objectives for each in objective.key_results]
    assert texts == [unescape(each.text) for each in template.forms]
    assert found.cycle is None or not (found.cycle.name or "").startswith(("2000", "3000"))
    answer = load_checker(Settings(), None, None).check(found)
    assert {each.rule for each in answer.findings}.isdisjoint({"S01", "S04"})


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("industry", ["logistics", "manufacturing"])
def test_a_form_that_was_filled_in_is_read_alike_in_every_format(
    industry: str, language: str
) -> None:
    template = made(language, industry=industry, cycle="2027-Q1")
    read_as = {
        form: told(read(FILL[form](write(template, form), said(language)), form))
        for form in FORMATS
    }
    first = read_as[TemplateFormat.XLSX]
    assert len(first) == len(template.forms)
    assert all(row[4:6] == ("Ana Ruiz", "TMS") and "[" not in str(row[0]) for row in first)
    for form, rows in read_as.items():
        assert rows == first, form


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMATS)
def test_a_guardrail_is_complete_with_its_bound(form: TemplateFormat, language: str) -> None:
    template = made(language, industry="logistics", cycle="2027-Q1")
    guardrails = [each for each in template.forms if each.baseline == "–"]
    assert guardrails
    data = FILL[form](write(template, form), said(language))
    draft = read(data, form)
    answer = load_checker(Settings(), None, None).check(draft.sets[0].set, final=True)
    assert [each for each in answer.findings if each.rule == "K17"] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheets_that_tell_of_the_form_are_skipped_with_one_note(language: str) -> None:
    template = made(language, industry="retail", level="company", cycle="2027-Q1")
    reading = read(write(template, TemplateFormat.XLSX), TemplateFormat.XLSX).sets[0]
    notes = [each for each in reading.notes if each.reason == "beside_sheets"]
    assert len(notes) == 1
    assert notes[0].facts["sheets"].startswith("RACI, ")
    assert reading.unread == []
    assert [each.reason for each in reading.notes].count("own_form") == 1
    assert reading.set.level is Level.COMPANY
    assert reading.set.cycle is not None
    assert reading.set.cycle.name == "2027-Q1"
    assert str(reading.set.cycle.end) == "2027-03-31"


@pytest.mark.parametrize("language", LANGUAGES)
def test_days_are_days_and_kinds_are_chosen_from_a_list(language: str) -> None:
    template = made(language, industry="retail", cycle="2027-Q1")
    sheet = openpyxl.load_workbook(BytesIO(write(template, TemplateFormat.XLSX)))["OKR"]
    days = [cell for row in sheet.iter_rows() for cell in row if cell.is_date]
    assert len(days) == len(template.forms) + 2
    kinds = sheet.data_validations.dataValidation
    assert [each.type for each in kinds] == ["list"]
    assert all(each.timing in str(kinds[0].formula1) for each in template.forms)
