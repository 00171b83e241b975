"""What a summary makes of entries that do not count, or are hard to believe."""

from __future__ import annotations

import pytest

from assistant.models.summary import Code
from tests.checkins.cycles import record
from tests.checkins.test_summary import METRIC, block, sum_up, texts, weekly


def test_a_check_in_outside_the_cycle_is_told_and_does_not_count() -> None:
    made = record(METRIC, checkins=[*weekly(57, 61), {"date": "2025-12-12", "value": 88}])
    summary = sum_up(made, "2026-01-16")
    assert summary.key_results[0].value == 61
    assert "KR1.1, 2025-12-12: this check-in lies outside the cycle, so it is not counted." in (
        summary.notes
    )
    late = record(METRIC, checkins=[*weekly(57, 61), {"date": "2026-04-02", "value": 88}])
    closed = sum_up(late, "2026-04-03", "zh-Hans")
    assert closed.key_results[0].value == 61
    assert "KR1.1，2026-04-02：这次更新不在周期之内，未计入。" in closed.notes


def test_a_key_result_that_only_lacks_an_owner_is_told_later_and_needs_no_attention() -> None:
    values = weekly(57, 61, 66, 70, 74, status="on_track")
    summary = sum_up(record(METRIC, checkins=values, owner=None))
    assert block(summary, 4) == []
    assert Code.NO_OWNER in summary.key_results[0].codes
    assert texts(summary, 8) == [
        "KR1.1 Returns refunded within 3 days: nobody is named as its owner."
    ]


def test_a_key_result_that_is_blocked_is_no_win() -> None:
    values = weekly(57, 58, 59, 60, 74)
    assert block(sum_up(record(METRIC, checkins=values)), 12)
    values[-1]["blocker"] = "The carrier stops collecting on Friday"
    assert block(sum_up(record(METRIC, checkins=values)), 12) == []


@pytest.mark.parametrize(
    ("last", "told", "language"),
    [
        (960, "KR1.1, 2026-02-06: is 960% right? Before it stood at 60%.", "en"),
        (0.6, "KR1.1，2026-02-06：0.6% 是否有误？此前为 60%。", "zh-Hans"),
        (0.6, "KR1.1，2026-02-06：0.6% 是否有誤？此前為 60%。", "zh-Hant"),
    ],
)
def test_a_value_that_is_hard_to_believe_is_asked_about(
    last: float, told: str, language: str
) -> None:
    summary = sum_up(record(METRIC, checkins=weekly(57, 58, 59, 60, last)), language=language)
    assert summary.notes[0].startswith(told)
    assert block(summary, 12) == []


def test_a_start_from_nothing_is_believed() -> None:
    sales = {"text": "Orders from 0 to 5,000", "baseline": 0, "target": 5000}
    assert sum_up(record(sales, checkins=weekly(1, 40, 900, 2000, 5600))).notes == []


def test_thresholds_are_told_in_words_at_the_end() -> None:
    told = sum_up(record(METRIC, checkins=weekly(57))).markdown
    assert "on track up to this far behind the expected progress | 10% |" in told
    assert "on_track_gap" not in told.replace("\\_", "_")


def test_a_closed_key_result_that_ended_worse_than_it_began_is_told() -> None:
    made = record(METRIC, checkins=weekly(57, 50, 48))
    assert texts(sum_up(made, "2026-04-03"), 8) == [
        "KR1.1 Returns refunded within 3 days: 48% is worse than the baseline of 54%."
    ]
