"""The three cases: companies of the industry first, each with who tells it and what it teaches."""

import pytest

from assistant.guides.cases import CASES, TELLS, shortly_told
from assistant.guides.making import make_guide
from assistant.guides.parameters import read_parameters
from assistant.guides.statements import split
from assistant.messages import traditional
from tests.guides.told import INDUSTRIES, MATERIAL, headings, sentences, texts


@pytest.mark.parametrize("industry", INDUSTRIES)
def test_companies_of_the_industry_stand_among_the_three_cases(industry: str) -> None:
    profile = MATERIAL.guide.industries[industry]
    for language in ("en", "zh-Hant"):
        heads = headings(make_guide({"industry": industry, "language": language}), "cases")
        assert len(heads[:-1]) == CASES
        assert (
            heads[-1] == {"en": "What to carry over", "zh-Hant": "哪些可以搬到自己這裡"}[language]
        )
        names = {
            name
            for each in profile.adopters
            if (lesson := MATERIAL.guide.lessons.get(each.sources[0]))
            for name in (lesson.name.en, traditional(lesson.name.zh))
        }
        if profile.adopters and len(profile.cases) < CASES:
            assert names & set(heads)


def test_a_short_case_says_who_tells_it_and_what_to_take_from_it() -> None:
    guide = make_guide({"industry": "energy", "language": "en"})
    said = texts(guide, "cases")
    at = said.index("SWKiel Netz")
    trust, take = (said.index(each, at) for each in ("How far to trust it", "What to take from it"))
    assert said[at + 1] == "Context"
    assert any("New Work Lab" in each for each in said[trust:take])
    assert "SWKiel Netz: told among the cases." in texts(guide, "adopters")


def test_a_story_that_was_rewritten_is_told_in_one_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(MATERIAL.guide.tellings, "swkiel-okr", "cr")
    raw = {"industry": "energy", "company_type": "power grid", "language": "en"}
    said = texts(make_guide(raw), "cases")
    assert said[said.index("SWKiel Netz, in short") + 1] == "What is told"


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
        ("en", "public hospital", "Inception Health"),
        ("zh-Hans", "公立医院", "美国医疗系统的创新部门Inception Health"),
    ],
)
def test_a_hospital_is_told_of_health_before_google(language: str, company: str, told: str) -> None:
    raw = {"industry": "digital-health", "company_type": company, "language": language}
    heads = headings(make_guide(raw), "cases")
    assert heads[0] == told
    assert not any("Google" in each or "谷歌" in each for each in heads)


STORIES = {
    each.sources[0]: each for one in MATERIAL.guide.industries.values() for each in one.adopters
}


def test_nearly_all_stories_are_told_in_parts_and_each_begins_with_its_context() -> None:
    tellings = MATERIAL.guide.tellings
    assert set("".join(tellings.values())) <= set(TELLS)
    assert all(letters.startswith("c") for letters in tellings.values())
    fitting = [
        mark
        for mark, story in STORIES.items()
        if len(split(story.en)) == len(split(story.zh)) == len(tellings.get(mark, ""))
    ]
    assert len(fitting) >= 0.9 * len(STORIES)


def test_stories_of_a_kind_are_told_of_its_industry() -> None:
    for industry, kinds in MATERIAL.guide.kinds.items():
        own = {each.sources[0] for each in MATERIAL.guide.industries[industry].adopters}
        for kind in kinds:
            assert set(kind.stories) <= own & set(MATERIAL.guide.lessons), kind.id


@pytest.mark.parametrize(
    ("language", "company", "first", "parts"),
    [
        (
            "en",
            "regional newspaper",
            "Mediahuis",
            ["Context", "How OKRs were brought in", "Results and difficulties, as told"],
        ),
        (
            "zh-Hant",
            "地方報社",
            "比利時媒體公司Mediahuis",
            ["背景與難題", "怎樣推行", "結果與難處（按來源的說法）"],
        ),
    ],
)
def test_companies_like_the_readers_are_told_first_and_in_parts(
    language: str, company: str, first: str, parts: list[str]
) -> None:
    raw = {"industry": "media", "company_type": company, "language": language}
    guide = make_guide(raw)
    said = texts(guide, "cases")
    at = said.index(first)
    assert [each for each in said[at : at + 9] if each in parts] == parts


@pytest.mark.parametrize(
    ("language", "name"), [("en", "Schibsted"), ("zh-Hans", "Schibsted"), ("zh-Hant", "Schibsted")]
)
def test_a_company_without_a_result_stands_apart_from_the_three_cases(
    language: str, name: str
) -> None:
    """Vanke and Schibsted counted as cases, though nothing is told of what came of it."""
    guide = make_guide({"industry": "media", "company_type": "報社", "language": language})
    assert not [each for each in headings(guide, "cases") if name in each]
    assert len([each for each in texts(guide, "adopters") if name in each]) == 1


@pytest.mark.parametrize("industry", INDUSTRIES)
def test_each_company_told_in_short_among_the_cases_has_a_result(industry: str) -> None:
    told = shortly_told(read_parameters({"industry": industry}, MATERIAL), MATERIAL)
    assert all("r" in MATERIAL.guide.tellings[each.sources[0]] for each in told)
