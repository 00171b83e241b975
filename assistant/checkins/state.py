"""All that is computed of one key result on a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import takewhile

from assistant.checkins import confidence as moves
from assistant.checkins import forecast as lines
from assistant.checkins.calendar import CycleDays
from assistant.checkins.goal import Goal
from assistant.checkins.history import Point, progress_at
from assistant.checkins.pace import asked_by, late_low, pace_of
from assistant.checkins.progress import in_band, value_at
from assistant.checkins.status import SILENT, shown, silence
from assistant.language.script import fold
from assistant.models import KeyResultKind, ObjectiveKind
from assistant.models.cycle import Status
from assistant.models.summary import Code, Forecast, KeyResultState, Shown
from assistant.models.thresholds import Thresholds

DIGITS = 4  # of shares and gaps in what is written down
_STEADY = 1e-9
_UNPACED = (KeyResultKind.MAINTAIN, KeyResultKind.BASELINE)
_NOTHING = frozenset(
    (
        "",
        "-",
        "--",
        "/",
        "none",
        "n/a",
        "na",
        "no",
        "nothing",
        "null",
        "无",
        "没有",
        "暂无",
        "无阻塞",
    )
)


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of a key result on a day: its goal, its check-ins, the cycle, the limits."""

    goal: Goal
    points: Sequence[Point]
    days: CycleDays
    as_of: date
    limits: Thresholds
    aspires: ObjectiveKind | None = None

    @property
    def last(self) -> Point | None:
        """The last check-in."""
        return self.points[-1] if self.points else None

    @property
    def valued(self) -> list[Point]:
        """The check-ins that give a value."""
        return [point for point in self.points if point.value is not None]

    def before(self, days: int) -> Seen:
        """The same some days earlier, measured against the target of today."""
        if not days:
            return self
        day = self.as_of - timedelta(days=days)
        points = [point for point in self.points if point.checkin.date <= day]
        # Of what day the set's own value is, nobody says: it is not last week's.
        goal = replace(self.goal, source=self.goal.source.model_copy(update={"current": None}))
        return Seen(goal, points, self.days, day, self.limits, self.aspires)


def state_of(seen: Seen) -> KeyResultState:
    """Compute everything there is to know."""
    goal, last = seen.goal, seen.last
    # What is judged is what is written down, so that a reader can follow it to the digit.
    value, exact = current(seen)
    progress, expected = rounded(exact), rounded(expected_of(seen))
    gap = None if expected is None or progress is None else rounded(expected - progress)
    elapsed = seen.days.elapsed(seen.as_of)
    pace = pace_of(gap, elapsed, progress, seen.limits)
    band = in_band(goal.band, value) if goal.kind is KeyResultKind.MAINTAIN else None
    reported = next((p.checkin.status for p in reversed(seen.points) if p.checkin.status), None)
    said = confidences(seen)
    state = KeyResultState(
        objective=goal.place[0],
        key_result=goal.place[1],
        text=goal.source.text,
        owner=goal.owner,
        kind=goal.kind,
        unit=goal.unit.label,
        baseline=goal.baseline,
        value=value,
        target=goal.target,
        progress=progress,
        expected=expected,
        gap=gap,
        pace=pace,
        in_band=band,
        reported=reported,
        shown=_shown(seen, reported, computed(pace, band, progress)),
        confidence=said[-1] if said else None,
        confidence_change=rounded(moves.confidence_change(said)),
        last=last.checkin.date if last else None,
        days_since=(seen.as_of - last.checkin.date).days if last else None,
        unmoved=unmoved(seen, progress),
        forecast=forecast_of(seen),
    )
    state.divergent = _divergent(state, computed(pace, band, progress))
    state.codes = codes_of(seen, state)
    return state


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


def confidences(seen: Seen) -> list[float]:
    """The confidence of each check-in that states one."""
    return [p.checkin.confidence for p in seen.points if p.checkin.confidence is not None]


def expected_of(seen: Seen) -> float | None:
    """The progress expected by now: by plan, by dated stages, else by the time that is gone."""
    elapsed = seen.days.elapsed(seen.as_of)
    if seen.goal.kind in _UNPACED or elapsed is None or elapsed < seen.limits.pace_from_elapsed:
        return None
    source = seen.goal.source
    if source.plan or seen.goal.kind is KeyResultKind.MILESTONE:
        return asked_by(source, seen.days, seen.as_of)
    return elapsed if seen.goal.kind is KeyResultKind.METRIC else None


def computed(pace: Status | None, band: bool | None, progress: float | None) -> Status | None:
    """What the numbers say: the pace, the band, or that the target is reached."""
    if band is not None:
        return Status.ON_TRACK if band else Status.OFF_TRACK
    if pace is None and progress is not None and progress >= 1:
        return Status.ON_TRACK
    return pace


def is_closed(seen: Seen) -> bool:
    """Whether the key result or its cycle is over."""
    closed_on = seen.goal.closed_on
    return seen.days.is_over(seen.as_of) or (closed_on is not None and closed_on <= seen.as_of)


def _shown(seen: Seen, reported: Status | None, numbers: Status | None) -> Shown:
    last = seen.last.checkin.date if seen.last else None
    silent = silence(last, seen.days.start, seen.as_of, seen.limits)
    return shown(closed=is_closed(seen), silent=silent, said=reported, computed=numbers)


def unmoved(seen: Seen, progress: float | None) -> bool:
    """Whether nothing has moved for weeks, with work left."""
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
    return then == now is not None and progress >= now - _STEADY


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
    value, low, high = (_value(goal, line.at + by) for by in (0, -line.margin, line.margin))
    ends = sorted(bound for bound in (low, high) if bound is not None)
    return Forecast(
        value=value,
        progress=round(line.at, DIGITS) + 0.0,
        low=ends[0] if ends else None,
        high=ends[-1] if ends else None,
        points=line.points,
    )


def _value(goal: Goal, progress: float) -> float | None:
    if goal.baseline is None or goal.target is None:
        return round(progress, DIGITS) if goal.kind is KeyResultKind.MILESTONE else None
    return round(value_at(goal.baseline, goal.target, progress), DIGITS) + 0.0


def codes_of(seen: Seen, state: KeyResultState) -> list[Code]:
    """The reason codes that hold; a closed key result keeps those that no time can mend."""
    limits, said = seen.limits, confidences(seen)
    elapsed = seen.days.elapsed(seen.as_of)
    least = limits.trend_aspirational if _aspires(seen) else limits.trend_others
    trend = state.forecast
    found = {
        Code.PACE_GAP: state.gap is not None and state.gap > limits.on_track_gap + _STEADY,
        Code.LATE_LOW: state.pace is not None and late_low(elapsed, state.progress, limits),
        Code.STALE: state.shown in SILENT,
        Code.CONF_DROP: moves.dropped(said, limits),
        Code.CONF_LOW: moves.fell_low(said, limits),
        Code.DIVERGENT: state.divergent,
        Code.UNMOVED: state.unmoved,
        Code.TREND_DOWN: trend is not None
        and trend.progress < least - _STEADY
        and not _has_arrived(seen, state, least)
        and not _keeps_to_plan(seen, state),
        Code.WENT_BACK: state.progress is not None and state.progress < 0,
        Code.TARGET_EASED: seen.goal.eased is not None,
        Code.NO_BASELINE: _lacks_baseline(seen.goal),
        Code.NO_OWNER: seen.goal.owner is None,
        Code.BLOCKED: blocker_of(seen) is not None,
    }
    if state.shown is Shown.CLOSED:
        return [code for code in (Code.WENT_BACK, Code.TARGET_EASED) if found[code]]
    return [code for code, holds in found.items() if holds]


def _has_arrived(seen: Seen, state: KeyResultState, least: float) -> bool:
    """Whether the end is reached and not being lost again, whatever the line says."""
    last = [point.progress for point in seen.valued if point.progress is not None][-2:]
    there = state.progress is not None and state.progress >= least
    return there and last == sorted(last)


def _keeps_to_plan(seen: Seen, state: KeyResultState) -> bool:
    """Whether the owner's plan or stages, which need not be a straight line, are kept to."""
    asked = asked_by(seen.goal.source, seen.days, seen.as_of)
    return asked is not None and state.gap is not None and state.gap <= 0


def _aspires(seen: Seen) -> bool:
    return seen.aspires is ObjectiveKind.ASPIRATIONAL


def _lacks_baseline(goal: Goal) -> bool:
    return goal.kind is KeyResultKind.METRIC and goal.baseline is None


def blocker_of(seen: Seen) -> str | None:
    """What the last check-in says is in the way; "none" is nothing."""
    return said(seen.last.checkin.blocker) if seen.last else None


def said(words: str | None) -> str | None:
    """Words that say something: not blank, not "none"."""
    plain = fold(words or "").strip(" .。!！")
    return None if plain in _NOTHING else (words or "").strip()
