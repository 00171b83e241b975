"""The week's summary of cycles whose truth is known: all that must, nothing that should not."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evals.cycle_figures import differing, figures_of_cycle, figures_of_teams
from evals.cycles import (
    FOLDER,
    LANGUAGES,
    TEAMS,
    cases,
    expected,
    reported,
    summary_of,
    untraced,
    wrong,
)
from evals.outcomes import Outcome, holds


def outcomes(data: Path | None) -> Iterator[Outcome]:
    """Each cycle of a folder, by default our own, in each language."""
    held = list(cases(data or FOLDER))
    for case in held:
        for language in LANGUAGES:
            yield from _of(case, language)
    if data is None:
        told = json.loads(TEAMS.read_text(encoding="utf-8"))
        for key, same in differing(told, figures_of_teams(held)):
            yield holds("summary", "teams", "en", key, same)


def _of(case: dict[str, Any], language: Any) -> Iterator[Outcome]:
    summary, name = summary_of(case, language), case["name"]
    must, told = set(expected(case["expect"])), set(reported(summary))
    for one in sorted(must | told):
        check = "reported" if one in must else "should be"
        yield holds("summary", check, language, f"{name}: {one}", (one in must) == (one in told))
    for key, same in (
        differing(case["figures"], figures_of_cycle(summary)) if "figures" in case else ()
    ):
        yield holds("summary", "figure", language, f"{name}: {key}", same)
    for told_wrong in wrong(name, case["expect"], summary):
        yield holds("summary", "state", language, told_wrong, good=False)
    for text, faults in untraced(summary):
        yield holds("summary", "traced", language, f"{name}: {text}", not faults)
