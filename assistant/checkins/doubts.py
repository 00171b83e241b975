"""What is asked of somebody who has just typed a check-in: is this number right?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.checkins.calendar import CycleDays
from assistant.checkins.goal import goal_of
from assistant.checkins.history import log_of, measured, points_of
from assistant.checkins.oddness import odd_points
from assistant.checkins.reading.keeping import as_checkins
from assistant.checkins.team import label
from assistant.checkins.wording import AREA, with_unit
from assistant.messages import say
from assistant.models import Language
from assistant.models.cycle import CheckIn, CycleRecord
from assistant.models.reading import Reading
from assistant.models.thresholds import Thresholds
from assistant.rules.kinds.fields import cycle_bounds


def with_doubts(
    reading: Reading, record: CycleRecord, limits: Thresholds, language: Language
) -> Reading:
    """A message as it was read, with what has to be asked about it before it is kept."""
    asked = list(doubts(record, as_checkins(reading), limits, language))
    return reading.model_copy(update={"asked": asked})


def doubts(
    record: CycleRecord, entries: Sequence[CheckIn], limits: Thresholds, language: Language
) -> Iterator[str]:
    """A question for each new check-in whose value is hard to believe beside those of a cycle."""
    days = CycleDays.of(*cycle_bounds(record.set.cycle))
    for entry in entries:
        place = (entry.objective, entry.key_result)
        made = record.model_copy(update={"checkins": [*record.checkins, entry]})
        log = log_of(made, entry.date, days)
        checkins = log.checkins.get(place, [])
        goal = measured(
            goal_of(record.set, place, log.changes.get(place, []), entry.date), checkins
        )
        points = points_of(goal, checkins)
        for point, last in odd_points(goal, points, limits):
            if point.checkin is entry:
                before = goal.baseline if last is None else last
                told = [with_unit(v, goal.unit.label, language) for v in (point.value, before)]
                yield say(AREA, "doubt", language, label=label(place), value=told[0], last=told[1])
