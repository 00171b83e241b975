"""What a guide says of the trade itself: practices, pitfalls, metrics, cases, themes of the set."""

import pytest

from assistant.guides.making import make_guide, make_template
from tests.guides.told import INDUSTRIES, MATERIAL, headings, texts


def said(part: str, **raw: object) -> list[str]:
    guide = make_guide({"language": "en", **raw})
    return [
        each.text for section in guide.sections if section.id == part for each in section.sentences
    ]


@pytest.mark.parametrize("industry", INDUSTRIES)
def test_each_industry_has_practices_and_pitfalls_of_its_own(industry: str) -> None:
    profile = MATERIAL.guide.industries[industry]
    assert len(profile.practices) >= 2
    assert len(profile.pitfalls) >= 2
    practices, pitfalls = (said(part, industry=industry) for part in ("practices", "pitfalls"))
    assert {each.en for each in profile.practices} <= set(practices)
    assert pitfalls[0] == profile.pitfalls[0].title.en
    other = next(each for each in INDUSTRIES if each != industry)
    assert set(said("pitfalls", industry=other)).isdisjoint({pitfalls[0]})


def test_of_two_industries_each_is_told_under_its_name() -> None:
    told = said("practices", industry="新能源储能与智能制造", language="zh-Hans")
    assert "在这个行业里：新能源与储能" in told
    assert "在这个行业里：智能制造" in told


def test_two_industries_of_one_source_say_a_thing_once() -> None:
    raw = {"industry": "新能源储能与智能制造", "language": "zh-Hans"}
    assert sum("硬指标" in each for each in said("why", **raw)) == 1
    assert sum("PFMEA闭环" in each for each in said("industry", **raw)) == 1


def test_a_passage_that_serves_two_focuses_stands_once() -> None:
    told = said("practices", industry="保險", focus="文化, 評分", language="zh-Hant")
    assert len([each for each in told if len(each) > 10]) == len({e for e in told if len(e) > 10})


@pytest.mark.parametrize(
    ("industry", "there", "not_there"),
    [
        ("gaming", "次日留存率", "播放卡顿率"),
        ("telecoms", "基站可用率", "年度经常性收入"),
        ("hospitality", "客房清洁周转时长", "搜索成功率"),
        ("banking", "净息差", "私域用户数"),
    ],
)
def test_the_metrics_named_are_those_of_the_trade(
    industry: str, there: str, not_there: str
) -> None:
    told = " ".join(said("industry", industry=industry, language="zh-Hans"))
    assert there in told
    assert not_there not in told


def test_it_tells_how_the_numbers_of_the_set_can_be_bent() -> None:
    told = said("pitfalls", industry="retail", maturity="piloting", size="2000")
    assert "How these numbers can look better while nothing gets better" in told
    bent = told[told.index("How these numbers can look better while nothing gets better") + 1 :]
    names = [form.metric for form in make_template(
        {"industry": "retail", "maturity": "piloting", "size": "2000", "language": "en"}
    ).forms]  # fmt: skip
    assert bent
    assert all(each.partition(":")[0] in names for each in bent)


def test_cases_from_other_trades_are_near_in_size_and_maturity() -> None:
    small = said("adopters", industry="gaming", size="20", maturity="first-cycle")
    large = said("adopters", industry="gaming", size="3000", maturity="piloting")
    assert any("Gtmhub" in each for each in small)
    assert not any("Zalando" in each for each in small)
    assert any("Zalando" in each for each in large)


@pytest.mark.parametrize("focus", ["", "collaboration", "culture", "tracking, scoring"])
def test_half_of_a_set_are_themes_of_the_industry_whatever_the_focus(focus: str) -> None:
    themes = {MATERIAL.knowledge.examples[each].objective.en
              for each in MATERIAL.guide.industries["new-energy"].model}  # fmt: skip
    made = make_template(
        {"industry": "new-energy", "size": "900", "focus": focus, "language": "en"}
    )
    shown = [each.objective for each in made.sets[0].objectives]
    assert 2 * len(themes.intersection(shown)) >= len(shown)


def test_pupils_come_before_graduates_of_a_trade_school() -> None:
    raw = {"industry": "教育培训", "company_type": "少儿编程培训机构", "size": "18人"}
    made = make_template({**raw, "language": "zh-Hans", "focus": "文化"})
    assert "毕业生" not in " ".join(each.objective for each in made.sets[0].objectives)


def test_a_word_of_the_whole_trade_brings_no_objective_forward() -> None:
    raw = {"industry": "semiconductors", "size": "4000", "maturity": "mature", "language": "en"}
    plain = make_template(raw).sets[0].objectives
    house = make_template({**raw, "company_type": "semiconductor house"}).sets[0].objectives
    assert [each.objective for each in house] == [each.objective for each in plain]
    assert (
        plain[0].objective == "Customers can plan on our delivery dates even when chips are short"
    )


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
def test_the_example_of_a_wish_is_of_the_readers_own_set(language: str) -> None:
    raw = {"industry": "education", "size": "18", "language": language}
    told = next(each for each in said("pitfalls", **raw) if "[" in each)
    first = make_template(raw).sets[0].objectives[0]
    assert first.objective in told
    assert first.key_results[0].text.split("[")[0] in told
    assert "82%" not in " ".join(said("pitfalls", **raw))


def test_a_small_company_is_told_of_everybody_not_of_each_team() -> None:
    told = said("plan", industry="教育", size="18", language="zh-Hans")
    assert "每周全员三十分钟：状态、风险、下周要做的。" in told
    assert not any("每个团队每周" in each for each in told)


def test_who_answers_is_of_a_department_that_the_objective_is_for() -> None:
    raw = {"industry": "物业管理", "company_type": "住宅物业公司", "size": "180"}
    raw |= {"maturity": "试点", "language": "zh-Hans"}
    made = make_template(raw).dependencies
    fees = next(each for each in made if "收缴率" in each.text)
    assert fees.responsible == "财务"


def test_a_title_that_ends_in_a_question_is_set_apart_from_its_publisher() -> None:
    guide = make_guide({"industry": "电信", "size": "9000", "language": "zh-Hans"})
    named = next(each.named for each in guide.references if "5G revenues" in each.title)
    assert "Europe? 行业组织" in named


@pytest.mark.parametrize(
    ("language", "ours"), [("en", "for any industry"), ("zh-Hans", "各行业通用")]
)
def test_goals_for_any_industry_are_not_called_those_of_one(language: str, ours: str) -> None:
    told = said("industry", industry="殡葬服务", language=language)
    assert any(ours in each for each in told)
    assert not any("给这个行业写的" in each or "examples here" in each for each in told)


@pytest.mark.parametrize("industry", ["saas", "consulting"])
@pytest.mark.parametrize("language", ["en", "zh-Hans"])
def test_no_two_objectives_of_a_set_measure_the_same(industry: str, language: str) -> None:
    raw = {"industry": industry, "function": "finance", "size": "900", "language": language}
    names = [form.metric for form in make_template(raw).forms]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
def test_the_conclusion_names_what_to_begin_with(language: str) -> None:
    raw = {"industry": "hospitality", "size": "25", "language": language}
    first = make_template(raw).sets[0].objectives[0].objective
    assert any(first in each for each in said("conclusion", **raw))


@pytest.mark.parametrize(
    ("language", "watched", "judged"),
    [
        ("en", "look out for from the first week is “{}”", "can be read from “"),
        ("zh-Hans", "从第一周起就要防“{}”", "期末看“"),
        ("zh-Hant", "從第一週起就要防「{}」", "期末看「"),
    ],
)
def test_the_conclusion_speaks_of_the_trade(language: str, watched: str, judged: str) -> None:
    told = {}
    for industry in ("energy", "banking"):
        guide = make_guide({"industry": industry, "language": language})
        trap = headings(guide, "pitfalls")[0]
        told[industry] = texts(guide, "conclusion")
        assert any(watched.format(trap) in each for each in told[industry])
        assert any(judged in each for each in told[industry])
    assert len(set(told["energy"]) & set(told["banking"])) == len(told["banking"]) - 3


@pytest.mark.parametrize(
    ("industry", "company", "shared"),
    [
        ("hotel", "hotel in Leeds", "rooms ready at the hour promised"),
        ("酒店", "四星级酒店", "按承诺时间可入住的房间"),
        ("半導體", "新竹IC設計公司", "投片後才發現"),
    ],
)
def test_what_pulls_apart_is_told_once_where_the_industry_says_it_in_full(
    industry: str, company: str, shared: str
) -> None:
    language = "en" if industry.isascii() else "zh-Hant" if "體" in industry else "zh-Hans"
    raw = {"industry": industry, "company_type": company, "language": language}
    said = texts(make_guide(raw), "industry")
    assert sum(shared in each for each in said) == 1


def test_the_conclusion_judges_by_no_result_that_is_read_later() -> None:
    told = texts(make_guide({"industry": "hospitality", "language": "en"}), "conclusion")
    assert any("look out for" in each for each in told)
    assert not any("anything can be read from" in each for each in told)
