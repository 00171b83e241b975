"""The workbook as a form: its cells filled in, it can be agreed."""

from io import BytesIO

import openpyxl
import pytest

from assistant.coaching.check import load_checker
from assistant.guides.making import make_template
from assistant.messages import say
from assistant.models import Answer, Language
from assistant.parsing import read_draft
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
