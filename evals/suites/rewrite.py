"""A line that breaks a rule gets a better one: it mends, breaks nothing, invents nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from evals.answered import TAKEN
from evals.answered import outcomes as answered
from evals.outcomes import Outcome, holds
from evals.rewrite import OWN, verdicts_of


def outcomes(data: Path | None) -> Iterator[Outcome]:
    """Each line of our own bad drafts, or of a file of sets; then what answers make of lines."""
    for verdict in verdicts_of(data or OWN):
        for check, good in verdict.held.items():
            yield holds("rewrite", check, verdict.language, verdict.before, good, verdict.split)
    if data is None:
        yield from answered(TAKEN)
