"""What we reason of an industry and of a function: each guide has it, marked as our own."""

import pytest

from assistant.guides.making import make_guide
from assistant.models.guide import Guide, Sentence
from tests.guides.told import INDUSTRIES, MATERIAL, headings, texts

FUNCTIONS = [each for each in MATERIAL.knowledge.taxonomy.functions if each != "any"]
SIDES = {"why": "why", "cases": "carry", "plan": "systems", "practices": "pay"}


def _said(guide: Guide, part: str) -> list[Sentence]:
    return next(each for each in guide.sections if each.id == part).sentences


@pytest.mark.parametrize("industry", INDUSTRIES)
def test_every_industry_tells_why_its_systems_its_pay_and_what_to_carry_over(industry: str) -> None:
    trade = MATERIAL.guide.trades[industry]
    for language in ("en", "zh-Hans"):
        guide = make_guide({"industry": industry, "language": language})
        for part, side in SIDES.items():
            told = getattr(trade, side)
            first = told[0] if isinstance(told, list) else told
            text = first.en if language == "en" else first.zh
            # a school or a charity is called no company
            [said] = [each for each in _said(guide, part) if each.text[-12:] == text[-12:]]
            assert said.citations == ["own"]


@pytest.mark.parametrize("function", FUNCTIONS)
def test_every_function_has_its_reason_its_pitfall_and_what_it_takes_from_cases(
    function: str,
) -> None:
    task = MATERIAL.guide.tasks[function]
    guide = make_guide({"industry": "retail", "function": function, "language": "zh-Hans"})
    assert task.why.zh in texts(guide, "why")
    assert task.carry.zh in texts(guide, "cases")
    assert headings(guide, "pitfalls")[0] == task.pitfall.title.zh


@pytest.mark.parametrize(
    ("language", "disputed"), [("en", "disputed"), ("zh-Hans", "说法不一"), ("zh-Hant", "說法不一")]
)
def test_pay_is_told_as_disputed_whatever_the_focus(language: str, disputed: str) -> None:
    guide = make_guide({"industry": "hotels", "language": language, "focus": ["tools"]})
    assert any(disputed in each for each in texts(guide, "practices"))
