"""The check-ins of a cycle by key result, with what each says the value is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from assistant.checkins.amounts import share_of
from assistant.checkins.calendar import CycleDays
from assistant.checkins.goal import Goal, Place
from assistant.checkins.progress import metric_progress, stage_reached
from assistant.models import KeyResultKind, OkrSet
from assistant.models.cycle import Change, CheckIn, CycleRecord

_EXACT = 9


@dataclass(frozen=True, slots=True)
class Point:
    """A check-in with the value that it gives, in the goal's unit, and the progress there.

    `added` is the amount that was added to the last known value, where only that was told.
    """

    checkin: CheckIn
    value: float | None = None
    progress: float | None = None
    added: float | None = None


@dataclass(slots=True)
class Log:
    """What a cycle's entries are for each key result, up to a day, and which do not count."""

    checkins: dict[Place, list[CheckIn]] = field(default_factory=lambda: defaultdict(list))
    changes: dict[Place, list[Change]] = field(default_factory=lambda: defaultdict(list))
    corrected: list[CheckIn] = field(default_factory=list)
    later: int = 0
    outside: list[CheckIn] = field(default_factory=list)
    nowhere: list[CheckIn | Change] = field(default_factory=list)


def log_of(record: CycleRecord, as_of: date, days: CycleDays) -> Log:
    """The entries by key result and day; a later entry of a day takes the earlier one's place.

    Check-ins of days that are not in the cycle do not count.
    """
    log = Log()
    known = _places(record.set)
    kept: dict[tuple[Place, date], CheckIn] = {}
    for checkin in record.checkins:
        place = (checkin.objective, checkin.key_result)
        if place not in known:
            log.nowhere.append(checkin)
        elif checkin.date > as_of:
            log.later += 1
        elif not days.has(checkin.date):
            log.outside.append(checkin)
        else:
            if earlier := kept.get((place, checkin.date)):
                log.corrected.append(earlier)
            kept[place, checkin.date] = checkin
    for (place, _), checkin in sorted(kept.items(), key=lambda one: one[0][1]):
        log.checkins[place].append(checkin)
    _add_changes(log, record, known, as_of)
    return log


def _add_changes(log: Log, record: CycleRecord, known: set[Place], as_of: date) -> None:
    """Later changes are kept too: what they replace was in force before them."""
    for change in sorted(record.changes, key=lambda one: one.date):
        place = (change.objective, change.key_result)
        if place not in known:
            log.nowhere.append(change)
            continue
        log.later += change.date > as_of
        log.changes[place].append(change)


def _places(okr_set: OkrSet) -> set[Place]:
    return {
        (number, place)
        for number, objective in enumerate(okr_set.objectives)
        for place in range(len(objective.key_results))
    }


def points_of(goal: Goal, checkins: Sequence[CheckIn]) -> list[Point]:
    """The check-ins of a key result with their values; a delta adds to the last known value."""
    points: list[Point] = []
    last = goal.baseline
    for checkin in checkins:
        point = _point(goal, checkin, last)
        points.append(point)
        last = last if point.value is None else point.value
    return points


def _point(goal: Goal, checkin: CheckIn, last: float | None) -> Point:
    if goal.kind is KeyResultKind.MILESTONE and None in (goal.baseline, goal.target):
        stage = _stage(goal, checkin)
        return Point(checkin, stage, stage)
    value, added = goal.read(checkin.value, checkin.unit), None
    if checkin.value is None and last is not None:
        added = goal.read_delta(checkin.delta, checkin.unit)
        value = None if added is None else round(last + added, _EXACT)
    return Point(checkin, value, progress_at(goal, value), added)


def _stage(goal: Goal, checkin: CheckIn) -> float | None:
    """What a milestone's check-in says of it: a stage's name, a share, or a percentage."""
    if isinstance(checkin.value, str):
        reached = stage_reached(goal.source.stages, checkin.value)
        if reached is not None:
            return reached
    share = share_of(checkin.value, checkin.unit)
    return share if share is not None and 0 <= share <= 1 else None


def progress_at(goal: Goal, value: float | None) -> float | None:
    """The progress that a value stands for; None where there is none (maintained, no baseline)."""
    if value is None or goal.kind is KeyResultKind.MAINTAIN:
        return None
    if goal.kind is KeyResultKind.BASELINE:
        return 1.0
    if goal.baseline is None or goal.target is None:
        return None
    return metric_progress(goal.baseline, goal.target, value)
