"""What comes of one case on one side."""

from __future__ import annotations

from dataclasses import dataclass, field

from assistant.llm.masking import Masker
from evals.outcomes import Outcome


@dataclass(frozen=True)
class Pair:
    """A line and its new wording, for the judge."""

    language: str
    before: str
    after: str


@dataclass(frozen=True)
class Made:
    """The outcomes of a case, and what the judge is asked about."""

    outcomes: list[Outcome]
    pairs: list[Pair] = field(default_factory=list)


def masker_of(roster: frozenset[str] | None) -> Masker:
    """Masks a line that stands alone: contacts and the roster's names; None masks nothing."""
    return Masker([], patterns=False) if roster is None else Masker(roster)
