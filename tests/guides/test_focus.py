"""What each focus does to the set, to the plan and to the practices, and for whom practices are."""

import pytest

from assistant.guides.making import make_guide, make_template
from assistant.models.guide import Size, Style
from tests.guides.told import MATERIAL, texts

FOCUSES = list(MATERIAL.guide.focuses)
MATURITIES = ("first-cycle", "piloting", "mature")
SIZES = ("30", "200", "2000", "20000")


def asked(language: str, **raw: object) -> dict[str, object]:
    return {"industry": "energy", "company_type": "waterworks", "language": language, **raw}


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
@pytest.mark.parametrize("focus", FOCUSES)
def test_a_focus_shapes_set_plan_and_practices(focus: str, language: str) -> None:
    at = FOCUSES.index(focus)
    for maturity, size in zip(MATURITIES, (SIZES + SIZES)[at % 4 :], strict=False):
        raw = asked(language, maturity=maturity, size=size)
        plain, with_it = (
            {each.text for each in make_template({**raw, "focus": one}).advice}
            for one in ("", focus)
        )
        assert len(with_it - plain) == 2
        for part in ("plan", "practices"):
            one, other = (set(texts(make_guide({**raw, "focus": f}), part)) for f in ("", focus))
            assert other - one, (part, maturity, size)


@pytest.mark.parametrize("language", ["en", "zh-Hans"])
def test_what_is_told_of_the_set_names_its_own_key_results(language: str) -> None:
    for focus in FOCUSES:
        template = make_template(asked(language, focus=focus, maturity="mature", size="900"))
        told = template.advice[-1].text
        forms = {f"KR{each.objective + 1}.{each.key_result + 1}": each for each in template.forms}
        named = [each for each in forms if each in told]
        timings = {forms[each].timing for each in named}
        if focus == "culture":
            assert timings <= {"guardrail", "护栏"}
            assert named
        if focus in ("tracking", "motivation"):
            assert named


def test_two_focuses_tell_two_different_things() -> None:
    raw = asked("en", maturity="piloting", size="900")
    told = [make_template({**raw, "focus": each}).advice[-1].text for each in FOCUSES]
    assert len(set(told)) == len(FOCUSES)


@pytest.mark.parametrize("focus", ["", *FOCUSES])
@pytest.mark.parametrize("maturity", MATURITIES)
def test_practices_are_for_the_maturity_and_the_size(maturity: str, focus: str) -> None:
    heads = {
        section.title: each.head
        for each in MATERIAL.knowledge.documents
        for section in each.sections
        if each.head.language == "en"
    }
    at = FOCUSES.index(focus) if focus else 0
    for size, name in (*zip(SIZES, Size, strict=True),)[at % 2 :: 2]:
        raw = {"industry": "banking", "maturity": maturity, "size": size, "focus": focus}
        part = next(each for each in make_guide(raw).sections if each.id == "practices")
        shown = [each.text for each in part.sentences if each.style is Style.SUBHEADING]
        assert shown
        for head in (heads[each] for each in shown):
            assert {"any", maturity} & set(head.maturity), head.id
            assert {"any", name} & set(head.sizes), head.id


@pytest.mark.parametrize("language", ["en", "zh-Hans"])
def test_a_pitfall_of_the_focus_is_told_in_full_and_before_the_others(language: str) -> None:
    raw = asked(language, maturity="piloting", size="900")
    plain, focused = (texts(make_guide({**raw, "focus": f}), "pitfalls") for f in ("", "scoring"))
    sandbagging = {"en": "Sandbagging", "zh-Hans": "目标留余量"}[language]
    disguised = {"en": "KPIs in disguise", "zh-Hans": "KPI换皮"}[language]
    assert focused.index(sandbagging) < focused.index(disguised)
    assert sandbagging not in plain


def test_a_small_company_is_told_of_no_pitfall_of_departments() -> None:
    for size, there in (("30", False), ("900", True)):
        said = texts(make_guide(asked("en", maturity="piloting", size=size)), "pitfalls")
        assert ("Cascading by copying" in said) is there
        assert ("Shared key results that nobody leads" in said) is there
