"""What a model is asked for: bare, every field required."""

from __future__ import annotations

from pydantic import BaseModel


class SentenceDraft(BaseModel):
    """One sentence, and the ids of the facts that it rests on."""

    facts: list[str]
    text: str


class GroupDraft(BaseModel):
    """Blockers that belong together, by the ids of their facts, and what they share."""

    blockers: list[str]
    title: str


class OpeningDraft(BaseModel):
    """All that a model says about a week."""

    sentences: list[SentenceDraft]
    groups: list[GroupDraft]
