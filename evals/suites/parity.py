"""English and Chinese that say the same are judged the same; so are forms of one line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from evals.facts import pairs_of
from evals.good import example_pairs, told_of
from evals.lines import DATASETS
from evals.outcomes import Outcome, holds


def outcomes(data: Path | None) -> Iterator[Outcome]:
    """Twins, forms and the examples of the knowledge base, or a file of twins."""
    if data is not None:
        yield from _pairs("twins", pairs_of(data))
        return
    for name in ("twins", "forms"):
        yield from _pairs(name, pairs_of(DATASETS / f"{name}.tsv"))
    yield from _pairs("examples", example_pairs())


def _pairs(name: str, pairs: Iterator[tuple[str, str, bool]]) -> Iterator[Outcome]:
    for one, other, of_objective in pairs:
        first, second = told_of(one, of_objective), told_of(other, of_objective)
        for key, value in first.items():
            subject = f"{name}: {one} | {other}"
            yield holds("parity", f"{name} {key}", "zh-Hans", subject, value == second[key])
