"""What the language layer hands to the rules: a line, what it says, and the words that say it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from assistant.models import KeyResultFacts, Language, ObjectiveFacts, Span
from assistant.records import record


class QuantityKind(StrEnum):
    """What a number counts or measures."""

    PERCENT = "percent"  # 30%, 三成
    POINTS = "points"  # percentage points, 个百分点
    COUNT = "count"  # 12 schools, 3 场
    MONEY = "money"
    DURATION = "duration"  # 3 days, 400ms
    SIZE = "size"  # 3 MB, 5 km, 70 kg
    RATING = "rating"  # 4.5/5, NPS 45, 95分
    MULTIPLE = "multiple"  # 2x, 翻番, 3倍
    RANK = "rank"  # top 3, 前10
    BARE = "bare"  # a number that names nothing


class Comparator(StrEnum):
    """How a number bounds its metric."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    MORE = "more"
    LESS = "less"
    ABOUT = "about"


class Role(StrEnum):
    """What a quantity does in its line."""

    BASELINE = "baseline"
    TARGET = "target"
    CHANGE = "change"  # by 20%, 降低50%: relative to a base
    SCOPE = "scope"  # the 10 largest customers, within 3 months: no target
    OTHER = "other"


@record
class Quantity:
    """A number as written, with its unit.

    `low` and `high` are equal but for ranges; both are in `unit` after 万/亿/k/m are applied.
    """

    span: Span
    kind: QuantityKind
    low: float
    high: float
    unit: str | None
    comparator: Comparator | None = None
    role: Role = Role.OTHER
    frequency: bool = False  # 每周3次, 2 per week


@record
class DateMention:
    """A day, month, quarter or half-year named in a line; `start`/`end` when it has a year.

    `no_day` tells of a day that no calendar has: 30 February.
    """

    span: Span
    start: date | None
    end: date | None
    no_day: bool = False


@record
class Pair:
    """A starting value and an end value of one metric; None stands for a placeholder."""

    span: Span  # from the first to the last of the two
    baseline: Quantity | None
    target: Quantity | None
    baseline_span: Span
    target_span: Span

    @property
    def pending(self) -> bool:
        """Whether a value is still to be filled in (from X% to Y%)."""
        return self.baseline is None or self.target is None


@record
class LineReading:
    """What is read off any line.

    `text` is the line as `tighten` leaves it; all spans of a reading are offsets into it,
    and `typed` tells where that stands in the line as the user typed it. `folded` has the same
    length: half-width, Simplified, lower case; all patterns look at it.
    """

    text: str
    folded: str
    language: Language
    quantities: tuple[Quantity, ...]
    dates: tuple[DateMention, ...]
    placeholders: tuple[Span, ...]  # X%, N天, TBD, [target to set]
    clauses: tuple[Span, ...]  # parts between , ; 。 and the like
    pairs: tuple[Pair, ...]  # from 4% to 2%, 3天→1天
    places: Sequence[int]  # of each character of `text` in the line as typed

    def typed(self, span: Span) -> Span:
        """The place of a span in the line as typed."""
        return Span(start=self.places[span.start], end=self.places[span.end - 1] + 1)


@record
class KeyResultReading(LineReading):
    """A key result, its facts, and the words behind each fact."""

    facts: KeyResultFacts
    metric: Span | None = None  # the words that name the metric
    kind_words: Span | None = None  # the verb or noun that makes it a task or an output
    parts: tuple[Span, ...] = ()  # what a compound line joins
    standard: Span | None = None  # a named pass/fail standard (ISO 27001, SOC 2)
    all_or_none: Span | None = None  # zero, all, every, 全员, 零
    maintained: Span | None = None  # keep, maintain, 保持, 维持
    relative: Span | None = None  # by 30%, YoY, 同比, double: a change that names no base
    activity: Span | None = None  # help, support, 协助: an activity as the result


@record
class ObjectiveReading(LineReading):
    """An objective, its facts, and the words behind each fact."""

    facts: ObjectiveFacts
    task_words: Span | None = None
    parts: tuple[Span, ...] = ()
    maintained: Span | None = None
