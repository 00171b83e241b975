"""A guide as a whole: its parts, sources, cases and words."""

from difflib import SequenceMatcher
from itertools import combinations

import pytest

from assistant.guides.making import make_guide
from assistant.models.guide import Guide, Style
from tests.guides.told import INDUSTRIES, MATERIAL, headings, plan_text, sentences, texts

PARTS = [
    "why", "industry", "adopters", "cases", "plan", "practices", "pitfalls", "conclusion",
    "references",
]  # fmt: skip


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
@pytest.mark.parametrize("industry", INDUSTRIES)
def test_a_guide_has_nine_parts_and_every_sentence_its_source(industry: str, language: str) -> None:
    guide = make_guide({"industry": industry, "language": language})
    assert [section.id for section in guide.sections] == PARTS
    listed = {reference.id for reference in guide.references}
    for each in sentences(guide):
        assert each.text
        assert each.citations or each.style.heads
        assert set(each.citations) <= listed


def test_the_focus_chooses_the_practices() -> None:
    guide = make_guide({"industry": "零售", "focus": "员工激励，目标跟踪", "language": "zh-Hans"})
    practices = next(each for each in guide.sections if each.id == "practices")
    shown = [each.text for each in practices.sentences if each.style is Style.HEADING]
    assert shown[0] == "员工激励"
    assert "目标跟踪" in shown
    assert any("说法不一，我们不建议" in each.text for each in practices.sentences)


def test_an_industry_of_other_words_leads_to_the_nearest_with_a_note() -> None:
    guide = make_guide({"industry": "社区医院连锁", "language": "zh-Hans"})
    assert guide.parameters.industry == "digital-health"
    assert "社区医院连锁" in guide.notes[-1]


def test_an_industry_that_nothing_is_near_to_gets_what_applies_everywhere() -> None:
    guide = make_guide({"industry": "falconry", "language": "en"})
    assert guide.parameters.industry == "any"
    assert "holds nothing of its own for “falconry”" in guide.notes[-1]
    assert [section.id for section in guide.sections] == PARTS


def test_a_traditional_guide_is_written_in_traditional() -> None:
    guide = make_guide({"industry": "製造", "language": "zh-Hant"})
    assert guide.parameters.industry == "manufacturing"
    assert "為什麼用OKR" in guide.sections[0].title


def test_a_guide_says_who_it_is_made_for() -> None:
    raw = {"industry": "logistics", "company_type": "freight forwarder", "size": "30"}
    guide = make_guide({**raw, "focus": "tracking"})
    told = (
        "Written for: freight forwarder, 30 people (counted as under 50 people), first cycle. "
        "Focus: Tracking."
    )
    assert guide.notes[0] == told
    assert guide.notes[1:] == [
        "Start the talk with O1, “Mid-size shippers stay with us after their first contract”.",
        "For what matters most in an organisation such as “freight forwarder”, see O1, O2.",
        "Lent from elsewhere, as it fits “freight forwarder” too, and to be put into your own "
        "words: O2 (Any industry).",
        "For “Tracking” the objectives stay as they are; which key results to watch for it is told "
        "below.",
    ]
    why = [each.text for each in guide.sections[0].sentences]
    assert any(text.startswith("For tracking, they join leading and lagging") for text in why)


def test_systems_are_called_as_their_readers_call_them() -> None:
    for language, name in (
        ("en", "government service platform"),
        ("zh-Hans", "政务服务平台"),
        ("zh-Hant", "政務服務平台"),
    ):
        raw = {"industry": "public-services", "maturity": "mature", "language": language}
        plan = next(each for each in make_guide(raw).sections if each.id == "plan")
        systems = " ".join(row[3] for row in plan.tables[-1].rows)
        assert name in systems


def test_every_system_that_has_a_chinese_name_is_one_of_the_library() -> None:
    knowledge = MATERIAL.knowledge
    known = {each for metric in knowledge.metrics.values() for each in metric.data_sources}
    lines = (line for each in knowledge.examples.values() for line in each.key_results)
    known |= {line.system for line in lines if line.system}
    assert set(MATERIAL.knowledge.systems) <= known
    lower = {name for name in known if name.islower()}
    assert lower <= set(MATERIAL.knowledge.systems)


def test_an_unknown_industry_gets_nothing_of_another_one() -> None:
    guide = make_guide({"industry": "falconry", "language": "en"})
    plan = next(each for each in guide.sections if each.id == "plan")
    fitting = {e.objective.en for e in MATERIAL.knowledge.examples.values() if e.industry == "any"}
    assert {row[0] for row in plan.tables[1].rows if row[0]} <= fitting
    told = [row[0].split()[0] for row in plan.tables[-1].rows]
    first = [row[1].split()[0] for row in plan.tables[1].rows if row[1].startswith("KR1.")]
    assert told[: len(first)] == first


def test_manufacturing_is_not_told_of_storage() -> None:
    guide = make_guide({"industry": "manufacturing", "language": "zh-Hans"})
    of_industry = [e.text for part in guide.sections[:2] for e in part.sentences]
    assert not [text for text in of_industry if "储能" in text or "电芯" in text]


def test_only_readers_in_health_are_told_of_a_health_business(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("assistant.guides.cases.SPARE_CASES", ("google",))
    asked = {"industry": "gaming", "maturity": "mature", "language": "en"}
    told = headings_at(make_guide(asked), Style.SUBHEADING)
    assert "What its own text says" in told
    assert "Google Health" not in told
    health = headings_at(
        make_guide({"industry": "digital-health", "language": "en"}), Style.SUBHEADING
    )
    assert "Google Health" in health


def headings_at(guide: Guide, style: Style) -> list[str]:
    section = next(each for each in guide.sections if each.id == "cases")
    return [each.text for each in section.sentences if each.style is style]


def test_the_measures_of_an_industry_are_those_of_its_examples() -> None:
    said = " ".join(texts(make_guide({"industry": "政务", "language": "zh-Hans"}), "industry"))
    assert "热线诉求解决率" in said
    assert "血压控制达标率" not in said


def test_a_quotation_within_an_objective_has_inner_marks() -> None:
    said = " ".join(texts(make_guide({"industry": "游戏", "language": "zh-Hans"}), "industry"))
    assert "‘我会了’" in said
    hant = " ".join(texts(make_guide({"industry": "遊戲", "language": "zh-Hant"}), "industry"))
    assert "『我會了』" in hant


def test_the_pitfalls_fit_the_stage_and_the_focus() -> None:
    first = headings(make_guide({"industry": "saas", "language": "en"}), "pitfalls")
    asked = {"industry": "saas", "maturity": "mature", "focus": "tools", "language": "en"}
    mature = headings(make_guide(asked), "pitfalls")
    assert "Wishes without numbers" in first
    assert "Wishes without numbers" not in mature
    assert mature.index("The tool that adds work") < mature.index("No retrospective")
    assert all(8 < len(each) < 15 for each in (first, mature))


def test_the_title_has_the_words_typed_for_an_industry_that_is_only_near() -> None:
    guide = make_guide({"industry": "社区医院连锁", "language": "zh-Hans"})
    assert guide.title == "OKR实施指南：社区医院连锁"
    assert "数字医疗" in guide.notes[-1]


@pytest.mark.parametrize("industry", INDUSTRIES)
def test_every_industry_has_a_reason_of_its_own(industry: str) -> None:
    assert MATERIAL.guide.industries[industry].why


def test_a_name_of_two_industries_gets_both_and_says_so() -> None:
    guide = make_guide({"industry": "智能制造与新能源", "language": "zh-Hans"})
    assert (guide.parameters.industry, guide.parameters.also) == ("manufacturing", ["new-energy"])
    assert guide.title == "OKR实施指南：智能制造与新能源"
    assert "包含几个行业" in guide.notes[1]
    heads = {each.text for each in guide.sections[1].sentences if each.style is Style.HEADING}
    assert {"现状：智能制造", "现状：新能源与储能"} <= heads


def test_half_a_name_that_is_not_known_is_told() -> None:
    guide = make_guide({"industry": "智能制造与宠物护理", "language": "zh-Hans"})
    assert guide.notes[1] == "名称里的“宠物护理”，知识库没有专门内容。"


@pytest.mark.parametrize(
    ("industry", "language", "part"),
    [
        ("连锁餐饮(中式快餐,直营加加盟)", "zh-Hans", "“直营加加盟”，知识库没有专门内容"),
        ("連鎖餐飲（中式快餐、直營加加盟）", "zh-Hant", "「直營加加盟」，知識庫沒有專門內容"),
        ("Logistics (road, qwertium)", "en", "holds nothing on “qwertium”"),
    ],
)
def test_a_name_is_not_told_with_half_its_brackets(industry: str, language: str, part: str) -> None:
    notes = make_guide({"industry": industry, "language": language}).notes
    assert any(part in each for each in notes), notes


def test_the_level_chooses_the_set_and_the_cycle_gives_days() -> None:
    files = {
        plan_text(industry="logistics", level=level, language="en")
        for level in ("company", "department", "team", "individual")
    }
    assert len(files) >= 3
    plan = make_guide({"industry": "logistics", "cycle": "2027-Q1", "language": "en"})
    heads = [each.text for each in plan.sections[4].sentences]
    assert any("weeks 1 to 2; 2027-01-01 to 2027-01-14)" in each for each in heads)
    assert "cycle 2027-Q1 (2027-01-01 to 2027-03-31)" in plan.notes[0]


def test_a_guide_tells_which_objectives_stand_in_for_a_function() -> None:
    asked = {"industry": "logistics", "function": "legal", "language": "en"}
    assert any("taken from other functions" in e for e in make_guide(asked).notes)


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
def test_two_industries_of_one_source_say_a_thing_once(language: str) -> None:
    guide = make_guide({"industry": "新能源储能与智能制造", "language": language})
    said = [
        each.text
        for section in guide.sections
        if section.id in ("industry", "adopters")
        for each in section.sentences
        if not each.style.heads
    ]
    alike = [
        (one, other)
        for one, other in combinations(said, 2)
        if SequenceMatcher(None, one, other).ratio() > 0.8
    ]
    assert alike == []
