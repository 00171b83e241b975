"""How colleagues chat: signs for stops, others' words, numbers dictated, a name and "that one"."""

from __future__ import annotations

import pytest

from assistant.checkins.reading.clauses import find_clauses
from assistant.models.cycle import Status
from tests.checkins.reading.sets import by_place, made
from tests.checkins.reading.test_pointing import FIRST, SECOND, SETS, THIRD

POOL = made(
    ["Wait for a first lesson from 20 days to 8", "Swimmers who stay away from 14% to 7%"],
    ["Lesson notes older than a week from 240 to 60"],
)


def test_a_sign_ends_a_sentence_and_so_does_a_short_word() -> None:
    found = by_place("crane hours 41 👍 lorries 63%", SETS["en"])
    assert (found[SECOND].value, found[THIRD].value) == (41, 63)
    said = "no, we can't. sven turns 60"
    clauses = find_clauses(said)
    assert clauses[-1].sentence > clauses[0].sentence
    assert len(find_clauses("offer acc. 79")) == 1


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ('Berths 78%. One skipper wrote "nothing works here, the crane is broken".', "en"),
        ('Berths 78%. The mate says "we\'ll be at 95% by Advent, no problem is left".', "en"),
        ("泊位腾空率 78%，有船长说“吊机坏了，什么都卡着”", "zh"),
        ("泊位騰空率 78%，有船長問「是不是已經 95% 了，吊機壞了吧」", "hant"),
    ],
)
def test_what_others_say_is_read_of_none(text: str, lang: str) -> None:
    found = by_place(text, SETS[lang])
    assert found[FIRST].value == 78
    assert "坏" not in (found[FIRST].blocker or "")
    assert "broken" not in (found[FIRST].blocker or "")


def test_a_number_that_is_dictated_ends_where_a_sentence_begins() -> None:
    found = by_place("crane hours are at forty one i want to get that to thirty", SETS["en"])
    assert found[SECOND].value == 41
    found = by_place("so the wait thing its seventeen days now because ida is on leave", POOL)
    assert found[FIRST].value == 17


def test_a_number_in_front_of_what_it_counts_goes_with_it() -> None:
    found = by_place("Short one: 12 days of wait and 88 aged notes.", POOL)
    assert (found[FIRST].value, found[THIRD].value) == (12, 88)


def test_a_number_under_a_name_that_nobody_knows_behind_a_comma() -> None:
    found = by_place("wait 12 days, truants 11%", POOL)
    assert (found[FIRST].value, found[SECOND].value) == (12, 11)


@pytest.mark.parametrize(
    "said",
    [
        "I'd put 3 out of 5 on the first one and 4 out of 5 on the second.",
        "I'd go 3/5 on the first.",
    ],
)
def test_a_rating_of_five_is_half_of_ten(said: str) -> None:
    found = by_place(f"Berths 78%. Lorries 63%. {said}", SETS["en"])
    assert found[FIRST].confidence == 6
    assert found[THIRD].confidence in (8, None)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("泊位那块 78%，吊机那个不行，配件一直没到", "zh"),
        ("泊位那塊 78%，吊機那個不行，配件一直沒到", "hant"),
    ],
)
def test_a_name_with_that_one_turns_to_it(text: str, lang: str) -> None:
    found = by_place(text, SETS[lang])
    assert found[FIRST].blocker is None
    assert found[SECOND].blocker is not None


@pytest.mark.parametrize(
    ("text", "lang", "value"),
    [
        ("集卡周转率 78%，哦不对看错行了，是76%", "zh", 76),
        ("集卡周转率到 62%了哦 66%，刚才说错了", "zh", 66),
        ("貨櫃車周轉率是 78%，不是啦 76%", "hant", 76),
    ],
)
def test_a_number_is_taken_back_in_passing(text: str, lang: str, value: float) -> None:
    assert by_place(text, SETS[lang])[THIRD].value == value


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Crane hours 41. Both at risk imo.", "en"),
        ("Crane hours 41. Lorries: didn't count them yet", "en"),
        ("吊机停工 41 小时，集卡周转率没统计", "zh"),
        ("吊機停工 41 小時，貨櫃車周轉率沒更新", "hant"),
    ],
)
def test_what_was_not_counted_is_not_in_the_way(text: str, lang: str) -> None:
    found = by_place(text, SETS[lang])
    assert all(item.blocker is None for item in found.values())
    assert Status.OFF_TRACK not in [item.status for item in found.values()]
