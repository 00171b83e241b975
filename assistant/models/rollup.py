"""The week of many teams: counts and names, never one number alone, never a ranking of people."""

from __future__ import annotations

import datetime

from pydantic import Field

from assistant.models.base import Direction, Language, Level, Shape
from assistant.models.summary import Code, Shown
from assistant.models.thresholds import Thresholds


class KeyResultRef(Shape):
    """A key result of a team, by its file and its 0-based place."""

    file: str
    team: str
    objective: int
    key_result: int
    text: str


class Worst(KeyResultRef):
    """A key result that needs attention; `stated_on` is the day of a status that was only said.

    `confidence_on` is the day of the last confidence.
    """

    shown: Shown
    progress: float | None = None
    expected: float | None = None
    gap: float | None = None
    stated_on: datetime.date | None = None
    confidence_on: datetime.date | None = None
    codes: list[Code] = Field(default_factory=list)


class LevelState(Shape):
    """The teams of one level: how many key results are shown as what, and the worst of them."""

    level: Level
    teams: int = 0
    key_results: int = 0
    counts: dict[Shown, int] = Field(default_factory=dict)
    attention: int = 0
    worst: list[Worst] = Field(default_factory=list)


class TeamWeek(Shape):
    """One team's week: the means of its headline, and what was told, promised and changed.

    Of `due` key results `checked_in` were told of within the week; `promised` counts the promises
    that are open, `overdue` those of them whose day is over, `changes` those made in the week.
    Of `closed` key results `reached` have reached their target.
    """

    file: str
    team: str
    mean_progress: float | None = None
    mean_expected: float | None = None
    due: int = 0
    checked_in: int = 0
    promised: int = 0
    overdue: int = 0
    changes: int = 0
    closed: int = 0
    reached: int = 0


class AskedOf(KeyResultRef):
    """A blocker or an ask that names another team, in the words of who said it."""

    asked: str
    date: datetime.date
    quote: str


class Pull(KeyResultRef):
    """One side of a metric that teams pull in different directions."""

    direction: Direction


class Opposed(Shape):
    """A metric that some teams want higher and others lower."""

    metric: str
    pulls: list[Pull]


class Still(KeyResultRef):
    """A key result without movement."""

    since: datetime.date


class UnreadCycle(Shape):
    """A file that is no cycle, and why."""

    file: str
    message: str


class RollUp(Shape):
    """All cycles of a folder; `final_progress` is the mean over the teams whose cycle is over."""

    cutoff: datetime.date
    last_entry: datetime.date | None = None
    teams: int
    key_results: int
    counts: dict[Shown, int] = Field(default_factory=dict)
    closed: int = 0
    reached: int = 0
    final_progress: float | None = None
    over: int = 0
    without_check_in: list[str] = Field(default_factory=list)
    weeks: list[TeamWeek] = Field(default_factory=list)  # by name: no order of merit
    levels: list[LevelState] = Field(default_factory=list)
    asked: list[AskedOf] = Field(default_factory=list)
    opposed: list[Opposed] = Field(default_factory=list)
    unmoved: list[Still] = Field(default_factory=list)
    unmoved_count: int = 0
    unread: list[UnreadCycle] = Field(default_factory=list)
    message_language: Language
    settings: Thresholds
    markdown: str = ""
