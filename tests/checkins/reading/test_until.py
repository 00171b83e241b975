"""What hinders until a day, what went well, plans without will, and for what they are."""

from datetime import date

import pytest

from assistant.models import OkrSet
from tests.checkins.reading.sets import by_place, made
from tests.checkins.reading.test_not_ours import NOODLES_HANT
from tests.checkins.reading.test_run_on import PHYSIO, PRESSES, TRAMS
from tests.checkins.reading.test_stressed import NOODLES

HARVEST = made(["Fresh produce from 18% to 30%"], ["Monthly donors from 640 to 1,000"])


@pytest.mark.parametrize(
    ("text", "okr_set", "place"),
    [
        ("MTBF 440 h. The lathe is with the maker until the 16th", TRAMS, (0, 1)),
        ("出餐 12 分钟，二号灶停到 2 月 17 号。", NOODLES, (0, 0)),
        ("出餐 12 分鐘，二店裝修到 2/20。", NOODLES_HANT, (0, 0)),
    ],
)
def test_what_is_away_until_a_day_hinders(
    text: str, okr_set: OkrSet, place: tuple[int, int]
) -> None:
    item = by_place(text, okr_set)[place]
    assert item.blocker
    assert item.due is None


@pytest.mark.parametrize(
    ("text", "okr_set"),
    [
        ("No-shows 8%: calling people the day before really worked.", PHYSIO),
        ("Finishers 58%, the home exercise app paid off.", PHYSIO),
        ("Punctual departures 91%. Stuck: nothing really.", TRAMS),
        ("OEE 70%，有两个人撤回了离职申请。", PRESSES),
        ("差評率 2.4%，換了新油，效果不錯。", NOODLES_HANT),
    ],
)
def test_what_went_well_hinders_nothing(text: str, okr_set: OkrSet) -> None:
    for item in by_place(text, okr_set).values():
        assert (item.blocker, item.next_action) == (None, None)


def test_a_weekday_between_article_and_noun_is_no_day() -> None:
    found = by_place("Wait 14 days. Nadia takes the Saturday list from the 28th.", PHYSIO)
    assert found[(0, 0)].due == date(2026, 2, 28)


def test_a_plan_is_of_what_it_is_for() -> None:
    text = "Fresh 21%. Donors 700. We'll try the farm market for fresh on Sunday"
    assert "farm market" in str(by_place(text, HARVEST)[(0, 0)].next_action)


@pytest.mark.parametrize(
    "text",
    [
        "Donors: the count is not back til the 20th",
        "Donors: the count isn't in until 20 February",
        "Donors: the count is not out till the 20th",
    ],
)
def test_what_is_not_back_until_a_day_is_due_on_it_and_no_promise(text: str) -> None:
    item = by_place(text, HARVEST)[(1, 0)]
    assert (item.next_action, item.due) == (None, date(2026, 2, 20))
    assert item.blocker or item.comment


@pytest.mark.parametrize(
    "text", ["一季度捐款：问卷要到20号才回来", "一季度捐款：問卷要到20號才回來"]
)
def test_what_comes_only_on_a_day_is_a_remark_with_it(text: str) -> None:
    item = by_place(text, made(["一季度捐款从 18 笔提升到 30 笔", "志愿者从 4 人增加到 9 人"]))[
        (0, 0)
    ]
    assert (item.next_action, item.due) == (None, date(2026, 2, 20))
    assert item.comment
