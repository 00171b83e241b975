"""The OKR set as it is read, with what its author declared."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import Field, model_validator

from assistant.models.base import At, KeyResultKind, Level, ObjectiveKind, Shape


class Cycle(Shape):
    """The time a set is made for."""

    name: str | None = None
    start: date | None = None
    end: date | None = None


class Band(Shape):
    """The range in which a maintained metric is well."""

    min: float | None = None
    max: float | None = None


class PlanPoint(Shape):
    """The progress (0 to 1) that the owner plans for a day."""

    date: date
    progress: float


class Stage(Shape):
    """A stage of a milestone, worth `value` (0 to 1) when reached."""

    name: str
    value: float
    due: date | None = None


class Initiative(Shape):
    """Work that serves an objective, kept beside its key results."""

    text: str
    owner: str | None = None
    at: At | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str) else value


class KeyResult(Shape):
    """One key result: its text and what the author declared besides.

    `baseline`, `target` and `current` are numbers, or text with a unit ("9,300万元").
    """

    text: str
    kind: KeyResultKind | None = None
    owner: str | None = None
    baseline: float | str | None = None
    target: float | str | None = None
    current: float | str | None = None
    unit: str | None = None
    source: str | None = None
    due: date | None = None
    closed_on: date | None = None
    weight: float | None = None
    band: Band | None = None
    plan: list[PlanPoint] = Field(default_factory=list)
    stages: list[Stage] = Field(default_factory=list)
    at: At | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str) else value


class Objective(Shape):
    """One objective with its key results; its text may be empty where only these are known."""

    objective: str
    kind: ObjectiveKind | None = None
    owner: str | None = None
    parent: str | None = None
    key_results: list[KeyResult] = Field(default_factory=list)
    initiatives: list[Initiative] = Field(default_factory=list)
    at: At | None = None


class OkrSet(Shape):
    """The objectives of one owner for one cycle."""

    id: str | None = None
    team: str | None = None
    level: Level | None = None
    industry: str | None = None
    owner: str | None = None
    cycle: Cycle | None = None
    objectives: list[Objective]
