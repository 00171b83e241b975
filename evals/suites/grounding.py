"""Fabrications planted in wordings of a model are caught, and faithful wordings are kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from assistant.coaching.grounding import Material, faults
from assistant.models import Language
from evals.forms import WordingRow
from evals.lines import DATASETS
from evals.outcomes import Outcome, holds
from evals.rows import rows
from evals.sentences import judged

PLANTED = DATASETS / "grounding.jsonl"


def outcomes(data: Path | None) -> Iterator[Outcome]:
    """Each row: the line, what else was said, a new wording, and the fault in it or none."""
    for case in rows(data or PLANTED, WordingRow):
        material = Material(
            case["before"],
            said=case.get("said", []),
            cited=case.get("cited", []),
            retrieved=frozenset(case.get("retrieved", [])),
            language=Language(case["lang"]),  # as a set tells it: one line may show no script
        )
        cites = case.get("citations", [])
        found = {str(each.fault) for each in faults(case["after"], material, cites)}
        told = case["fault"] if case["fault"] in found else next(iter(sorted(found)), "none")
        subject = f"{case['before']} > {case['after']}"
        yield Outcome("grounding", "fault", case["lang"], subject, case["fault"], told)
    if data is None:
        yield from _sentences()


def _sentences() -> Iterator[Outcome]:
    """Sentences on our own weeks: one with a planted fault is left out, a faithful one stands."""
    for one, verdict in judged():
        planted = one["fault"] is not None
        check = "sentence left out" if planted else "sentence stands"
        subject = f"{one['id']} {one['cycle']}: {one['text']}"
        yield holds("grounding", check, one["lang"], subject, verdict.stands is not planted)
