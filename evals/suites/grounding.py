"""Fabrications planted in wordings of a model are caught, and faithful wordings are kept."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from assistant.coaching.grounding import Material, faults
from evals.lines import DATASETS
from evals.outcomes import Outcome

PLANTED = DATASETS / "grounding.jsonl"


def outcomes(data: Path | None) -> Iterator[Outcome]:
    """Each row: the line, what else was said, a new wording, and the fault in it or none."""
    for row in (data or PLANTED).read_text(encoding="utf-8").splitlines():
        case = json.loads(row)
        material = Material(case["before"], said=case.get("said", []), cited=case.get("cited", []))
        found = {str(each.fault) for each in faults(case["after"], material)}
        told = case["fault"] if case["fault"] in found else next(iter(sorted(found)), "none")
        subject = f"{case['before']} > {case['after']}"
        yield Outcome("grounding", "fault", case["lang"], subject, case["fault"], told)
