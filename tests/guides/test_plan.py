"""The phased plan of a guide, its set to begin from and its tables."""

import re
from difflib import SequenceMatcher

import pytest

from assistant.guides.making import make_guide
from assistant.models.guide import Size, Table
from tests.guides.told import INDUSTRIES, MATERIAL, plan_text, sentences, texts


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


def test_a_plan_has_a_set_to_begin_from_with_open_values() -> None:
    for language, gap in (("en", "[target to set]"), ("zh-Hant", "[目標待定]")):
        guide = make_guide({"industry": "new-energy", "language": language})
        plan = next(each for each in guide.sections if each.id == "plan")
        rows = plan.tables[1].rows
        assert len({row[0] for row in rows if row[0]}) == 3
        assert all(gap in row[1] for row in rows)


@pytest.mark.parametrize("maturity", ["first-cycle", "piloting", "mature"])
def test_a_small_company_spends_little_time_in_meetings(maturity: str) -> None:
    def minutes(size: str) -> int:
        asked = {"industry": "saas", "maturity": maturity, "size": size, "language": "en"}
        plan = next(each for each in make_guide(asked).sections if each.id == "plan")
        return sum(int(row[1]) for row in plan.tables[0].rows)

    assert minutes("small") < 0.75 * minutes("large")


@pytest.mark.parametrize(
    ("size", "maturity", "objectives"),
    [("small", "first-cycle", 2), ("small", "piloting", 2), ("medium", "first-cycle", 3)],
)
def test_the_set_to_begin_from_is_as_large_as_the_plan_says(
    size: str, maturity: str, objectives: int
) -> None:
    asked = {"industry": "digital-health", "maturity": maturity, "size": size, "language": "en"}
    plan = next(each for each in make_guide(asked).sections if each.id == "plan")
    shown = len({row[0] for row in plan.tables[1].rows if row[0]})
    alone = "Begin with the first objective alone" in plan.tables[1].note
    assert alone is (size == "small" and maturity == "first-cycle")
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


def test_the_week_before_the_start_is_one_week() -> None:
    assert "(the week before the start)" in plan_text(maturity="mature", size="30", language="en")


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
@pytest.mark.parametrize("maturity", ["first-cycle", "piloting", "mature"])
def test_who_answers_for_shared_key_results_stands_beside_the_data_dictionary(
    maturity: str, language: str
) -> None:
    titles = {
        "en": ["Shared key results: who answers", "Data dictionary"],
        "zh-Hans": ["共享的关键结果：谁负责", "数据字典"],
        "zh-Hant": ["共享的關鍵結果：誰負責", "資料字典"],
    }
    for industry in ("电商", "retail", "banking"):
        shown = tables_of(industry=industry, maturity=maturity, language=language)[-2:]
        assert [each.title for each in shown] == titles[language]
        numbers = {
            row[1].split()[0] for row in tables_of(industry=industry, maturity=maturity)[1].rows
        }
        for row in shown[0].rows:
            assert row[0].split()[0] in {*numbers, "+"}
            assert len(row) == 5
            assert row[2].startswith("[")


def test_a_table_of_the_plan_tells_whose_its_rows_are() -> None:
    for language in ("en", "zh-Hans", "zh-Hant"):
        asked = {"industry": "电商", "maturity": "mature", "language": language}
        plan = next(each for each in make_guide(asked).sections if each.id == "plan")
        assert all(each.note for each in plan.tables)


def tables_of(**raw: str) -> list[Table]:
    sections = {each.id: each for each in make_guide({"industry": "logistics", **raw}).sections}
    return sections["plan"].tables


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
@pytest.mark.parametrize("industry", INDUSTRIES)
def test_the_data_dictionary_tells_of_the_first_measures_of_the_set_and_of_the_core_metrics(
    industry: str, language: str
) -> None:
    """Of a mature company's whole set; before, of the first objective and what moves early."""
    for maturity, begins in (("first-cycle", "KR1."), ("piloting", "KR1."), ("mature", "KR")):
        tables = tables_of(industry=industry, language=language, maturity=maturity)
        numbers = [row[1].split()[0] for row in tables[1].rows]
        assert numbers[0] == "KR1.1"
        first = [number for number in numbers if number.startswith(begins)]
        told = [row[0].split()[0] for row in tables[-1].rows]
        assert told[: len(first)] == first
        leading = {"en": "leading", "zh-Hans": "领先", "zh-Hant": "領先"}[language]
        early = {row[1].split()[0] for row in tables[1].rows if row[2] == leading}
        assert early <= set(told) <= {*numbers, "+"}
        assert told.count("+") >= (1 if maturity == "first-cycle" else 3)
        assert all(cell for row in tables[-1].rows for cell in row)
        measures = [row[0].partition(" ")[2] for row in tables[-1].rows]
        assert len(set(measures)) == len(measures)
        often = "each (?:week|month|cycle)|每周|每週|每月|每个周期|每個週期"
        assert all(re.search(often, row[3]) for row in tables[-1].rows)


@pytest.mark.parametrize("language", ["en", "zh-Hans"])
@pytest.mark.parametrize("industry", INDUSTRIES)
def test_each_key_result_of_the_set_says_where_its_number_comes_from(
    industry: str, language: str
) -> None:
    for row in tables_of(industry=industry, language=language)[1].rows:
        assert row[1].endswith((")", "）", "[system to name]", "[填系统名]")), row[1]


@pytest.mark.parametrize("size", list(Size))
def test_the_rhythm_of_a_plan_is_the_one_that_the_guide_argues_for(size: str) -> None:
    for maturity in ("first-cycle", "piloting", "mature"):
        meetings = [row[0] for row in tables_of(size=size, maturity=maturity)[0].rows]
        assert sum(each.startswith("Weekly check-in") for each in meetings) == 1


@pytest.mark.parametrize("size", list(Size))
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
        for size in Size
        for each in sentences(make_guide({"industry": "saas", "maturity": maturity, "size": size}))
    }
    told = " ".join(texts)
    assert not re.search(r"(?:from|to) 1 weeks", told)
    assert "(the last 2 weeks before the start)" in told


@pytest.mark.parametrize(
    ("language", "lead", "criteria"),
    [
        ("en", "Before it: look back at the pilot so far", "before it goes wider"),
        ("zh-Hans", "动手之前：回看到目前为止的试点", "扩大之前必须成立的"),
    ],
)
def test_who_pilots_already_looks_back_before_the_next_wave(
    language: str, lead: str, criteria: str
) -> None:
    raw = {"industry": "banking", "company_type": "retail bank", "size": 900, "language": language}
    said = texts(make_guide({**raw, "maturity": "piloting"}), "plan")
    assert said[1].startswith(lead)
    assert any(criteria in each for each in said[2:8])
    begin = next(
        at for at, each in enumerate(said) if each.startswith(("In a local bank", "地方银行"))
    )
    govern = next(at for at, each in enumerate(said) if each.startswith(("Phase 0", "阶段0")))
    assert begin > govern


@pytest.mark.parametrize("industry", INDUSTRIES)
def test_what_part_two_advises_to_share_stands_in_the_table_of_who_answers(industry: str) -> None:
    shared = MATERIAL.guide.shared[industry]
    guide = make_guide({"industry": industry, "language": "zh-Hans"})
    tables = next(each for each in guide.sections if each.id == "plan").tables
    [table] = [each for each in tables if each.title == "共享的关键结果：谁负责"]
    assert table.rows[-1][:2] == [f"+ {shared.name.zh}", shared.lead.zh]
    assert table.rows[-1][3] == shared.beside.zh
