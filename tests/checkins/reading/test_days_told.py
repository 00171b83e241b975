"""Ways to tell a day, and the day on which what is in the way ends."""

from datetime import date, timedelta

import pytest

from assistant.checkins.reading.days import find_days
from assistant.models import OkrSet
from tests.checkins.reading.sets import FRIDAY, made, only

DEPOT = made(["Trams ready at six from 81% to 95%"])
DEPOT_ZH = made(["六点前可出车率从 81% 到 95%"])
LIVE = made(
    [
        "Share of customers live within 30 days from 35% to 60%",
        "Answers within two working days from 50% to 90%",
        "Seller NPS from 12 to 30",
    ]
)
BOUGHT = made(["30天内复购率从 12% 提升到 20%", "7日留存率从 20% 提升到 30%"])
BOUGHT_HANT = made(["30天內複購率從 12% 提升到 20%", "7日留存率從 20% 提升到 30%"])


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("the camp is on 21st", date(2026, 2, 21)),
        ("open day sat 14th", date(2026, 2, 14)),
        ("open day Saturday 14th", date(2026, 2, 14)),
        ("we hear by 20th", date(2026, 2, 20)),
        ("he is here on the second of march", date(2026, 3, 2)),
        ("the list by tmrw", date(2026, 2, 7)),
        ("two weeks from now", date(2026, 2, 20)),
        ("ready by end Feb", date(2026, 2, 28)),
        ("by the twenty first of march", date(2026, 3, 21)),
        ("by the twenty-first of march", date(2026, 3, 21)),
    ],
)
def test_a_day_may_be_told_in_many_ways(said: str, day: date) -> None:
    assert [found.day for found in find_days(said.lower(), FRIDAY)] == [day]


@pytest.mark.parametrize(
    "said",
    [
        "we sit on 4th floor",
        "done on 2nd attempt",
        "approved on 1st reading",
        "fixed on 2nd visit",
        "passed on 3rd try",
        "the new depot by 5th avenue",
    ],
)
def test_a_rank_is_no_day(said: str) -> None:
    assert find_days(said, FRIDAY) == []


@pytest.mark.parametrize("said", ["the thirty-first of february", "the thirty second of march"])
def test_a_day_that_no_month_has_is_none(said: str) -> None:
    assert [found.day for found in find_days(said, FRIDAY) if found.day] == []


def test_a_weekday_with_its_number_is_quoted_whole() -> None:
    [day] = find_days("training on tue 24 feb", FRIDAY)
    assert ("training on tue 24 feb"[day.start : day.end], day.day) == (
        "tue 24 feb",
        date(2026, 2, 24),
    )


@pytest.mark.parametrize(
    ("text", "okr_set", "day"),
    [
        ("Ready at six 84%. Lathe broken, their ban lifts on 2 March.", DEPOT, date(2026, 3, 2)),
        ("84%. Lathe broken, nobody can get here until 2 March.", DEPOT, date(2026, 3, 2)),
        ("可出车率 84%，轮对车床坏了，厂家3月2日派人。", DEPOT_ZH, date(2026, 3, 2)),
        ("可出車率 84%，輪對車床壞了，廠家下週三派人。", DEPOT_ZH, date(2026, 2, 11)),
    ],
)
def test_the_day_on_which_a_hindrance_ends_is_due(text: str, okr_set: OkrSet, day: date) -> None:
    item = only(text, okr_set)
    assert item.blocker
    assert item.due == day


@pytest.mark.parametrize(
    ("text", "okr_set"),
    [
        ("Ready at six 84%. The wheel lathe broke on Tuesday.", DEPOT),
        ("Ready at six 84%. Our best fitter leaves on 2 March and nobody follows him.", DEPOT),
        ("可出车率 84%，轮对车床周二坏了。", DEPOT_ZH),
        ("可出車率 84%，輪對車床週二壞了。", DEPOT_ZH),
        ("Ready at six 84%. The audit on 2 March blocks us.", DEPOT),
        ("Ready at six 84%. Power cut on 2 March, nobody can work.", DEPOT),
        ("可出车率 84%，3月2日停电。", DEPOT_ZH),
        ("可出车率 84%，3月2日罢工，没人开车。", DEPOT_ZH),
        ("可出车率 84%，师傅3月2日休假，没人顶。", DEPOT_ZH),
        ("可出車率 84%，3月2日停電。", DEPOT_ZH),
        ("可出車率 84%，3月2日罷工，沒人開車。", DEPOT_ZH),
    ],
)
def test_the_day_on_which_it_began_is_not(text: str, okr_set: OkrSet) -> None:
    assert only(text, okr_set).due is None


@pytest.mark.parametrize(
    ("text", "okr_set"),
    [
        ("Ready at six 84%. Blocked: the fitter is on leave 2 March to 9 March.", DEPOT),
        ("可出车率 84%，师傅3月2日到3月9日休假，没人顶。", DEPOT_ZH),
        ("可出車率 84%，師傅3月2日到3月9日休假，沒人頂。", DEPOT_ZH),
    ],
)
def test_of_several_days_the_last_is_due(text: str, okr_set: OkrSet) -> None:
    assert only(text, okr_set).due == date(2026, 3, 9)


@pytest.mark.parametrize(
    ("text", "blocker"),
    [
        ("Ready at six 84%. Fitters sick, please send two.", "Fitters sick"),
        ("Ready at six 84%. Vandals again, could security come?", "Vandals again"),
        ("可出车率 84%。没老师，麻烦派一个。", "没老师"),
        ("可出車率 84%。沒老師，麻煩派一個。", "沒老師"),
    ],
)
def test_what_is_wrong_in_front_of_an_ask_is_in_the_way(text: str, blocker: str) -> None:
    item = only(text, DEPOT if text.isascii() else DEPOT_ZH)
    assert (item.blocker, item.ask is not None) == (blocker, True)


@pytest.mark.parametrize(
    "text", ["可出车率 84%。司机陌生，麻烦派个带班的。", "可出車率 84%。師傅調走，麻煩派一個。"]
)
def test_what_is_told_of_somebody_does_not_call_him(text: str) -> None:
    ask = only(text, DEPOT_ZH).ask
    assert ask is not None
    assert ask.startswith(("麻烦", "麻煩"))


@pytest.mark.parametrize(
    ("text", "okr_set", "ask"),
    [
        ("Ready at six 84%. Depot manager, please speak to the bank.", DEPOT, "please speak"),
        ("可出车率 84%。王主任，麻烦跟厂家催一下。", DEPOT_ZH, "麻烦跟厂家催一下"),
        ("可出車率 84%。王主任，麻煩跟廠家催一下。", DEPOT_ZH, "麻煩跟廠家催一下"),
    ],
)
def test_whoever_is_called_is_in_nobodys_way(text: str, okr_set: OkrSet, ask: str) -> None:
    item = only(text, okr_set)
    assert item.blocker is None
    assert ask in (item.ask or "")


@pytest.mark.parametrize(
    ("text", "okr_set", "value"),
    [
        ("李雷：30天内上线的客户占比 42%，信心 6/10", LIVE, 42),
        ("30天內上線占比 42%", LIVE, 42),
        ("customers live within 30 days: 42%", LIVE, 42),
        ("Answers within two working days: 61%", LIVE, 61),
        ("30天内复购率 15%", BOUGHT, 15),
        ("三十日内复购率 15%", BOUGHT, 15),
        ("30 日內複購率 15%", BOUGHT_HANT, 15),
        ("7日留存率 24%", BOUGHT, 24),
    ],
)
def test_a_time_by_which_a_key_result_is_named_is_no_day(
    text: str, okr_set: OkrSet, value: float
) -> None:
    item = only(text, okr_set)
    assert (item.value, item.due, item.next_action, item.blocker) == (value, None, None, None)


@pytest.mark.parametrize(
    ("text", "okr_set"),
    [
        ("30天内复购率 15%，我们两周内会上券", BOUGHT),
        ("30天內複購率 15%，我們兩週內會上券", BOUGHT_HANT),
        ("live within 30 days 42%, we mend the template within 2 weeks", LIVE),
    ],
)
def test_another_time_is_one_all_the_same(text: str, okr_set: OkrSet) -> None:
    assert only(text, okr_set).due == FRIDAY + timedelta(days=14)


@pytest.mark.parametrize(
    ("text", "okr_set"),
    [
        ("NPS: we expect 25 by December, today 19", LIVE),
        ("NPS should be 25 by June; today 19", LIVE),
        ("预计年底30天内复购率 18%，今天 15%", BOUGHT),
        ("預計年底30天內複購率 18%，今天 15%", BOUGHT_HANT),
    ],
)
def test_where_it_will_stand_one_day_is_not_due_today(text: str, okr_set: OkrSet) -> None:
    item = only(text, okr_set)
    assert (item.value in (19, 15), item.due, item.next_action) == (True, None, None)
