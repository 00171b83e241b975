"""A colour is a status where it is said of the key result, and none of a traffic light."""

import pytest

from tests.checkins.reading.sets import made, only

FERRY = made(["Piers open from 2 to 9"], ["票务投诉从 30 件降到 12 件"])


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("Still red until the harbour office signs the new papers", "off_track"),
        ("It has gone amber this week because of the storm", "at_risk"),
        ("This one is still at amber for now, more on Monday", "at_risk"),
        ("The piers remain green for now", "on_track"),
        ("We're behind on this one but not lost yet", "at_risk"),
        ("I'd say we are still amber until the crane is here", "at_risk"),
    ],
)
def test_a_colour_of_the_key_result_is_its_status(said: str, status: str) -> None:
    assert only(f"Piers: 4. {said}.", FERRY).status == status


@pytest.mark.parametrize(
    "said",
    [
        "The traffic light outside the ticket hall is still red",
        "The warehouse is still red from the paint",
        "The boat shed has gone green",
        "I am still behind on my mail",
        "We are behind with the Christmas party",
        "The water at the quay turned yellow again",
    ],
)
def test_a_colour_of_something_else_is_no_status(said: str) -> None:
    assert only(f"Piers: 4. {said}.", FERRY).status is None


@pytest.mark.parametrize(
    ("text", "status"),
    [("票务投诉 21 件，还是红的", "off_track"), ("票務投訴 21 件，還是黃燈", "at_risk")],
)
def test_a_chinese_colour_is_a_status(text: str, status: str) -> None:
    assert only(text, FERRY).status == status


def test_a_red_door_is_no_status_in_chinese() -> None:
    assert only("票务投诉 21 件，售票处的大门刷成了红色的油漆", FERRY).status is None
