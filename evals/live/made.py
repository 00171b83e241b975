"""What comes of one case on one side."""

from __future__ import annotations

from dataclasses import dataclass, field

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
