"""A cycle with its weekly check-ins: one document, what `okr-coach checkin` works on."""

from __future__ import annotations

import datetime
from enum import StrEnum
from typing import Any

from pydantic import Field, FiniteFloat, model_validator

from assistant.models.base import Shape
from assistant.models.okr import OkrSet


class Status(StrEnum):
    """What an owner says of a key result, and what its pace says; ordered from best to worst."""

    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    OFF_TRACK = "off_track"


class Commitment(Shape):
    """What somebody promised for a week; `done` is None while nobody has said."""

    text: str
    done: bool | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str) else value


class Update(Shape):
    """What an update says of a key result besides its value."""

    unit: str | None = None
    confidence: float | None = Field(default=None, ge=0, le=10)
    status: Status | None = None
    comment: str | None = None
    evidence: str | None = None
    blocker: str | None = None
    blocker_owner: str | None = None
    ask: str | None = None
    next_action: str | None = None
    due: datetime.date | None = None
    commitments: list[Commitment] = Field(default_factory=list)


class CheckIn(Update):
    """What was said of one key result on one day; None where nothing was said.

    `value` is where the metric stands, `delta` by how much it moved since the last value; both are
    numbers, or text with a unit ("9,300万元"). `ask` is what somebody else is asked for.
    """

    date: datetime.date
    objective: int = Field(ge=0)
    key_result: int = Field(ge=0)
    author: str | None = None
    value: FiniteFloat | str | None = None
    delta: FiniteFloat | str | None = None


class ChangedField(StrEnum):
    """What of a key result can be changed in mid-cycle."""

    TARGET = "target"
    BASELINE = "baseline"
    OWNER = "owner"
    DUE = "due"
    WEIGHT = "weight"
    UNIT = "unit"
    TEXT = "text"


class Change(Shape):
    """A field of a key result that was changed in mid-cycle, in force from its day on."""

    date: datetime.date
    objective: int = Field(ge=0)
    key_result: int = Field(ge=0)
    field: ChangedField
    old: FiniteFloat | str | None = None
    new: FiniteFloat | str | None = None
    reason: str | None = None


class CycleRecord(Shape):
    """An OKR set with its check-ins and changes, in the order in which they were written down.

    What a later check-in of a day says again corrects an earlier one. `as_of` is the last day that
    counts; the day of the call where it is None.
    """

    set: OkrSet
    as_of: datetime.date | None = None
    checkins: list[CheckIn] = Field(default_factory=list)
    changes: list[Change] = Field(default_factory=list)
