"""The words that name the metric, without verb and values."""

import pytest

from assistant.language.figures.lines import read_line
from assistant.language.figures.metric import find_metric


def metric(text: str) -> str | None:
    span = find_metric(read_line(text))
    return text[span.start : span.end] if span else None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Raise NPS from 31 to 45", "NPS"),
        ("Reduce monthly churn by 20%", "monthly churn"),
        ("Grow Q3 revenue from ¥6.0m to ¥7.8m (+30%)", "revenue"),
        ("Win rate: 21% last quarter, 30% by the end of this one", "Win rate"),
        ("Weekly active schools from 30 to 60", "Weekly active schools"),
        ("Churn stays at or below 2%", "Churn"),
        ("Cycle time (idea to production) drops by 30%", "Cycle time (idea to production)"),
        ("平均修复时间（MTTR）由4小时缩短到1小时", "平均修复时间（MTTR）"),
        ("Shorten time to first value from 14 days to 3 days", "time to first value"),
        ("Double the number of active partners", "active partners"),
        ("Zero P1 incidents in Q3", "P1 incidents"),
        ("每次保养成本下降到300元以内", "每次保养成本"),
        ("每次保養成本下降到300元以內", "每次保養成本"),
        ("签约12家大客户", "大客户"),
        ("五星好评率从88%到93%", "五星好评率"),
        ("短视频单条平均播放量破10万", "短视频单条平均播放量"),
        ("90天复购率提升到30%", "90天复购率"),
        ("内推占比从12%到30%", "内推占比"),
        ("內部晉升率達到30%", "內部晉升率"),
        ("会员卡使用率从40%到65%", "会员卡使用率"),
        ("會員卡使用率從40%到65%", "會員卡使用率"),
        ("目标实现率达到80%", "目标实现率"),
        ("单位能耗比2025年降低3%", "单位能耗"),
        ("單位能耗較去年減少3%", "單位能耗"),
        ("Energy use per ton against 2025 down 3%", "Energy use per ton"),
        ("3个月内客户流失率降到5%", "客户流失率"),
        (
            "Hold time on the claims line down to 50 seconds (was 210)",
            "Hold time on the claims line",
        ),
        (
            "Redesign the booking page to lift completed bookings from 31% to 40%",
            "completed bookings",
        ),
        ("Increase our internal library from 6 courses to 11", "internal library"),
        ("Show a 50% improvement in customer satisfaction", "customer satisfaction"),
        ("Sign 12 schools", "schools"),
        ("100% test coverage", "test coverage"),
        ("p95 latency < 400 ms", "p95 latency"),
        ("准时率由 82% 提升到 96%", "准时率"),
        ("準時率由 82% 提升到 96%", "準時率"),
        ("把换线时间由90分钟提升至40分钟以内", "换线时间"),
        ("毛利率不低于30%", "毛利率"),
        ("平均交货天数（原本 21 天）缩到 14 天", "平均交货天数"),
        ("做10套模拟卷，平均分从60分提到80分以上", "平均分"),
        ("9 月 30 日前签约医院由 2 家增至 5 家", "签约医院"),
        ("提升用户满意度至95%", "用户满意度"),
        ("招聘 6 名质检员", "质检员"),
        ("转化率从 X% 提升到 Y%", "转化率"),
        ("Improve NPS", "NPS"),
        ("Improve customer satisfaction by calling back", "customer satisfaction"),
        ("提升用户满意度", "用户满意度"),
        ("电费支出现况每月 46 万，目标每月 38 万", "电费支出"),
    ],
)
def test_the_metric_is_named_without_verb_and_values(text: str, name: str) -> None:
    assert metric(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "From 30 to 60",
        "从 30 到 60",
        "31 → 45",
        "By 20%",
        "降低50%",
        "增长3倍",
        "Baseline 12 days; target 5 days",
        "Launch the new site",
        "上线新网站",
    ],
)
def test_a_line_of_values_alone_names_no_metric(text: str) -> None:
    assert metric(text) is None
