"""Numbers, names and levels as other writers put them: each of these was read wrong once."""

import pytest

from assistant.models import OkrSet
from tests.checkins.reading.sets import by_place, made, reading

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


GALLERY = made(
    ["Objects drawn from 500 to 900", "Guests under 30 from 12% to 30%"],
    ["Lenders paid within 10 days from 50% to 95%"],
)


@pytest.mark.parametrize(
    ("text", "place", "value"),
    [
        ("Drawn 640 objects. Under-30s: 17%, the late bus is gone.", (0, 1), 17),
        ("Drawn 640 objects. Under 30: 17%", (0, 1), 17),
        ("Drawn 640 objects. Payment in 10 days is 71% only.", (1, 0), 71),
    ],
)
def test_a_number_of_the_text_in_front_names_it(
    text: str, place: tuple[int, int], value: float
) -> None:
    found = by_place(text, GALLERY)
    assert (found[place].value, found[(0, 0)].value) == (value, 640)


@pytest.mark.parametrize(
    ("text", "okr_set", "place"),
    [
        (
            "Ann – drawn 640 objects\nBo – lenders paid 71%\nAnn – can you lend us a lamp?",
            GALLERY,
            (0, 0),
        ),
        (
            "小周：破损 0.6%，又换了箱子\n老马：单店 26 单\n小周：@采购 周三前能到货吗？",
            SHOP,
            (0, 1),
        ),
    ],
)
def test_in_a_log_a_line_goes_on_with_what_its_speaker_told(
    text: str, okr_set: OkrSet, place: tuple[int, int]
) -> None:
    found = by_place(text, okr_set)
    assert [p for p, item in found.items() if item.ask] == [place]


def test_a_label_between_brackets_opens_a_line() -> None:
    found = by_place("【进展】破损 0.6%\n【下周】周二去仓库试新纸箱\n【卡点】模具厂没回话", SHOP)
    assert found[(0, 1)].next_action == "周二去仓库试新纸箱"
    assert found[(0, 1)].blocker == "模具厂没回话"


def test_under_a_heading_for_plans_a_value_is_a_value() -> None:
    text = "DONE\n- claims 240\nNEXT\n- trial to paid is at 14%, call the growers"
    assert by_place(text, DAIRY)[(1, 1)].value == 14


@pytest.mark.parametrize(
    "text",
    [
        "破损 0.6%\n下周五前出展会的图纸（跟OKR无关）",
        "破损 0.6%。爆仓那两天是因为缺人，已经过去了。",
    ],
)
def test_what_is_of_no_key_result_or_over_is_not_taken(text: str) -> None:
    item = by_place(text, SHOP)[(0, 1)]
    assert (item.blocker, item.next_action, item.due) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "value"),
    [("破损 0.6%，不好意思，是 0.5%", 0.5), ("破損 0.6%，唔好意思，係 0.5% 先啱", 0.5)],
)
def test_an_excuse_puts_a_number_right(text: str, value: float) -> None:
    assert by_place(text, SHOP)[(0, 1)].value == value


@pytest.mark.parametrize(
    ("text", "okr_set"),
    [
        ("Finance owes us two invoices, claims of growers 240.", DAIRY),
        ("物流欠我们两车货，破损 0.6%。", SHOP),
        ("物流欠我們兩車貨，破損 0.6%。", SHOP),
    ],
)
def test_half_a_sentence_that_names_nothing_is_listed(text: str, okr_set: OkrSet) -> None:
    found = reading(text, okr_set)
    assert len(found.items) == 1
    assert [one.text for one in found.unjoined] == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Claims of growers 240. Ask @Noor to sign the new contract by Friday",
        "Claims of growers 240. pls ask @Noor about the second van",
    ],
)
def test_who_is_to_be_asked_is_asked(text: str) -> None:
    item = by_place(text, DAIRY)[(1, 0)]
    assert item.ask == text.partition(". ")[2]
    assert item.next_action is None
