"""What a review asks a model: tokens of the prompt of a 3×4 set, and in which language."""

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
NAMES = {"en": "in English only", "zh-Hans": "简体中文", "zh-Hant": "繁體中文"}
MOST_TOKENS = 3_500  # of the prompt for three objectives with four key results each


def outcomes(data: Path | None) -> Iterator[Outcome]:
    """Each set of a file, by default our own sets full of faults."""
    checker = load_checker(Settings(), None, None)
    for case in rows(data or SETS, LargeRow):
        okr_set = OkrSet.model_validate(case["set"])
        answer = Reviewer(checker).review(SetReading(okr_set), Asked())
        messages = request_of(checker, answer, frozenset()).messages
        subject = okr_set.objectives[0].objective
        few = prompt_tokens(messages) < MOST_TOKENS
        yield holds("cost", "prompt tokens", case["lang"], subject, few)
        named = {name for name in NAMES.values() if name in messages[0].content}
        own = NAMES.get(case["lang"])
        yield holds("cost", "asks in", case["lang"], subject, named == {own})
