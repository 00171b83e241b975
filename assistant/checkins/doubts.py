"""What is asked of somebody who has just typed a check-in: is this number right?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.checkins.amounts import PERCENT, amount_of
from assistant.checkins.calendar import CycleDays
from assistant.checkins.goal import Goal, goal_of
from assistant.checkins.history import Point, log_of, measured, points_of
from assistant.checkins.oddness import odd_points
from assistant.checkins.reading.keeping import as_checkins
from assistant.checkins.team import label
from assistant.checkins.wording import AREA, clip, with_unit
from assistant.messages import say
from assistant.models import Language
from assistant.models.cycle import CheckIn, CycleRecord
from assistant.models.reading import Reading, ReadItem
from assistant.models.thresholds import Thresholds
from assistant.rules.kinds.fields import cycle_bounds

_MOST_CHARS = 40


def with_doubts(
    reading: Reading, record: CycleRecord, limits: Thresholds, language: Language
) -> Reading:
    """A message as it was read, with what has to be asked about it before it is kept.

    An amount that was typed with a scale and no unit (38w) is told in the unit of its key result,
    as it would be kept: whoever puts the item into a cycle means the same by it.
    """
    entries = as_checkins(reading, record)
    kept = {(entry.objective, entry.key_result): entry for entry in entries}
    items = [_as_kept(item, kept.get(item.key_result)) for item in reading.items]
    asked = list(doubts(record, entries, limits, language))
    return reading.model_copy(update={"items": items, "asked": asked})


def _as_kept(item: ReadItem, entry: CheckIn | None) -> ReadItem:
    """What was read of a key result in the unit of the check-in that would be kept of it."""
    if entry is None or entry.unit == item.unit:
        return item
    return item.model_copy(update={"value": entry.value, "delta": entry.delta, "unit": entry.unit})


def doubts(
    record: CycleRecord, entries: Sequence[CheckIn], limits: Thresholds, language: Language
) -> Iterator[str]:
    """A question for each new check-in whose value is hard to believe beside those of a cycle."""
    for entry in entries:
        yield from _about(record, entry, limits, language)


def _about(
    record: CycleRecord, entry: CheckIn, limits: Thresholds, language: Language
) -> Iterator[str]:
    place = (entry.objective, entry.key_result)
    made = record.model_copy(update={"checkins": [*record.checkins, entry]})
    log = log_of(made, entry.date, CycleDays.of(*cycle_bounds(record.set.cycle)))
    checkins = log.checkins.get(place, [])
    written = goal_of(record.set, place, log.changes.get(place, []), entry.date)
    goal = measured(written, checkins)
    points = points_of(goal, checkins)
    about = {"label": label(place), "typed": _typed(entry)}
    if any(point.checkin is entry and _is_unread(point) for point in points):
        yield say(AREA, "doubt_unread", language, **about)
    elif _is_percent_of_bare(written, entry):
        yield say(AREA, "doubt_percent", language, **about)
    for point, last in odd_points(goal, points, limits):
        if point.checkin is entry:
            before = goal.baseline if last is None else last
            told = [with_unit(v, goal.unit.label, language) for v in (point.value, before)]
            yield say(AREA, "doubt", language, label=label(place), value=told[0], last=told[1])


def _typed(entry: CheckIn) -> str:
    value = entry.delta if entry.value is None else entry.value
    return clip(f"{value} {entry.unit or ''}".strip(), _MOST_CHARS)


def _is_unread(point: Point) -> bool:
    """Whether a number was told, and it cannot be brought to the unit of the key result."""
    told = (point.checkin.value, point.checkin.delta)
    return point.value is None and any(one is not None for one in told)


def _is_percent_of_bare(goal: Goal, entry: CheckIn) -> bool:
    """Whether 60 % is told of a metric that goes from 3 to 8: of what, only its owner knows."""
    amount = amount_of(entry.value, entry.unit)
    in_percent = amount is not None and amount.unit.dimension == PERCENT
    bare = goal.unit.dimension is None and None not in (goal.baseline, goal.target)
    return in_percent and bare
