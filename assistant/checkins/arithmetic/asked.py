"""A value that is asked about, as it was typed and as it would count."""

from __future__ import annotations

from assistant.checkins.amounts import amount_of
from assistant.checkins.arithmetic.goal import Goal
from assistant.checkins.arithmetic.history import Point
from assistant.checkins.wording import AREA, clip, with_unit
from assistant.messages import say
from assistant.models import Language
from assistant.models.cycle import CheckIn

_MOST_CHARS = 40


def typed(checkin: CheckIn) -> str:
    """The figure of a check-in in the words of who typed it."""
    value = checkin.delta if checkin.value is None else checkin.value
    return clip(f"{value} {checkin.unit or ''}".strip(), _MOST_CHARS)


def doubted_value(point: Point, goal: Goal, language: Language) -> str:
    """A value that is hard to believe; typed in another unit, as it was typed as well."""
    value = with_unit(point.doubted, goal.unit.label, language)
    told = amount_of(point.checkin.value, point.checkin.unit)
    if told is None or told.bare or told.unit.label == goal.unit.label:
        return value
    return say(AREA, "asked_value", language, typed=typed(point.checkin), value=value)


def is_unread(point: Point) -> bool:
    """Whether a figure was told that cannot be brought to the unit of the key result."""
    told = (point.checkin.value, point.checkin.delta)
    known = point.value is not None or point.doubted is not None
    return not known and any(one is not None for one in told)
