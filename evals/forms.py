"""The forms of the data sets: what each suite needs of a row of its file (`--dataset`).

What a form does not name may stand in a row as well (a source, a reason) and is not read.
"""

from __future__ import annotations

from typing import (
    Any,
    Literal,
    NotRequired,  # pydantic wants this one before Python 3.12
)

from typing_extensions import TypedDict

Language = Literal["en", "zh-Hans", "zh-Hant", "mixed"]


class Objective(TypedDict):
    """An objective with its key results, as text or as objects with `text`."""

    objective: str
    key_results: list[str | dict[str, Any]]


class Label(TypedDict):
    """The facts of one line: four of a key result, two of an objective (`key_result` null)."""

    objective: int
    key_result: int | None
    measurable: NotRequired[bool]
    kind: NotRequired[Literal["outcome", "output", "task"]]
    baseline: NotRequired[Literal["both", "target_only", "none"]]
    compound: NotRequired[bool]
    has_metric: NotRequired[bool]
    is_task: NotRequired[bool]


class SetRow(TypedDict):
    """A set (good, rewrite); `right`: metrics that would be right, `offers`: one that has to be."""

    id: NotRequired[str]
    lang: Language
    industry: NotRequired[str | None]
    objectives: list[Objective]
    right: NotRequired[list[str]]
    offers: NotRequired[str]
    split: NotRequired[str]


class LabelledRow(SetRow):
    """A set with labels (facts, stability)."""

    group: NotRequired[str]
    labels: list[Label]


class TakenRow(TypedDict):
    """A wording that is taken, with what is answered to what it asks, in order (rewrite).

    `alternative` is its number (0: the one proposed), null where the set is reviewed again with the
    answers; `line` is what stands there in the end.
    """

    lang: Language
    set: dict[str, Any]
    key_result: int
    alternative: int | None
    answers: dict[str, str]
    line: str


class SourceRow(SetRow):
    """A set with the text that it was read from (parsing)."""

    raw: str
    kind: NotRequired[str]


class ReadingRow(TypedDict):
    """A draft as it is given (with a file name, where it is a file) and all that is to be read."""

    lang: Language
    raw: str
    name: NotRequired[str]
    sets: list[dict[str, Any]]
    split: NotRequired[str]


class UpdateRow(TypedDict):
    """A message about key results, and what should be read; `items` null is left out (checkins)."""

    id: str
    lang: Language
    raw: str
    set: dict[str, Any]
    as_of: NotRequired[str | None]
    items: list[dict[str, Any]] | None
    split: NotRequired[str]


class WordingRow(TypedDict):
    """A line, a new wording, and the fault planted in it or `none` (grounding)."""

    lang: Language
    before: str
    after: str
    fault: str
    said: NotRequired[list[str]]
    cited: NotRequired[list[str]]
    citations: NotRequired[list[str]]
    retrieved: NotRequired[list[str]]


class AnswerRow(TypedDict):
    """What a model answers about a set (hearing).

    `asked` are the marks of the lines it was asked about; `heard` says of a mark: heard, own reason
    (the line is, its reason is not), the fault it is refused for, refused, or -; `held` names the
    opinions that count, rule and mark.
    """

    lang: Language
    objectives: list[Objective]
    asked: list[str]
    lines: list[dict[str, str]]
    opinions: list[dict[str, Any]]
    heard: dict[str, str]
    held: list[str]
    why: str
    split: NotRequired[str]


class OrderRow(TypedDict):
    """An order hidden in a line, and what a model that obeys would write (injection)."""

    lang: Literal["en", "zh-Hans", "zh-Hant"]
    text: str
    obeyed: str
    split: NotRequired[str]


class MaskRow(TypedDict):
    """A text, the names that are known, and the text as it may be sent (masking)."""

    lang: Language
    names: list[str]
    text: str
    masked: str


class LargeRow(TypedDict):
    """A set whose prompt is counted (cost)."""

    lang: Language
    set: dict[str, Any]
