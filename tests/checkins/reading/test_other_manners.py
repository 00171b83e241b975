"""Numbers, names and levels as other writers put them: each of these was read wrong once."""

import pytest

from assistant.models import OkrSet
from tests.checkins.reading.sets import by_place, made

DAIRY = made(
    ["Tanks rinsed by 6 am from 61% to 90%", "Loads sold from ₹12 lakh to ₹30 lakh"],
    ["Open claims of growers from 310 to 120", "Trial to paid from 11% to 20%"],
)
HOTEL = made(
    ["Shifts started on schedule from 70% to 95%", "First-time guests from 800 to 1,500"],
    ["Guides cleared for the tower from 40 to 140"],
)
SHOP = made(
    ["平均客房价从 380 元到 450 元", "破损率从 0.9% 降到 0.3%", "单店日订单从 20 单到 30 单"]
)
LINE = made(["产线OEE从 60% 到 75%", "不合格率从 3.5% 降到 1.5%", "到货率从 80% 到 95%"])
LINE_HANT = made(["產線 OEE 從 60% 到 75%", "不合格率從 3.5% 降到 1.5%", "配送率從 80% 到 95%"])
LAW = made(["新签顾问单位从 0 家到 12 家", "合同审查从 3.5 天降到 2 天"])


@pytest.mark.parametrize(
    ("text", "okr_set", "place", "value"),
    [
        ("Tanks rinsed by six: 78%", DAIRY, (0, 0), 78),
        ("Loads sold ₹19.5 lakh", DAIRY, (0, 1), 1_950_000),
        ("Open claims now number 240 claims, a reduction of 18 on the week", DAIRY, (1, 0), 240),
        ("t2p 14%", DAIRY, (1, 1), 14),
        ("First-timers: 1,020", HOTEL, (0, 1), 1020),
        ("We have cleared 96 guides, I'd hope we're at 120 by spring", HOTEL, (1, 0), 96),
        ("客房价均值 421 元", SHOP, (0, 0), 421),
        ("准时93%👌 破损0.6 单店26单", SHOP, (0, 1), 0.6),
        ("这周OEE六十八，还行", LINE, (0, 0), 68),
        ("不合格率二点三，啊不对二点六", LINE, (0, 1), 2.6),
        ("到货率八十九，比上周好", LINE, (0, 2), 89),
        ("配送率八十九，比上週好", LINE_HANT, (0, 2), 89),
        ("合同审查 2.8 天。诉讼部那边合同审查 1.9 天，别比", LAW, (0, 1), 2.8),
    ],
)
def test_a_value_is_the_one_that_is_told(
    text: str, okr_set: OkrSet, place: tuple[int, int], value: float
) -> None:
    assert by_place(text, okr_set)[place].value == pytest.approx(value)


@pytest.mark.parametrize(
    "text",
    ["Cleared guides: 96 done, another 30 in the queue", "Cleared guides: 96, plus 12 waiting"],
)
def test_what_is_still_to_come_is_no_change(text: str) -> None:
    item = by_place(text, HOTEL)[(1, 0)]
    assert (item.value, item.delta) == (96, None)


@pytest.mark.parametrize("text", ["顾问单位签了 5 家。Next: 3/10和园区开说明会，争取两家"])
def test_a_day_of_a_plan_is_no_level(text: str) -> None:
    item = by_place(text, LAW)[(0, 0)]
    assert (item.value, item.confidence) == (5, None)


def test_a_name_in_front_of_a_colon_is_no_state() -> None:
    assert by_place("On schedule: 9 of 10 shifts, 90%", HOTEL)[(0, 0)].status is None


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("Claims 240, trial 14%\nConfidence - claims 80%, trial 50%", (8, 5)),
        ("Claims 240, t2p 14% - conf 8/10, 5/10 in that order", (8, 5)),
    ],
)
def test_levels_stand_one_after_the_other(text: str, levels: tuple[float, float]) -> None:
    found = by_place(text, DAIRY)
    assert (found[(1, 0)].confidence, found[(1, 1)].confidence) == levels


@pytest.mark.parametrize(
    ("text", "okr_set", "ask"),
    [
        ("Open claims 240. I'm asking legal to cut the form to a page.", DAIRY, "asking legal"),
        ("破损 0.6%。总部尽快把人派过来吧", SHOP, "尽快把人派过来"),
    ],
)
def test_what_others_are_told_to_do_is_asked(text: str, okr_set: OkrSet, ask: str) -> None:
    assert ask in next(i.ask for i in by_place(text, okr_set).values() if i.ask)
