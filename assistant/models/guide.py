"""Template sets and implementation guides: what is asked for, and what comes out."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import Literal

from pydantic import Field

from assistant.models.answer import Provenance
from assistant.models.base import Language, Level, Shape
from assistant.models.okr import OkrSet

_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_STOPS = (".", "?", "!", "？", "！", "。")
_WIDE = ("？", "！", "。")  # these need no space behind them


class Size(StrEnum):
    """How large the company is."""

    SMALL = "small"  # under 50 people
    MEDIUM = "medium"  # 50 to 250
    LARGE = "large"  # 251 to 5,000
    GROUP = "group"  # above


class Maturity(StrEnum):
    """How long it has worked with OKRs."""

    FIRST_CYCLE = "first-cycle"
    PILOTING = "piloting"
    MATURE = "mature"


class GuideParameters(Shape):
    """What a coach asks for; `industry` and `function` are ids of the taxonomy.

    `also` are further industries that the name holds; `asked_size` is a number of people as it
    was typed, `asked_function` words for a function that another stands in for. Without a level
    none was asked for.
    """

    industry: str
    asked_industry: str
    also: list[str] = Field(default_factory=list)
    company_type: str | None = None
    size: Size = Size.MEDIUM
    asked_size: str | None = None
    maturity: Maturity = Maturity.FIRST_CYCLE
    focus: list[str] = Field(default_factory=list)
    function: str | None = None
    asked_function: str | None = None
    level: Level | None = None
    language: Language = Language.EN
    cycle: str | None = None
    start: date | None = None
    end: date | None = None


class Style(StrEnum):
    """How a sentence stands on the page."""

    TEXT = "text"
    ITEM = "item"
    HEADING = "heading"
    SUBHEADING = "subheading"

    @property
    def heads(self) -> bool:
        """Whether it stands over others, and so needs no source."""
        return self in (Style.HEADING, Style.SUBHEADING)


class Sentence(Shape):
    """One statement of a guide with the manifest's sources that carry it."""

    text: str
    citations: list[str]
    written_by: Literal["knowledge", "model"] = "knowledge"
    style: Style = Style.TEXT


class Table(Shape):
    """A table of a section; every row has as many cells as the head. `note` stands above it."""

    title: str
    note: str = ""
    head: list[str]
    rows: list[list[str]]


class GuideSection(Shape):
    """One of the nine parts."""

    id: str
    title: str
    sentences: list[Sentence]
    tables: list[Table] = Field(default_factory=list)


class Reference(Shape):
    """One source as it is listed at the end; `dated` tells when it was published or read."""

    id: str
    title: str
    publisher: str
    url: str | None = None
    dated: str = ""
    note: str

    @property
    def told(self) -> str:
        """What it is and how far it can be trusted, in brackets of its script."""
        between = "; " if self.note.isascii() else "；"
        told = between.join(filter(None, [self.dated, self.note]))
        return f"({told})" if told.isascii() else f"（{told}）"

    @property
    def told_behind(self) -> str:
        """The same, set apart from what stands in front; a Chinese bracket needs no space."""
        close = self.told.startswith("（") and (self.url or self.named).endswith("。")
        return self.told if close else f" {self.told}"

    @property
    def named(self) -> str:
        """Title and publisher, as a reader cites it, with the full stops of their script."""
        parts = [each for each in (self.title, self.publisher) if each]
        chinese = not self.note.isascii() and _CHINESE.search("".join(parts)) is not None
        stop = "。" if chinese else "."
        ended = [each if each.endswith(_STOPS) else each + stop for each in parts]
        return "".join(each if each.endswith(_WIDE) else f"{each} " for each in ended).strip()


class Guide(Shape):
    """An implementation guide."""

    title: str
    parameters: GuideParameters
    sections: list[GuideSection]
    references: list[Reference]
    notes: list[str] = Field(default_factory=list)
    provenance: Provenance = Field(default_factory=Provenance)


class FormKeyResult(Shape):
    """One key result as a form to fill in."""

    objective: int
    key_result: int
    text: str
    metric_id: str | None = None
    metric: str
    definition: str
    formula: str
    baseline: str
    target: str
    unit: str
    source: str
    owner: str
    due: str
    timing: str
    guardrail: str | None = None
    why: str
    replace: str


class Dependency(Shape):
    """A key result that several departments move: one DRI, and RACI."""

    objective: int
    key_result: int
    text: str
    responsible: str
    dri: str
    consulted: list[str]
    informed: list[str]


class Template(Shape):
    """A set of OKRs as forms; `reasons` tell of each objective why its key results fit it.

    `advice` is what a set for such a company and such a focus should heed.
    """

    title: str
    parameters: GuideParameters
    sets: list[OkrSet]
    reasons: list[str] = Field(default_factory=list)
    forms: list[FormKeyResult]
    dependencies: list[Dependency]
    advice: list[Sentence] = Field(default_factory=list)
    leave_out: list[Sentence]
    sources: list[Reference]
    notes: list[str] = Field(default_factory=list)
