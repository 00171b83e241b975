"""Rules and model together, one set after the other: for the command line."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import Self

from assistant.coaching.modelling.reviewing import ModelReviewer
from assistant.coaching.review import Asked, Reviewer
from assistant.models import Answer
from assistant.parsing import SetReading


class Both:
    """Reviews with the rules, then with the model; a drop-in for `Reviewer.review_all`.

    To be used as a context: the model's connections live as long as it does.
    """

    def __init__(self, reviewer: Reviewer, model: ModelReviewer) -> None:
        self._reviewer = reviewer
        self._model = model
        self._runner = asyncio.Runner()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._runner.close()

    def review_all(self, readings: Sequence[SetReading], asked: Asked) -> Iterator[Answer]:
        """The review of each set, with what the model adds."""
        for answer in self._reviewer.review_all(readings, asked):
            yield self._runner.run(self._model.review(answer, asked.answers or {}))
