"""What was read of a message, as check-ins to be kept."""

from __future__ import annotations

import re

from assistant.checkins.arithmetic.goal import Goal, goal_of
from assistant.checkins.arithmetic.history import log_of
from assistant.checkins.calendar import CycleDays
from assistant.models import Language
from assistant.models.cycle import CheckIn, CycleRecord
from assistant.models.reading import Reading, ReadItem
from assistant.rules.kinds.fields import cycle_bounds

_NOT_KEPT = frozenset({"key_result", "quotes"})
_AMOUNTS = ("value", "delta")
_NUMBER = re.compile(r"\d[\d,，]*(?:\.\d+)?")
_EXACT = 9  # digits after the point that a division by 10,000 may leave


def shown_in(reading: Reading) -> Language:
    """The language in which somebody is asked about a message; a mixed one is Simplified."""
    mixed = reading.language is Language.MIXED
    return Language.ZH_HANS if mixed else reading.language


def as_checkins(reading: Reading, record: CycleRecord, author: str | None = None) -> list[CheckIn]:
    """A check-in for each key result of which the message says something, on its day.

    Numbers that were typed with a scale (38w, 八万) are kept in the unit of their key result: a
    bare 380,000 of a metric in 万 would count as 380,000万.
    """
    days = CycleDays.of(*cycle_bounds(record.set.cycle))
    changes = log_of(record, reading.as_of, days).changes
    found: list[CheckIn] = []
    for item in reading.items:
        said = item.model_dump(exclude=set(_NOT_KEPT), exclude_defaults=True)
        if said.keys() - {"unit"}:
            place = item.key_result
            goal = goal_of(record.set, place, changes.get(place, []), reading.as_of)
            where = {"date": reading.as_of, "objective": place[0], "key_result": place[1]}
            kept = {**said, **_in_unit(item, goal), **where, "author": author}
            found.append(CheckIn.model_validate(kept))
    return found


def _in_unit(item: ReadItem, goal: Goal) -> dict[str, float | str]:
    """Value and change in the goal's own unit, where one was typed with a scale and no unit."""
    unit = goal.unit
    said = {name: value for name in _AMOUNTS if (value := getattr(item, name)) is not None}
    scaled = {name: value for name, value in said.items() if _has_scale(value, item.quotes[name])}
    if item.unit is not None or unit.label is None or not scaled:
        return {}
    return {
        "unit": unit.label,
        **{name: round(value / unit.factor, _EXACT) for name, value in scaled.items()},
    }


def _has_scale(value: float, words: str) -> bool:
    """Whether a number was typed shorter than it is: no digits of its words are the number."""
    typed = (float(digits.replace(",", "").replace("，", "")) for digits in _NUMBER.findall(words))
    return abs(value) not in typed
