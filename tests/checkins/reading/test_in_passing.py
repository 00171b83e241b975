"""Numbers and words that stand beside the value: forecasts, months that are over, what lasts."""

import pytest

from assistant.models.cycle import Status
from tests.checkins.reading.sets import BAKERY, KITCHEN, LIBRARY, by_place, made, only, reading

GYM = made(
    ["Members from 300 to 450", "Opening hours from 60 to 80 a week"],
    ["Sales calls per week from 40 to 90", "Classes fully booked from 35% to 60%"],
)
CLINIC = made(
    ["Patients seen on the promised date from 70% to 90%", "Letters sent back from 12% to 4%"],
    ["Failed claims recovered from 30% to 60%", "Claims outstanding from 48 to 30"],
)
HOTEL = made(["Open repair orders from 400 to 150", "Guests who come back from 20% to 35%"])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Members: 330 so far (Jan ended at 345).", 330.0),
        ("Members 330. January closed at 345.", 330.0),
        ("January closed at 345 members.", 345.0),
        ("Hours are at 66.", 66.0),
        ("5 new members, 312 in total.", 312.0),
        ("Members 312, 14 joined 6 left.", 312.0),
    ],
)
def test_the_value_stands_beside_other_numbers_in_english(text: str, value: float) -> None:
    assert only(text, GYM).value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("准时送达率81%（公司考核线是75%）。", 81.0),
        ("准时送达率81%，城西那边是88%。", 81.0),
        ("准时送达率这周没有新数，预计可以升到85%以上。", None),
    ],
)
def test_the_value_stands_beside_other_numbers_in_chinese(text: str, value: float | None) -> None:
    assert only(text, KITCHEN).value == value


def test_whose_forecast_it_is_names_no_other_key_result() -> None:
    text = "Classes booked: 41%. Sales forecast says 55. Starting early classes on Tuesday."
    found = only(text, GYM)
    assert (found.key_result, found.value) == ((1, 1), 41.0)
    assert found.next_action == "Starting early classes on Tuesday"


def test_a_hope_to_get_below_something_is_no_value() -> None:
    found = only("Repair orders: 310 orders left. 7 out of 10 that we drop below 200.", HOTEL)
    assert (found.value, found.unit, found.confidence) == (310.0, "orders", 7.0)


def test_how_long_something_lasts_is_no_value_and_a_name_heads_a_line() -> None:
    text = (
        "## Not done\nnothing moved on recovery; portal access expired, "
        "a letter on claims lies open for 12 days\n## Next\nrecovery: call the insurers on 11 Feb"
    )
    found = by_place(text, CLINIC)
    assert list(found) == [(1, 0)]
    assert (found[(1, 0)].value, found[(1, 0)].delta) == (None, 0.0)
    assert "call the insurers" in (found[(1, 0)].next_action or "")


@pytest.mark.parametrize(
    "text", ["Two more members, 312 now.", "4 more yearly members, 312 in total."]
)
def test_what_came_on_top_is_the_change(text: str) -> None:
    found = only(text, GYM)
    assert found.value == 312.0
    assert found.delta in (2.0, 4.0)


def test_a_name_may_be_told_in_other_words() -> None:
    found = only("on time 84 pct, +3. feels like an 8 out of 10", CLINIC)
    assert (found.key_result, found.value, found.delta) == ((0, 0), 84.0, 3.0)


def test_what_is_stuck_somewhere_has_not_stood_still() -> None:
    found = only("KR1.2 9%. 40 trays stuck at the depot since Monday.")
    assert (found.delta, found.blocker) == (None, "40 trays stuck at the depot since Monday")
    assert only("KR1.2 is stuck at 9%.").delta == 0.0


def test_what_happened_besides_is_a_clause_of_its_own() -> None:
    found = only(
        "KR1.1 I want to see 400 soon, today it's 330 and the school deal fell through.", GYM
    )
    assert (found.value, found.blocker) == (330.0, "the school deal fell through")
    assert (found.next_action, found.due) == (None, None)


def test_who_came_and_who_left_hinders_nobody() -> None:
    found = only("Members 312, 14 joined 6 left. The bank takes weeks to set up debits", GYM)
    assert found.blocker == "The bank takes weeks to set up debits"
    assert only("KR1.2 9%, don't have the final count yet.").blocker is None


def test_people_are_asked_by_their_handles() -> None:
    found = only("KR1.2 9%. Could @lena talk to the council? She knows them.")
    assert (found.ask, found.blocker) == ("Could @lena talk to the council", None)


@pytest.mark.parametrize("ask", ["人事能先派两个临时工吗", "总部能借一台冷柜吗"])
def test_a_question_without_its_mark_asks_in_chinese(ask: str) -> None:
    assert only(f"准时送达率81%。{ask}", KITCHEN).ask == ask


def test_an_application_asks_nobody_for_anything() -> None:
    stuck = only("逾期率11%，經費申請卡在主計室。", LIBRARY)
    assert (stuck.ask, stuck.blocker) == (None, "經費申請卡在主計室")
    planned = only("逾期率11%。3月2日前把申請表放上網站。", LIBRARY)
    assert (planned.ask, planned.next_action) == (None, "3月2日前把申請表放上網站")


def test_both_may_be_amber_in_so_many_words() -> None:
    found = by_place("准时送达率81%，食品投诉12件，两个都是黄的", KITCHEN)
    assert {item.status for item in found.values()} == {Status.AT_RISK}
    assert len(reading("on time 90%", BAKERY).items) == 1


def test_names_head_lines_under_a_label() -> None:
    text = "## Next\nMembers: open day on 14 Feb\nHours: ask the landlord"
    found = by_place(text, GYM)
    assert set(found) == {(0, 0), (0, 1)}
    assert "landlord" in (found[(0, 1)].next_action or "")


def test_what_we_are_glad_of_is_where_it_stands() -> None:
    assert only("Glad that we are over 340 members now.", GYM).value == 340.0


def test_a_red_oven_is_no_red_key_result() -> None:
    assert only("准时送达率81%。烤箱是红的，周一修", KITCHEN).status is None
