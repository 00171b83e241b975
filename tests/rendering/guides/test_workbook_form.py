"""The workbook as a form: its cells filled in, it can be agreed."""

from io import BytesIO

import openpyxl
import pytest

from assistant.coaching.check import load_checker
from assistant.guides.making import make_template
from assistant.messages import say
from assistant.models import Answer, Language
from assistant.parsing import read_draft
from assistant.rendering.guides.wrapping import lines_of
from assistant.rendering.guides.writers import TemplateFormat, write
from assistant.settings import Settings

OWNERS = {"en": "Ana Ruiz", "zh-Hans": "王芳", "zh-Hant": "王芳"}
LANGUAGES = list(OWNERS)


def workbook(industry: str, language: str) -> bytes:
    made = make_template({"industry": industry, "language": language, "cycle": "2027-Q1"})
    return write(made, TemplateFormat.XLSX)


def filled(data: bytes, language: str) -> bytes:
    book = openpyxl.load_workbook(BytesIO(data))
    sheet = book["OKR"]
    said = {
        name: say("guides", f"column.{name}", Language(language))
        for name in ("key_result", "baseline", "target", "owner", "due")
    }
    rows = list(sheet.iter_rows())
    head = next(row for row in rows if said["key_result"] in [cell.value for cell in row])
    at = {str(cell.value): place for place, cell in enumerate(head)}
    for row in rows[rows.index(head) + 1 :]:
        falls = any(word in str(row[at[said["key_result"]]].value) for word in FALLING)
        row[at[said["baseline"]]].value, row[at[said["target"]]].value = (
            (40, 20) if falls else (20, 40)
        )
        row[at[said["owner"]]].value = OWNERS[language]
        row[at[said["due"]]].value = "2027-03-15"
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def unnamed(data: bytes, language: str) -> bytes:
    """The workbook with its sources still to be named, as one of our own lines would leave it."""
    book = openpyxl.load_workbook(BytesIO(data))
    source = say("guides", "column.source", Language(language))
    rows = list(book["OKR"].iter_rows())
    head = next(row for row in rows if source in [cell.value for cell in row])
    at = [cell.value for cell in head].index(source)
    for row in rows[rows.index(head) + 1 :]:
        row[at].value = say("guides", "form.source", Language(language))
    out = BytesIO()
    book.save(out)
    return out.getvalue()


FALLING = ("降", "缩", "縮", "减", "減")


def check(data: bytes) -> Answer:
    draft = read_draft(data, limits=Settings())
    return load_checker(Settings(), None, None).check(draft.sets[0].set, final=True)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("industry", ["logistics", "manufacturing", "retail", "banking"])
def test_cells_that_are_filled_in_leave_no_gap(industry: str, language: str) -> None:
    answer = check(filled(workbook(industry, language), language))
    assert [each for each in answer.findings if each.rule == "K17"] == []
    assert not any("[" in kr.text for each in answer.set.objectives for kr in each.key_results)


def test_the_bound_of_a_guardrail_may_lie_below_its_present_value() -> None:
    for industry in ("logistics", "banking", "any"):
        made = make_template({"industry": industry, "language": "en"}).sets[0]
        held = [kr for each in made.objectives for kr in each.key_results if kr.kind == "maintain"]
        assert held
        for kr in held:
            kr.baseline, kr.target = 40, 20
        answer = load_checker(Settings(), None, None).check(made, final=True)
        places = {
            (each.objective, each.key_result) for each in answer.findings if each.rule == "K11"
        }
        lines = {
            made.objectives[at].key_results[nth or 0].text for at, nth in places if at is not None
        }
        assert lines.isdisjoint({kr.text for kr in held})


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_form_that_nobody_filled_in_cannot_be_agreed(language: str) -> None:
    answer = check(workbook("logistics", language))
    assert {each.severity for each in answer.findings if each.rule == "K17"} == {"error"}
    assert answer.verdict != "ready"


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_owner_or_a_source_still_to_be_named_is_missing(language: str) -> None:
    found = check(unnamed(workbook("logistics", language), language)).findings
    assert {"S03", "K07"} <= {each.rule for each in found}
    found = check(filled(workbook("logistics", language), language)).findings
    assert "S03" not in {each.rule for each in found}


@pytest.mark.parametrize("language", LANGUAGES)
def test_how_many_people_it_is_for_is_no_team(language: str) -> None:
    assert check(workbook("logistics", language)).set.team is None


def test_the_workbook_says_what_the_other_forms_say() -> None:
    made = make_template({"industry": "falconry", "language": "en"})
    book = openpyxl.load_workbook(BytesIO(write(made, TemplateFormat.XLSX)))
    said = {str(cell.value) for sheet in book for row in sheet for cell in row if cell.value}
    assert made.notes
    assert {made.title, *made.notes, *(each.text for each in made.leave_out)} <= said
    assert all(any(each.named in text for text in said) for each in made.sources)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_row_is_as_high_as_its_longest_text_needs(language: str) -> None:
    sheet = openpyxl.load_workbook(BytesIO(workbook("manufacturing", language)))["OKR"]
    for row in sheet.iter_rows(min_row=int(str(sheet.freeze_panes)[1:])):
        for cell in row:
            letters = sum(1 if char.isascii() else 1.8 for char in str(cell.value or ""))
            width = sheet.column_dimensions[cell.column_letter].width
            assert (sheet.row_dimensions[cell.row].height or 0) >= 13 * letters / width


def test_all_cells_have_one_font() -> None:
    book = openpyxl.load_workbook(BytesIO(workbook("logistics", "zh-Hans")))
    assert {cell.font.name for sheet in book for row in sheet for cell in row if cell.value} == {
        "Microsoft YaHei"
    }


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, 1),
        ("short", 10, 1),
        ("two words here", 10, 2),
        ("电池健康度", 6, 3),
        ("x" * 30, 11, 3),
    ],
)
def test_latin_words_stay_whole_and_chinese_breaks_anywhere(
    text: str, width: int, lines: int
) -> None:
    assert lines_of(text, width) == lines
