"""A value that is put right: what it should be, where an error is told, is what it is."""

import pytest

from assistant.models import OkrSet
from tests.checkins.reading.sets import by_place, made, only

LAB = made(["召回率从 0.70 提升到 0.88", "标注返工率从 14% 降到 5%", "净推荐差评占比从 9% 降到 4%"])
LAB_HANT = made(["召回率從 0.70 提升到 0.88", "標註返工率從 14% 降到 5%"])
BUSES = made(["Buses on time from 80% to 94%", "Complaints a month from 60 to 25"])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("召回率应该是0.79，不是0.97", 0.79),
        ("昨天手误填成0.97了，召回率应该是0.79", 0.79),
        ("更正昨天的数，召回率应为0.79", 0.79),
        ("召回率周一误写成0.97，应该是0.79", 0.79),
        ("召回率其实是0.79，而不是0.97", 0.79),
        ("召回率应该是0.79才对，之前写的0.97", 0.79),
    ],
)
def test_what_it_should_be_is_the_value_where_an_error_is_told(text: str, value: float) -> None:
    assert only(text, LAB).value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("昨天貼錯了，標註返工率應該是 8.5%，不是 5.8%", 8.5),
        ("召回率應該是 0.79，並非 0.97", 0.79),
    ],
)
def test_so_it_is_in_traditional(text: str, value: float) -> None:
    assert only(text, LAB_HANT).value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Buses on time should be 87%, not 78%.", 87),
        ("Typo on Tuesday, buses on time should be 87%.", 87),
        ("I misread the sheet: complaints should have been 41, not 14", 41),
    ],
)
def test_so_it_is_in_english(text: str, value: float) -> None:
    assert only(text, BUSES).value == value


@pytest.mark.parametrize(
    "text",
    [
        "召回率月底应该是0.85",
        "召回率下周应该是0.85，不是问题",
        "召回率按计划应该是0.85，不是现在这样",
        "Buses on time should be 94% by June",
        "Complaints should be 25, not what they are",
        "Next week complaints should be 30, not 40",
    ],
)
def test_where_it_shall_be_is_no_value(text: str) -> None:
    okr_set = BUSES if text.isascii() else LAB
    assert [item.value for item in by_place(text, okr_set).values()] in ([], [None])


@pytest.mark.parametrize(
    ("text", "okr_set", "value"),
    [
        ("活动参与率 37%", made(["活动参与率从 30% 提升到 50%"]), 37),
        ("活動參與率 37%", made(["活動參與率從 30% 提升到 50%"]), 37),
        ("贷存比 71%", made(["贷存比从 78% 降到 65%"]), 71),
        ("價差 12 元", made(["平均價差從 18 元降到 8 元"]), 12),
        ("最高排队时长 31 分钟", made(["最高排队时长从 40 分钟降到 20 分钟"]), 31),
        ("Peak wait 31 min", made(["Peak wait from 40 min to 20 min"]), 31),
    ],
)
def test_a_word_of_the_name_says_nothing_of_the_number(
    text: str, okr_set: OkrSet, value: float
) -> None:
    assert only(text, okr_set).value == value


@pytest.mark.parametrize(
    ("text", "okr_set"),
    [
        ("竞品参与率 44%", made(["活动参与率从 30% 提升到 50%"])),
        ("还差 12 个", made(["开店数从 10 家增加到 40 家"])),
        ("Competitors' peak wait 31 min", made(["Peak wait from 40 min to 20 min"])),
        ("比上周 71%", made(["贷存比从 78% 降到 65%"])),
    ],
)
def test_the_same_word_besides_the_name_still_does(text: str, okr_set: OkrSet) -> None:
    items = by_place(text, okr_set).values()
    assert [item.value for item in items] in ([], [None])
