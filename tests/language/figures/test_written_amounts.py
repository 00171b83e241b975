"""Amounts as people write them: in two units, with a sign, over a change, against a base."""

from __future__ import annotations

import pytest

from assistant.language import read_key_result
from assistant.models import Direction, KeyResult

UP, DOWN = Direction.INCREASE, Direction.DECREASE


@pytest.mark.parametrize(
    ("line", "baseline", "target", "unit", "direction"),
    [
        ("Changeover from 1h 45m to 50 min", 105, 50, "min", DOWN),
        ("Restoring a clinic's line from 2 days 4 hours to 6 hours", 52, 6, "h", DOWN),
        ("换型时间由1小时45分钟降到50分钟", 105, 50, "分钟", DOWN),
        ("換線時間由1小時45分鐘降到50分鐘", 105, 50, "分钟", DOWN),
        ("Page weight from 2.4 MB to 800 KB", 2400, 800, "KB", DOWN),
        ("安装包从1.2GB降到600MB", 1200, 600, "MB", DOWN),
        ("Parcels carried per bike from 900 g to 1.1 kg", 0.9, 1.1, "kg", UP),
        ("NPS of buyers from -5 to +20", -5, 20, None, UP),
        ("批发客户NPS由-5升至+20", -5, 20, "NPS", UP),
        ("Gross margin on repairs: 12% (today) to 18%", 12, 18, "%", UP),
        ("Gross margin: 12% (now), 18% (goal)", 12, 18, "%", UP),
        ("毛利率由目前的12%提高6个百分点到18%", 12, 18, "%", UP),
        ("毛利率由目前的12%提高6個百分點到18%", 12, 18, "%", UP),
        ("Churn down 2 percentage points to 3%", None, 3, "%", DOWN),
        ("流失率下降2个百分点至3%", None, 3, "%", DOWN),
        ("Fuel use from 31 l/100 km to 27 l/100 km", 31, 27, "L", DOWN),
        ("油耗从7.2L/100km降到6.5L/100km", 7.2, 6.5, "L", DOWN),
        ("Nine out of ten invoices are paid within their term", None, 90, "%", UP),
        ("每10个来电至少8个一分钟内接通", None, 80, "%", UP),
        ("每10位畢業生中有7位做滿一年", None, 70, "%", UP),
        ("1 in 4 first-time guests books again", None, 25, "%", UP),
    ],
)
def test_both_ends_are_read_in_one_unit(
    line: str, baseline: float | None, target: float, unit: str, direction: Direction
) -> None:
    facts = read_key_result(KeyResult(text=line), 0, 0).facts
    read = facts.baseline_value, facts.target_value, facts.unit, facts.direction
    assert read == (baseline, target, unit, direction)


@pytest.mark.parametrize(
    ("line", "target"),
    [
        ("Rating of 4 out of 5 from hosts", 4),
        ("Ship 2 releases in 3 weeks", 2),
    ],
)
def test_what_only_looks_alike_stays_as_it_is(line: str, target: float) -> None:
    assert read_key_result(KeyResult(text=line), 0, 0).facts.target_value == target


@pytest.mark.parametrize("line", ["每店新增X个会员", "每店新增X個會員"])
def test_an_open_number_for_each_of_many_is_no_bar(line: str) -> None:
    assert not read_key_result(KeyResult(text=line), 0, 0).facts.measurable


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Churn down 2 percentage points to 3%", "Churn"),
        ("流失率下降2个百分点至3%", "流失率"),
        ("Fuel use from 31 l/100 km to 27 l/100 km", "Fuel use"),
        ("换型时间由1小时45分钟降到50分钟", "换型时间"),
    ],
)
def test_no_value_stands_in_the_metric(line: str, name: str) -> None:
    assert read_key_result(KeyResult(text=line), 0, 0).facts.metric == name


@pytest.mark.parametrize(
    "line",
    [
        "新版本每次发布的逃逸缺陷 P0/P1/P2 降至 X/Y/Z 以内",
        "新版本每次發布的逃逸缺陷降至 X/Y/Z 以內",
        "周五晚上 8 点前完成账目核对",
        "試辦 1 對 1 諮詢服務",
    ],
)
def test_an_open_value_an_hour_of_the_day_and_one_to_one_are_no_bar(line: str) -> None:
    assert not read_key_result(KeyResult(text=line), 0, 0).facts.measurable


@pytest.mark.parametrize(
    ("line", "target"), [("技师15分钟响应率达到90%", 90), ("技師 15 分鐘回應率", None)]
)
def test_how_soon_belongs_to_the_name_of_a_rate(line: str, target: float | None) -> None:
    assert read_key_result(KeyResult(text=line), 0, 0).facts.target_value == target
