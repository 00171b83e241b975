"""Numbers beside the metric: last year's, a region's, of visitors, in doubt; none is its value."""

import pytest

from assistant.models import OkrSet
from tests.checkins.reading.sets import by_place, made
from tests.checkins.reading.test_run_on import PHYSIO, PRESSES, PRESSES_HANT, TRAMS
from tests.checkins.reading.test_stressed import NOODLES

NOODLES_HANT = made(
    ["平均出餐時長從 14 分鐘降到 9 分鐘", "差評率從 3.2% 降到 1.5%"],
    ["會員數從 4200 人增到 6000 人"],
)
SHOP = made(["Average basket from £6.20 to £7.50"], ["Sick days per person from 1.9 to 1.2"])


@pytest.mark.parametrize(
    ("text", "okr_set"),
    [
        ("Basket: no export yet. Last year at this point it was £6.10.", SHOP),
        ("Sick days: HR says 1.5 would be normal. No number from payroll.", SHOP),
        ("Ratings: 38 came in, 30 of them with five stars, the score I get on Monday.", PHYSIO),
        ("Wait is still too long. The average in the region is 16 days.", PHYSIO),
        ("出餐数据没导出，去年这个时候 13 分钟。", NOODLES),
        ("出餐數據沒匯出，2024 年平均 13 分鐘。", NOODLES_HANT),
        ("会员数没更新。新店来了 120 个客人，充值 15 单。", NOODLES),
        ("會員數沒更新。新店來了 120 個客人，充值 15 單。", NOODLES_HANT),
        ("在制品还在盘，账上 330 万不准。", PRESSES),
        ("設備綜合效率：5 個人參加了培訓。", PRESSES_HANT),
    ],
)
def test_it_is_no_value(text: str, okr_set: OkrSet) -> None:
    assert all(item.value is None for item in by_place(text, okr_set).values())


@pytest.mark.parametrize(
    ("text", "okr_set", "place", "value"),
    [
        ("Open positions: 2 offers out. 17 still open.", TRAMS, (1, 0), 17),
        ("OEE 目标 78%，如果新模具到了应该有 75%，目前 71%。", PRESSES, (0, 1), 71),
        ("OEE 目標 78%，如果新模具到了應該有 75%，目前 71%。", PRESSES_HANT, (0, 1), 71),
    ],
)
def test_the_whole_and_the_present_count(
    text: str, okr_set: OkrSet, place: tuple[int, int], value: float
) -> None:
    assert by_place(text, okr_set)[place].value == value


def test_what_is_dictated_without_a_pause() -> None:
    found = by_place("(语音) 出餐现在十二分钟 差评率百分之二点五 会员四千九百人 就这些", NOODLES)
    assert [item.value for item in found.values()] == [12, 2.5, 4900]


def test_who_sat_there_sets_no_day() -> None:
    found = by_place("Punctual departures 90%. 12 people sat in the training.", TRAMS)
    assert (found[(0, 0)].value, found[(0, 0)].due) == (90, None)


def test_what_came_this_week_is_a_change_of_the_whole() -> None:
    found = by_place("Members 2,340, 96 joined this week.", made(["Members from 1,900 to 3,000"]))
    assert (found[(0, 0)].value, found[(0, 0)].delta) == (2340, 96)


def test_what_was_paid_tells_no_change_of_what_is_owed() -> None:
    okr_set = made(["Overdue visits from 17 to 0"], ["Overdue invoices from 1.4m to 0.5m dollars"])
    found = by_place("Visits overdue 6. AR 1.1m dollars, $90k came in this week.", okr_set)
    assert (found[(1, 0)].value, found[(1, 0)].delta) == (1_100_000, None)
