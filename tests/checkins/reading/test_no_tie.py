"""Lines without a tie to a key result are not hung on the last one; what is over is over."""

from __future__ import annotations

import pytest

from tests.checkins.reading.sets import KITCHEN, LIBRARY, by_place

_EN = "Loaves 190 a shop.\nBread thrown away 8%.\n"


@pytest.mark.parametrize(
    "line",
    [
        "Choir training moves to hall 4.",
        "Inspectors can come any week from 9 February.",
        "The ovens fair opens on Tuesday.",
        "Till licences go from 30 to 42 USD on Monday.",
    ],
)
def test_a_notice_is_no_next_action_of_the_last_one(line: str) -> None:
    waste = by_place(_EN + line)[0, 1]
    assert (waste.next_action, waste.due) == (None, None)


def test_a_plan_of_ours_on_the_next_line_stays() -> None:
    waste = by_place(_EN + "We'll bake twice a day from Tuesday.")[0, 1]
    assert waste.next_action is not None


@pytest.mark.parametrize(
    "line",
    [
        "The broken scale got fixed this morning.",
        "The missing permit was approved today.",
        "Delayed tins have arrived.",
    ],
)
def test_what_was_mended_or_came_is_in_nobodys_way(line: str) -> None:
    assert by_place(f"Bread thrown away 8%. {line}")[0, 1].blocker is None


def test_a_day_in_brackets_is_not_due() -> None:
    assert by_place("New shops: 4 (the fifth arrives on the 16th).")[1, 1].due is None


def test_office_news_in_chinese_is_of_no_key_result() -> None:
    simplified = by_place("每周投诉 15 件\n打印机修好了，下周二起可用", KITCHEN)[0, 1]
    traditional = by_place("逾期率 9%\n電梯修好了，下週二起可用", LIBRARY)[0, 1]
    assert (simplified.next_action, traditional.next_action) == (None, None)
