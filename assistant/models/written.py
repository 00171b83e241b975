"""What a model wrote of a week, beside what code computed and said."""

from __future__ import annotations

from pydantic import Field

from assistant.models.answer import PromptStamp
from assistant.models.base import Shape


class Sentence(Shape):
    """A sentence whose every number, date, name and status stands in the facts it cites."""

    text: str
    facts: list[str]


class BlockerGroup(Shape):
    """Blockers under a title made of their own words; `facts` are theirs."""

    title: str
    key_results: list[tuple[int, int]]
    facts: list[str]


class Written(Shape):
    """What a model wrote and the verifier let stand; empty lists where nothing did.

    `refused` counts the sentences and groups that were left out; `note` says how it went.
    """

    opening: list[Sentence] = Field(default_factory=list)
    groups: list[BlockerGroup] = Field(default_factory=list)
    refused: int = 0
    note: str = ""
    model: str | None = None
    prompts: list[PromptStamp] = Field(default_factory=list)
    attempts: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
