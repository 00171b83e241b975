"""The check-ins of a cycle by key result, with what each says the value is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from assistant.checkins.amounts import PERCENT, Unit, amount_of, as_written, names_share, share_of
from assistant.checkins.arithmetic.goal import Goal, Place, goal_of
from assistant.checkins.arithmetic.oddness import is_odd, near
from assistant.checkins.arithmetic.progress import metric_progress, stage_reached
from assistant.checkins.arithmetic.same_day import put_together
from assistant.checkins.calendar import CycleDays
from assistant.models import KeyResultKind, OkrSet
from assistant.models.cycle import Change, ChangedField, CheckIn, CycleRecord
from assistant.models.thresholds import Thresholds

_EXACT = 9
_AGAIN = 2  # check-ins in percent that make a metric one


@dataclass(frozen=True, slots=True)
class Point:
    """A check-in with the value that it gives, in the goal's unit, and the progress there.

    `added` is the amount that was added to the last known value, where only that was told.
    `doubted` is a value that is hard to believe beside `before`, the last one that is believed: it
    counts nowhere until somebody confirms it.
    """

    checkin: CheckIn
    value: float | None = None
    progress: float | None = None
    added: float | None = None
    doubted: float | None = None
    before: float | None = None


@dataclass(slots=True)
class Log:
    """What a cycle's entries are for each key result, up to a day, and which do not count.

    `corrected` are those of which a later one of the day says something again, `added` the days on
    which a change was added to a value, `repeated` those on which a value was told twice alike.
    """

    checkins: dict[Place, list[CheckIn]] = field(default_factory=lambda: defaultdict(list))
    changes: dict[Place, list[Change]] = field(default_factory=lambda: defaultdict(list))
    corrected: list[CheckIn] = field(default_factory=list)
    added: list[tuple[Place, date]] = field(default_factory=list)
    repeated: dict[Place, set[date]] = field(default_factory=lambda: defaultdict(set))
    later: int = 0
    outside: list[CheckIn] = field(default_factory=list)
    nowhere: list[CheckIn | Change] = field(default_factory=list)


def log_of(record: CycleRecord, as_of: date, days: CycleDays) -> Log:
    """The entries by key result and day, those of one day put together field by field.

    Check-ins of days that are not in the cycle do not count.
    """
    log = Log()
    known = _places(record.set)
    kept: dict[tuple[Place, date], list[CheckIn]] = defaultdict(list)
    for checkin in record.checkins:
        place = (checkin.objective, checkin.key_result)
        if place not in known:
            log.nowhere.append(checkin)
        elif checkin.date > as_of:
            log.later += 1
        elif not days.has(checkin.date):
            log.outside.append(checkin)
        else:
            kept[place, checkin.date].append(checkin)
    for (place, day), checkins in sorted(kept.items(), key=lambda one: one[0][1]):
        _take(log, place, day, checkins)
    _add_changes(log, record, known, as_of)
    return log


def _take(log: Log, place: Place, day: date, told: list[CheckIn]) -> None:
    of_day = put_together(told)
    log.checkins[place].extend(of_day.checkins)
    log.corrected.extend(of_day.replaced)
    if of_day.added:
        log.added.append((place, day))
    if of_day.repeated:
        log.repeated[place].add(day)


def _add_changes(log: Log, record: CycleRecord, known: set[Place], as_of: date) -> None:
    """Later changes are kept too: what they replace was in force before them."""
    for change in sorted(record.changes, key=lambda one: one.date):
        place = (change.objective, change.key_result)
        if place not in known:
            log.nowhere.append(change)
            continue
        log.later += change.date > as_of
        log.changes[place].append(change)
    for (number, line), changes in log.changes.items():
        goal = goal_of(record.set, (number, line), [], as_of)
        log.changes[number, line] = list(_completed(changes, goal))


def _completed(changes: Sequence[Change], goal: Goal) -> Iterator[Change]:
    """Changes with what was before them: told, else by the change before, else by the set.

    A set that has been brought up to date says nothing of what was before.
    """
    known: dict[ChangedField, float | str | None] = {}
    for name in {change.field for change in changes}:
        value = stood(goal, name)
        brought = any(_same(value, one.new) for one in changes if one.field is name)
        known[name] = None if brought else value
    for change in changes:
        old = known[change.field]
        known[change.field] = change.new
        told = change.old is not None or old is None
        yield change if told else change.model_copy(update={"old": old})


def stood(goal: Goal, name: ChangedField) -> float | str | None:
    """A field of a key result as it is declared, else as its words tell it: 500万元."""
    value = getattr(goal.source, name.value)
    if value is None and name in (ChangedField.BASELINE, ChangedField.TARGET):
        told: float | None = getattr(goal, name.value)
        value = None if told is None else as_written(told, goal.unit.label)
    return value if isinstance(value, int | float | str) or value is None else str(value)


def _same(one: float | str | None, other: float | str | None) -> bool:
    amounts = amount_of(one), amount_of(other)
    return one == other or (None not in amounts and amounts[0] == amounts[1])


def _places(okr_set: OkrSet) -> set[Place]:
    return {
        (number, place)
        for number, objective in enumerate(okr_set.objectives)
        for place in range(len(objective.key_results))
    }


def measured(goal: Goal, checkins: Sequence[CheckIn]) -> Goal:
    """A goal with a unit: one that names none is in that of the first check-in that names one."""
    if goal.unit.label is not None or goal.mixed or _in_stages(goal):
        return goal
    units = [unit for one in checkins if (unit := _unit_said(one)) is not None]
    if goal.is_bare and not _are_shares(goal, checkins):
        units = [unit for unit in units if unit.dimension != PERCENT]
    return replace(goal, unit=next(iter(units), goal.unit))


def _are_shares(goal: Goal, checkins: Sequence[CheckIn]) -> bool:
    """Whether a key result without a unit is a share: by its name, or as it is told every time.

    45 % of 0 to 40 is no 45, and a single 86 % of 82 to 96 could be of the way.
    """
    if names_share(goal.source.text):
        return True
    told = [amount for one in checkins if (amount := amount_of(one.value, one.unit)) is not None]
    shares = [one for one in told if one.unit.dimension == PERCENT]
    return bool(goal.baseline) and len(shares) == len(told) >= _AGAIN


def _unit_said(checkin: CheckIn) -> Unit | None:
    """The unit of a check-in's value, else of its delta; 5 % more says nothing of the unit."""
    value, delta = (amount_of(one, checkin.unit) for one in (checkin.value, checkin.delta))
    if value and not value.bare:
        return value.unit
    told = delta is not None and not delta.bare and delta.unit.dimension != PERCENT
    return delta.unit if delta and told else None


def _in_stages(goal: Goal) -> bool:
    """Whether check-ins tell a share of the way, not a value."""
    return goal.kind is KeyResultKind.MILESTONE and None in (goal.baseline, goal.target)


def points_of(
    goal: Goal, checkins: Sequence[CheckIn], limits: Thresholds, sure: Collection[date] = ()
) -> list[Point]:
    """The check-ins of a key result with their values; a delta adds to the last known value.

    Args:
        goal: The key result.
        checkins: Its check-ins in the order of their days.
        limits: What makes a value hard to believe.
        sure: The days whose value was told twice.
    """
    points: list[Point] = []
    last, told = goal.baseline, None
    for checkin in checkins:
        point = _point(goal, checkin, last)
        if _is_doubted(goal, point, told, limits, sure) and not _confirms(goal, points, point):
            point = replace(point, value=None, progress=None, doubted=point.value, before=last)
        points.append(point)
        last = last if point.value is None else point.value
        told = told if point.value is None else point.value
    return points


def _is_doubted(
    goal: Goal, point: Point, last: float | None, limits: Thresholds, sure: Collection[date]
) -> bool:
    known = point.value is not None and point.checkin.date not in sure
    return known and is_odd(goal, point.value or 0.0, last, limits)


def _confirms(goal: Goal, points: list[Point], point: Point) -> bool:
    """Whether the check-in before says about the same; then that one is believed, too."""
    at = next((i for i in reversed(range(len(points))) if _tells(points[i])), None)
    value = None if at is None else points[at].doubted
    if at is None or value is None or not near(value, point.value or 0.0):
        return False
    progress = progress_at(goal, value)
    points[at] = replace(points[at], value=value, progress=progress, doubted=None, before=None)
    return True


def _tells(point: Point) -> bool:
    return point.value is not None or point.doubted is not None


def _point(goal: Goal, checkin: CheckIn, last: float | None) -> Point:
    if _in_stages(goal):
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
