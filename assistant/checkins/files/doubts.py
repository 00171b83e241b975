"""What is asked of somebody who has just typed a check-in: is this number right?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.checkins.arithmetic.asked import doubted_value, is_unread, typed
from assistant.checkins.arithmetic.goal import goal_of
from assistant.checkins.arithmetic.history import log_of, measured, points_of
from assistant.checkins.arithmetic.team import label
from assistant.checkins.calendar import CycleDays
from assistant.checkins.reading.keeping import as_checkins
from assistant.checkins.wording import AREA, with_unit
from assistant.messages import say
from assistant.models import Language
from assistant.models.cycle import CheckIn, CycleRecord
from assistant.models.reading import Reading, ReadItem
from assistant.models.thresholds import Thresholds
from assistant.rules.kinds.fields import cycle_bounds


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
    goal = measured(goal_of(record.set, place, log.changes.get(place, []), entry.date), checkins)
    points = points_of(goal, checkins, limits, log.repeated.get(place, ()))
    told = {"label": label(place), "typed": typed(entry)}
    figure = entry.value is not None or entry.delta is not None
    for point in [one for one in points if figure and one.checkin.date == entry.date][-1:]:
        if point.doubted is not None:
            told["value"] = doubted_value(point, goal, language)
            told["last"] = with_unit(point.before, goal.unit.label, language)
            yield say(AREA, "doubt", language, **told)
        elif is_unread(point):
            key = "doubt_percent" if goal.is_bare_for(entry) else "doubt_unread"
            yield say(AREA, key, language, **told)
