"""The arithmetic of one team's cycle: all key results, their objectives, the means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from assistant.checkins.arithmetic.goal import Place, goal_of
from assistant.checkins.arithmetic.history import Log, log_of, measured, points_of
from assistant.checkins.arithmetic.progress import clamped, plain_mean, weighted_mean
from assistant.checkins.arithmetic.seen import Seen
from assistant.checkins.arithmetic.state import rounded, state_of
from assistant.checkins.arithmetic.status import SILENT, due_on, weakest
from assistant.checkins.calendar import CycleDays
from assistant.models.cycle import CycleRecord, Status
from assistant.models.summary import (
    Coverage,
    Headline,
    KeyResultState,
    ObjectiveState,
    Shown,
)
from assistant.models.thresholds import Thresholds
from assistant.rules.kinds.fields import cycle_bounds

WEEK = 7


@dataclass(slots=True)
class Team:
    """A cycle computed as of a day, beside the same a week before."""

    record: CycleRecord
    as_of: date
    limits: Thresholds
    days: CycleDays
    log: Log
    seen: dict[Place, Seen]
    states: dict[Place, KeyResultState]
    earlier: dict[Place, KeyResultState]
    objectives: list[ObjectiveState]


def compute(record: CycleRecord, as_of: date, limits: Thresholds, *, compared: bool = True) -> Team:
    """All arithmetic of a cycle as of a day; on request without the comparison with last week."""
    days = CycleDays.of(*cycle_bounds(record.set.cycle))
    log = log_of(record, as_of, days)
    seen = {place: _seen(record, place, log, days, as_of, limits) for place in _places(record)}
    states = {place: state_of(one) for place, one in seen.items()}
    past = seen.items() if compared else ()
    earlier = {place: state_of(one.before(WEEK)) for place, one in past}
    for place in earlier:
        state = states[place]
        state.progress_change = _change(state.progress, earlier[place].progress)
    return Team(
        record=record,
        as_of=as_of,
        limits=limits,
        days=days,
        log=log,
        seen=seen,
        states=states,
        earlier=earlier,
        objectives=_objectives(record, seen, states),
    )


def _places(record: CycleRecord) -> list[Place]:
    return [
        (number, place)
        for number, objective in enumerate(record.set.objectives)
        for place in range(len(objective.key_results))
    ]


def _seen(
    record: CycleRecord, place: Place, log: Log, days: CycleDays, as_of: date, limits: Thresholds
) -> Seen:
    checkins = log.checkins.get(place, [])
    goal = measured(goal_of(record.set, place, log.changes.get(place, []), as_of), checkins)
    points = points_of(goal, checkins, limits, log.repeated.get(place, ()))
    return Seen(goal, points, days, as_of, limits, record.set.objectives[place[0]].kind)


def _change(now: float | None, before: float | None) -> float | None:
    return None if now is None or before is None else rounded(now - before)


def _objectives(
    record: CycleRecord, seen: dict[Place, Seen], states: dict[Place, KeyResultState]
) -> list[ObjectiveState]:
    found = []
    for number, objective in enumerate(record.set.objectives):
        places = [(number, place) for place in range(len(objective.key_results))]
        known = _known(places, seen, states, "progress")
        # Judged by all weights: those of the known ones alone need not sum to 1.
        _, rescaled = weighted_mean([(0.0, seen[place].goal.weight) for place in places])
        found.append(
            ObjectiveState(
                objective=number,
                text=objective.objective,
                progress=rounded(weighted_mean(known)[0]),
                known=len(known),
                key_results=len(places),
                rescaled=bool(known) and rescaled,
                shown=weakest(states[place].shown for place in places),
            )
        )
    return found


def _known(
    places: Iterable[Place],
    seen: dict[Place, Seen],
    states: dict[Place, KeyResultState],
    field: str,
) -> list[tuple[float, float | None]]:
    """The known shares of some key results, each held to 0..1, with their weights."""
    values = [(getattr(states[place], field), seen[place].goal.weight) for place in places]
    return [(clamped(value), weight) for value, weight in values if value is not None]


def mean_of(team: Team, states: dict[Place, KeyResultState], field: str) -> float | None:
    """The mean over objectives of the weighted mean of their key results, as in the headline.

    Args:
        team: Whose objectives and weights count.
        states: Its key results on some day.
        field: `progress` or `expected`.
    """
    count = len(team.record.set.objectives)
    of = ([place for place in states if place[0] == number] for number in range(count))
    means = (weighted_mean(_known(places, team.seen, states, field))[0] for places in of)
    return plain_mean([rounded(mean) or 0.0 for mean in means if mean is not None])


def headline(team: Team) -> Headline:
    """The means over objectives and key results, and their change within a week."""
    progress = mean_of(team, team.states, "progress")
    confidence = _mean_confidence(team.states.values())
    counts = Counter(state.shown for state in team.states.values())
    return Headline(
        mean_progress=rounded(progress),
        progress_change=_change(progress, mean_of(team, team.earlier, "progress")),
        mean_confidence=rounded(confidence),
        confidence_change=_change(confidence, _mean_confidence(team.earlier.values())),
        counts={shown: counts[shown] for shown in Shown if counts[shown]},
        reached=sum(map(_has_reached, ended(team))),
        ended_unknown=sum(one.progress is None and one.in_band is None for one in ended(team)),
    )


def ended(team: Team) -> list[KeyResultState]:
    """The key results that are closed."""
    return [state for state in team.states.values() if state.shown is Shown.CLOSED]


def is_over(team: Team) -> bool:
    """Whether all key results are closed."""
    return bool(team.states) and len(ended(team)) == len(team.states)


def _has_reached(state: KeyResultState) -> bool:
    """Whether the target is reached, or the metric within its band."""
    return state.in_band is True or (state.progress is not None and state.progress >= 1)


def last_entry(team: Team) -> date | None:
    """The day of the last check-in or change that counts."""
    told = [point.checkin.date for seen in team.seen.values() for point in seen.points]
    made = [change.date for changes in team.log.changes.values() for change in changes]
    return max((*told, *(day for day in made if day <= team.as_of)), default=None)


def known_up_to(team: Team) -> Literal["same", "older", "none"]:
    """Whether the last entry is of the day that was asked for, or older, or there is none."""
    last = last_entry(team)
    return "none" if last is None else "same" if last == team.as_of else "older"


def judged_counts(team: Team, shown: Shown) -> dict[Status, int]:
    """How many of those that are shown as silent are known to be off their way."""
    if shown not in SILENT:
        return {}
    judged = Counter(state.judged for state in team.states.values() if state.shown is shown)
    return {one: judged[one] for one in (Status.OFF_TRACK, Status.AT_RISK) if judged[one]}


def _mean_confidence(states: Iterable[KeyResultState]) -> float | None:
    return plain_mean([s.confidence for s in states if s.confidence is not None])


def coverage(team: Team) -> Coverage:
    """Which key results were checked in within the last week, of those that had to be."""
    due, done = 0, 0
    missing: list[Place] = []
    late: list[Place] = []
    for place, state in team.states.items():
        if state.shown is Shown.CLOSED:
            continue
        last_day = due_on(state.last, team.days.start, team.limits)
        over = last_day is None or team.as_of > last_day
        if state.last is not None and last_day is not None and team.as_of < last_day:
            due, done = due + 1, done + 1
        elif over or state.last is not None:  # a week after the last one, the next has to come
            due += 1
            missing.append(place)
            if over and state.shown not in (Shown.STALLED, Shown.OUTDATED):
                late.append(place)
    return Coverage(due=due, checked_in=done, missing=missing, late=late)


def label(place: Place) -> str:
    """A key result's name: KR1.2 is the second of the first objective."""
    return f"KR{place[0] + 1}.{place[1] + 1}"
