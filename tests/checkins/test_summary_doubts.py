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


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
def test_a_value_in_doubt_counts_in_no_figure(language: str) -> None:
    believed = sum_up(record(METRIC, checkins=weekly(57, 60, 63, 66)), language=language)
    doubted = sum_up(record(METRIC, checkins=weekly(57, 60, 63, 66, 960)), language=language)
    assert doubted.key_results[0].forecast == believed.key_results[0].forecast
    assert doubted.key_results[0].progress == 0.3333
    assert doubted.headline.mean_progress == doubted.objectives[0].progress == 0.3333
    assert all("960" not in text for n in range(5, 16) for text in texts(doubted, n))
    behind = sum_up(record(METRIC, checkins=weekly(54, 55, 55, 55, 960)), language=language)
    told = {"en": ", 960% in doubt and not counted", "zh-Hans": "，960% 存疑未计入"}
    assert told.get(language, "，960% 存疑未計入") in texts(behind, 4)[0]


@pytest.mark.parametrize("day", ["2026-02-06", "2026-02-12"])
def test_a_value_that_is_said_once_more_is_believed(day: str) -> None:
    orders = {"text": "Orders a day", "baseline": 20, "target": 60}
    again = {"date": day, "value": 1500}
    made = record(orders, checkins=[*weekly(24, 27, 30, 33, 1500), again])
    summary = sum_up(made, "2026-02-12")
    assert (summary.key_results[0].value, summary.key_results[0].progress) == (1500, 37)
    assert not any("1,500" in note for note in summary.notes)


def test_a_value_of_another_unit_is_asked_about_as_it_was_typed_and_in_one_note() -> None:
    latency = {"text": "P95 latency of the checkout", "baseline": 800, "target": 300, "unit": "ms"}
    summary = sum_up(record(latency, checkins=weekly(780, 700, 650, "800 days")))
    assert summary.key_results[0].value == 650
    assert summary.notes == [
        "KR1.1, 2026-01-30: is “800 days” (69,120,000,000 ms) right? Before it stood at 650 ms. It "
        "does not count, neither in progress nor in the forecast, until a check-in of that day "
        "corrects it or another one says about the same."
    ]
    chinese = sum_up(record(latency, checkins=weekly(780, 700, 650, "800 天")), language="zh-Hans")
    assert len(chinese.notes) == 1
    assert chinese.notes[0].startswith(
        "KR1.1，2026-01-30：“800 天”，即 69,120,000,000 ms 是否有误？"
    )


@pytest.mark.parametrize(
    ("text", "values", "value", "note"),
    [
        ("Interviews held", (5, 10, "45%"), 10, "“45%” is in percent, the key result is not"),
        ("访谈客户数", (5, 10, "45%"), 10, "“45%” is in percent, the key result is not"),
        ("Interviews held", ("45%", "50%"), None, "“45%” is in percent, the key result is not"),
        ("Share of clinics that answer", ("5%", "10%"), 10, None),
        ("客户续约率", ("5%",), 5, None),
    ],
)
def test_a_percentage_counts_only_of_what_is_a_share(
    text: str, values: tuple[object, ...], value: float | None, note: str | None
) -> None:
    goal = {"text": text, "baseline": 0, "target": 40}
    summary = sum_up(record(goal, checkins=weekly(*values)))
    assert summary.key_results[0].value == value
    assert any(note in one for one in summary.notes) if note else not summary.notes


def test_a_share_without_a_unit_is_one_where_it_is_told_in_percent_every_time() -> None:
    goal = {"text": "准时交付", "baseline": 82, "target": 96}
    assert sum_up(record(goal, checkins=weekly("83%"))).key_results[0].value is None
    found = sum_up(record(goal, checkins=weekly("83%", "86%"))).key_results[0]
    assert (found.value, found.unit) == (86, "%")


def test_a_forecast_is_held_to_what_the_metric_can_be() -> None:
    share = sum_up(record(METRIC, checkins=weekly(75, 80, 85, 90))).key_results[0].forecast
    assert share is not None
    assert (share.value, share.high, share.progress) == (100, 100, 1.2778)
    faults = {"text": "客诉件数", "baseline": 40, "target": 20, "unit": "件"}
    found = sum_up(record(faults, checkins=weekly(36, 30, 20, 8))).key_results[0].forecast
    assert found is not None
    assert (found.value, found.low) == (0, 0)


def test_what_stands_still_after_a_value_in_doubt_is_unmoved() -> None:
    values = weekly(57, 57, 57, 57, 57)
    values[0]["value"] = 960
    later = [{"date": day, "value": 57} for day in ("2026-02-13", "2026-02-20")]
    summary = sum_up(record(METRIC, checkins=[*values, *later]), "2026-02-20")
    assert summary.key_results[0].unmoved
    assert (
        not sum_up(record(METRIC, checkins=[*weekly(960, 57, 57, 57, 960)])).key_results[0].unmoved
    )


def test_a_maintained_metric_is_doubted_beside_its_band() -> None:
    uptime = {"text": "系统可用率", "kind": "maintain", "band": {"min": 99}, "unit": "%"}
    summary = sum_up(record(uptime, checkins=weekly(99.5, 99.2, 98, 99.9, 995)), language="zh-Hans")
    assert (summary.key_results[0].value, summary.key_results[0].in_band) == (99.9, True)
    assert summary.notes[0].startswith("KR1.1，2026-02-06：995% 是否有误？此前为 99.9%。")


def test_a_change_is_held_against_a_value_that_was_told_before() -> None:
    """The first message of a running cycle tells a change on a week that nobody wrote down."""
    first = {"date": "2026-01-23", "value": 66, "delta": -1}
    known = [{"date": "2026-01-16", "value": 64}, first]
    later = [{"date": "2026-01-09", "value": 64}, first]
    for checkins, count in (([first], 0), (known, 1), (later, 1)):
        told = sum_up(record(METRIC, checkins=checkins), "2026-01-23").notes
        assert sum("the change that was stated" in one for one in told) == count
