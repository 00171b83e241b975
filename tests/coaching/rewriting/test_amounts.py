"""The number of an objective: told under it already, or moved to a key result with its day."""

import pytest

from assistant.models.suggestion import Action, Suggestion
from tests.coaching.rewriting.proposals import B_HANT, B_ZH, B, suggestions


def _of_objective(objective: str, line: str) -> Suggestion:
    return next(each for each in suggestions(objective, line) if each.key_result is None)


@pytest.mark.parametrize(
    ("objective", "line", "state"),
    [
        ("3 月底前把退货率降到 2%", "退货率从 4.1% 降到 2%", "降低退货率"),
        ("到2027年底，让华东区毛利率达到35%", "毛利率从 30% 提升到 35%", "提升华东区毛利率"),
        ("上半年把平均交付周期缩短30%", "平均交付周期从 20 天缩短到 14 天", "降低平均交付周期"),
        ("用六个月时间把良率提升 3 个百分点", "良率从 92% 提升到 95%", "提升良率"),
        ("在Q2前把員工離職率降到8%以下", "員工離職率從 12% 降到 8%", "降低員工離職率"),
        ("12月底前，客訴率由3%降至1%", "客訴率由3%降至1%", "降低客訴率"),
        ("By the end of March bring the return rate down to 2%", "Return rate from 4.1% to 2%",
         "Lower the return rate"),
        ("In Q1, cut onboarding time by 50%", "Onboarding time from 10 days to 5 days",
         "Cut onboarding time"),
        ("Get customer satisfaction above 90%", "CSAT from 84% to 90%",
         "Grow customer satisfaction"),
        ("Push gross margin up to 42% in 2027", "Gross margin from 38% to 42%",
         "Grow gross margin"),
        ("Hit $5M ARR this year", "ARR from $3M to $5M", "Grow ARR this year"),
    ],
)  # fmt: skip
def test_a_number_that_a_key_result_tells_only_leaves(
    objective: str, line: str, state: str
) -> None:
    made = _of_objective(objective, line)
    assert (made.action, made.after, made.more) == (Action.REPLACE, state, [])
    assert "KR1.1" in made.why


@pytest.mark.parametrize(
    ("objective", "line", "state", "moved"),
    [
        ("年底前实现营收 5000 万", "续约率从 70% 提升到 85%", "提升营收",
         f"年底前，营收从{B_ZH}提升到5000 万"),
        ("在Q2前把員工離職率降到8%以下", "敬業度從 60 分提升到 70 分", "降低員工離職率",
         f"在Q2前，員工離職率從{B_HANT}降到8%以下"),
        ("在东南亚开 10 家门店", "单店月销从 20 万增加到 30 万", "在东南亚开门店",
         "在东南亚开 10 家门店（当前[基线待确认]）"),
        ("研发交付提速 20%，质量不降", "线上缺陷从 30 降到 20", "研发交付提速，质量不降",
         "研发交付提速 20%（从[基线待确认]到[目标待定]）"),
        ("This quarter we will sign 15 enterprise customers", "Win rate from 20% to 30%",
         "Sign enterprise customers", f"Sign 15 enterprise customers (currently {B}) this quarter"),
        ("80% of new hires productive in 30 days", "Attrition from 12% to 8%",
         "New hires productive in 30 days",
         f"80% of new hires productive in 30 days (currently {B})"),
        ("Hit $5M ARR this year", "ARR from $3M to $4M", "Grow ARR this year",
         f"Raise ARR this year from {B} to $5M"),
    ],
)  # fmt: skip
def test_a_number_told_nowhere_moves_with_its_day(
    objective: str, line: str, state: str, moved: str
) -> None:
    made = _of_objective(objective, line)
    assert (made.action, made.after, made.more) == (Action.MOVE, state, [moved])


@pytest.mark.parametrize(
    ("objective", "state", "moved"),
    [
        ("Grow MRR from $420k to $600k and sign 30 new enterprise customers by Dec 31", "Grow MRR",
         ["Grow MRR from $420k to $600k",
          f"Sign 30 new enterprise customers by Dec 31 (currently {B})"]),
        ("提升 App 评分到 4.8，同时把差评率降到 1%", "提升 App 评分，降低差评率",
         [f"App 评分从{B_ZH}提升到4.8", f"差评率从{B_ZH}降到1%"]),
        ("營收由 2 億提升至 3 億，退貨率降到 1%", "提升營收，降低退貨率",
         ["營收由 2 億提升至 3 億[單位待定]", f"退貨率從{B_HANT}降到1%"]),
    ],
)  # fmt: skip
def test_each_of_several_numbers_moves_to_a_line_of_its_own(
    objective: str, state: str, moved: list[str]
) -> None:
    made = _of_objective(objective, "Ship the portal" if objective.isascii() else "上线门户")
    assert (made.action, made.after, made.more) == (Action.MOVE, state, moved)


@pytest.mark.parametrize(
    ("objective", "line"),
    [
        ("成为行业第一的客服团队", "NPS 从 32 提升到 45"),
        ("成為台灣市占第一的 POS 品牌", "市占率由 18% 提升至 25%"),
        ("Be a top 3 vendor in Iberia", "Win rate from 20% to 30%"),
    ],
)
def test_a_rank_that_is_the_aim_itself_stays(objective: str, line: str) -> None:
    assert [each for each in suggestions(objective, line) if each.action is Action.MOVE] == []


def test_a_work_that_is_counted_is_no_metric_that_grows() -> None:
    made = _of_objective("6月30日前完成50家门店改造", "单店日均营收从 1 万提升到 1.3 万")
    assert made.after == "让门店改造真正见到成效"


@pytest.mark.parametrize(
    ("objective", "line", "asked"),
    [
        ("Sales trusts marketing", "Sales NPS > 50", "Where does “Sales NPS” stand today?"),
        ("销售信任市场部", "销售 NPS > 50", "“销售 NPS”目前是多少？"),
    ],
)
def test_a_metric_that_is_its_own_unit_is_asked_for_without_it(
    objective: str, line: str, asked: str
) -> None:
    assert asked in [q.text for each in suggestions(objective, line) for q in each.questions]
