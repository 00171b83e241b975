"""A number of a message with what it is: the value, a change, one of before, a goal, or another."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from assistant.checkins.reading.clauses import Clause
from assistant.language.reading import QuantityKind as Kind


class Role(StrEnum):
    """What a number does in a message."""

    VALUE = "value"
    DELTA = "delta"
    PREVIOUS = "previous"
    GOAL = "goal"
    OTHER = "other"


@dataclass(slots=True)
class Figure:
    """A number with its role; `sure`: words say that it is how things stand now."""

    start: int
    end: int
    value: float
    kind: Kind
    unit: str | None
    role: Role
    clause: Clause
    sure: bool = False
    total: bool = False  # of all together
    weak: bool = False
    week: bool = False  # of this week alone, perhaps
    remains: bool = False  # still open
    part: bool = False  # of a whole: 3 of 8
    unreal: bool = False  # planned, hoped for, true only if something comes
    signed: bool = False  # with a plus or minus
    stands: bool = False  # signed right behind the name, and nothing compares it: NPS: -4
    named: bool = False  # right behind a word of the key result's name
    came: bool = False  # this week, of a whole that is told too
    others: bool = False  # people or things stand behind it that are not what is measured
    noun: bool = False  # a word that it counts stands behind it: 9 帐
    sign: int | None = None  # of a change: 1, -1, or None where only better or worse is said
    better: bool | None = None
    corrects: list[int] = field(default_factory=list)  # where what it takes back stands
    told_from: int | None = None  # where the words begin that take something back
