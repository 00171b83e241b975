"""Units as they are said: basis points, so many an hour, 3块5, and counts of shifts."""

import pytest

from assistant.models import OkrSet
from tests.checkins.reading.sets import by_place, made, only

BANK = made(["存贷利差从 140bp 提升到 155bp", "按揭余额从 30 亿元增加到 42 亿元"])
FUND = made(["Tracking error from 45 bps to 20 bps", "Net inflow from 12m to 30m"])
DOCK = made(["分拣效率从 60 箱/小时提升到 95 箱/小时", "漏班从每月 30 班次降到 6 班次"])
DOCK_HANT = made(["分揀效率從 60 箱/小時提升到 95 箱/小時", "漏班從每月 30 班次降到 6 班次"])
PACK = made(["Packing speed from 40 boxes/h to 65 boxes/h", "Damages from 3% to 1%"])
STALL = made(["单杯成本从 4.2 元降到 3.3 元", "日均杯数从 120 杯增加到 260 杯"])
STALL_HANT = made(["單杯成本從 4.2 元降到 3.3 元"])


@pytest.mark.parametrize(
    ("text", "okr_set", "told"),
    [
        ("利差 147bp，+2", BANK, (147, 2, "bp")),
        ("存贷利差147个基点，比上周多3", BANK, (147, 3, "个基点")),
        ("Tracking error 38 bps, down 4", FUND, (38, -4, "bps")),
        ("Tracking error is at 31 basis points", FUND, (31, None, "basis points")),
        ("Tracking error 38 bp (-1)", FUND, (38, -1, "bp")),
    ],
)
def test_basis_points_stay_what_they_are_where_the_metric_is_told_in_them(
    text: str, okr_set: OkrSet, told: tuple[float, float | None, str]
) -> None:
    found = only(text, okr_set)
    assert (found.value, found.delta, found.unit) == told


def test_of_a_share_they_are_hundredths_of_a_point() -> None:
    found = only("Return rate 4.2%, up 30 bps", made(["Return rate from 6% to 3%"]))
    assert (found.value, found.delta) == (4.2, 0.3)


@pytest.mark.parametrize(
    ("text", "okr_set", "value", "unit"),
    [
        ("分拣 74 箱/小时", DOCK, 74, "箱/小时"),
        ("分揀 74 箱/小時，比上週多 3", DOCK_HANT, 74, "箱/小時"),
        ("Packing speed 52 boxes/h", PACK, 52, "boxes/h"),
        ("分拣 74 箱", DOCK, 74, "箱"),
        ("漏班 17 班次", DOCK, 17, "班次"),
        ("漏班 17 班次", DOCK_HANT, 17, "班次"),
    ],
)
def test_the_unit_is_told_in_full(text: str, okr_set: OkrSet, value: float, unit: str) -> None:
    found = only(text, okr_set)
    assert (found.value, found.unit) == (value, unit)


def test_what_stands_behind_a_slash_may_be_another_thing() -> None:
    found = by_place("分拣 74 箱/漏班 17 班次", DOCK)
    assert {place: item.unit for place, item in found.items()} == {(0, 0): "箱", (0, 1): "班次"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("单杯成本3块8", 3.8),
        ("单杯成本三块九", 3.9),
        ("单杯成本4块1毛", 4.1),
        ("单杯成本 3 块半，比上周好", 3.5),
        ("单杯成本3块", 3),
        ("单杯成本3块5，杯数 180 杯", 3.5),
    ],
)
def test_a_sum_is_read_as_it_is_said(text: str, value: float) -> None:
    found = by_place(text, STALL)[0, 0]
    assert (found.value, found.unit) == (value, "元")


def test_a_sum_is_read_in_traditional() -> None:
    assert only("單杯成本3塊6", STALL_HANT).value == 3.6


@pytest.mark.parametrize("text", ["单杯成本3块 5月12日再报", "单杯成本3块5人核过"])
def test_what_stands_behind_a_sum_is_no_part_of_it(text: str) -> None:
    assert only(text, STALL).value == 3


@pytest.mark.parametrize("text", ["客单价约13万8，信心5", "客單價約13萬8，信心5"])
def test_a_number_in_two_magnitudes_is_one(text: str) -> None:
    shop = made(["客单价从 12.5 万元提升到 15 万元", "续约率从 78% 提升到 88%"])
    item = only(text, shop)
    assert (item.value, item.quotes["value"][-1]) == (138_000, "8")


def test_tenths_take_the_digit_behind_them_unless_it_counts() -> None:
    arrivals = made(["报到率从 78% 提升到 90%"])
    assert only("报到率 8 成 5，OK", arrivals).value == 85
    assert only("报到率 8 成 5 家店没有数", arrivals).value == 80
    assert only("報到率 8成5", made(["報到率從 78% 提升到九成"])).value == 85
