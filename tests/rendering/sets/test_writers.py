"""Sets as files: what is written is read again as the same, and nothing in it runs."""

from __future__ import annotations

import csv
import io
import json

import docx
import pytest
from openpyxl import load_workbook

from assistant.models import Language, OkrSet
from assistant.parsing import read_draft
from assistant.rendering.sets.flat import harmless
from assistant.rendering.sets.writers import ENDINGS, SetFormat, write_sets
from assistant.settings import Settings

RETURNS = OkrSet.model_validate(
    {
        "team": "Parcel returns",
        "cycle": {"name": "2026-Q4"},
        "objectives": [
            {
                "objective": "Sending a parcel back is no chore",
                "key_results": [
                    "Returns refunded within 3 days: 54% → 90%",
                    {"text": "Calls per week", "baseline": 310, "target": 120, "due": "2026-12-31"},
                ],
                "initiatives": ["Launch the new returns page", "Train the desk"],
            },
            {"objective": "买家愿意再来", "key_results": ["复购率从20%提升到30%", "待定", "TBD"]},
        ],
    }
)
LANGUAGES = [Language.EN, Language.ZH_HANS, Language.ZH_HANT]


def read(data: bytes, form: SetFormat) -> OkrSet:
    draft = read_draft(data, name=f"okr.{ENDINGS[form]}", form=None, limits=Settings())
    return draft.sets[0].set


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", SetFormat)
def test_what_is_written_is_read_again(form: SetFormat, language: Language) -> None:
    again = read(write_sets([RETURNS], form, language), form)
    assert again.cycle
    assert again.cycle.name == "2026-Q4"
    for one, other in zip(again.objectives, RETURNS.objectives, strict=True):
        assert one.objective == other.objective
        assert [kr.text for kr in one.key_results] == [kr.text for kr in other.key_results]
    assert again.objectives[0].key_results[1].baseline == 310
    assert str(again.objectives[0].key_results[1].due) == "2026-12-31"


@pytest.mark.parametrize("form", [SetFormat.MARKDOWN, SetFormat.DOCX, SetFormat.JSON])
def test_work_is_kept_beside_its_objective(form: SetFormat) -> None:
    again = read(write_sets([RETURNS], form, Language.EN), form)
    works = [one.text for one in again.objectives[0].initiatives]
    assert works == ["Launch the new returns page", "Train the desk"]


def test_a_document_has_real_headings_and_tables() -> None:
    document = docx.Document(io.BytesIO(write_sets([RETURNS], SetFormat.DOCX, Language.EN)))
    headings = [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 1"]
    assert headings == ["O1: Sending a parcel back is no chore", "O2: 买家愿意再来"]
    cells = [cell.text for cell in document.tables[0].rows[0].cells]
    assert cells == ["Key result", "Baseline", "Target", "Due"]


HOSTILE = ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "＝1+1", "\t=1", "%0a"]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_of_a_csv_runs(text: str) -> None:
    hostile = OkrSet.model_validate(
        {"objectives": [{"objective": "We win", "key_results": [text]}]}
    )
    data = write_sets([hostile], SetFormat.CSV, Language.EN).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(data)))
    assert rows[1][3] == "'" + text.strip()


@pytest.mark.parametrize("text", ["-5", "+3.5", "12%", "%", "90 days", "提升到30%"])
def test_numbers_and_words_stay_as_they_are(text: str) -> None:
    assert harmless(text) == text


@pytest.mark.parametrize("text", HOSTILE)
def test_a_workbook_has_texts_only(text: str) -> None:
    hostile = OkrSet.model_validate({"objectives": [{"objective": text, "key_results": [text]}]})
    book = load_workbook(io.BytesIO(write_sets([hostile], SetFormat.XLSX, Language.EN)))
    kinds = {cell.data_type for row in book["OKR"].iter_rows() for cell in row if cell.value}
    assert kinds == {"s"}


def test_signs_that_no_file_can_hold_are_no_trouble() -> None:
    odd = OkrSet.model_validate(
        {"objectives": [{"objective": "a\x00b\x0b\ud800c", "key_results": []}]}
    )
    for form in SetFormat:
        assert write_sets([odd], form, Language.ZH_HANT)


def test_several_sets_are_a_list_in_json() -> None:
    told = json.loads(write_sets([RETURNS, RETURNS], SetFormat.JSON, Language.EN))
    assert [one["team"] for one in told] == ["Parcel returns"] * 2
    assert "at" not in told[0]["objectives"][0]
