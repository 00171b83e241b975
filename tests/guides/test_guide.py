import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from itertools import combinations

import pytest

from assistant.guides.making import make_guide
from assistant.guides.material import shipped_material
from assistant.models.guide import Guide, Sentence, Style, Table

MATERIAL = shipped_material()
INDUSTRIES = [each for each in MATERIAL.knowledge.taxonomy.industries if each != "any"]
PARTS = [
    "why", "industry", "adopters", "cases", "plan", "practices", "pitfalls", "conclusion",
    "references",
]  # fmt: skip


def sentences(guide: Guide) -> Iterable[Sentence]:
    return (each for section in guide.sections for each in section.sentences)


def plan_text(**raw: str) -> str:
    sections = {each.id: each for each in make_guide({"industry": "logistics", **raw}).sections}
    plan = sections["plan"]
    cells = (cell for table in plan.tables for row in table.rows for cell in row)
    return "\n".join([*(each.text for each in plan.sentences), *cells])


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


@pytest.mark.parametrize("language", ["en", "zh-Hans"])
@pytest.mark.parametrize(
    "industry", ["logistics", "new-energy", "digital-health", "电商", "falconry"]
)
def test_three_maturities_have_three_plans(industry: str, language: str) -> None:
    texts = [
        plan_text(industry=industry, maturity=maturity, language=language)
        for maturity in ("first-cycle", "piloting", "mature")
    ]
    for one, other in ((0, 1), (0, 2), (1, 2)):
        lines, known = texts[one].split("\n"), set(texts[other].split("\n"))
        shared = sum(len(line) for line in lines if line in known)
        assert shared < 0.5 * len(texts[one])
        assert SequenceMatcher(None, texts[one], texts[other]).quick_ratio() < 1


def test_a_small_company_gets_other_weeks_and_no_committee() -> None:
    small = plan_text(size="30 people", maturity="piloting")
    large = plan_text(size="250–1000人", maturity="piloting")
    assert "committee is more than a small company needs" in small
    assert "Form a committee" in large
    assert "weeks 13 to 26" in small
    assert "weeks 13 to 52" in large


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
        "No example speaks of “freight forwarder” itself, so the kind of company changes no "
        "objective here."
    ]
    why = [each.text for each in guide.sections[0].sentences]
    assert any(text.startswith("For tracking, they join leading and lagging") for text in why)


def test_a_plan_has_a_set_to_begin_from_with_open_values() -> None:
    for language, gap in (("en", "[target to set]"), ("zh-Hant", "[目標待定]")):
        guide = make_guide({"industry": "new-energy", "language": language})
        plan = next(each for each in guide.sections if each.id == "plan")
        rows = plan.tables[1].rows
        assert len({row[0] for row in rows}) == 3
        assert all(gap in row[1] for row in rows)


def test_systems_are_called_as_their_readers_call_them() -> None:
    for language, name in (
        ("en", "payment system"),
        ("zh-Hans", "支付系统"),
        ("zh-Hant", "支付系統"),
    ):
        raw = {"industry": "cross-border-ecommerce", "maturity": "piloting", "language": language}
        plan = next(each for each in make_guide(raw).sections if each.id == "plan")
        systems = " ".join(row[3] for row in plan.tables[2].rows)
        assert name in systems


def test_every_system_that_has_a_chinese_name_is_one_of_the_library() -> None:
    known = {each for metric in MATERIAL.knowledge.metrics.values() for each in metric.data_sources}
    assert set(MATERIAL.knowledge.systems) <= known
    lower = {name for name in known if name.islower()}
    assert lower <= set(MATERIAL.knowledge.systems)


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


def test_an_unknown_industry_gets_nothing_of_another_one() -> None:
    guide = make_guide({"industry": "falconry", "language": "en"})
    plan = next(each for each in guide.sections if each.id == "plan")
    fitting = {e.objective.en for e in MATERIAL.knowledge.examples.values() if e.industry == "any"}
    assert {row[0] for row in plan.tables[1].rows} <= fitting
    metrics = [row[0] for row in plan.tables[2].rows]
    assert len(metrics) == len(set(metrics)) == len(plan.tables[1].rows)


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
    monkeypatch.setattr("assistant.guides.parts.SPARE_CASES", ())
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


def test_manufacturing_is_not_told_of_storage() -> None:
    guide = make_guide({"industry": "manufacturing", "language": "zh-Hans"})
    of_industry = [e.text for part in guide.sections[:2] for e in part.sentences]
    assert not [text for text in of_industry if "储能" in text or "电芯" in text]


@pytest.mark.parametrize("maturity", ["first-cycle", "piloting", "mature"])
def test_a_small_company_spends_little_time_in_meetings(maturity: str) -> None:
    def minutes(size: str) -> int:
        asked = {"industry": "saas", "maturity": maturity, "size": size, "language": "en"}
        plan = next(each for each in make_guide(asked).sections if each.id == "plan")
        return sum(int(row[1]) for row in plan.tables[0].rows)

    assert minutes("small") < 0.75 * minutes("large")


@pytest.mark.parametrize(
    ("size", "maturity", "objectives"),
    [("small", "first-cycle", 1), ("small", "piloting", 2), ("medium", "first-cycle", 3)],
)
def test_the_set_to_begin_from_is_as_large_as_the_plan_says(
    size: str, maturity: str, objectives: int
) -> None:
    asked = {"industry": "digital-health", "maturity": maturity, "size": size, "language": "en"}
    plan = next(each for each in make_guide(asked).sections if each.id == "plan")
    shown = len({row[0] for row in plan.tables[1].rows})
    assert shown == objectives if size == "small" else shown >= objectives


@pytest.mark.parametrize("maturity", ["first-cycle", "piloting", "mature"])
def test_a_meeting_lasts_as_long_as_its_agenda(maturity: str) -> None:
    for phase in MATERIAL.guide.plans[maturity].phases:
        for meeting in phase.meetings:
            parts = [int(re.findall(r"(\d+) min", each.en)[0]) for each in meeting.agenda]
            assert sum(parts) == meeting.minutes, meeting.title.en


def test_a_company_without_plants_is_not_told_of_their_systems() -> None:
    def plan(industry: str) -> str:
        return plan_text(industry=industry, maturity="piloting", language="zh-Hans")

    assert "MES、QMS" in plan("manufacturing")
    assert "从哪个系统取数" in plan("saas")
    assert not [word for word in ("MES、QMS", "8D", "产品族", "工厂") if word in plan("saas")]


def test_only_readers_in_health_are_told_of_a_health_business() -> None:
    told = headings_at(make_guide({"industry": "banking", "language": "en"}), Style.SUBHEADING)
    assert "What its own text says" in told
    assert "Google Health" not in told
    health = headings_at(
        make_guide({"industry": "digital-health", "language": "en"}), Style.SUBHEADING
    )
    assert "Google Health" in health


def headings_at(guide: Guide, style: Style) -> list[str]:
    section = next(each for each in guide.sections if each.id == "cases")
    return [each.text for each in section.sentences if each.style is style]


def test_a_case_is_not_told_twice() -> None:
    guide = make_guide({"industry": "banking", "language": "zh-Hans"})
    cases = next(each for each in guide.sections if each.id == "cases")
    told = {each.text for each in cases.sentences if not each.style.heads}
    listed = texts(guide, "adopters")
    assert "source{d}：写下来的流程" in listed
    assert not told & set(listed)


def test_the_measures_of_an_industry_are_those_of_its_examples() -> None:
    said = " ".join(texts(make_guide({"industry": "政务", "language": "zh-Hans"}), "industry"))
    assert "热线诉求解决率" in said
    assert "血压控制达标率" not in said


def test_a_quotation_within_an_objective_has_inner_marks() -> None:
    said = " ".join(texts(make_guide({"industry": "游戏", "language": "zh-Hans"}), "industry"))
    assert "‘我会了’" in said
    hant = " ".join(texts(make_guide({"industry": "遊戲", "language": "zh-Hant"}), "industry"))
    assert "『我會了』" in hant


def test_the_week_before_the_start_is_one_week() -> None:
    assert "(1 week before the start)" in plan_text(maturity="mature", size="30", language="en")


def texts(guide: Guide, part: str) -> list[str]:
    section = next(each for each in guide.sections if each.id == part)
    return [each.text for each in section.sentences]


def headings(guide: Guide, part: str) -> list[str]:
    section = next(each for each in guide.sections if each.id == part)
    return [each.text for each in section.sentences if each.style is Style.HEADING]


def test_the_pitfalls_fit_the_stage_and_the_focus() -> None:
    first = headings(make_guide({"industry": "saas", "language": "en"}), "pitfalls")
    asked = {"industry": "saas", "maturity": "mature", "focus": "tools", "language": "en"}
    mature = headings(make_guide(asked), "pitfalls")
    assert "Wishes without numbers" in first
    assert "Wishes without numbers" not in mature
    assert mature[-1] == "The tool that adds work"
    assert all(5 < len(each) < 12 for each in (first, mature))


def test_a_company_that_one_guide_alone_names_is_listed_and_told_as_no_case() -> None:
    guide = make_guide({"industry": "新能源", "language": "zh-Hans"})
    listed = [each for each in texts(guide, "adopters") if "西门子能源" in each]
    assert ["。我们没有找到别的佐证。" in each for each in listed] == [True]
    assert ["有了统一的目标语言" in each and "一套目标" in each for each in listed] == [True]
    assert not any("西门子能源" in each for each in headings(guide, "cases"))


def test_a_guide_says_once_which_guide_it_means() -> None:
    for industry in ("cross-border-ecommerce", "banking"):
        said = texts(make_guide({"industry": industry, "language": "en"}), "why")
        assert sum("a marketplace of AI prompts" in each for each in said) == 1


def test_the_title_has_the_words_typed_for_an_industry_that_is_only_near() -> None:
    guide = make_guide({"industry": "社区医院连锁", "language": "zh-Hans"})
    assert guide.title == "OKR实施指南：社区医院连锁"
    assert "数字医疗" in guide.notes[-1]


@pytest.mark.parametrize("industry", INDUSTRIES)
def test_every_industry_has_a_reason_of_its_own(industry: str) -> None:
    assert MATERIAL.guide.industries[industry].why


def test_a_mature_company_gets_who_answers_beside_its_data_dictionary() -> None:
    def tables(maturity: str) -> list[str]:
        asked = {"industry": "电商", "maturity": maturity, "language": "zh-Hans"}
        plan = next(each for each in make_guide(asked).sections if each.id == "plan")
        return [each.title for each in plan.tables]

    assert tables("mature")[-2:] == ["共享的关键结果：谁负责", "数据字典"]
    assert tables("piloting")[-1] == "数据字典"
    assert "共享的关键结果：谁负责" not in tables("piloting")


def test_a_table_of_the_plan_tells_whose_its_rows_are() -> None:
    for language in ("en", "zh-Hans", "zh-Hant"):
        asked = {"industry": "电商", "maturity": "mature", "language": language}
        plan = next(each for each in make_guide(asked).sections if each.id == "plan")
        assert all(each.note for each in plan.tables)


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


def tables_of(**raw: str) -> list[Table]:
    sections = {each.id: each for each in make_guide({"industry": "logistics", **raw}).sections}
    return sections["plan"].tables


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
@pytest.mark.parametrize("industry", INDUSTRIES)
def test_the_data_dictionary_tells_of_each_measure_of_the_set_and_of_no_other(
    industry: str, language: str
) -> None:
    for maturity in ("first-cycle", "mature"):
        tables = tables_of(industry=industry, language=language, maturity=maturity)
        numbers = [row[1].split()[0] for row in tables[1].rows]
        assert numbers[0] == "KR1.1"
        assert [row[0] for row in tables[-1].rows] == numbers
        assert all(row[-2] for row in tables[-1].rows)


@pytest.mark.parametrize("language", ["en", "zh-Hans"])
@pytest.mark.parametrize("industry", INDUSTRIES)
def test_each_key_result_of_the_set_says_where_its_number_comes_from(
    industry: str, language: str
) -> None:
    for row in tables_of(industry=industry, language=language)[1].rows:
        assert row[1].endswith((")", "）", "[system to name]", "[填系统名]")), row[1]


@pytest.mark.parametrize("size", ["small", "medium", "large"])
def test_the_rhythm_of_a_plan_is_the_one_that_the_guide_argues_for(size: str) -> None:
    for maturity in ("first-cycle", "piloting", "mature"):
        meetings = [row[0] for row in tables_of(size=size, maturity=maturity)[0].rows]
        assert sum(each.startswith("Weekly check-in") for each in meetings) == 1


@pytest.mark.parametrize("size", ["small", "medium", "large"])
def test_in_a_first_cycle_writing_is_taught_before_the_drafts(size: str) -> None:
    phases = {each.id: each.weeks[size] for each in MATERIAL.guide.plans["first-cycle"].phases}
    assert phases["learn"][0] <= phases["draft"][0]
    assert phases["learn"][1] <= phases["draft"][1]
    first, last = phases["rhythm"]
    assert last - first + 1 >= 8  # check-ins enough to learn from


def test_weeks_before_the_start_are_told_as_one_says_them() -> None:
    texts = {
        each.text
        for maturity in ("first-cycle", "piloting", "mature")
        for size in ("small", "medium", "large")
        for each in sentences(make_guide({"industry": "saas", "maturity": maturity, "size": size}))
    }
    told = " ".join(texts)
    assert not re.search(r"(?:from|to) 1 weeks", told)
    assert "(the last 2 weeks before the start)" in told


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
    assert any("standing in from other functions: O" in e for e in make_guide(asked).notes)


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
