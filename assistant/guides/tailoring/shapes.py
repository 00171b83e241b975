"""What a model is asked for: bare, every field required, what carries a sentence before it."""

from __future__ import annotations

from pydantic import BaseModel


class TailoredSentence(BaseModel):
    """One sentence, with the marks of the passages that carry it (S1, S2)."""

    citations: list[str]
    text: str


class TailoringDraft(BaseModel):
    """The paragraph for one part of a guide."""

    sentences: list[TailoredSentence]
