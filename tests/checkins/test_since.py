"""What is compared with something older than a week says with what; wins and headline agree."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.models import Language
from assistant.models.summary import Code
from tests.checkins.cycles import record, state
from tests.checkins.test_weeks import texts, told

CYCLE = {"name": "2026-Q4", "start": "2026-10-01", "end": "2026-12-31"}
WAIT = {"text": "Median wait from 55 to 30 min", "baseline": 55, "target": 30, "unit": "min"}
QUEUE = {"text": "排队时间从 55 分钟降到 30 分钟", "baseline": 55, "target": 30, "unit": "分钟"}
AS_OF = "2026-11-14"
EN, ZH = Language.EN, Language.ZH_HANS


def made(goal: dict[str, Any], *said: tuple[str, dict[str, Any]]) -> Any:
    checkins = [{"date": day, **what} for day, what in said]
    return record(goal, checkins=checkins, cycle=CYCLE)


def silent_month(goal: dict[str, Any]) -> Any:
    """Worse than its baseline, then nothing for four weeks, then better."""
    values = (("2026-10-09", 55), ("2026-10-16", 61), ("2026-11-13", 48))
    return made(goal, *((day, {"value": value}) for day, value in values))


@pytest.mark.parametrize(
    ("goal", "language", "win", "headline"),
    [
        (
            WAIT,
            EN,
            "progress up 28 pp to 28% since 2026-10-16.",
            "(+28 pp on what was known a week ago)",
        ),
        (
            QUEUE,
            ZH,
            "自 2026-10-16 以来进度上升 28 个百分点，到 28%。",
            "较一周前所知 +28 个百分点",
        ),
    ],
)
def test_a_rise_is_told_since_the_value_that_it_is_measured_from(
    goal: dict[str, Any], language: Language, win: str, headline: str
) -> None:
    summary = told(silent_month(goal), language, as_of=AS_OF)
    assert texts(summary, 12)[0].endswith(win)
    assert headline in texts(summary, 3)[0]
    assert summary.headline.progress_change == pytest.approx(0.28)
    assert any("KR1.1" in note and "2026-10-16" in note for note in summary.notes)


@pytest.mark.parametrize(
    ("goal", "language", "headline"),
    [(WAIT, EN, "(+20 pp on last week)"), (QUEUE, ZH, "（较上周 +20 个百分点）")],
)
def test_a_rise_on_last_week_is_told_as_such(
    goal: dict[str, Any], language: Language, headline: str
) -> None:
    weekly = made(goal, ("2026-11-06", {"value": 46}), ("2026-11-13", {"value": 41}))
    summary = told(weekly, language, as_of=AS_OF)
    assert headline in texts(summary, 3)[0]
    assert "2026-11-06" in texts(summary, 12)[0]
    assert not [note for note in summary.notes if "2026-11-06" in note]


def test_who_is_still_behind_the_baseline_has_no_win() -> None:
    values = made(WAIT, ("2026-11-06", {"value": 70}), ("2026-11-13", {"value": 60}))
    assert texts(told(values, as_of=AS_OF), 12) == []


def confidences(goal: dict[str, Any], *days: str, low: int) -> Any:
    said = zip(days, (8, low), strict=True)
    told_on = [(day, {"value": 54, "confidence": c}) for day, c in said]
    return made(goal, *told_on, ("2026-11-13", {"value": 50}))


@pytest.mark.parametrize(
    ("goal", "language", "reason"),
    [(WAIT, EN, "confidence fell on 2026-10-23"), (QUEUE, ZH, "2026-10-23 信心下降")],
)
def test_a_fall_of_confidence_that_is_weeks_old_says_so(
    goal: dict[str, Any], language: Language, reason: str
) -> None:
    old = confidences(goal, "2026-10-16", "2026-10-23", low=5)
    assert Code.CONF_DROP in state(old, AS_OF).codes
    summary = told(old, language, as_of=AS_OF)
    assert reason in texts(summary, 4)[0]
    assert "2026-10-23" in texts(summary, 6)[0]


@pytest.mark.parametrize(
    ("goal", "language", "reasons"),
    [
        (WAIT, EN, "confidence fell on 2026-10-23, confidence became low on 2026-10-23"),
        (QUEUE, ZH, "2026-10-23 信心下降、2026-10-23 信心转低"),
    ],
)
def test_a_confidence_that_became_low_weeks_ago_says_so(
    goal: dict[str, Any], language: Language, reasons: str
) -> None:
    old = confidences(goal, "2026-10-16", "2026-10-23", low=3)
    assert reasons in texts(told(old, language, as_of=AS_OF), 4)[0]


@pytest.mark.parametrize(
    ("goal", "language", "reason"), [(WAIT, EN, "confidence fell"), (QUEUE, ZH, "信心下降")]
)
def test_a_fall_of_this_week_needs_no_day(
    goal: dict[str, Any], language: Language, reason: str
) -> None:
    fresh = confidences(goal, "2026-11-06", "2026-11-12", low=5)
    attention = texts(told(fresh, language, as_of=AS_OF), 4)[0]
    assert reason in attention
    assert "2026-11" not in attention
