"""The week's summary of cycles whose truth is known: all that must, nothing that should not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evals.cycles import FOLDER, LANGUAGES, cases, expected, reported, summary_of, untraced, wrong
from evals.outcomes import Outcome, holds


def outcomes(data: Path | None) -> Iterator[Outcome]:
    """Each cycle of a folder, by default our own, in each language."""
    for case in cases(data or FOLDER):
        for language in LANGUAGES:
            yield from _of(case, language)


def _of(case: dict[str, Any], language: Any) -> Iterator[Outcome]:
    summary, name = summary_of(case, language), case["name"]
    must, told = set(expected(case["expect"])), set(reported(summary))
    for one in sorted(must | told):
        check = "reported" if one in must else "should be"
        yield holds("summary", check, language, f"{name}: {one}", (one in must) == (one in told))
    for told_wrong in wrong(name, case["expect"], summary):
        yield holds("summary", "state", language, told_wrong, good=False)
    for text, faults in untraced(summary):
        yield holds("summary", "traced", language, f"{name}: {text}", not faults)
