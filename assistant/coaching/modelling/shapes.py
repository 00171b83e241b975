"""What a model is asked for: bare, every field required, the reason before the verdict."""

from __future__ import annotations

from pydantic import BaseModel


class LineDraft(BaseModel):
    """A new wording of one line, named by its mark (O1, KR1.2)."""

    line: str
    reason: str
    rewrite: str


class OpinionDraft(BaseModel):
    """The answer to one question about the draft, with the words that decide it."""

    question: str
    line: str
    quote: str
    reason: str
    yes: bool


class ReviewDraft(BaseModel):
    """All that a model says about a set."""

    lines: list[LineDraft]
    opinions: list[OpinionDraft]
