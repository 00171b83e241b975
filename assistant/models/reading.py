"""A message about key results, read: the fields of a check-in with the words each came from."""

from __future__ import annotations

import datetime
from enum import StrEnum

from pydantic import Field

from assistant.models.base import Language, Shape
from assistant.models.cycle import Update


class Reason(StrEnum):
    """Why words were not joined to a key result."""

    NOT_NAMED = "not_named"  # they name none
    NO_SUCH = "no_such"  # the set has none of that number
    AMBIGUOUS = "ambiguous"  # several have that number
    EARLIER = "earlier"  # they put the value of an earlier week right


class ReadItem(Update):
    """What a message says of one key result; None where it says nothing.

    `key_result` counts from 0: objective, key result. `quotes` holds for each field that is not
    None the words of the message that it was read off, as they stand there. Amounts are in `unit`,
    or where that is None in the unit of the key result, as those of a check-in are; a unit that
    was taken from the key result, where only a scale was typed (38w), has no quote.
    """

    key_result: tuple[int, int]
    value: float | None = None
    delta: float | None = None
    quotes: dict[str, str] = Field(default_factory=dict)


class Unjoined(Shape):
    """Words of the message that could not be joined to a key result, and why."""

    line: int = Field(ge=1)
    text: str
    reason: Reason
    candidates: list[tuple[int, int]] = Field(default_factory=list)


class Reading(Shape):
    """A message as it was read; shown for confirmation, it changes nothing by itself.

    `asked` are questions about values that are hard to believe, in the message's language.
    """

    items: list[ReadItem] = Field(default_factory=list)
    unjoined: list[Unjoined] = Field(default_factory=list)
    asked: list[str] = Field(default_factory=list)
    language: Language
    as_of: datetime.date
