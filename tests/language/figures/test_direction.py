"""Where a metric shall go, and the stated values."""

import pytest

from assistant.language.figures.direction import direction_of, pair_direction, worded_direction
from assistant.language.figures.lines import read_line
from assistant.language.figures.stated import stated_values
from assistant.models import Direction

UP, DOWN, KEEP = Direction.INCREASE, Direction.DECREASE, Direction.MAINTAIN


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Raise NPS from 31 to 45", UP),
        ("Reduce churn by 20%", DOWN),
        ("NPS 31 → 45", UP),
        ("Hold time down to 50 seconds (was 210)", DOWN),
        ("Keep uptime at 99.9%", KEEP),
        ("Customs clearance takes no more than 3 days", DOWN),
        ("App rating of at least 4.5", UP),
        ("Average exam score no lower than 90", UP),
        ("考试平均分不低于90分", UP),
        ("应用评分不低于4.5", UP),
        ("Refund 98% of returns within three days", UP),
        ("98%的退貨三天內退款", UP),
        ("召回25家流失的企业客户", UP),
        ("Cut sign-up time to 2 minutes", DOWN),
        ("p95 latency under 400 ms", DOWN),
        ("Uptime ≥ 99.9%", UP),
        ("Monthly churn 2%", DOWN),
        ("Zero P1 incidents", DOWN),
        ("Double weekly sign-ups", UP),
        ("准时率由 82% 提升到 96%", UP),
        ("流失率降低20%", DOWN),
        ("毛利率保持在30%", KEEP),
        ("不良率 5%→3%", DOWN),
        ("GMV翻番", UP),
        ("退貨率壓在3%以內", DOWN),
        ("Improve NPS", UP),
    ],
)
def test_direction_comes_from_words_then_numbers_then_the_metric(
    text: str, direction: Direction
) -> None:
    assert direction_of(read_line(text)) is direction


def test_words_and_numbers_can_disagree() -> None:
    reading = read_line("Reduce churn from 3% to 5%")
    assert worded_direction(reading) is DOWN
    assert pair_direction(reading.pairs[0]) is UP


def test_a_task_has_no_direction() -> None:
    assert direction_of(read_line("Launch the new site")) is None
    assert direction_of(read_line("上线新系统")) is None


@pytest.mark.parametrize(
    ("text", "baseline", "target", "unit"),
    [
        ("Raise NPS from 31 to 45", 31, 45, "NPS"),
        ("准时率由 82% 提升到 96%", 82, 96, "%"),
        ("营收从 600 万元增至 780 万元", 6_000_000, 7_800_000, "元"),
        ("Uptime of 99.9%", None, 99.9, "%"),
        ("Publish 3–5 articles", None, 3, "articles"),
        ("Latency of at most 200-300 ms", None, 300, "ms"),
        ("Reduce churn by 20%", None, None, None),
        ("Launch the new site", None, None, None),
        ("NPS from 31 to [target to set]", 31, None, "NPS"),
    ],
)
def test_stated_values_share_one_unit(
    text: str, baseline: float | None, target: float | None, unit: str | None
) -> None:
    values = stated_values(read_line(text))
    assert (values.baseline, values.target, values.unit) == (baseline, target, unit)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Improve average response time", DOWN),
        ("改善平均响应时长", DOWN),
        ("顯著改善結帳等候時間", DOWN),
        ("优化页面加载时间", DOWN),
        ("改善客訴率", DOWN),
        ("Improve NPS", UP),
        ("改善复购率", UP),
    ],
)
def test_to_improve_is_to_move_as_the_metric_is_wanted(text: str, expected: Direction) -> None:
    assert direction_of(read_line(text)) is expected
