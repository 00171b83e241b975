"""What a review costs: tokens of the prompt of a 3×4 set, and calls, in each language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from assistant.coaching.check import load_checker
from assistant.coaching.modelling.reviewing import request_of
from assistant.coaching.review import Asked, Reviewer
from assistant.llm.budget import prompt_tokens
from assistant.models import OkrSet
from assistant.parsing import SetReading
from assistant.settings import Settings
from evals.forms import LargeRow
from evals.lines import DATASETS
from evals.outcomes import Outcome, holds
from evals.rows import rows

SETS = DATASETS / "large_sets.jsonl"
MOST_TOKENS = 3_500  # of the prompt for three objectives with four key results each


def outcomes(data: Path | None) -> Iterator[Outcome]:
    """Each set of a file, by default our own sets full of faults."""
    checker = load_checker(Settings(), None, None)
    for case in rows(data or SETS, LargeRow):
        okr_set = OkrSet.model_validate(case["set"])
        answer = Reviewer(checker).review(SetReading(okr_set), Asked())
        tokens = prompt_tokens(request_of(checker, answer, frozenset()).messages)
        few = tokens < MOST_TOKENS
        yield holds("cost", "prompt tokens", case["lang"], okr_set.objectives[0].objective, few)
