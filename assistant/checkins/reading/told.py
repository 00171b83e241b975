"""A message with all that was found in it before anything was joined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.checkins.reading.days import Day
from assistant.checkins.reading.earlier import Stretch
from assistant.checkins.reading.message import Message
from assistant.language.figures.draft import Draft


@dataclass(frozen=True)
class Told:
    """A message with what was found in it before anything was joined."""

    message: Message
    drafts: Sequence[Draft]
    days: Sequence[Day]
    as_of: date
    shared: frozenset[int] = frozenset()  # starts of clauses that speak of all key results
    earlier: Sequence[Stretch] = ()  # what puts an earlier week right
    has_several: bool = False  # key results that may be meant
    weighed: bool = True  # whether the words of a clause are weighed beside the rules
