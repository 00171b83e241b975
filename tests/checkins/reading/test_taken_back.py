"""A corrected number is the value; a denied one, or one about something else, is not."""

import pytest

from tests.checkins.reading.sets import made, only

FERRY = made(
    ["Piers open from 2 to 9", "Complaints a week from 30 to 12"],
    ["Crossings on time from 70% to 90%", "App rating from 3.9 to 4.6"],
)
CLINIC = made(
    ["复诊率从 40% 提升到 70%", "新增会员 60 个"],
    ["候诊时间由 50 分钟缩短到 35 分钟", "復健班開 12 場"],
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Piers: 4 - wait, 5", 5),
        ("Piers: 4; no, 5", 5),
        ("Piers: 4. Sorry, 5 piers.", 5),
        ("Complaints 22. Correction: 23.", 23),
        ("Crossings on time 81%. Typo, it's 83%.", 83),
    ],
)
def test_a_correction_is_the_value_and_nothing_of_it_is_a_comment(text: str, value: float) -> None:
    found = only(text, FERRY)
    assert (found.value, found.comment) == (value, None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Piers: 4. Sorry, 2 landowners said no", 4),
        ("Piers: 4. Sorry, 2 landowners.", 4),
        ("Complaints 22. No: 3 of them are about dogs", 22),
        ("Complaints 22, not 25", 22),
    ],
)
def test_a_number_of_something_else_corrects_nothing(text: str, value: float) -> None:
    assert only(text, FERRY).value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("复诊率 52%，更正，55%", 55),
        ("复诊率写错了，是 55%", 55),
        ("复诊率 52%，写错了，应该是 55%", 55),
        ("候诊时间 44 分钟，不对，是 41 分钟", 41),
        ("復健班 7 場，打錯了，是 8 場", 8),
        ("新增会员 31 个，打错了，改为 33 个", 33),
    ],
)
def test_a_chinese_correction_names_the_error(text: str, value: float) -> None:
    found = only(text, CLINIC)
    assert (found.value, found.comment) == (value, None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("复诊率 52%，不是 55%", 52),
        ("復診率 52%，不是 55%", 52),
        ("复诊率不是 52%，是 55%", 55),
        ("复诊率 52%，写错了，不是 55%", 52),
        ("新增会员 31 个，改为每周统计 5 次", 31),
        ("新增会员 31 个，应该是 5 月份最高", 31),
        ("新增会员 31 个，地址不对的有 3 个", 31),
        ("新增會員 31 個，地址寫錯 3 個", 31),
    ],
)
def test_what_is_denied_or_planned_anew_corrects_nothing(text: str, value: float) -> None:
    assert only(text, CLINIC).value == value
