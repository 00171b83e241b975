"""Key results over a cycle: the cases that break naive tools."""

import pytest

from assistant.models.summary import Code, Shown
from tests.checkins.cycles import record, state, team

METRIC = {"text": "Returns refunded within 3 days", "baseline": 54, "target": 90, "unit": "%"}


def weekly(*values: float | str | None, **fields: object) -> list[dict[str, object]]:
    days = ("2026-01-09", "2026-01-16", "2026-01-23", "2026-01-30", "2026-02-06", "2026-02-13")
    return [{"date": d, "value": v, **fields} for d, v in zip(days, values, strict=False)]


def test_a_key_result_ahead_of_its_pace_is_on_track() -> None:
    found = state(record(METRIC, checkins=weekly(57, 61, 63, 67, 70.5)), "2026-02-06")
    assert (found.progress, found.expected, found.gap) == (0.4583, 0.4045, -0.0538)
    assert (found.pace, found.shown, found.days_since) == ("on_track", "on_track", 0)
    assert found.progress_change == pytest.approx(0.0972)


def test_a_metric_that_shall_fall_counts_the_way_down() -> None:
    falls = {"text": "Calls about returns per week", "baseline": 310, "target": 120}
    found = state(record(falls, checkins=weekly(300, 290, 272, 253)), "2026-02-01")
    assert (found.progress, found.pace, found.codes) == (0.3, "on_track", [])


def test_a_value_beyond_the_target_keeps_its_number_and_counts_as_all_in_the_mean() -> None:
    found = team(record(METRIC, checkins=weekly(93.6)), "2026-01-12")
    assert found.states[0, 0].progress == 1.1
    assert found.objectives[0].progress == 1


def test_a_value_behind_the_baseline_went_back_and_counts_as_nothing_in_the_mean() -> None:
    found = team(record(METRIC, checkins=weekly(50.4)), "2026-01-12")
    assert found.states[0, 0].progress == -0.1
    assert Code.WENT_BACK in found.states[0, 0].codes
    assert found.objectives[0].progress == 0


def test_where_target_and_baseline_are_one_progress_is_unknown() -> None:
    flat = {"text": "Refunds in time", "baseline": 90, "target": 90, "kind": "metric"}
    found = state(record(flat, checkins=weekly(90, 90)), "2026-02-06")
    assert (found.progress, found.pace, found.gap) == (None, None, None)


def test_without_a_baseline_progress_is_unknown_and_the_code_says_why() -> None:
    made = record({"text": "新增签约门店", "target": 40}, checkins=weekly(10))
    found = state(made, "2026-01-12")
    assert (found.value, found.progress, found.shown) == (10, None, "unknown")
    assert found.codes == [Code.NO_BASELINE]


def test_a_maintained_metric_is_judged_by_its_band_and_never_paced() -> None:
    kept = {"text": "准时率", "kind": "maintain", "band": {"min": 92, "max": 100}, "unit": "%"}
    well = state(record(kept, checkins=weekly(93, 94, 93, 95, 94)), "2026-02-06")
    ill = state(record(kept, checkins=weekly(93, 94, 93, 95, 91)), "2026-02-06")
    assert (well.in_band, well.shown, well.progress, well.pace) == (True, "on_track", None, None)
    assert (ill.in_band, ill.shown, ill.forecast, ill.unmoved) == (False, "off_track", None, False)


def test_a_milestone_has_no_pace_unless_its_stages_are_dated() -> None:
    stages = [{"name": "草案", "value": 0.5}, {"name": "上线", "value": 1}]
    made = record({"text": "新的退货页面", "stages": stages}, checkins=weekly("草案"))
    found = state(made, "2026-01-16")
    assert (found.progress, found.pace, found.shown) == (0.5, None, "unknown")
    dated = [{**stages[0], "due": "2026-01-10"}, {**stages[1], "due": "2026-03-20"}]
    made = record({"text": "新的退货页面", "stages": dated}, checkins=weekly(None, 0.2))
    found = state(made, "2026-01-16")
    assert (found.expected, found.gap, found.pace) == (0.5, 0.3, "off_track")


def test_a_baseline_is_done_when_a_value_is_recorded() -> None:
    first = {"text": "Establish how many returns are damaged", "kind": "baseline"}
    assert state(record(first, checkins=weekly(None)), "2026-01-09").progress is None
    found = state(record(first, checkins=weekly(None, 4.1)), "2026-01-16")
    assert (found.progress, found.pace, found.shown) == (1.0, None, "on_track")


def test_in_week_one_there_is_no_pace() -> None:
    found = state(record(METRIC, checkins=[{"date": "2026-01-06", "value": 54}]), "2026-01-07")
    assert (found.expected, found.gap, found.pace, found.shown) == (None, None, None, "unknown")


def test_a_lagging_metric_with_a_plan_is_not_late() -> None:
    plan = [{"date": "2026-03-15", "progress": 0.1}]
    made = record({**METRIC, "plan": plan}, checkins=weekly(54, 54, 55, 55, 56))
    found = state(made, "2026-02-06")
    assert found.expected == pytest.approx(0.0493, abs=1e-4)
    assert (found.pace, found.divergent) == ("on_track", False)


def test_late_in_the_cycle_less_than_half_is_at_risk_whatever_the_plan() -> None:
    made = record(
        {**METRIC, "plan": [{"date": "2026-03-20", "progress": 0.3}]},
        checkins=[{"date": "2026-03-06", "value": 63}],
    )
    found = state(made, "2026-03-06")
    assert found.pace == "at_risk"
    assert Code.LATE_LOW in found.codes


def test_the_later_check_in_of_a_day_corrects_the_earlier_one() -> None:
    typed_wrongly = [{"date": "2026-01-09", "value": 570}, {"date": "2026-01-09", "value": 57}]
    found = team(record(METRIC, checkins=typed_wrongly), "2026-01-09")
    assert found.states[0, 0].value == 57
    assert [one.value for one in found.log.corrected] == [570]


def test_what_comes_after_the_cut_off_does_not_count() -> None:
    made = record(METRIC, checkins=weekly(57, 61, 63))
    found = team(made, "2026-01-17")
    assert (found.states[0, 0].value, found.log.later) == (61, 1)


@pytest.mark.parametrize(
    ("delta", "value"),
    [(3, 60), ("3 个百分点", 60), ("3pp", 60), ("-2%", 55), ("3 days", None), (None, None)],
)
def test_a_delta_adds_to_the_last_known_value(delta: object, value: float | None) -> None:
    made = record(
        METRIC,
        checkins=[
            {"date": "2026-01-09", "value": 57},
            {"date": "2026-01-16", "comment": "no figure this week"},
            {"date": "2026-01-23", "delta": delta},
        ],
    )
    assert state(made, "2026-01-23").value == (57 if value is None else value)


def test_five_percent_more_of_a_count_is_of_an_unknown_base() -> None:
    stores = {"text": "Signed stores", "baseline": 100, "target": 200}
    made = record(stores, checkins=[{"date": "2026-01-09", "delta": "5%"}])
    assert state(made, "2026-01-09").value is None


def test_values_with_units_of_any_size_are_one_amount() -> None:
    sales = {"text": "季度营收", "baseline": "8,000万元", "target": "1.2亿元"}
    for written in ("9,300万元", "0.93亿元", "93000000元"):
        found = state(record(sales, checkins=weekly(written)), "2026-01-12")
        assert (found.value, found.unit, found.progress) == (0.93, "亿元", 0.325)
    bare = state(record(sales, checkins=weekly(9300)), "2026-01-12")
    assert (bare.value, bare.progress) == (None, None)


def test_a_value_in_a_unit_that_does_not_fit_is_unknown() -> None:
    found = state(record(METRIC, checkins=weekly("3 days")), "2026-01-12")
    assert (found.value, found.progress) == (None, None)


def test_an_eased_target_is_in_force_and_told_for_the_rest_of_the_cycle() -> None:
    made = record(
        METRIC,
        checkins=weekly(57, 60, 63),
        changes=[
            {"date": "2026-01-20", "field": "target", "old": 90, "new": 72, "reason": "供应商停产"},
            {"date": "2026-01-21", "field": "owner", "old": "周敏", "new": "李雷"},
        ],
    )
    before, after = state(made, "2026-01-19"), state(made, "2026-03-01")
    assert (before.target, before.codes) == (90, [])
    assert (after.target, after.progress, after.owner) == (72, 0.5, "李雷")
    assert Code.TARGET_EASED in after.codes


def test_before_a_change_its_old_value_was_in_force() -> None:
    made = record(
        {**METRIC, "target": 72},
        changes=[{"date": "2026-02-20", "field": "target", "old": 90, "new": 72}],
    )
    assert state(made, "2026-02-01").target == 90
    assert state(made, "2026-02-20").target == 72


def test_a_harder_target_is_not_eased() -> None:
    made = record(METRIC, changes=[{"date": "2026-01-20", "field": "target", "old": 90, "new": 95}])
    assert Code.TARGET_EASED not in state(made, "2026-02-01").codes


def test_said_on_track_while_the_pace_is_off_is_divergent() -> None:
    made = record(METRIC, checkins=weekly(54, 54, 54, 55, 55, status="on_track"))
    found = state(made, "2026-02-06")
    assert (found.reported, found.pace, found.shown) == ("on_track", "off_track", "off_track")
    assert found.divergent
    assert Code.DIVERGENT in found.codes


def test_four_weeks_without_movement_are_unmoved_even_when_ahead() -> None:
    made = record(METRIC, checkins=weekly(70, 70, 70, 70, 70, status="on_track"))
    early, late = state(made, "2026-02-05"), state(made, "2026-02-06")
    assert (early.unmoved, late.unmoved, late.divergent) == (False, True, True)


def test_nothing_is_unmoved_once_its_target_is_reached() -> None:
    made = record(METRIC, checkins=weekly(90, 90, 90, 90, 90))
    assert not state(made, "2026-02-06").unmoved


def test_a_forecast_takes_four_values_over_three_weeks() -> None:
    values = weekly(57, 60, 63, 66)
    assert state(record(METRIC, checkins=values[:3]), "2026-01-23").forecast is None
    found = state(record(METRIC, checkins=values), "2026-01-30").forecast
    assert found is not None
    assert (found.points, found.progress, found.value) == (4, 1.0476, 91.7143)
    assert found.low == pytest.approx(found.high, abs=0.001)


def test_a_trend_below_the_target_is_told_by_progress_and_not_by_value() -> None:
    made = record(METRIC, checkins=weekly(55, 56, 57, 58))
    found = state(made, "2026-01-30")
    assert found.forecast is not None
    assert found.forecast.progress < 0.7
    assert Code.TREND_DOWN in found.codes
    falls = {"text": "Calls", "baseline": 310, "target": 120}
    well = state(record(falls, checkins=weekly(290, 265, 240, 215)), "2026-01-30")
    assert Code.TREND_DOWN not in well.codes


def test_an_aspirational_objective_may_land_at_seven_tenths() -> None:
    values = weekly(56, 58.5, 61, 63)
    committed = state(record(METRIC, checkins=values, kind="committed"), "2026-01-30")
    aspires = state(record(METRIC, checkins=values, kind="aspirational"), "2026-01-30")
    assert committed.forecast == aspires.forecast
    assert Code.TREND_DOWN in committed.codes
    assert Code.TREND_DOWN not in aspires.codes


def test_silence_outweighs_what_was_last_said_and_the_end_outweighs_silence() -> None:
    made = record(METRIC, checkins=weekly(70, status="on_track"))
    days = ("2026-01-19", "2026-01-20", "2026-01-23", "2026-01-24", "2026-04-01")
    found = [state(made, day).shown for day in days]
    assert found == ["on_track", "outdated", "outdated", "stalled", "closed"]


def test_a_team_of_which_nobody_ever_checked_in_is_silent_from_the_start_of_the_cycle() -> None:
    shown = [state(record(METRIC), day).shown for day in ("2026-01-08", "2026-01-12", "2026-02-20")]
    assert shown == [Shown.UNKNOWN, Shown.OUTDATED, Shown.STALLED]


def test_nobody_has_to_check_in_what_is_closed() -> None:
    made = record({**METRIC, "closed_on": "2026-01-20"}, checkins=weekly(90))
    assert state(made, "2026-01-19").shown == "on_track"
    assert state(made, "2026-01-20").shown == "closed"


def test_unknown_is_unknown_without_any_check_in() -> None:
    found = team(record(METRIC), "2026-01-05").states[0, 0]
    assert (found.progress, found.confidence, found.days_since) == (None, None, None)
    assert found.shown == "unknown"


def test_a_cycle_may_be_known_by_its_name_alone() -> None:
    made = record(METRIC, checkins=weekly(57), cycle={"name": "2026-Q1"})
    assert state(made, "2026-02-06").expected == 0.4045


def test_without_a_cycle_nothing_is_paced() -> None:
    made = record(METRIC, checkins=weekly(57), cycle={"name": "春季"})
    found = state(made, "2026-01-12")
    assert (found.expected, found.shown, found.progress) == (None, "unknown", 0.0833)


@pytest.mark.parametrize("words", ["none", "无", "-", "N/A", "没有。"])
def test_a_blocker_that_says_none_is_none(words: str) -> None:
    made = record(METRIC, checkins=weekly(57, blocker=words))
    assert Code.BLOCKED not in state(made, "2026-01-12").codes


def test_an_owner_is_inherited_and_missing_only_where_nobody_is_named() -> None:
    assert Code.NO_OWNER not in state(record(METRIC), "2026-01-05").codes
    assert Code.NO_OWNER in state(record(METRIC, owner=None), "2026-01-05").codes


def test_an_entry_for_no_key_result_is_kept_apart() -> None:
    made = record(METRIC, checkins=[{"date": "2026-01-09", "key_result": 7, "value": 3}])
    assert [one.key_result for one in team(made, "2026-01-12").log.nowhere] == [7]


def test_a_sentence_in_the_place_of_a_value_is_unknown() -> None:
    words = "about 60 % of what was asked for, give or take what the carriers still owe us"
    assert state(record(METRIC, checkins=weekly(words)), "2026-01-12").value is None
