"""The answer to a draft: facts, findings, score, and what it was made with."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from assistant.models.base import (
    BaselineFact,
    Direction,
    FactKind,
    Language,
    Severity,
    Shape,
    Span,
    Verdict,
)
from assistant.models.okr import OkrSet
from assistant.models.suggestion import Example, Opinion, Suggestion


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
    """How the score came about: 100, less each deduction, not below 0, then the cap.

    `verdict_reason` tells why a set is not ready, or what is still to fill in one that is.
    """

    start: int = 100
    deductions: list[Deduction] = Field(default_factory=list)
    cap: int | None = None
    cap_reason: str | None = None
    verdict_reason: str | None = None


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
    suggestions: list[Suggestion] = Field(default_factory=list)
    opinions: list[Opinion] = Field(default_factory=list)
    examples: list[Example] = Field(default_factory=list)
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
