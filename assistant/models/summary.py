"""The week's summary of a cycle: the arithmetic, the blocks that a manager reads, the facts."""

from __future__ import annotations

import datetime
from enum import StrEnum
from typing import Any

from pydantic import Field

from assistant.models.base import KeyResultKind, Language, Shape
from assistant.models.cycle import Status
from assistant.models.thresholds import Thresholds
from assistant.models.written import Written


class Shown(StrEnum):
    """What a key result or an objective is shown as; unknown is never green."""

    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    OFF_TRACK = "off_track"
    OUTDATED = "outdated"
    STALLED = "stalled"
    CLOSED = "closed"
    UNKNOWN = "unknown"


class Code(StrEnum):
    """Why a key result is worth a manager's look."""

    PACE_GAP = "PACE_GAP"
    LATE_LOW = "LATE_LOW"
    STALE = "STALE"
    CONF_DROP = "CONF_DROP"
    CONF_LOW = "CONF_LOW"
    DIVERGENT = "DIVERGENT"
    UNMOVED = "UNMOVED"
    TREND_DOWN = "TREND_DOWN"
    WENT_BACK = "WENT_BACK"
    TARGET_EASED = "TARGET_EASED"
    NO_BASELINE = "NO_BASELINE"
    NO_OWNER = "NO_OWNER"
    BLOCKED = "BLOCKED"


class Header(Shape):
    """Whose cycle it is and how far it has gone; `elapsed` is 0 to 1.

    `cutoff` is the day that was asked for, `last_entry` that of the last check-in or change.
    """

    team: str | None = None
    cycle: str | None = None
    week: int | None = None
    weeks: int | None = None
    elapsed: float | None = None
    cutoff: datetime.date
    last_entry: datetime.date | None = None


class Coverage(Shape):
    """How many key results had to be checked in by the cut-off, and how many were.

    `missing` are the places of those that were not: key results, whoever owns them; `late` are
    those of them whose grace has not run out yet.
    """

    due: int
    checked_in: int
    missing: list[tuple[int, int]] = Field(default_factory=list)
    late: list[tuple[int, int]] = Field(default_factory=list)


class Headline(Shape):
    """The means and how they moved within a week; counts of key results by what is shown.

    Of those that are closed, `reached` have reached their target (or stayed within their band); of
    `ended_unknown` nobody knows.
    """

    mean_progress: float | None = None
    progress_change: float | None = None
    mean_confidence: float | None = None
    confidence_change: float | None = None
    counts: dict[Shown, int] = Field(default_factory=dict)
    reached: int = 0
    ended_unknown: int = 0


class ObjectiveState(Shape):
    """Progress: the weighted mean of what is known; status: that of the weakest key result."""

    objective: int
    text: str = ""
    progress: float | None = None
    known: int = 0
    key_results: int = 0
    rescaled: bool = False
    shown: Shown


class Forecast(Shape):
    """Where the straight line through the check-ins ends; low and high hold it at 80 %.

    `value`, `low` and `high` are in the key result's unit, `progress` is 0 to 1 and beyond.
    """

    value: float | None = None
    progress: float
    low: float | None = None
    high: float | None = None
    points: int


class KeyResultState(Shape):
    """All that is computed of one key result; None is unknown.

    `judged` is the worse of what is said and computed, whether or not silence or the end is shown;
    `confidence_low` says that the last confidence is below the bound, whenever it fell there;
    `confidence_on` and `reported_on` are the days of the last confidence and of the last status.
    """

    objective: int
    key_result: int
    text: str = ""
    owner: str | None = None
    kind: KeyResultKind | None = None
    unit: str | None = None
    baseline: float | None = None
    value: float | None = None
    target: float | None = None
    progress: float | None = None
    progress_change: float | None = None
    expected: float | None = None
    gap: float | None = None
    pace: Status | None = None
    in_band: bool | None = None
    reported: Status | None = None
    reported_by: str | None = None
    reported_on: datetime.date | None = None
    shown: Shown
    judged: Status | None = None
    confidence: float | None = None
    confidence_change: float | None = None
    confidence_low: bool = False
    confidence_on: datetime.date | None = None
    last: datetime.date | None = None
    days_since: int | None = None
    unmoved: bool = False
    divergent: bool = False
    forecast: Forecast | None = None
    codes: list[Code] = Field(default_factory=list)


class Item(Shape):
    """One statement of a block, with the facts that it rests on.

    `quote` holds somebody's own words, in their language; they are not part of `text`.
    """

    objective: int | None = None
    key_result: int | None = None
    text: str
    quote: str | None = None
    facts: list[str] = Field(default_factory=list)
    codes: list[Code] = Field(default_factory=list)
    written_by: str = "rules"


class Block(Shape):
    """One of the sixteen blocks; blocks without items are left out."""

    block: int = Field(ge=1, le=16)
    title: str
    items: list[Item]


class AgendaPoint(Shape):
    """A part of the weekly meeting: what to speak about, and for how long."""

    minutes: int
    title: str
    items: list[Item] = Field(default_factory=list)


class Fact(Shape):
    """Something that may be said, and what it rests on.

    `formula` and `inputs` (ids of other facts) stand behind what was computed; `source` names the
    check-in, the change or the set behind what was given.
    """

    fact_id: str
    objective: int | None = None
    key_result: tuple[int, int] | None = None
    kind: str
    value: Any = None
    unit: str | None = None
    as_of: datetime.date
    source: str
    formula: str | None = None
    inputs: list[str] = Field(default_factory=list)


class Picture(Shape):
    """A chart as SVG, its title and what it shows in words."""

    name: str
    title: str
    description: str
    svg: str


class Summary(Shape):
    """The week of one team; `written` is what a model wrote of it, where one was asked.

    `people` are all whom the cycle names: owners, authors of check-ins, owners of blockers.
    """

    header: Header
    coverage: Coverage
    headline: Headline
    objectives: list[ObjectiveState] = Field(default_factory=list)
    key_results: list[KeyResultState] = Field(default_factory=list)
    blocks: list[Block] = Field(default_factory=list)
    more_attention: list[tuple[int, int]] = Field(default_factory=list)
    agenda: list[AgendaPoint] = Field(default_factory=list)
    facts: list[Fact] = Field(default_factory=list)
    people: list[str] = Field(default_factory=list)
    notes: list[str] = Field(default_factory=list)
    written: Written | None = None
    message_language: Language
    settings: Thresholds
    markdown: str = ""
