"""What a search finds: passages of the knowledge base, each with where it comes from."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from assistant.models.base import Language, Level, Shape
from assistant.models.knowledge import PassageKind


class PassageSource(Shape):
    """Where a passage comes from: an entry of the manifest."""

    id: str
    title: str
    url: str | None = None


class Passage(Shape):
    """One section of a document, one metric or one example OKR, in one language.

    Twins in two languages share their `passage_id` (`document#anchor`); an answer holds one of
    them. `text` is Markdown; marks such as `[seed-002]` in it name entries of `sources`.
    """

    passage_id: str
    title: str
    text: str
    document: str = Field(description="Title of the document that the passage stands in.")
    kind: PassageKind
    industry: str = Field(description="The industry asked for if it is one of its, else the first.")
    industries: list[str]
    functions: list[str]
    level: Level | None = None
    sizes: list[str]
    maturity: list[str]
    language: Language
    score: float = Field(default=0.0, description="Within one answer; higher fits better.")
    source: PassageSource
    sources: list[PassageSource]

    @property
    def key(self) -> str:
        """What it is called where twins are told apart."""
        return f"{self.passage_id}@{self.language.value}"


class SearchAnswer(Shape):
    """What was found for one query, best first."""

    query: str
    mode: Literal["hybrid", "lexical"]
    fallback_language: Language | None = Field(
        default=None, description="The language of passages that the asker's does not have."
    )
    passages: list[Passage]
    notes: list[str] = Field(default_factory=list)
