"""What stands in the files of `knowledge/guide/`: sentences, plans, trades and kinds of company."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from assistant.models.knowledge import Filed, Words


class Statement(Filed):
    """One sentence in both languages, with the sources that carry it and whom it is for.

    `where` is `plants` or `elsewhere`: for industries that run plants, or for the others.
    `longer` tells whether it is for cycles longer than a quarter, or only for the others.
    `kinds` are the kinds of company of its industry that it is for; empty: any. `place` is where
    it holds, where it stands among what binds and presses there.
    """

    en: str
    zh: str
    sources: list[str]
    sizes: list[str] = Field(default_factory=list)  # empty: any
    where: str | None = None
    longer: bool | None = None
    kinds: list[str] = Field(default_factory=list)
    place: str | None = None


class Meeting(Filed):
    """A meeting with its agenda, and the sizes of company that hold it."""

    title: Words
    minutes: int
    sizes: list[str] = Field(default_factory=list)  # empty: any
    who: Words
    agenda: list[Words]


class Reader(Filed):
    """Whom a sentence is for; all that is given has to hold, a list by any of it.

    `kinds` are written industry/kind, `places` by their English names.
    """

    industries: list[str] = Field(default_factory=list)
    kinds: list[str] = Field(default_factory=list)
    bodies: list[str] = Field(default_factory=list)
    places: list[str] = Field(default_factory=list)
    signs: list[str] = Field(default_factory=list)
    maturity: list[str] = Field(default_factory=list)


class ForReader(Statement):
    """A sentence for one sort of reader; one that is told `also` leaves room for another."""

    when: Reader
    also: bool = False


class Readers(Filed):
    """What is told to one sort of reader only; `signs` are words of the company type."""

    signs: dict[str, list[str]]
    sponsors: list[ForReader]
    roles: list[ForReader]
    beside: list[ForReader]
    year: list[ForReader]
    frontline: list[ForReader]
    handover: Meeting


class Phase(Filed):
    """One phase of a plan; `weeks` gives first and last week by size, -1 the one before the start.

    One that is `longer` belongs into the middle of a cycle longer than a quarter alone; the one
    that `begins` tells where a company like the reader's starts; `tells` are sides of `Readers`.
    """

    id: str
    title: Words
    weeks: dict[str, tuple[int, int]]
    longer: bool = False
    begins: bool = False
    tells: list[Literal["year", "frontline"]] = Field(default_factory=list)
    steps: list[Statement]
    roles: list[Statement]
    meetings: list[Meeting]


class Plan(Filed):
    """The plan for a maturity, and the pitfalls of that stage.

    One that `repeats` is for a quarter, and comes again in each quarter of a longer cycle.
    """

    maturity: str
    title: Words
    repeats: bool = False
    phases: list[Phase]
    tools: list[Statement]
    pitfalls: list[str]


class FocusStep(Statement):
    """What a focus adds to a phase of a plan."""

    phase: str


class Focus(Filed):
    """What a reader may put first, and what serves it: passages (`document#anchor`), pitfalls.

    `prefers` tells which objectives come first in a set for it, `set` what that set should heed,
    `reads` what of the set it is about, `plan` what it adds to the plan of each maturity.
    """

    name: Words
    prefers: str
    reads: str
    set: Statement
    plan: dict[str, FocusStep]
    why: Statement
    aliases: list[str]
    passages: list[str]
    pitfalls: list[str]


class Pitfall(Filed):
    """What goes wrong in an industry: how to see it, and the mend."""

    title: Words
    signs: list[Statement]
    mend: list[Statement]


class IndustryProfile(Filed):
    """What is known of an industry, and the cases nearest to it.

    `practices` tell what its calendar and its numbers ask of OKRs, `pitfalls` what goes wrong.

    `rules` tells what law and its guardians forbid or ask, `conflicts` where departments pull apart
    and how a key result that they share handles it.
    `adopters` tells of companies of the industry of which too little is known for a case.
    `named` are companies that one guide alone tells of: listed with its claim, not told as a case.
    `model` names the examples of its company's set, one for each theme; without them the nearest.
    """

    industry: str
    cases: list[str]
    named: list[str] = Field(default_factory=list)
    why: list[Statement]
    situation: list[Statement]
    rules: list[Statement] = Field(default_factory=list)
    pressures: list[Statement]
    conflicts: list[Statement] = Field(default_factory=list)
    adoption: list[Statement]
    adopters: list[Statement] = Field(default_factory=list)
    themes: list[Statement]
    practices: list[Statement] = Field(default_factory=list)
    pitfalls: list[Pitfall] = Field(default_factory=list)
    model: list[str] = Field(default_factory=list)


class People(Filed):
    """Whom a kind of company serves: one of them and all in English, one word in Chinese."""

    one: str
    en: str
    zh: str


class Kind(Filed):
    """A kind of company of an industry, by the words that people call it.

    `own` are the examples that speak of such a company and of few others, `near` those of any
    industry that fit it well, `apart` those of its industry that do not. `body` names what it is
    called where "company" would be wrong. `stories` are companies of its industry that are like it,
    by the first source of their story. `begin` tells where a pilot starts, `measure` what to
    read its numbers from, `state` what it lives on, `presses` what it is under, `pulls` where its
    departments collide; all of these are our own reasoning.
    """

    id: str
    called: list[str]
    body: str | None = None
    own: list[str] = Field(default_factory=list)
    near: list[str] = Field(default_factory=list)
    apart: list[str] = Field(default_factory=list)
    stories: list[str] = Field(default_factory=list)
    people: People
    begin: Words
    measure: Words
    state: Words
    presses: list[Words]
    pulls: Words


class Body(Filed):
    """What a house is called that is no company, with the words put in its place, longer first."""

    industries: list[str] = Field(default_factory=list)
    en: list[tuple[str, str]]
    zh: list[tuple[str, str]]


class Bodies(Filed):
    """The houses that are no companies; `others`: words of a sentence that tells of others."""

    others: list[str]
    customers: dict[str, list[tuple[str, str]]]
    bodies: dict[str, Body]


class Lesson(Words):
    """What a reader can take from a company of which little is known, and its name."""

    name: Words


class Trade(Filed):
    """What we reason of an industry beside its facts.

    `why` OKRs fit its work, what its companies `carry` over from cases of others, `systems` that
    its numbers come from, how `pay` pulls at them.
    """

    why: list[Words]
    carry: Words
    systems: Words
    pay: Words


class Shared(Filed):
    """The key result that departments of an industry share, who leads it, who stands beside."""

    name: Words
    lead: Words
    beside: Words


class Claims(Filed):
    """What competes for the same people and money in a kind of company, and who holds a part.

    For one that stands `apart` the reasons of its industry speak of another kind.
    """

    claims: Words
    ties: Words
    apart: bool = False


class Core(Filed):
    """What the head of a kind of company looks at first.

    `leads` are the examples that its set begins with, whatever else is asked for but function and
    level; `metrics` what such a company is run by, for its data dictionary.
    """

    leads: list[str] = Field(default_factory=list)
    metrics: list[str] = Field(default_factory=list)


class Task(Filed):
    """What we reason of a function.

    `why` OKRs serve its work, what it should `carry` over from cases, how its numbers are bent.
    """

    why: Words
    carry: Words
    pitfall: Pitfall


class Place(Filed):
    """What binds and presses in one place, by industry; `any` holds for every trade there."""

    place: str
    rules: dict[str, list[Statement]]
    pressures: dict[str, list[Statement]] = Field(default_factory=dict)
