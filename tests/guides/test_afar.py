"""Cases from elsewhere: only where the industry has too few, and chosen by what the reader asks."""

import pytest

from assistant.guides.making import make_guide
from tests.guides.told import MATERIAL, headings, texts

LEAD = {"en": "What it says for your focus", "zh-Hans": "对你的关注重点有什么用"}


@pytest.mark.parametrize(
    ("industry", "company", "language", "near", "afar"),
    [
        ("property", "UK housing association", "en", "Dr. Klein Wowi Digital", "Zalando"),
        ("banking", "community bank in Ohio", "en", "Garanti BBVA Teknoloji", "Dmall"),
        ("生物医药", "临床阶段创新药企业", "zh-Hans", "罗氏制药德国公司", "source{d}"),
    ],
)
def test_companies_of_the_industry_leave_no_place_to_those_from_afar(
    industry: str, company: str, language: str, near: str, afar: str
) -> None:
    raw = {"industry": industry, "company_type": company, "language": language}
    heads = headings(make_guide(raw), "cases")
    assert near in heads
    assert not any(afar in each for each in heads)


@pytest.mark.parametrize("language", ["en", "zh-Hans"])
def test_a_case_from_afar_is_chosen_by_the_focus_and_speaks_to_it(language: str) -> None:
    raw = {"industry": "gaming", "maturity": "mature", "language": language}
    guide = make_guide({**raw, "focus": "tracking, culture"})
    said = texts(guide, "cases")
    assert any(each.startswith(("ByteDance", "字节跳动")) for each in headings(guide, "cases"))
    at = said.index(LEAD[language])
    lessons = {
        text
        for of_case in MATERIAL.guide.afar.values()
        for each in of_case.values()
        for text in (each.en, each.zh)
    }
    assert said[at + 1] in lessons
    assert LEAD[language] not in texts(make_guide({**raw, "focus": ""}), "cases")


def test_lessons_from_afar_are_of_documented_cases_and_of_focuses() -> None:
    documents = {each.head.id for each in MATERIAL.knowledge.documents if each.head.kind == "case"}
    assert set(MATERIAL.guide.afar) <= documents
    for of_case in MATERIAL.guide.afar.values():
        assert set(of_case) <= set(MATERIAL.guide.focuses)


@pytest.mark.parametrize(
    ("language", "named"), [("en", "sample guides is meant"), ("zh-Hans", "三份样例")]
)
def test_where_the_sample_guides_come_from_is_told_once_before_they_are_named(
    language: str, named: str
) -> None:
    guide = make_guide({"industry": "saas", "maturity": "mature", "language": language})
    told = [
        section.id
        for section in guide.sections
        if section.id != "references"
        for each in section.sentences
        if named in each.text
    ]
    assert told == ["why"]
