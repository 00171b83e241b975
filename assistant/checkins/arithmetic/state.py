"""All that is computed of one key result on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from typing import Any

from assistant.checkins.arithmetic import confidence as moves
from assistant.checkins.arithmetic import forecast as lines
from assistant.checkins.arithmetic.codes import codes_of
from assistant.checkins.arithmetic.goal import Goal
from assistant.checkins.arithmetic.history import progress_at
from assistant.checkins.arithmetic.oddness import bounds_of
from assistant.checkins.arithmetic.pace import STEADY, asked_by, pace_of
from assistant.checkins.arithmetic.progress import held_to, in_band, value_at
from assistant.checkins.arithmetic.seen import Seen, confidences, doubted_last, is_closed, last_with
from assistant.checkins.arithmetic.status import shown, silence, worst
from assistant.models import KeyResultKind
from assistant.models.cycle import Status
from assistant.models.summary import Forecast, KeyResultState, Shown

DIGITS = 4  # of shares and gaps in what is written down
_UNPACED = (KeyResultKind.MAINTAIN, KeyResultKind.BASELINE)


@dataclass(frozen=True, slots=True)
class _Numbers:
    """What the check-ins come to, rounded as written down: a reader can follow it to the digit."""

    value: float | None
    progress: float | None
    expected: float | None
    gap: float | None
    pace: Status | None
    in_band: bool | None

    @property
    def status(self) -> Status | None:
        """What the numbers say: the pace, the band, or that the target is reached."""
        if self.in_band is not None:
            return Status.ON_TRACK if self.in_band else Status.OFF_TRACK
        if self.pace is None and self.progress is not None and self.progress >= 1:
            return Status.ON_TRACK
        return self.pace


def state_of(seen: Seen) -> KeyResultState:
    """Compute everything there is to know."""
    numbers = _numbers_of(seen)
    state = KeyResultState(
        **_from_goal(seen.goal),
        **_from_check_ins(seen),
        value=numbers.value,
        progress=numbers.progress,
        expected=numbers.expected,
        gap=numbers.gap,
        pace=numbers.pace,
        in_band=numbers.in_band,
        shown=_shown(seen, numbers.status),
        judged=worst((_reported(seen), numbers.status)),
        unmoved=unmoved(seen, numbers.progress),
        forecast=forecast_of(seen),
    )
    state.divergent = _divergent(state, numbers.status)
    state.codes = codes_of(seen, state)
    return state


def _numbers_of(seen: Seen) -> _Numbers:
    value, exact = current(seen)
    progress, expected = rounded(exact), rounded(expected_of(seen))
    gap = None if expected is None or progress is None else rounded(expected - progress)
    pace = pace_of(gap, seen.days.elapsed(seen.as_of), progress, seen.limits)
    maintained = seen.goal.kind is KeyResultKind.MAINTAIN
    band = in_band(seen.goal.band, value) if maintained else None
    return _Numbers(value, progress, expected, gap, pace, band)


def _from_goal(goal: Goal) -> dict[str, Any]:
    return {
        "objective": goal.place[0],
        "key_result": goal.place[1],
        "text": goal.source.text,
        "owner": goal.owner,
        "kind": goal.kind,
        "unit": goal.unit.label,
        "baseline": goal.baseline,
        "target": goal.target,
    }


def _from_check_ins(seen: Seen) -> dict[str, Any]:
    told, last = confidences(seen), seen.last.checkin.date if seen.last else None
    said, sure = last_with(seen, "status"), last_with(seen, "confidence")
    return {
        "reported": said.status if said else None,
        "reported_by": said.author if said else None,
        "reported_on": said.date if said else None,
        "confidence_on": sure.date if sure else None,
        "confidence": told[-1] if told else None,
        "confidence_low": bool(told) and told[-1] < seen.limits.conf_low,
        "confidence_change": rounded(moves.confidence_change(told)),
        "last": last,
        "days_since": (seen.as_of - last).days if last else None,
    }


def _reported(seen: Seen) -> Status | None:
    """The last status that an owner gave."""
    said = last_with(seen, "status")
    return said.status if said else None


def rounded(value: float | None) -> float | None:
    """A share as it is written down."""
    return None if value is None else round(value, DIGITS) + 0.0


def current(seen: Seen) -> tuple[float | None, float | None]:
    """The last known value and the progress there; else what the set itself gives."""
    valued = seen.valued
    if valued:
        return valued[-1].value, valued[-1].progress
    given = seen.goal.read(seen.goal.source.current, seen.goal.source.unit)
    if seen.goal.kind is KeyResultKind.MILESTONE and seen.goal.baseline is None:
        return None, None
    return given, progress_at(seen.goal, given)


def expected_of(seen: Seen) -> float | None:
    """The progress expected by now: by plan, by dated stages, else by the time that is gone."""
    elapsed = seen.days.elapsed(seen.as_of)
    if seen.goal.kind in _UNPACED or elapsed is None or elapsed < seen.limits.pace_from_elapsed:
        return None
    source = seen.goal.source
    if source.plan or seen.goal.kind is KeyResultKind.MILESTONE:
        return asked_by(source, seen.days, seen.as_of)
    return elapsed if seen.goal.kind is KeyResultKind.METRIC else None


def _shown(seen: Seen, numbers: Status | None) -> Shown:
    last = seen.last.checkin.date if seen.last else None
    silent = silence(last, seen.days.start, seen.as_of, seen.limits)
    return shown(closed=is_closed(seen), silent=silent, said=_reported(seen), computed=numbers)


def unmoved(seen: Seen, progress: float | None) -> bool:
    """Whether nothing has moved for weeks, with work left; a value in doubt may be a movement."""
    if doubted_last(seen) is not None:
        return False
    way = seen.goal.baseline != seen.goal.target or seen.goal.baseline is None
    if seen.goal.kind in _UNPACED or not way or (progress is not None and progress >= 1):
        return False
    since = still_since(seen)
    if since is None or (seen.as_of - since).days < 7 * seen.limits.unmoved_weeks:
        return False
    return not _rests_by_plan(seen, since, progress)


def _rests_by_plan(seen: Seen, since: date, progress: float | None) -> bool:
    """Whether the owner's plan or stages ask for no movement yet, as of a metric that lags."""
    if progress is None:
        return False
    then, now = (asked_by(seen.goal.source, seen.days, day) for day in (since, seen.as_of))
    return then == now is not None and progress >= now - STEADY


def still_since(seen: Seen) -> date | None:
    """Since when the value has been what it is; None when a single check-in gave it.

    A baseline that never moved stands for the start of the cycle.
    """
    valued = seen.valued
    run = [p.checkin.date for p in takewhile(lambda p: p.value == valued[-1].value, valued[::-1])]
    if len(run) == len(valued) > 1 and valued[0].value == seen.goal.baseline:
        run += [seen.days.start] if seen.days.start else []
    return min(run) if len(run) > 1 else None


def _divergent(state: KeyResultState, numbers: Status | None) -> bool:
    """Whether it is said to be on track while the numbers say that it is not."""
    off = numbers is Status.OFF_TRACK or state.unmoved
    return state.reported is Status.ON_TRACK and state.shown is not Shown.CLOSED and off


def forecast_of(seen: Seen) -> Forecast | None:
    """Where the line through the check-ins ends; None with too few points, or past the end."""
    goal, end = seen.goal, seen.days.end
    if goal.kind in _UNPACED or end is None or is_closed(seen):
        return None
    points = [
        (float(point.checkin.date.toordinal()), point.progress)
        for point in seen.points
        if point.progress is not None
    ]
    if not lines.enough([day for day, _ in points], seen.limits):
        return None
    line = lines.fit(points, end.toordinal(), seen.limits.forecast_interval)
    ends = [_held(seen, line.at + by) for by in (0, -line.margin, line.margin)]
    value, *bounds = (_value(goal, end) for end in ends)
    known = sorted(bound for bound in bounds if bound is not None)
    return Forecast(
        value=value,
        progress=round(ends[0], DIGITS) + 0.0,
        low=known[0] if known else None,
        high=known[-1] if known else None,
        points=line.points,
    )


def _held(seen: Seen, progress: float) -> float:
    """Where the line ends, held to what the metric can be."""
    goal = seen.goal
    if goal.baseline is None or goal.target is None:
        return held_to(progress, 0.0, 1.0)
    low, high = bounds_of(goal, [point.value for point in seen.valued])
    free = value_at(goal.baseline, goal.target, progress)
    value = held_to(free, low, high)
    found = None if value == free else progress_at(goal, value)
    return progress if found is None else found


def _value(goal: Goal, progress: float) -> float | None:
    if goal.baseline is None or goal.target is None:
        return round(progress, DIGITS) if goal.kind is KeyResultKind.MILESTONE else None
    return round(value_at(goal.baseline, goal.target, progress), DIGITS) + 0.0
