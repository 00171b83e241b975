"""The value is what stands now: not what was, what shall be, or what others have."""

import pytest

from assistant.models import OkrSet
from tests.checkins.reading.sets import BAKERY, KITCHEN, LIBRARY, by_place, made, only


@pytest.mark.parametrize(
    ("text", "okr_set", "value", "delta", "unit"),
    [
        ("O1KR2 is 8% now, down 1.5 points from last week", BAKERY, 8, -1.5, "%"),
        ("O1 KR1: 205 loaves (last week 198), target 240", BAKERY, 205, None, "loaves"),
        ("Thrown away: 9% vs 10% a week ago", BAKERY, 9, None, "%"),
        ("satisfaction slipped to 4.0 from 4.2", BAKERY, 4.0, None, None),
        ("bread thrown away fell from 9% to 7%", BAKERY, 7, None, "%"),
        ("KR5: 3 of 6 shops open", BAKERY, 3, None, "shops"),
        ("satisfaction will reach 4.6 in March, today it's 4.3", BAKERY, 4.3, None, None),
        ("O1KR2 7%, a competitor's is 3%", BAKERY, 7, None, "%"),
        ("KR2 本周 15 件，环比少 3 件，目标 8 件", KITCHEN, 15, -3, "件"),
        ("准时送达率从 81% 升到 84%", KITCHEN, 84, None, "%"),
        ("出餐时间 42 分钟，上周 45 分钟", KITCHEN, 42, None, "分钟"),
        ("新签企业客户累计十八家，本周新增 2 家", KITCHEN, 18, 2, "家"),
        ("準時送達率 86%，離 93% 還差 7 個百分點", KITCHEN, 86, None, "%"),
        ("借閱量 ３,９００ 本，比上月多 200 本", LIBRARY, 3900, 200, "本"),
        ("KR3 已辦 5/12 場", LIBRARY, 5, None, "場"),
    ],
)
def test_the_value_and_its_change_are_read_from_what_stands_beside_them(
    text: str, okr_set: OkrSet, value: float, delta: float | None, unit: str | None
) -> None:
    item = only(text, okr_set)
    assert (item.value, item.delta, item.unit) == (value, delta, unit)


@pytest.mark.parametrize(
    "text",
    [
        "O1KR2 is somewhere between 7 and 9 percent, we still count",
        "O1KR2 should be 5% by the end of March",
        "O1KR2: no number this week, 2 scales are broken",
        "O1KR2 waiting for v3.2 of the till software since 29 Jan",
    ],
)
def test_a_range_a_hope_or_a_number_of_something_else_is_no_value(text: str) -> None:
    assert only(text).value is None


def test_no_change_is_a_change_of_nought() -> None:
    item = only("逾期率沒有變化，還是 9%", LIBRARY)
    assert (item.value, item.delta, item.quotes["delta"]) == (9, 0, "沒有變化")


def test_better_counts_in_the_direction_of_the_key_result() -> None:
    assert only("O1KR2 8%, improved by 2 points").delta == -2
    assert only("O1KR3 4.3, better by 0.1").delta == 0.1


def test_several_key_results_in_one_message_keep_their_numbers_apart() -> None:
    items = by_place("KR1.1 210, KR1.2 8%, KR2.1 88% (+2). KR2.2: 2 shops")
    assert {place: item.value for place, item in items.items()} == {
        (0, 0): 210,
        (0, 1): 8,
        (1, 0): 88,
        (1, 1): 2,
    }
    assert items[1, 0].delta == 2


@pytest.mark.parametrize(
    ("text", "okr_set", "delta"),
    [
        ("O2KR1 88% (-2 vs last week)", BAKERY, -2),
        ("准时送达率 84%，+0.4pp", KITCHEN, 0.4),
        ("O2KR1 88%, two drivers down until May", BAKERY, None),
        ("O2KR1 88%, two more being hired", BAKERY, None),
        ("准时送达率 84%，同比高 3 个点", KITCHEN, None),
    ],
)
def test_a_change_is_one_of_the_metric_since_the_last_value(
    text: str, okr_set: OkrSet, delta: float | None
) -> None:
    assert only(text, okr_set).delta == delta


WEEKLY = made(["Tickets reopened per week from 140 to 70", "Seller NPS from 12 to 30"])
WEEKLY_HANS = made(["重开工单从每周 140 单降到 70 单", "满意度从 70% 提升到 90%"])
WEEKLY_HANT = made(["重開工單從每週 140 單降到 70 單", "滿意度從 70% 提升到 90%"])


@pytest.mark.parametrize(
    ("text", "okr_set", "value"),
    [
        ("KR1 reopened tickets 128 last week", WEEKLY, 128),
        ("KR1 上周重开工单 128 单", WEEKLY_HANS, 128),
        ("KR1 上週重開工單 128 單", WEEKLY_HANT, 128),
        ("KR1 110 this week, 128 last week", WEEKLY, 110),
        ("KR1 was 128 last week", WEEKLY, None),
        ("KR2 NPS 19 last week", WEEKLY, None),
    ],
)
def test_the_last_full_week_is_the_value_of_what_is_counted_weekly(
    text: str, okr_set: OkrSet, value: float | None
) -> None:
    assert only(text, okr_set).value == value
