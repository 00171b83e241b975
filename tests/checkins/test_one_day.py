"""Several check-ins of one day: what corrects, what adds, what leaves a value as it is."""

from assistant.models.summary import Code
from tests.checkins.cycles import record, team

CALLS = {"text": "Accounts with a review", "baseline": 12, "target": 50}


def of_one_day(*entries: dict[str, object]) -> list[dict[str, object]]:
    return [{"date": "2026-02-05", **entry} for entry in entries]


def test_four_more_on_the_day_of_a_value_are_added_to_it() -> None:
    told = of_one_day({"value": 31, "confidence": 8}, {"delta": 4})
    found = team(record(CALLS, checkins=told), "2026-02-06")
    assert (found.states[0, 0].value, found.states[0, 0].confidence) == (35, 8)
    assert found.log.corrected == []


def test_words_on_the_day_of_a_value_leave_it_as_it_is() -> None:
    told = of_one_day({"value": 31}, {"blocker": "等财务审批"})
    found = team(record(CALLS, checkins=told), "2026-02-06")
    assert found.states[0, 0].value == 31
    assert Code.BLOCKED in found.states[0, 0].codes


def test_a_value_or_a_movement_told_anew_takes_the_place_of_those_of_its_day() -> None:
    told = of_one_day({"value": 31}, {"delta": 4}, {"value": 33})
    assert team(record(CALLS, checkins=told), "2026-02-06").states[0, 0].value == 33
    told = of_one_day({"delta": 3}, {"delta": 4})
    assert team(record(CALLS, checkins=told), "2026-02-06").states[0, 0].value == 16
