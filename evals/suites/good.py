"""Lines that hold up as good draw no error and no warning."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from assistant.models import OkrSet, Severity
from evals.good import RULES, Draft, check, examples, own
from evals.outcomes import Outcome, holds

TOLD = {Severity.ERROR, Severity.WARNING}


def outcomes(data: Path | None) -> Iterator[Outcome]:
    """Each line of good.jsonl (or a file like it), and of the knowledge base's examples."""
    for draft in [*own(data), *([] if data else examples())]:
        yield from _lines(draft)


def _lines(draft: Draft) -> Iterator[Outcome]:
    found = [
        each
        for each in check(draft.content).findings
        if each.rule in RULES and each.severity in TOLD
    ]
    language = "zh-Hans" if draft.language == "zh" else draft.language
    for number, objective in enumerate(OkrSet.model_validate(draft.content).objectives):
        texts = [objective.objective, *(line.text for line in objective.key_results)]
        for place, text in enumerate(texts, start=-1):
            position = None if place < 0 else place
            hit = any((each.objective, each.key_result) == (number, position) for each in found)
            yield holds("good", "no finding", language, text, not hit, draft.split)
