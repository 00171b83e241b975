"""What a review adds to a check: suggestions with their questions, and examples that fit."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from assistant.models.base import Shape


class Action(StrEnum):
    """What a suggestion does to the set."""

    REPLACE = "replace"
    SPLIT = "split"  # `after` and `more` take the line's place
    ADD = "add"  # `after` is a new line under the objective
    MOVE = "move"  # a number leaves the objective (`after`) for a key result (`more`)
    MERGE = "merge"
    PARK = "park"


class Asks(StrEnum):
    """What a question asks for."""

    BASELINE = "baseline"
    TARGET = "target"
    UNIT = "unit"
    DUE = "due"
    SOURCE = "source"
    OWNER = "owner"
    METRIC = "metric"


class WrittenBy(StrEnum):
    """Who proposed the words; the same rules have judged them either way."""

    RULES = "rules"
    MODEL = "model"


class ModelUse(StrEnum):
    """Whether a language model writes too; `auto`: where one is set."""

    AUTO = "auto"
    ON = "on"
    OFF = "off"


class Question(Shape):
    """One thing that only the author knows; the id depends on place, text and what is asked."""

    id: str
    asks: Asks
    text: str


class Alternative(Shape):
    """Another line for the same work; `metric` is an id of the metric library."""

    after: str
    metric: str | None = None
    why: str


class Suggestion(Shape):
    """A better line, or a change of the set, with all that its author needs to decide on it.

    `objective` and `key_result` say where, as in a finding. `alternatives` begin with the metric
    that `after` uses. `fixes` and `remaining` are ids of rules; what remains has its reason in
    `why` or a question. `citations` are `document#anchor`.
    """

    id: str
    action: Action
    objective: int | None = None
    key_result: int | None = None
    before: str
    after: str
    more: list[str] = Field(default_factory=list)
    alternatives: list[Alternative] = Field(default_factory=list)
    why: str
    initiative: str | None = None
    placeholders: list[Asks] = Field(default_factory=list)
    questions: list[Question] = Field(default_factory=list)
    assumed: list[str] = Field(default_factory=list)
    fixes: list[str] = Field(default_factory=list)
    remaining: list[str] = Field(default_factory=list)
    written_by: WrittenBy = WrittenBy.RULES
    citations: list[str] = Field(default_factory=list)


class Opinion(Shape):
    """A model's answer to a judgement rule about one line; it decides nothing.

    `holds` says whether the line does what the rule asks; `quote` stands in the line.
    """

    rule: str
    objective: int
    key_result: int | None = None
    quote: str
    reason: str
    holds: bool


class ExampleSource(Shape):
    """Where an example comes from."""

    title: str
    url: str | None = None


class Example(Shape):
    """A passage of the knowledge base that fits the set."""

    passage_id: str
    title: str
    text: str
    industry: str
    source: ExampleSource
