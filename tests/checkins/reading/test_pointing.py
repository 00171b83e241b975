"""Key results told again by their order in the message: the first one, both, 前两项."""

from __future__ import annotations

import pytest

from assistant.models.cycle import Status
from assistant.models.reading import ReadItem
from tests.checkins.reading.sets import by_place, made

Place = tuple[int, int]
SETS = {
    "en": made(
        ["Berths free on time from 70% to 90%", "Crane hours lost from 60 to 25 a week"],
        ["Lorries turned round within 40 minutes from 55% to 80%"],
    ),
    "zh": made(
        ["泊位按时腾空率从 70% 提高到 90%", "吊机停工从每周 60 小时降到 25 小时"],
        ["集卡周转率从 55% 提高到 80%"],
    ),
    "hant": made(
        ["泊位按時騰空率從 70% 提高到 90%", "吊機停工從每週 60 小時降到 25 小時"],
        ["貨櫃車周轉率從 55% 提高到 80%"],
    ),
}
TOLD = {
    "en": "Berths 78%. Crane hours 41. Lorries 63%. ",
    "zh": "泊位腾空率 78%，吊机停工 41 小时，集卡周转率 63%。",
    "hant": "泊位騰空率 78%，吊機停工 41 小時，貨櫃車周轉率 63%。",
}
FIRST, SECOND, THIRD = (0, 0), (0, 1), (1, 0)


def found(said: str, lang: str) -> dict[Place, ReadItem]:
    return by_place(TOLD[lang] + said, SETS[lang])


@pytest.mark.parametrize(
    ("said", "lang", "places"),
    [
        ("The first one is stuck at the pilot office.", "en", [FIRST]),
        ("For the second we are waiting for a gearbox.", "en", [SECOND]),
        ("\nsecond: waiting for a gearbox", "en", [SECOND]),
        ("Biggest worry is the first one, the pilots are on strike.", "en", [FIRST]),
        ("Both are waiting for the port office.", "en", [SECOND, THIRD]),
        ("The first two are stuck with the council.", "en", [FIRST, SECOND]),
        ("第二项卡在等齿轮箱", "zh", [SECOND]),
        ("前两项都在等港务局批复", "zh", [FIRST, SECOND]),
        ("第二項卡在等齒輪箱", "hant", [SECOND]),
        ("前兩項都在等港務局批覆", "hant", [FIRST, SECOND]),
    ],
)
def test_a_hindrance_is_of_those_pointed_at(said: str, lang: str, places: list[Place]) -> None:
    assert sorted(p for p, item in found(said, lang).items() if item.blocker) == places


@pytest.mark.parametrize(
    ("said", "lang"),
    [
        ("I would say the first is green and the second yellow.", "en"),
        ("第一个绿，第二个黄灯", "zh"),
        ("第一個綠，第二個黃燈", "hant"),
    ],
)
def test_states_go_to_those_they_are_given_to(said: str, lang: str) -> None:
    items = found(said, lang)
    states = [items[place].status for place in (FIRST, SECOND, THIRD)]
    assert states == [Status.ON_TRACK, Status.AT_RISK, None]


@pytest.mark.parametrize(
    ("said", "lang"),
    [("\n4) Both OK by me", "en"), ("后两个都还行", "zh"), ("後兩樣都OK啦", "hant")],
)
def test_a_state_of_both_is_that_of_each(said: str, lang: str) -> None:
    items = found(said, lang)
    states = [items[place].status for place in (FIRST, SECOND, THIRD)]
    assert states == [None, Status.ON_TRACK, Status.ON_TRACK]


def test_levels_are_given_one_by_one() -> None:
    items = found("Feeling: 9/10 for the first, 7/10 for the second", "en")
    assert [items[place].confidence for place in (FIRST, SECOND, THIRD)] == [9, 7, None]


@pytest.mark.parametrize(
    ("said", "lang"),
    [
        ("Two reasons for the jam: the first is fog, the second is a strike.", "en"),
        ("The first lorries are stuck at the gate.", "en"),
        ("堵车有两个原因：第一个是大雾，第二个是罢工", "zh"),
    ],
)
def test_what_is_listed_points_at_nothing(said: str, lang: str) -> None:
    items = found(said, lang)
    assert [items[place].blocker for place in (FIRST, SECOND)] == [None, None]
