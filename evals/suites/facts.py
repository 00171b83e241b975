"""What a line says: each fact of each labelled line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from evals.facts import shipped
from evals.lines import probe_lines, read_sets, team_lines
from evals.outcomes import Outcome


def outcomes(data: Path | None) -> Iterator[Outcome]:
    """Our probes and drafts of teams, or the labelled sets of a file."""
    for line in read_sets(data) if data else (*probe_lines(), *team_lines()):
        verdicts = shipped(line)
        for fact, label in line.labels.items():
            found = verdicts[fact]
            yield Outcome("facts", fact, line.language, line.text, label, found, line.split)
