"""What is in the way, asked for or planned, told in chats without any of those words."""

import pytest

from assistant.models import OkrSet
from tests.checkins.reading.sets import BAKERY, KITCHEN, by_place, made, only

STUDIO = made(
    ["Day-7 retention from 14% to 22%", "Crash-free sessions from 97% to 99.5%"],
    ["Open critical bugs from 64 to 10", "Vegetables from nearby farms from 20% to 45%"],
)
CARRIER = made(
    ["術後感染率從 3.5% 降到 1%", "按期交付率从 55% 到 90%"],
    ["单车日均送货点从 21 个提高到 27 个", "健檢會員從 130 位到 300 位"],
)


@pytest.mark.parametrize(
    "blocker",
    [
        "The oven door is still with customs",
        "Legal have had the lease for three weeks",
        "Flour is up 20% since June",
        "Two bakers handed in their notice",
        "The mixer died on Tuesday",
        "The wholesaler raised prices by 8%",
        "The landlord wants another survey first",
        "Parents do not open the letters",
        "We are one driver down",
    ],
)
def test_what_hinders_needs_no_word_for_it_in_english(blocker: str) -> None:
    assert only(f"KR1.2 9%. {blocker}.").blocker == blocker


@pytest.mark.parametrize(
    "blocker",
    [
        "冷柜周一就趴窝了",
        "许可证还在街道办",
        "面粉比六月贵了两成",
        "两位廚師發燒在家",
        "供应商倒闭了",
        "法務壓了三個禮拜",
    ],
)
def test_what_hinders_needs_no_word_for_it_in_chinese(blocker: str) -> None:
    assert only(f"O2KR1 39%。{blocker}。", KITCHEN).blocker == blocker


@pytest.mark.parametrize(
    "comment",
    ["The new shelf does its job", "Shoppers love the rye", "Numbers are from the till"],
)
def test_what_goes_well_hinders_nobody(comment: str) -> None:
    found = only(f"KR1.2 9%. {comment}.")
    assert (found.blocker, found.comment) == (None, comment)


@pytest.mark.parametrize(
    ("text", "okr_set"),
    [
        ("O2KR1 88%. Who knows somebody at the depot?", BAKERY),
        ("O2KR1 88%. Should we go on with the agency or not?", BAKERY),
        ("O2KR1 88%. If you know a good plumber, tell me.", BAKERY),
        ("O2KR1 88%. A word from you to the mayor would help.", BAKERY),
        ("O2KR1 39%。這事得老闆出面。", KITCHEN),
        ("O2KR1 39%。有谁在港口有熟人吗？", KITCHEN),
    ],
)
def test_a_question_or_a_wish_asks_for_something(text: str, okr_set: OkrSet) -> None:
    found = by_place(text, okr_set)[(1, 0)]
    assert found.ask
    assert found.blocker is None


def test_a_wish_belongs_to_what_is_needed_for_it() -> None:
    text = "KR1.2 9%. I would like to bake on Sundays, but I need a yes from you."
    assert only(text).ask == "I would like to bake on Sundays, but I need a yes from you"


@pytest.mark.parametrize(
    ("text", "planned", "due"),
    [
        ("KR1.2 9%. I'm meeting the miller Thursday.", "I'm meeting the miller Thursday", "12"),
        ("KR1.2 9%. Second training is on 12 Feb.", "Second training is on 12 Feb", "12"),
        ("KR1.2 9%. From Monday we open earlier.", "From Monday we open earlier", "09"),
    ],
)
def test_what_is_set_for_a_day_is_planned(text: str, planned: str, due: str) -> None:
    found = only(text)
    assert (found.next_action, str(found.due)) == (planned, f"2026-02-{due}")


@pytest.mark.parametrize("planned", ["小安2/13重送", "周二搬货架", "14號小湯去拜訪兩家客戶"])
def test_a_chinese_plan_needs_no_word_for_it_either(planned: str) -> None:
    assert only(f"O2KR1 39%。{planned}。", KITCHEN).next_action == planned


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("KR1.3: the survey closes on the 20th, so no figure yet.", "2026-02-20"),
        ("KR1.2 9%. Bakers met on Monday.", "None"),
        ("KR1.2 9%. The oven man comes on Tuesday.", "2026-02-10"),
    ],
)
def test_what_only_comes_on_a_day_is_due_and_no_plan(text: str, due: str) -> None:
    found = only(text)
    assert (found.next_action, str(found.due)) == (None, due)


@pytest.mark.parametrize(
    ("text", "place", "value"),
    [
        ("d7 16.8%", (0, 0), 16.8),
        ("crashfree 98.6%", (0, 1), 98.6),
        ("crits: 41 → 37", (1, 0), 37),
        ("local veg 33%", (1, 1), 33),
    ],
)
def test_a_key_result_is_known_by_its_short_name(
    text: str, place: tuple[int, int], value: float
) -> None:
    assert by_place(text, STUDIO)[place].value == value


def test_a_key_result_is_known_in_the_other_language() -> None:
    assert by_place("Post-op infection 2.1%，上月2.6%。", CARRIER)[(0, 0)].value == 2.1


def test_a_state_in_the_name_is_none_of_the_key_result() -> None:
    found = by_place("按期交付 68%。这个我给红。", CARRIER)[(0, 1)]
    assert (found.value, found.status) == (68, "off_track")


@pytest.mark.parametrize(
    ("text", "place", "value", "delta"),
    [
        ("健檢會員187位 +15", (1, 1), 187, 15),
        ("单车24.3个点，比上周+0.8", (1, 0), 24.3, 0.8),
    ],
)
def test_a_change_behind_a_blank_is_no_range(
    text: str, place: tuple[int, int], value: float, delta: float
) -> None:
    found = by_place(text, CARRIER)[place]
    assert (found.value, found.delta) == (value, delta)


@pytest.mark.parametrize(
    "text",
    [
        "CSAT: fairly sure we make 4.",
        "CSAT: no way we make 4.5.",
    ],
)
def test_a_hope_is_neither_a_value_nor_a_confidence(text: str) -> None:
    found = only(text)
    assert (found.value, found.confidence) == (None, None)


def test_what_came_beside_what_went_is_no_change() -> None:
    found = by_place("bugs: 33 open criticals, 4 closed 7 new", STUDIO)[(1, 0)]
    assert (found.value, found.delta) == (33, None)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("KR1.2 9%. Please send the oven man by Monday week.", "2026-02-16"),
        ("KR1.2 9%. Please send him by the 9th of next month.", "2026-03-09"),
        ("KR1.2 9%. Please send him the day after tomorrow.", "2026-02-08"),
        ("KR1.2 9%。請下個月5號前派人來。", "2026-03-05"),
    ],
)
def test_a_day_of_the_week_after_or_the_next_month_is_that_day(text: str, due: str) -> None:
    assert str(only(text).due) == due


@pytest.mark.parametrize(
    ("text", "value", "delta"),
    [
        ("O2KR1: 86%, 3 points under last month", 86, -3),
        ("O2KR1 持平，還是86趴", 86, 0),
        ("O2KR1 holds at 86%", 86, 0),
        ("O2KR2: two more shops opened, that makes four in all", 4, 2),
    ],
)
def test_a_change_is_told_in_many_ways(text: str, value: float, delta: float) -> None:
    found = only(text)
    assert (found.value, found.delta) == (value, delta)
