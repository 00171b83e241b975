"""Numbers that are no value of a key result: names of things, times, days, what a plan was."""

from __future__ import annotations

import pytest

from assistant.checkins.reading import read_message
from assistant.models import OkrSet
from tests.checkins.reading.sets import BAKERY, FRIDAY, KITCHEN, by_place, made

_MUSEUM = made(
    ["Objects photographed from 300 to 900", "Wait at the entrance from 25 min to 10 min"],
    ["Volunteers trained from 12 to 40"],
)
_HANT = made(["修復文物件數從 30 件提升到 80 件", "入場等候時間從 25 分鐘縮短到 10 分鐘"])


@pytest.mark.parametrize(
    "text",
    [
        "Volunteers: the form is with Ana (ext. 31).",
        "Volunteers: no news, the trainer's visit is the 9th, 10.30.",
        "Volunteers: bus no. 34 stops here now.",
    ],
)
def test_what_a_thing_is_called_by_is_no_value(text: str) -> None:
    found = by_place(text, _MUSEUM)
    assert all(item.value is None for item in found.values())


def test_a_number_by_which_a_thing_is_called_ends_no_sentence() -> None:
    found = by_place("Volunteers 18. Next: Ana fills van no. 3 by 12 Feb.", _MUSEUM)
    assert found[1, 0].next_action == "Ana fills van no. 3 by 12 Feb"


@pytest.mark.parametrize(
    ("text", "chinese"),
    [("本周投诉 15 件，有事打分机 28", KITCHEN), ("修復 41 件，有事請打分機 62", _HANT)],
)
def test_an_extension_is_no_value_in_chinese(text: str, chinese: OkrSet) -> None:
    [item] = read_message(text, chinese, FRIDAY).items
    assert item.value in (15.0, 41.0)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("准时送达率 85%。\n1# 冷库大修 3/10-3/14", (0, 0)),
        ("准时送达率 85%，3/10至3/12 盘点", (0, 0)),
    ],
)
def test_days_from_and_to_are_no_confidence(text: str, place: tuple[int, int]) -> None:
    assert by_place(text, KITCHEN)[place].confidence is None


@pytest.mark.parametrize(
    ("text", "okr"),
    [
        ("准时送达率 85%，按计划这周该到 88%，慢三个点", KITCHEN),
        ("逾期没有。准時送達率 85%，按計劃這週該到 88%，慢三個點", KITCHEN),
        ("Vans on time 88%, should be 91% by now, 3 points down", BAKERY),
    ],
)
def test_a_distance_from_the_plan_is_no_change(text: str, okr: OkrSet) -> None:
    found = read_message(text, okr, FRIDAY).items
    assert [item.delta for item in found if item.value] == [None]


def test_a_bet_on_one_is_confidence_in_that_one() -> None:
    found = by_place("Objects 500.\nVolunteers 18.\nI'd bet my house on objects, 9/10.", _MUSEUM)
    assert (found[0, 0].confidence, found[1, 0].confidence) == (9, None)
