"""All of `knowledge/guide/`: what guides are composed from besides the documents."""

from __future__ import annotations

from pydantic import Field

from assistant.models.knowledge import Filed, Words
from assistant.models.plans import (
    Bodies,
    Claims,
    Core,
    Focus,
    IndustryProfile,
    Kind,
    Lesson,
    Plan,
    Readers,
    Shared,
    Statement,
    Task,
    Trade,
)


class Parts(Filed):
    """What every guide says, and what only some are told."""

    plants: list[str]
    supporting: list[str]
    told_to: dict[str, list[str]]
    pitfalls_for: dict[str, list[str]]
    why: list[Statement]
    why_for: dict[str, list[Statement]]
    samples: list[Statement]
    adoption_unknown: list[Statement]
    adoption_single: list[Statement]
    adopters_none: list[Statement]
    adopters_all: list[Statement]
    adopters_few: list[Statement]
    adopters_own: list[Statement]
    adopters_others: list[Statement]
    industry_unknown: list[Statement]
    industry_any: list[Statement]
    unconfirmed: list[Statement]
    cases_note: list[Statement]
    pay_disputed: list[Statement]
    conclusion: list[Statement]
    conclusion_for: dict[str, list[Statement]]
    first_steps: dict[str, list[Statement]]
    leave_out: list[Statement]


class Sets(Filed):
    """What a template set is told, by maturity, level or size."""

    advice: dict[str, list[Statement]]
    leave_out: dict[str, list[Statement]]


class Names(Filed):
    """Words that mean something, and words of its neighbours and parts.

    `apart` are words with which a name is none of them, whatever else it holds.
    """

    called: list[str]
    near: list[str]
    apart: list[str] = Field(default_factory=list)


class NamedSource(Filed):
    """How a source is named to readers, where the manifest's own words serve one language only."""

    title: Words | None = None
    publisher: Words | None = None


class GuideMaterial(Filed):
    """All of `knowledge/guide/`."""

    parts: Parts
    sets: Sets
    focuses: dict[str, Focus]
    plans: dict[str, Plan]
    industries: dict[str, IndustryProfile]
    sources: dict[str, NamedSource]
    kinds: dict[str, list[Kind]]
    bodies: Bodies
    lessons: dict[str, Lesson]
    trades: dict[str, Trade]
    tasks: dict[str, Task]
    common_rules: dict[str, list[Statement]]
    tellings: dict[str, str]
    shared: dict[str, Shared]
    readers: Readers
    claims: dict[str, dict[str, Claims]]
    afar: dict[str, dict[str, Words]]
    core: dict[str, dict[str, Core]]
