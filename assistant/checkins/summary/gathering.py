"""Puts all that is known of a team into the fact table."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from assistant.checkins.arithmetic.confidence import run_of
from assistant.checkins.arithmetic.goal import Goal, Place
from assistant.checkins.arithmetic.history import Point
from assistant.checkins.arithmetic.seen import Seen, confidences, doubted_last, said
from assistant.checkins.arithmetic.state import rounded, still_since
from assistant.checkins.arithmetic.team import Team
from assistant.checkins.summary.facts import SET, FactTable
from assistant.checkins.summary.since import rise, value_since
from assistant.checkins.summary.whole import add_whole
from assistant.checkins.summary.words import add_changes, add_words
from assistant.checkins.wording import quoted
from assistant.models import KeyResultKind
from assistant.models.cycle import ChangedField
from assistant.models.summary import Code, KeyResultState

_PROGRESS = "(value - baseline) / (target - baseline)"


def gather(team: Team) -> FactTable:
    """The facts of the set, its objectives and its key results."""
    table = FactTable(team.as_of)
    for place, state in team.states.items():
        _add_values(table, place, state, team.seen[place])
        _add_progress(table, place, state, team)
        _add_pace(table, place, state, team.seen[place])
        _add_status(table, place, state, team)
        _add_confidence(table, place, state, team.seen[place])
        add_words(table, place, team)
        add_changes(table, place, team)
    _add_objectives(table, team)
    add_whole(table, team)
    return table


def _add_values(table: FactTable, place: Place, state: KeyResultState, seen: Seen) -> None:
    goal = seen.goal
    table.add(place, "text", state.text, source=SET)
    table.add(place, "owner", state.owner, source=_source(goal, ChangedField.OWNER))
    for field in (ChangedField.BASELINE, ChangedField.TARGET):
        value = getattr(state, field.value)
        table.add(place, field.value, value, unit=state.unit, source=_source(goal, field))
    _add_value(table, place, state, seen)
    _add_doubted(table, place, state, seen)
    if goal.band is not None:
        table.add(place, "band_min", goal.band.min, unit=state.unit, source=SET)
        table.add(place, "band_max", goal.band.max, unit=state.unit, source=SET)


def _source(goal: Goal, field: ChangedField) -> str:
    change = goal.changed.get(field)
    return f"change {change.date}" if change else SET


def _add_value(table: FactTable, place: Place, state: KeyResultState, seen: Seen) -> None:
    valued = seen.valued
    if not valued:
        table.add(place, "value", state.value, unit=state.unit, source=SET)
        return
    last, day = valued[-1], valued[-1].checkin.date
    formula, inputs = None, []
    if last.added is not None:
        before = None if last.value is None else round(last.value - last.added, 9)
        table.add(place, "value_before", before, unit=state.unit, source=_before(valued, place))
        table.add(place, "delta", last.added, unit=state.unit, source=f"checkin {day}", day=day)
        formula, inputs = "value_before + delta", ["value_before", "delta"]
    table.add(
        place,
        "value",
        last.value,
        unit=state.unit,
        source=f"checkin {day}",
        day=day,
        formula=formula,
        inputs=inputs,
    )


def _add_doubted(table: FactTable, place: Place, state: KeyResultState, seen: Seen) -> None:
    point = doubted_last(seen)
    if point is not None:
        day = point.checkin.date
        source = f"checkin {day}"
        table.add(place, "doubted", point.doubted, unit=state.unit, source=source, day=day)


def _before(valued: list[Point], place: Place) -> str:
    return f"checkin {valued[-2].checkin.date}" if len(valued) > 1 else SET


def _add_progress(table: FactTable, place: Place, state: KeyResultState, team: Team) -> None:
    earlier = team.earlier[place].progress
    formula, inputs = _PROGRESS, ["value", "baseline", "target"]
    if state.kind in (KeyResultKind.MILESTONE, KeyResultKind.BASELINE) and state.baseline is None:
        formula, inputs = "stage reached", ["value"]
    table.add(place, "progress", state.progress, formula=formula, inputs=inputs)
    table.add(place, "progress_before", earlier, day=_week_before(team), formula=formula)
    formula, inputs = "progress - progress_before", ["progress", "progress_before"]
    table.add(place, "progress_change", state.progress_change, formula=formula, inputs=inputs)
    counted, since = rise(team, place), value_since(team.seen[place])
    if counted != state.progress_change:
        formula += ", each held to 0..1"
        table.add(place, "progress_rise", counted, formula=formula, inputs=inputs)
    table.add(place, "progress_since", since, source=f"checkin {since}")


def _add_pace(table: FactTable, place: Place, state: KeyResultState, seen: Seen) -> None:
    table.add(place, "expected", state.expected, formula=_expected_by(seen.goal))
    inputs = ["expected", "progress"]
    table.add(place, "gap", state.gap, formula="expected - progress", inputs=inputs)
    table.add(place, "pace", state.pace, formula="gap against the thresholds", inputs=["gap"])
    _add_forecast(table, place, state, seen)
    _add_still(table, place, state, seen)


def _add_status(table: FactTable, place: Place, state: KeyResultState, team: Team) -> None:
    day = state.reported_on
    if day is not None:
        table.add(place, "reported", state.reported, source=f"checkin {day}", day=day)
        table.add(place, "reported_by", state.reported_by, source=f"checkin {day}", day=day)
    table.add(place, "last", state.last, source=f"checkin {state.last}")
    table.add(place, "days_since", state.days_since, formula="as_of - last", inputs=["last"])
    table.add(place, "shown_before", team.earlier[place].shown, day=_week_before(team))
    worst = "closed > stalled > outdated > worst(reported, pace)"
    table.add(place, "shown", state.shown, formula=worst, inputs=["reported", "pace", "days_since"])
    worst = "worst(reported, pace)"
    table.add(place, "judged", state.judged, formula=worst, inputs=["reported", "pace"])


def _week_before(team: Team) -> date:
    return team.as_of - timedelta(days=7)


def _expected_by(goal: Goal) -> str:
    if goal.source.plan:
        return "the owner's plan on the cut-off day"
    return "stages due" if goal.kind is KeyResultKind.MILESTONE else "elapsed"


def _add_forecast(table: FactTable, place: Place, state: KeyResultState, seen: Seen) -> None:
    found = state.forecast
    if found is None:
        return
    points = [f"progress {point.checkin.date}" for point in _valued(table, place, seen)]
    by = "least squares of progress on the day, read at the end of the cycle"
    interval = "forecast -/+ t * s * sqrt(1 + 1/n + (x0 - mean)^2 / Sxx)"
    count = "check-ins with a value"
    table.add(place, "forecast_points", found.points, formula=count, inputs=points)
    table.add(place, "forecast_progress", found.progress, formula=by, inputs=points)
    for kind, value, formula in (
        ("forecast", found.value, by),
        ("forecast_low", found.low, interval),
        ("forecast_high", found.high, interval),
    ):
        table.add(place, kind, value, unit=state.unit, formula=formula, inputs=points)


def _valued(table: FactTable, place: Place, seen: Seen) -> Iterator[Point]:
    """The check-ins that a line is fitted through, each put into the table."""
    for point in seen.points:
        if point.progress is not None:
            day = point.checkin.date
            told = rounded(point.progress)
            source = f"checkin {day}"
            table.add(place, f"progress {day}", told, source=source, day=day, formula=_PROGRESS)
            yield point


def _add_still(table: FactTable, place: Place, state: KeyResultState, seen: Seen) -> None:
    since = still_since(seen) if state.unmoved else None
    table.add(place, "unmoved_since", since, source=f"checkin {since}")
    if since:
        weeks = (seen.as_of - since).days // 7
        table.add(place, "unmoved_weeks", weeks, formula="as_of - unmoved_since, in whole weeks")


def _add_confidence(table: FactTable, place: Place, state: KeyResultState, seen: Seen) -> None:
    told = [p.checkin for p in seen.points if p.checkin.confidence is not None]
    values = confidences(seen)
    if len(told) > 1:
        before = told[-2].date
        table.add(place, "confidence_before", values[-2], source=f"checkin {before}", day=before)
    if told:
        day = told[-1].date
        source, most = f"checkin {day}", seen.limits.most_quote
        table.add(place, "confidence", values[-1], source=source, day=day)
        if {Code.CONF_DROP, Code.CONF_LOW} & set(state.codes):
            words = (quoted(said(one), most) for one in (told[-1].comment, told[-1].blocker))
            reason = next(filter(None, words), None)
            table.add(place, "confidence_reason", reason, source=source, day=day)
    for kind, point in zip(run_kinds(seen), _run(seen), strict=True):
        day = point.checkin.date
        table.add(place, kind, point.checkin.confidence, source=f"checkin {day}", day=day)
    table.add(
        place,
        "confidence_change",
        state.confidence_change,
        formula="confidence - confidence_before",
        inputs=["confidence", "confidence_before"],
    )


def _run(seen: Seen) -> list[Point]:
    """The check-ins of a run of falls, but for the last two, which are facts of their own."""
    told = [point for point in seen.points if point.checkin.confidence is not None]
    return told[-len(run_of(confidences(seen), seen.limits)) :][:-2]


def run_kinds(seen: Seen) -> list[str]:
    """The kinds of the facts of these."""
    return [f"confidence {point.checkin.date}" for point in _run(seen)]


def _add_objectives(table: FactTable, team: Team) -> None:
    for one in team.objectives:
        places = [place for place in team.states if place[0] == one.objective]
        table.add(
            one.objective,
            "progress",
            one.progress,
            formula="weighted mean of known progress, each held to 0..1",
            inputs=[fact for place in places for fact in table.ids(place, "progress")],
        )
        shown = [fact for place in places for fact in table.ids(place, "shown")]
        table.add(one.objective, "shown", one.shown, formula="weakest key result", inputs=shown)
