"""What is told beside the key results, what others promise, what is over, and whose a line is."""

import pytest

from tests.checkins.reading.sets import by_place, made, reading

CLINIC = made(["复诊率从 40% 提升到 60%", "候诊时间从 50 分钟降到 30 分钟"])
CLINIC_HANT = made(["複診率從 40% 提升到 60%", "候診時間從 50 分鐘降到 30 分鐘"])
FERRY = made(["Punctual sailings from 70% to 90%", "Cancelled trips from 9% to 4%"])


@pytest.mark.parametrize(
    ("text", "okr_set"),
    [
        ("Punctual sailings 78%.\nThe car park is resurfaced on 12 February.", FERRY),
        ("Punctual sailings 78%.\nPlease use gate B until Wednesday.", FERRY),
        ("复诊率 52%。\n大堂在装圣诞树，请绕行东门。", CLINIC),
        ("复诊率 52%。\n食堂下周一起涨价", CLINIC),
        ("複診率 52%。\n尾牙 2/12 晚上六點，吃素的登記", CLINIC_HANT),
        ("複診率 52%。\n阿 May 下個月放大假", CLINIC_HANT),
    ],
)
def test_the_office_and_its_notices_are_of_no_key_result(text, okr_set) -> None:
    found = reading(text, okr_set)
    [item] = found.items
    assert (item.blocker, item.ask, item.next_action, item.due) == (None, None, None, None)
    assert [one.line for one in found.unjoined] == [2]


@pytest.mark.parametrize(
    ("text", "okr_set"),
    [
        ("Punctual sailings 78%, the yard says the pump comes on Friday", FERRY),
        ("Punctual sailings 78%; the council decides on 12 February", FERRY),
        ("复诊率 52%，法务小周说下周一给新稿", CLINIC),
        ("复诊率 52%。厂家承诺 2 月 20 日发货", CLINIC),
        ("複診率 52%，他女兒說他 2/12 回來簽", CLINIC_HANT),
    ],
)
def test_what_others_say_they_will_do_is_no_plan_of_ours(text, okr_set) -> None:
    assert by_place(text, okr_set)[(0, 0)].next_action is None


@pytest.mark.parametrize(
    ("text", "okr_set"),
    [
        ("Punctual sailings 78%. The icy slip is clear again", FERRY),
        ("Punctual sailings 78%, the new ramp is a joy", FERRY),
        ("复诊率 52%。断货的药已经补回来", CLINIC),
        ("複診率 52%。叫號機處理好了", CLINIC_HANT),
    ],
)
def test_what_is_over_or_good_hinders_nothing(text, okr_set) -> None:
    assert by_place(text, okr_set)[(0, 0)].blocker is None


@pytest.mark.parametrize(
    ("text", "okr_set"),
    [
        ("Cancelled trips 6%\nPunctual sailings 78%\nOn cancelled trips: I will add a boat", FERRY),
        ("候诊 41 分钟\n复诊率 52%\n候诊那边，我下周一加一位分诊护士", CLINIC),
        ("候診 41 分鐘\n複診率 52%\n候診嗰邊，我下周一加一位護士", CLINIC_HANT),
    ],
)  # fmt: skip
def test_a_line_says_in_front_whose_it_is(text, okr_set) -> None:
    found = by_place(text, okr_set)
    assert found[(0, 1)].next_action
    assert found[(0, 0)].next_action is None


@pytest.mark.parametrize(
    "text", ["调休后再盘点", "春节调休后再盘点", "周六调休后再盘点", "調休後再盤點"]
)
def test_after_days_off_is_no_day(text) -> None:
    item = reading(f"复诊率 52%，{text}", CLINIC).items[0]
    assert item.due is None


@pytest.mark.parametrize(
    ("text", "okr_set", "value"),
    [
        ("Cancelled trips: no two ways about it, red", FERRY, None),
        ("候诊 3 号诊室还在修，41 分钟", CLINIC, 41),
        ("KR | last wk | this wk | RAG\nPunctual sailings | 71% | 74% | G", FERRY, 74),
    ],
)
def test_sayings_names_and_last_weeks_columns_are_no_values(text, okr_set, value) -> None:
    assert reading(text, okr_set).items[0].value == value
