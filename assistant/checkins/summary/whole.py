"""Puts what is told of a whole team into the fact table."""

from __future__ import annotations

from assistant.checkins.arithmetic.state import rounded
from assistant.checkins.arithmetic.team import (
    Team,
    coverage,
    ended,
    headline,
    judged_counts,
    label,
    last_entry,
)
from assistant.checkins.summary.facts import SET, FactTable
from assistant.models.summary import Headline


def add_whole(table: FactTable, team: Team) -> None:
    """The facts of no key result: names, days, coverage, means and counts."""
    _add_names(table, team)
    _add_calendar(table, team)
    _add_coverage(table, team)
    head = headline(team)
    _add_means(table, team, head.model_dump())
    _add_counts(table, team, head)


def _add_counts(table: FactTable, team: Team, head: Headline) -> None:
    if ended(team):
        reached = "closed with progress 1 or within the band"
        table.add(None, "reached", head.reached, formula=reached)
        unknown = head.ended_unknown or None
        table.add(None, "ended_unknown", unknown, formula="closed with progress unknown")
    for shown, count in head.counts.items():
        table.add(None, f"count_{shown}", count, formula="key results shown so")
        for judged, of_them in judged_counts(team, shown).items():
            told = "of these, judged so by what is known"
            table.add(None, f"count_{judged}_{shown}", of_them, formula=told)


def _add_names(table: FactTable, team: Team) -> None:
    okr_set = team.record.set
    table.add(None, "team", okr_set.team or okr_set.owner or okr_set.id, source=SET)
    table.add(None, "cycle", okr_set.cycle.name if okr_set.cycle else None, source=SET)


def _add_calendar(table: FactTable, team: Team) -> None:
    days, as_of = team.days, team.as_of
    table.add(None, "start", days.start, source=SET)
    table.add(None, "end", days.end, source=SET)
    table.add(None, "cutoff", as_of, source="call")
    table.add(None, "last_entry", last_entry(team), formula="last day of a check-in or a change")
    formula, inputs = "from start, end and cutoff", ("start", "end", "cutoff")
    table.add(None, "elapsed", rounded(days.elapsed(as_of)), formula=formula, inputs=inputs)
    table.add(None, "week", days.week(as_of), formula=formula, inputs=inputs)
    table.add(None, "weeks", days.weeks, formula=formula, inputs=inputs)


def _add_coverage(table: FactTable, team: Team) -> None:
    met, log = coverage(team), team.log
    made = [change for changes in log.changes.values() for change in changes]
    known = sum(change.date <= team.as_of for change in made)
    table.add(None, "forecast_interval", team.limits.forecast_interval, source="settings")
    table.add(None, "checkins", sum(map(len, log.checkins.values())), formula="counted")
    table.add(None, "changes", known, formula="counted")
    table.add(None, "due", met.due, formula="key results whose check-in was due")
    table.add(None, "checked_in", met.checked_in, formula="of these, checked in within the week")
    owners = (team.states[place].owner for place in met.missing)
    missing = [*map(label, met.missing), *dict.fromkeys(filter(None, owners))]
    table.add(None, "missing", missing or None, formula="of these, the others, and who owns them")


def _add_means(table: FactTable, team: Team, head: dict[str, float | None]) -> None:
    progress = [one for o in team.objectives for one in table.ids(o.objective, "progress")]
    confidence = [one for place in team.states for one in table.ids(place, "confidence")]
    for kind, inputs in (("progress", progress), ("confidence", confidence)):
        table.add(None, f"mean_{kind}", head[f"mean_{kind}"], formula="plain mean", inputs=inputs)
        table.add(
            None,
            f"{kind}_change",
            head[f"{kind}_change"],
            formula="mean less that of a week before",
            inputs=[f"mean_{kind}"],
        )
