"""What all shapes stand on: the closed sets of the field, and places in a text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field


class Language(StrEnum):
    """The language and script of a line or a set."""

    EN = "en"
    ZH_HANS = "zh-Hans"
    ZH_HANT = "zh-Hant"
    MIXED = "mixed"


class Severity(StrEnum):
    """How much a finding weighs; ordered from worst to mildest."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


class Verdict(StrEnum):
    """What the whole set is: to be used, to be worked on, to be written anew."""

    READY = "ready"
    NEEDS_WORK = "needs_work"
    REWORK = "rework"


class Level(StrEnum):
    """Whose set it is."""

    COMPANY = "company"
    DEPARTMENT = "department"
    TEAM = "team"
    INDIVIDUAL = "individual"


class ObjectiveKind(StrEnum):
    """What the author declares an objective to be."""

    COMMITTED = "committed"
    ASPIRATIONAL = "aspirational"
    LEARNING = "learning"


class KeyResultKind(StrEnum):
    """What the author declares a key result to be; the text may say otherwise."""

    METRIC = "metric"
    MAINTAIN = "maintain"
    MILESTONE = "milestone"
    BASELINE = "baseline"


class FactKind(StrEnum):
    """What a key result's text names: a result, a counted activity, or a piece of work."""

    OUTCOME = "outcome"
    OUTPUT = "output"
    TASK = "task"


class BaselineFact(StrEnum):
    """Which values a key result's text states."""

    BOTH = "both"
    TARGET_ONLY = "target_only"
    NONE = "none"


class Direction(StrEnum):
    """Where the metric shall go."""

    INCREASE = "increase"
    DECREASE = "decrease"
    MAINTAIN = "maintain"


class Shape(BaseModel):
    """Base of all shapes: unknown keys are dropped (the reader notes them)."""

    # Built at first use: most commands need few of the shapes, and the whole takes 60 ms.
    model_config = ConfigDict(extra="ignore", defer_build=True)


class At(Shape):
    """Where a line's text starts in the source, both counted from 1, in characters."""

    line: int = Field(ge=1)
    column: int = Field(default=1, ge=1)


# No pydantic model of its own: every line makes dozens of them.
@dataclass(slots=True)
class Span:
    """A piece of a line's text: `text[start:end]`."""

    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]
