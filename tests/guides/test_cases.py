"""The three cases: companies of the industry first, each with who tells it and what it teaches."""

import pytest

from assistant.guides.cases import CASES
from assistant.guides.making import make_guide
from tests.guides.told import INDUSTRIES, MATERIAL, headings, sentences, texts


@pytest.mark.parametrize("industry", INDUSTRIES)
def test_companies_of_the_industry_stand_among_the_three_cases(industry: str) -> None:
    profile = MATERIAL.guide.industries[industry]
    for language in ("en", "zh-Hant"):
        heads = headings(make_guide({"industry": industry, "language": language}), "cases")
        assert len(heads[:-1]) == CASES
        assert (
            heads[-1] == {"en": "What to carry over", "zh-Hant": "搬到自己這裡，搬什麼"}[language]
        )
        if profile.adopters and len(profile.cases) < CASES:
            assert any("in short" in each or "簡述" in each for each in heads)


def test_a_short_case_says_who_tells_it_and_what_to_take_from_it() -> None:
    guide = make_guide({"industry": "energy", "language": "en"})
    said = texts(guide, "cases")
    assert said[1] == "SWKiel Netz, in short"
    assert said[2:8:2] == ["What is told", "How far to trust it", "What to take from it"]
    assert "New Work Lab" in said[5]
    assert "SWKiel Netz: told in short among the cases." in texts(guide, "adopters")


def test_lessons_are_of_companies_that_are_told_of() -> None:
    told = {each.sources[0] for one in MATERIAL.guide.industries.values() for each in one.adopters}
    assert set(MATERIAL.guide.lessons) <= told


@pytest.mark.parametrize(
    ("language", "read"), [("en", "read 2026-"), ("zh-Hans", "读于2026-"), ("zh-Hant", "讀於2026-")]
)
def test_a_reference_tells_publisher_day_and_address(language: str, read: str) -> None:
    guide = make_guide({"industry": "energy", "maturity": "mature", "language": language})
    for each in guide.references:
        source = MATERIAL.knowledge.sources[each.id]
        assert (read in each.told) is (source.read_on is not None)
        assert source.published is None or str(source.published) in each.told
        assert each.url == source.url
        assert each.publisher or each.id == "own"
    listed = [each.text for each in sentences(guide) if "http" in each.text]
    assert all(read in each for each in listed)


@pytest.mark.parametrize(
    ("language", "company", "told"),
    [
        ("en", "public hospital", "Inception Health, in short"),
        ("zh-Hans", "公立医院", "Inception Health（简述）"),
    ],
)
def test_a_hospital_is_told_of_health_before_google(language: str, company: str, told: str) -> None:
    raw = {"industry": "digital-health", "company_type": company, "language": language}
    heads = headings(make_guide(raw), "cases")
    assert heads[0] == told
    assert not any("Google" in each or "谷歌" in each for each in heads)
