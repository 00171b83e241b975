"""Several check-ins of one day: what corrects, what adds, what leaves a value as it is."""

import pytest

from assistant.models.summary import Code
from tests.checkins.cycles import record, team
from tests.checkins.test_summary import block, sum_up, texts

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


def test_a_corrected_figure_takes_no_words_with_it() -> None:
    told = of_one_day(
        {"value": 310, "blocker": "等财务审批", "confidence": 6, "next_action": "催办"},
        {"value": 31, "comment": "更正"},
    )
    summary = sum_up(record(CALLS, checkins=told), language="zh-Hans")
    assert (summary.key_results[0].value, summary.key_results[0].confidence) == (31, 6)
    assert [block(summary, n)[0].quote for n in (10, 13)] == ["等财务审批", "催办"]
    assert summary.notes == [
        "KR1.1，2026-02-05：同一天有多次更新；重复填写的内容以最后一次为准，其余内容保留。"
    ]


def test_two_confidences_of_a_day_are_no_fall() -> None:
    told = of_one_day({"value": 31, "confidence": 8}, {"delta": 1, "confidence": 5})
    found = team(record(CALLS, checkins=told), "2026-02-06").states[0, 0]
    assert (found.confidence, found.confidence_change, found.codes) == (5, None, [])


@pytest.mark.parametrize(
    ("language", "note"),
    [
        ("en", "the change that was told after a value was added to it."),
        ("zh-Hans", "数值之后所写的变化量已累加到该数值上。"),
        ("zh-Hant", "數值之後所寫的變化量已累加到該數值上。"),
    ],
)
def test_what_was_added_is_told_as_added(language: str, note: str) -> None:
    told = of_one_day({"value": 31}, {"delta": 4})
    [found] = sum_up(record(CALLS, checkins=told), language=language).notes
    assert found.endswith(note)


def test_the_due_day_of_a_next_step_goes_with_it() -> None:
    told = of_one_day(
        {"value": 31, "next_action": "Call them", "due": "2026-02-20"},
        {"next_action": "Write to them"},
    )
    [text] = texts(sum_up(record(CALLS, checkins=told)), 13)
    assert "2026-02-20" not in text
    told[1] = {"date": "2026-02-05", "comment": "Two said yes"}
    [text] = texts(sum_up(record(CALLS, checkins=told)), 13)
    assert "for 2026-02-20" in text
