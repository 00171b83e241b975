"""Parts and multiples told in words, and words that only look like them."""

from __future__ import annotations

import pytest

from assistant.language.figures.fractions import find_fractions
from assistant.language.script import fold


@pytest.mark.parametrize(
    ("text", "value", "change"),
    [
        ("A quarter of customers reorder", 0.25, False),
        ("Three quarters of the team", 0.75, False),
        ("two thirds of tickets", 2 / 3, False),
        ("Calls cut by half", 0.5, True),
        ("三分之一的门店", 1 / 3, False),
        ("三成半的客戶", 0.35, False),
        ("投诉减半", 0.5, True),
    ],
)
def test_a_part_in_words_has_its_value(text: str, value: float, change: bool) -> None:
    (found,) = find_fractions(fold(text))
    assert (found.value, found.change) == (pytest.approx(value), change)


@pytest.mark.parametrize(
    "text",
    [
        "Once a quarter, the board reads it",
        "Grow within a quarter.",
        "Two quarters of growth",
        "Half of Q3 is gone",
        "A third party signs",
        "三成功率",
        "零分之一",
    ],
)
def test_a_quarter_of_the_year_and_its_like_are_no_part(text: str) -> None:
    assert list(find_fractions(fold(text))) == []
