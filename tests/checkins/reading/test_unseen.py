"""Messages of a build that no list was written for: names, corrections, clauses weighed."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.checkins.reading import read_message
from assistant.models import OkrSet
from assistant.models.reading import ReadItem

_SET = OkrSet.model_validate(
    {
        "team": "Night buses",
        "objectives": [
            {
                "objective": "People get home",
                "key_results": [
                    "Questions answered within a day from 55% to 85%",
                    "Guests on a tour from 120 to 300",
                    "Guest drivers from 1 to 8",
                    "Fare per trip from €4 to €6",
                    "Rider NPS from 12 to 40",
                ],
            }
        ],
    }
)


def _read(text: str) -> dict[int, ReadItem]:
    items = read_message(text, _SET, date(2026, 5, 15)).items
    return {item.key_result[1]: item for item in items}


def test_a_name_whose_number_comes_after_a_comma_still_names() -> None:
    told = _read("Fare is €4.90. Answers within a day slipped a bit, 71%.")
    assert (told[3].value, told[0].value, told[0].due) == (4.9, 71.0, None)


def test_of_key_results_named_alike_the_number_tells_which() -> None:
    assert set(_read("Guests: 210.")) == {1}
    assert set(_read("Guests: 5.")) == {2}


@pytest.mark.parametrize(
    "text",
    ["Fare €4.80 - wait, €5.10.", "Fare: the right figure is €5.10, not €4.80.", "Fare €5.10."],
)
def test_a_corrected_number_is_the_value(text: str) -> None:
    assert _read(text)[3].value == 5.1


def test_a_score_that_may_be_below_zero_is_no_change() -> None:
    told = _read("Rider NPS: +27.")
    assert (told[4].value, told[4].delta) == (27.0, None)


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Fare €5. I put our chances at about 40%.", 4.0),
        ("Fare €5. Still bullish, call it an 8.", 8.0),
        ("Fare €5, feeling good about this one, 7/10.", 7.0),
    ],
)
def test_confidence_needs_no_word_for_it(text: str, level: float) -> None:
    assert _read(text)[3].confidence == level


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Fare €5. Still yellow for me until the new meters are here.", "at_risk"),
        ("Fare €5. All told I would say we are behind but not lost.", "at_risk"),
        ("Fare €5. One red flag: the meters stall.", None),
    ],
)
def test_a_colour_counts_where_somebody_judges(text: str, status: str | None) -> None:
    assert _read(text)[3].status == status


@pytest.mark.parametrize(
    ("text", "blocker"),
    [
        ("Fare €5. The garage will only look at two buses a week.", "only look at two buses"),
        ("Fare €5 but the meter maker runs one workshop a month.", "runs one workshop"),
        ("Fare €5. The fare tables come back full of errors.", "full of errors"),
    ],
)
def test_what_is_in_the_way_is_weighed_by_its_words(text: str, blocker: str) -> None:
    assert blocker in (_read(text)[3].blocker or "")


@pytest.mark.parametrize(
    "text",
    ["Fare €5, the summer songs went down very well.", "Fare €5. We spoke to both garages."],
)
def test_good_news_is_not_in_the_way(text: str) -> None:
    assert _read(text)[3].blocker is None


def test_the_rules_alone_read_a_message_too() -> None:
    told = read_message("Fare €5. Blocked by customs.", _SET, date(2026, 5, 15), weighed=False)
    assert told.items[0].blocker == "Blocked by customs"
