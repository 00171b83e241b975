"""Fabrications planted in wordings of a model are caught, and faithful wordings are kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from assistant.coaching.grounding import Material, faults
from assistant.models import Language
from evals.forms import WordingRow
from evals.lines import DATASETS
from evals.outcomes import Outcome
from evals.rows import rows

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
