"""Who is told of in a guide, and what its sentences rest on."""

import pytest

from assistant.guides.making import make_guide
from tests.guides.told import INDUSTRIES, MATERIAL, headings, sentences, texts


def test_nothing_that_was_only_named_backs_a_sentence() -> None:
    sources = MATERIAL.knowledge.sources
    for industry in INDUSTRIES:
        for reference in make_guide({"industry": industry}).references:
            assert sources[reference.id].seen, reference.id


def test_the_marks_of_sources_are_no_part_of_the_text() -> None:
    for language in ("en", "zh-Hans"):
        for each in sentences(make_guide({"industry": "saas", "language": language})):
            assert "[seed-" not in each.text
            assert "[own]" not in each.text


def test_a_reference_is_listed_because_a_sentence_shows_it() -> None:
    guide = make_guide({"industry": "retail"})
    shown = {
        mark
        for section in guide.sections
        for each in section.sentences
        if not each.style.heads
        for mark in each.citations
    }
    assert {reference.id for reference in guide.references} == shown


def test_companies_of_the_industry_come_first_and_those_of_others_are_told_as_such() -> None:
    guide = make_guide({"industry": "logistics", "language": "zh-Hans"})
    said = texts(guide, "adopters")
    assert said[0].startswith("这个行业里我们找到这些")
    others = said.index("来自其他行业、在案例里讲得更细的；做法需要自己转换。")
    assert any("DB Schenker" in each for each in said[1:others])
    assert said[others + 1].startswith("Zalando")
    assert texts(guide, "industry")[-1].endswith("见下一部分。")


def test_an_industry_without_companies_of_its_own_says_so() -> None:
    said = texts(make_guide({"industry": "gaming", "language": "zh-Hans"}), "adopters")
    assert said[0].startswith("知识库里没有这个行业有据可查的公司")
    assert len(said) == 4


@pytest.mark.parametrize("language", ["en", "zh-Hans"])
def test_without_a_case_nothing_is_said_of_where_the_cases_come_from(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.guides.cases.SPARE_CASES", ())
    said = texts(make_guide({"industry": "banking", "language": language}), "adopters")
    assert "Garanti BBVA" in said[1]
    assert len(said) == 1 + len(MATERIAL.guide.industries["banking"].adopters)


@pytest.mark.parametrize("industry", INDUSTRIES)
def test_the_situation_of_an_industry_rests_on_sources_that_were_read(industry: str) -> None:
    profile = MATERIAL.guide.industries[industry]
    told = [*profile.situation, *profile.pressures]
    sourced = [each for each in told if set(each.sources) - {"own"}]
    assert len(told) >= 4
    assert len(sourced) >= 3
    assert all(MATERIAL.knowledge.sources[mark].seen for each in told for mark in each.sources)


def test_a_case_is_not_told_twice() -> None:
    guide = make_guide({"industry": "semiconductors", "language": "zh-Hans"})
    cases = next(each for each in guide.sections if each.id == "cases")
    told = {each.text for each in cases.sentences if not each.style.heads}
    listed = texts(guide, "adopters")
    assert "多点Dmall（零售软件）：六步落地与跨部门对齐" in listed
    assert not told & set(listed)


def test_a_company_that_one_guide_alone_names_is_listed_and_told_as_no_case() -> None:
    guide = make_guide({"industry": "新能源", "language": "zh-Hans"})
    listed = [each for each in texts(guide, "adopters") if "西门子能源" in each]
    assert ["。我们没有找到别的佐证。" in each for each in listed] == [True]
    assert ["有了统一的目标语言" in each and "一套目标" in each for each in listed] == [True]
    assert not any("西门子能源" in each for each in headings(guide, "cases"))


def test_a_guide_says_once_which_guide_it_means() -> None:
    for industry in ("cross-border-ecommerce", "banking"):
        guide = make_guide({"industry": industry, "language": "en"})
        told = [each.text for part in guide.sections for each in part.sentences]
        assert sum("a marketplace of AI prompts" in each for each in told) == 1


@pytest.mark.parametrize(
    ("language", "ours", "theirs"),
    [
        (
            "en",
            "Two people could score it 0.3 and 0.9 and both be right.",
            "A text on DingTalk gives the plain wish to raise sales as its example: "
            "staff did not know what to do with it.",
        ),
        (
            "zh-Hans",
            "两个人一个打0.3、一个打0.9，谁都没错。",
            "一篇钉钉文章举的例子是只写“提高销售额”，员工不知道具体要做什么。",
        ),
    ],
)
def test_what_we_thought_up_rests_on_no_source_that_is_told_beside_it(
    language: str, ours: str, theirs: str
) -> None:
    guide = make_guide({"industry": "saas", "language": language})
    pitfalls = next(each for each in guide.sections if each.id == "pitfalls")
    cited = {each.text: each.citations for each in pitfalls.sentences}
    assert (cited[ours], cited[theirs]) == (["own"], ["seed-002"])


def test_what_a_passage_advises_by_itself_rests_on_no_source() -> None:
    asked = {"industry": "saas", "focus": ["key-results", "leadership"], "language": "en"}
    practices = next(each for each in make_guide(asked).sections if each.id == "practices")
    cited = {each.text: each.citations for each in practices.sentences}
    assert cited["The value can be read at least three times within the cycle."] == ["own"]
    assert cited["Speak last."] == ["own"]
