"""Questions with graded answers, one a line of `evals/datasets/questions.jsonl`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from assistant.models import Language
from assistant.retrieval.filters import Filters
from evals.lines import DATASETS
from evals.rows import rows

FILE = DATASETS / "questions.jsonl"


class Split(StrEnum):
    """Weights are fitted on `dev`; `test` is only ever measured."""

    DEV = "dev"
    TEST = "test"


class Question(BaseModel):
    """One question; a grade is 2 where the passage answers it, 1 where it helps, else 0."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    query: str
    language: Language
    filters: dict[str, str] = Field(default_factory=dict)
    split: Split
    grades: dict[str, int]

    @property
    def limits(self) -> Filters:
        """The filters of the search."""
        return Filters(**self.filters)


def read_questions(path: Path = FILE) -> list[Question]:
    """All questions of a file."""
    return list(rows(path, Question))
