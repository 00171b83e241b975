"""The shapes that go in and out: OKR sets, facts, findings, answers.

Each is published as a JSON Schema (`okr-coach schema`). Indexes are 0-based positions in the
set; spans are character offsets into the line's own text; `At` is 1-based.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator


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


class Span(Shape):
    """A piece of a line's text: `text[start:end]`."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)


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


class ObjectiveFacts(Shape):
    """What an objective's text says (`labelling-guide`: has_metric, is_task)."""

    objective: int
    key_result: None = None
    language: Language
    has_metric: bool
    is_task: bool


class KeyResultFacts(Shape):
    """What a key result's text says.

    `baseline_value` and `target_value` are in `unit`; 30% is 30.0 with unit "%", 1.2万 is
    12000.0. `target_value` of a range is its end that must be reached.
    """

    objective: int
    key_result: int
    language: Language
    measurable: bool
    kind: FactKind
    baseline: BaselineFact
    compound: bool
    metric: str | None = None
    direction: Direction | None = None
    baseline_value: float | None = None
    target_value: float | None = None
    unit: str | None = None
    due: date | None = None
    source: str | None = None
    owner: str | None = None


class Finding(Shape):
    """One rule that a line or the set breaks, with the words that show it and the mend."""

    rule: str
    name: str
    variant: str | None = None
    severity: Severity
    objective: int | None = None
    key_result: int | None = None
    span: Span | None = None
    quote: str | None = None
    message: str
    why: str
    fix: str


class Unread(Shape):
    """A line of the source that is neither objective nor key result."""

    line: int
    text: str


class Deduction(Shape):
    """What one rule took from the score, for its worst finding."""

    rule: str
    severity: Severity
    points: int


class Arithmetic(Shape):
    """How the score came about: 100, less each deduction, not below 0, then the cap."""

    start: int = 100
    deductions: list[Deduction] = Field(default_factory=list)
    cap: int | None = None
    cap_reason: str | None = None


class PromptStamp(Shape):
    """Which prompt a model was given."""

    id: str
    version: int
    sha: str


class Provenance(Shape):
    """What an answer was made with."""

    prompts: list[PromptStamp] = Field(default_factory=list)
    model: str | None = None
    attempts: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    notes: list[str] = Field(default_factory=list)


class Answer(Shape):
    """The verdict on one set, with all its reasons; the same from command line and API."""

    id: str | None = None
    set: OkrSet
    unread: list[Unread] = Field(default_factory=list)
    language: Language
    message_language: Language
    profile: str
    pack: str | None = None
    rubric_version: str
    score: int
    verdict: Verdict
    arithmetic: Arithmetic
    facts: list[ObjectiveFacts | KeyResultFacts] = Field(default_factory=list)
    findings: list[Finding] = Field(default_factory=list)
    suggestions: list[dict[str, Any]] = Field(default_factory=list)
    examples: list[dict[str, Any]] = Field(default_factory=list)
    provenance: Provenance = Field(default_factory=Provenance)


class Problem(Shape):
    """The inside of an error object."""

    code: str
    message: str
    file: str | None = None
    line: int | None = None
    column: int | None = None
    field: str | None = None
    fix: str


class ErrorObject(Shape):
    """What stands in the place of an answer that could not be given."""

    error: Problem


SchemaName = Literal["okr-set", "answer"]
SCHEMAS: dict[SchemaName, type[BaseModel]] = {"okr-set": OkrSet, "answer": Answer}
