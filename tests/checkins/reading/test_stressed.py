"""Numbers of others and of other times, changes in words, and how sure somebody is."""

import pytest

from assistant.models.cycle import Status
from tests.checkins.reading.sets import by_place, made
from tests.checkins.reading.test_run_on import PHYSIO, PRESSES, PRESSES_HANT, TRAMS

NOODLES = made(
    ["平均出餐时长从 14 分钟降到 9 分钟", "差评率从 3.2% 降到 1.5%"],
    ["会员数从 4200 人增到 6000 人"],
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The Eastside depot has 95% punctual departures, we are at 90%.", 90),
        ("Punctual departures were 91% in 2024 and are 89% now.", 89),
        ("Punctual departures 92% this week, I see no way to get above 94%.", 92),
        ("In 2025 we had 84% at this time. Punctual departures: 90%.", 90),
    ],
)
def test_the_number_of_today_and_of_us_counts(text: str, value: float) -> None:
    assert by_place(text, TRAMS)[(0, 0)].value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("综合效率上周滑到67%，这周回到70%。", 70),
        ("OEE 70%。2024 年是 74%。二厂那边已经 79%。", 70),
        ("設備綜合效率 70%，2024 年是 74%。南廠那邊已經 79%", 70),
    ],
)
def test_so_it_does_in_chinese(text: str, value: float) -> None:
    okr_set = PRESSES_HANT if "設" in text else PRESSES
    assert by_place(text, okr_set)[(0, 1)].value == value


def test_distances_and_people_are_no_values() -> None:
    assert by_place("会员 4900 人。这周 3 个人请假。", NOODLES)[(1, 0)].delta is None
    found = by_place("出餐离 9 分钟还有 2 分半", NOODLES).get((0, 0))
    assert found is None or found.value is None


@pytest.mark.parametrize(
    ("text", "place", "change"),
    [
        ("Wait is 15 days, two fewer than last week.", (0, 0), -2),
        ("Finishers 60%, down a point and a half.", (1, 0), -1.5),
        ("No-shows 9%, on average that is 0.4 less than last week", (0, 1), -0.4),
    ],
)
def test_changes_are_told_in_words(text: str, place: tuple[int, int], change: float) -> None:
    assert by_place(text, PHYSIO)[place].delta == change


def test_a_unit_has_its_half() -> None:
    assert by_place("出餐 11 分半，差评率 2.5%", NOODLES)[(0, 0)].value == 11.5


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("Wait 14 days, c=7. No-shows 8%, c=5", [7, 5]),
        ("Wait 14 days. No-shows 8%. My confidence on those two: 7 and 5.", [7, 5]),
        ("Wait 14 days, I give it an eight. No-shows 8%, I'm only a 4.", [8, 4]),
        ("Wait 14 days, confidence has slipped from 7 to 4. No-shows 8%, say 6.", [4, 6]),
        ("Wait 14 days. Odds of making it maybe 3 in 10. No-shows 8% (conf 6)", [3, 6]),
    ],
)
def test_how_sure_somebody_is(text: str, levels: list[float]) -> None:
    assert [item.confidence for item in by_place(text, PHYSIO).values()] == levels


def test_and_in_chinese() -> None:
    found = by_place("出餐 12 分钟，我打 7 分；差评率 2.5%，我看也就五成。", NOODLES)
    assert (found[(0, 0)].confidence, found[(0, 1)].confidence) == (7, 5)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Punctual departures 93%, right where it should be.", Status.ON_TRACK),
        ("Punctual departures 90% (A).", Status.AT_RISK),
        ("Punctual departures 89%, a bit off the pace.", Status.AT_RISK),
    ],
)
def test_states_in_other_words(text: str, status: Status) -> None:
    assert by_place(text, TRAMS)[(0, 0)].status is status
