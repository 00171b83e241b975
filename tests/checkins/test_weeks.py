"""Weeks that break naive tools, worked out by hand."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from assistant.checkins.summary.composing import summarise
from assistant.models import Language
from assistant.models.summary import Code, Shown, Summary
from tests.checkins.cycles import LIMITS, record, state

DAYS = {"text": "退货处理从 20 天缩短到 10 天", "baseline": 20, "target": 10, "unit": "天"}
USERS = {"text": "周活跃从 100 人增至 500 人", "baseline": 100, "target": 500, "unit": "人"}
NPS = {"text": "NPS 从 20 提升到 35", "baseline": 20, "target": 35}
WEEK_6 = "2026-02-06"


def weekly(*values: float, **more: Any) -> list[dict[str, Any]]:
    """Check-ins from 2026-01-02 on, a week apart."""
    days = (date(2026, 1, 2) + timedelta(days=7 * week) for week in range(len(values)))
    return [{"date": str(d), "value": v, **more} for d, v in zip(days, values, strict=True)]


def told(made: Any, language: Language = Language.EN, as_of: str = WEEK_6) -> Summary:
    return summarise(made, as_of=date.fromisoformat(as_of), limits=LIMITS, language=language)


def texts(summary: Summary, block: int) -> list[str]:
    return [item.text for one in summary.blocks if one.block == block for item in one.items]


@pytest.mark.parametrize(
    ("text", "baseline", "target", "said", "value", "unit", "progress"),
    [
        ("Cut handling time", 20, 10, "15 days", 15, "days", 0.5),
        ("收入从2000提升到3000", 2000, 3000, "2,600万元", 2600, "万元", 0.6),
        ("營收從2000提升到3000", 2000, 3000, "2,600萬元", 2600, "萬元", 0.6),
    ],
)
def test_a_value_with_a_unit_is_in_the_unit_of_a_goal_that_names_none(
    text: str,
    baseline: float,
    target: float,
    said: str,
    value: float,
    unit: str,
    progress: float,
) -> None:
    goal = {"text": text, "baseline": baseline, "target": target}
    found = state(record(goal, checkins=[{"date": "2026-02-05", "value": said}]), WEEK_6)
    assert (found.value, found.unit, found.progress) == (value, unit, progress)


def test_a_measured_baseline_keeps_the_number_that_was_typed() -> None:
    goal = {"text": "Measure refund time", "kind": "baseline"}
    found = state(record(goal, checkins=[{"date": "2026-02-05", "value": "3 days"}]), WEEK_6)
    assert (found.value, found.unit, found.progress) == (3, "days", 1)


def test_a_share_of_a_milestone_is_no_unit() -> None:
    goal = {"text": "上线自助退货", "kind": "milestone"}
    found = state(record(goal, checkins=[{"date": "2026-02-05", "value": "60%"}]), WEEK_6)
    assert (found.value, found.unit, found.progress) == (0.6, None, 0.6)


@pytest.mark.parametrize(
    ("language", "start"), [(Language.EN, "KR1.1"), (Language.ZH_HANS, "KR1.1")]
)
def test_a_drop_is_told_with_what_was_said_that_day(language: Language, start: str) -> None:
    """A week later something else was said, of which nobody said that it was the reason."""
    checkins = [
        {"date": "2026-01-23", "value": 18, "confidence": 8},
        {"date": "2026-01-30", "value": 17, "confidence": 4, "comment": "供应商退出"},
        {"date": "2026-02-06", "value": 15, "comment": "新供应商已签约"},
    ]
    summary = told(record(DAYS, checkins=checkins), language)
    drop = next(item for one in summary.blocks if one.block == 6 for item in one.items)
    assert drop.text.startswith(start)
    assert drop.quote == "供应商退出"
    cited = [fact for fact in summary.facts if fact.fact_id in drop.facts]
    assert ("供应商退出", "checkin 2026-01-30") in [(fact.value, fact.source) for fact in cited]


def test_a_drop_whose_day_says_nothing_has_no_reason() -> None:
    checkins = [
        {"date": "2026-01-23", "value": 18, "confidence": 8},
        {"date": "2026-01-30", "value": 17, "confidence": 4},
        {"date": "2026-02-06", "value": 15, "comment": "新供应商已签约"},
    ]
    assert texts(told(record(DAYS, checkins=checkins)), 6)[0].endswith("no reason given.")


def test_a_target_that_was_eased_without_its_old_value_is_eased() -> None:
    """The set still holds what it was before."""
    change = {"date": "2026-02-03", "field": "target", "new": 300}
    made = record(USERS, checkins=weekly(120, 150, 180, 200, 220, 240), changes=[change])
    assert Code.TARGET_EASED in state(made, WEEK_6).codes
    assert "由 500人 放宽为 300人" in texts(told(made, Language.ZH_HANS), 15)[0]
    old = next(fact for fact in told(made).facts if fact.kind == "change0_old")
    assert (old.value, old.source) == (500, "set")


def test_a_set_that_was_brought_up_to_date_says_nothing_of_what_was_before() -> None:
    change = {"date": "2026-02-03", "field": "target", "new": 300}
    made = record({**USERS, "target": 300}, checkins=weekly(120, 150), changes=[change])
    assert Code.TARGET_EASED not in state(made, WEEK_6).codes
    assert "changed from unknown to 300人" in texts(told(made), 15)[0]


def test_what_is_reached_because_it_was_eased_is_told_as_such() -> None:
    change = {"date": "2026-02-05", "field": "target", "old": 500, "new": 240}
    made = record(USERS, checkins=weekly(120, 150, 180, 200, 220, 240), changes=[change])
    assert texts(told(made), 12)[0].endswith("the eased target is reached.")
    assert texts(told(made, Language.ZH_HANS), 5)[0].endswith("已达成放宽后的目标，240人。")


@pytest.mark.parametrize("values", [(20, 20, 20, 20, 20, 20)])
def test_a_lagging_metric_that_rests_as_planned_is_not_alarming(values: tuple[float, ...]) -> None:
    plan = [{"date": "2026-03-01", "progress": 0.0}, {"date": "2026-03-31", "progress": 1.0}]
    checkins = weekly(*values, status="on_track")
    found = state(record({**NPS, "plan": plan}, checkins=checkins), WEEK_6)
    assert (found.shown, found.unmoved, found.codes) == (Shown.ON_TRACK, False, [])
    without = state(record(NPS, checkins=checkins), WEEK_6)
    assert {Code.UNMOVED, Code.DIVERGENT, Code.TREND_DOWN} <= set(without.codes)


def test_a_metric_that_rests_while_its_plan_moves_is_unmoved() -> None:
    plan = [{"date": "2026-03-31", "progress": 1.0}]
    found = state(record({**NPS, "plan": plan}, checkins=weekly(20, 20, 20, 20, 20, 20)), WEEK_6)
    assert {Code.UNMOVED, Code.TREND_DOWN} <= set(found.codes)


def test_a_reached_target_is_not_told_to_be_missed_unless_it_is_being_lost() -> None:
    share = {"text": "解决率从 40% 提升到 60%", "baseline": 40, "target": 60, "unit": "%"}
    late = (42, 43, 44, 45, 46, 47, 47, 48, 48, 49, 55, 60)
    jumped = state(record(share, checkins=weekly(*late)), "2026-03-31")
    losing = state(record(share, checkins=weekly(68, 66, 65, 63, 62, 60)), WEEK_6)
    assert jumped.forecast is not None
    assert jumped.forecast.progress < 1
    assert Code.TREND_DOWN not in jumped.codes
    assert Code.TREND_DOWN in losing.codes


def test_no_way_between_baseline_and_target_is_told_and_nobody_is_blamed_for_too_few() -> None:
    same = {"text": "投诉每月 12 件", "baseline": 12, "target": 12, "unit": "件"}
    summary = told(record(same, checkins=weekly(12, 12, 12, 12, 12, 12)), Language.ZH_HANS)
    assert summary.notes == ["KR1.1：目标值与基线相同，无法推算进度。"]
    assert texts(summary, 9) == []


def test_weights_that_sum_to_one_are_not_said_to_be_rescaled() -> None:
    """The progress of the second is unknown, so the first counts alone; its weight is fine."""
    checkins = [{"date": "2026-02-05", "value": 15}]
    made = record({**DAYS, "weight": 0.6}, {**NPS, "weight": 0.4}, checkins=checkins)
    assert told(made).notes == ["O1: progress is known of 1 of 2 key results."]


def test_a_missing_weight_is_told_as_what_it_is() -> None:
    checkins = [{"date": "2026-02-05", "value": 15}]
    made = record({**DAYS, "weight": 0.6}, NPS, checkins=checkins)
    assert told(made).notes[0] == "O1: a weight is missing, so all its key results count the same."
    assert told(made, Language.ZH_HANS).notes[0].startswith("O1：有关键结果没有写明权重")


def test_the_value_of_a_set_is_of_no_day_and_so_not_last_weeks() -> None:
    """20 to 10, 16 in the set: 40 %; a week ago it is unknown, and not the same."""
    summary = told(record({**DAYS, "current": 16}))
    assert summary.headline.mean_progress == 0.4
    assert summary.headline.progress_change is None


@pytest.mark.parametrize(
    ("language", "note"),
    [
        (
            Language.EN,
            "A week ago the progress of these was unknown, so their share of the change of the mean"
            " is no movement of this week: KR1.2.",
        ),
        (
            Language.ZH_HANS,
            "以下关键结果一周前进度未知，平均进度的变化中有一部分来自它们：KR1.2。",
        ),
    ],
)
def test_a_mean_that_moved_because_more_is_known_says_so(language: Language, note: str) -> None:
    """100 % of one, then 100 % and 0 % of two: nothing fell by 50 points."""
    checkins = [
        {"date": "2026-01-29", "value": 10},
        {"date": "2026-02-05", "key_result": 1, "value": 20},
    ]
    summary = told(record(DAYS, NPS, checkins=checkins), language)
    assert summary.headline.progress_change == -0.5
    assert summary.notes == [note]


def test_half_a_percent_is_rounded_as_people_round() -> None:
    checkins = [{"date": "2026-02-05", "value": 13.75}]
    assert "63%" in texts(told(record(DAYS, checkins=checkins)), 3)[0]


def test_before_and_after_its_days_a_cycle_is_told_as_such() -> None:
    made = record(DAYS, checkins=weekly(19, 18))
    early = told(made, as_of="2025-12-20")
    assert texts(early, 1) == [
        "退货组, 2026-Q1: the cycle begins on 2026-01-01. As of 2025-12-20; no entry yet."
    ]
    late = told(made, Language.ZH_HANS, as_of="2026-04-05")
    assert texts(late, 2) == ["已没有需要更新的关键结果。"]


def test_weeks_are_written_as_in_taiwan() -> None:
    made = record(DAYS, checkins=weekly(20, 18, 18, 18, 18, 18))
    text = told(made, Language.ZH_HANT).markdown
    assert "第 6 週，共 13 週" in text
    assert "已 4 週沒有變化" in text


@pytest.mark.parametrize(
    ("language", "run"),
    [(Language.EN, "confidence 7 → 6 → 5.5 → 5, no reason"), (Language.ZH_HANT, "信心 7→6→5.5→5")],
)
def test_a_run_of_falls_is_told_from_its_beginning(language: Language, run: str) -> None:
    days = ("2026-01-09", "2026-01-16", "2026-01-23", "2026-01-30", "2026-02-06")
    values = zip(days, (7, 7, 6, 5.5, 5), strict=True)
    goal = {"text": "退货按时处理", "baseline": 54, "target": 90, "unit": "%"}
    checkins = [{"date": day, "value": 70, "confidence": c} for day, c in values]
    assert run in texts(told(record(goal, checkins=checkins), language), 6)[0]
