"""What a number does in its line: target, change, limit, starting value."""

import pytest

from assistant.language.figures.lines import read_line
from assistant.language.reading import Role


def roles(text: str) -> list[Role]:
    return [quantity.role for quantity in read_line(text).quantities]


@pytest.mark.parametrize(
    "text",
    [
        "Reduce churn by 20%",
        "Grow revenue 30%",
        "Churn down 20%",
        "Revenue +30%",
        "Show a 50% improvement in satisfaction",
        "20% more sign-ups",
        "Grow active users by 500",
        "Cut costs by at least 10%",
        "Double weekly sign-ups",
        "不良率降低50%",
        "营收增长3倍",
        "市占率提升5个百分点",
        "成本下降了10%",
        "营收同比增长至少30%",
        "简历量增加20份",
        "簡歷量增加20份",
        "GMV翻番",
    ],
)
def test_amounts_relative_to_a_base_are_changes(text: str) -> None:
    assert roles(text) == [Role.CHANGE]


@pytest.mark.parametrize(
    "text",
    [
        "Increase coverage to 75%",
        "Uptime of at least 99.9%",
        "Sign 12 schools",
        "Launch 5 of the most requested features",
        "Reviewed by 4 people",
        "Answer all tickets in 4 h",
        "准时率提升到95%",
        "新增100家客户",
        "90%以上门店盈利",
        "复购率达到三成以上",
        "回本周期18个月以内",
        "客户投诉3日内全部办结",
    ],
)
def test_levels_and_counts_to_reach_are_targets(text: str) -> None:
    assert roles(text) == [Role.TARGET]


@pytest.mark.parametrize(
    "text",
    [
        "Launch the site within 3 months",
        "Visit the 20 biggest accounts in the north",
        "Load test the gateway under 5,000 concurrent sessions",
        "Set up a 2 week rotation",
        "Form a 4 person task force",
        "Better 30-day retention",
        "Report on the last 30 days",
        "Prepare the top 10 customers for renewal",
        "全部员工在3个月内开始使用该系统",
        "合作1000人以上的企业",
        "提升7日留存率",
        "针对Top10客户梳理续约风险",
        "在 500 人同時上線的條件下完成壓力測試",
        "A、B两个流程上线",
    ],
)
def test_limits_and_parameters_are_scope(text: str) -> None:
    assert roles(text) == [Role.SCOPE]


def test_a_place_count_is_scope_beside_a_target() -> None:
    assert roles("Hold 20 talks in 2 cities") == [Role.TARGET, Role.SCOPE]
    assert roles("在3个城市举办5场路演") == [Role.SCOPE, Role.TARGET]


def test_a_place_count_alone_is_the_target() -> None:
    assert roles("Checklist introduced in 12 wards") == [Role.TARGET]


def test_the_whole_of_a_share_is_scope() -> None:
    assert roles("Checklist introduced on 12 of 15 wards") == [Role.TARGET, Role.SCOPE]


@pytest.mark.parametrize(
    "text",
    [
        "降低线上缺陷数（现在100个）",
        "Lower the bug count (currently 100)",
        "降低投訴量（目前每月60件）",
    ],
)
def test_a_starting_value_without_end_is_a_baseline(text: str) -> None:
    assert roles(text) == [Role.BASELINE]
