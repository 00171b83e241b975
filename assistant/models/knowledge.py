"""The files of the knowledge base: metrics, example OKRs, documents, sources.

Each shape is strict: an unknown key is an error. What the fields mean stands in
`knowledge/README.md`. Chinese is Simplified; Traditional is made where it is written out.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, RootModel

from assistant.models.base import Direction, Language, Level


class Filed(BaseModel):
    """Base of what stands in a file of the knowledge base."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Timing(StrEnum):
    """Whether a metric moves before the result (leading) or is the result (lagging)."""

    LEADING = "leading"
    LAGGING = "lagging"


class Role(StrEnum):
    """What a key result of an example does in its set."""

    LEADING = "leading"
    LAGGING = "lagging"
    GUARDRAIL = "guardrail"


class PassageKind(StrEnum):
    """What a passage is."""

    METRIC = "metric"
    EXAMPLE = "example"
    PRACTICE = "practice"
    PITFALL = "pitfall"
    CADENCE = "cadence"
    CASE = "case"
    GUIDE = "guide"  # of an industry
    DOCUMENT = "document"  # of the company's own


class Words(Filed):
    """One text in both languages."""

    en: str
    zh: str


class Aliases(Filed):
    """What people write for a thing, by language."""

    en: list[str] = Field(default_factory=list)
    zh: list[str] = Field(default_factory=list)


class Bounds(Filed):
    """The values that a metric can take at all, in its unit; an end may be open."""

    min: float | None = None
    max: float | None = None


class Metric(Filed):
    """One metric of the library.

    `known_after` is how many days it takes until what is done shows in the number in full.
    """

    id: str
    name: Words
    aliases: Aliases
    definition: Words
    formula: Words
    unit: Words
    direction: Direction
    timing: Timing
    known_after: int | None = Field(default=None, ge=1)
    data_sources: list[str]
    industries: list[str]
    functions: list[str]
    bounds: Bounds
    guardrail: str | None = None
    gaming: Words


class ExampleKeyResult(Filed):
    """One key result of an example; its numbers are illustrative.

    `metric` is the library's entry for the measure or near it; `formula` tells how this very line
    is counted where that is not the metric's own, `system` where its number is usually read,
    `known_after` how many days it takes until what is done shows in the number in full.
    """

    text: Words
    metric: str | None = None
    role: Role
    known_after: int | None = Field(default=None, ge=1)
    formula: Words | None = None
    system: str | None = None


class Example(Filed):
    """One example objective with its key results."""

    id: str
    industry: str
    functions: list[str]
    level: Level
    objective: Words
    key_results: list[ExampleKeyResult]
    why_good: Words


class Source(Filed):
    """One source of the manifest."""

    id: str
    title: str
    publisher: str
    url: str | None
    published: date | str | None
    read_on: date | None
    seen: bool
    kind: str
    reliability: str
    reliability_note: str
    licence_note: str
    named_by: list[str]


class DocumentHead(Filed):
    """The front matter of a document."""

    id: str
    title: str
    kind: PassageKind
    language: str
    industries: list[str]
    functions: list[str]
    sizes: list[str]
    maturity: list[str]
    sources: list[str]


class Section(Filed):
    """One titled part of a document; `text` is Markdown with its source marks `[id]`."""

    anchor: str
    title: str
    text: str
    line: int


class Document(Filed):
    """A practice, pitfall, cadence, case or industry guide in one language."""

    head: DocumentHead
    sections: list[Section]
    file: str


class AddedDocument(Filed):
    """A company's own document: what it was made from, and when."""

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    title: str = Field(description="What its owner calls the source; else the file's name.")
    file: str
    language: Language
    industries: list[str]
    functions: list[str]
    sections: int
    sha256: str
    origin: str = Field(description="Hash of the path that it was added from.")
    added: date


class Taxonomy(Filed):
    """The closed sets that everything is filed under."""

    industries: dict[str, Words]
    functions: dict[str, Words]
    levels: list[str]
    sizes: list[str]
    maturity: list[str]


class Asked(Words):
    """How people ask for a passage, in words that its own text may not have; never shown."""

    passage: str


_Term = Annotated[str, Field(min_length=2)]
_Group = Annotated[list[_Term], Field(min_length=2)]


class SynonymFile(RootModel[dict[str, list[_Group]]]):
    """Words that people take for each other, a list each, by theme; never shown."""


class Knowledge(Filed):
    """The whole knowledge base, each part by its id in the order of the files."""

    taxonomy: Taxonomy
    sources: dict[str, Source]
    metrics: dict[str, Metric]
    examples: dict[str, Example]
    documents: list[Document]
    asked: dict[str, Asked]
    systems: dict[str, str]

    def system(self, name: str, language: Language) -> str:
        """What a reader of English or Simplified Chinese calls a system that metrics come from."""
        return name if language is Language.EN else self.systems.get(name, name)
