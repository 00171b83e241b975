"""Search by meaning: vectors freed of what only their language and form put into them.

Every vector of a language shares much with the others of it, so that a passage in the language of
the question looks nearer than it is, and some passages look near to everything. What is common is
taken away: from passages the mean of their language, from questions the mean of questions.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from assistant.retrieval.corpus import Corpus
from assistant.retrieval.embeddings import Vectors
from assistant.retrieval.shipped import unit
from assistant.retrieval.turning import Turn

ENOUGH = 50  # passages of a language from which on their mean says what is common to them
Scores = NDArray[np.float32]


class Heard(NamedTuple):
    """How near each passage is to a question, and how surely it is of our subjects (1; -1)."""

    near: Scores
    home: float


class Meaning:
    """The passages of a corpus by their vectors.

    Args:
        corpus: What is searched.
        vectors: One row a passage, of length 1.
        questions: The mean of Chinese questions (True) and of English ones (False), of the same
            model; the mean of the passages where it is not known.
        turn: What the lines of how people ask have taught (`turning.py`).
    """

    def __init__(
        self,
        corpus: Corpus,
        vectors: Vectors,
        questions: Mapping[bool, Vectors] | None = None,
        turn: Turn | None = None,
    ) -> None:
        self._turn = turn
        self._vectors = np.array(vectors, dtype=np.float32)
        self._common: dict[bool, Vectors] = dict(questions or {})
        for chinese in (False, True):
            own = corpus.chinese == chinese
            if own.sum() >= ENOUGH:
                mean = vectors[own].mean(axis=0)
                self._vectors[own] -= mean
                self._common.setdefault(chinese, mean)
        self._vectors = unit(self._vectors)

    @property
    def vectors(self) -> Vectors:
        """What is compared: one row a passage, of length 1."""
        return self._vectors

    def freed(self, query: Vectors, *, chinese: bool) -> Vectors:
        """The vector of a question without what all questions of its language share."""
        return unit(query - self._common[chinese]) if chinese in self._common else query

    def scores(self, query: Vectors, *, chinese: bool) -> Scores:
        """How near each passage is to the vector of a question."""
        return self.heard(query, chinese=chinese).near

    def heard(self, query: Vectors, *, chinese: bool) -> Heard:
        """The same, and whether the question is of our subjects."""
        query, home = self.freed(query, chinese=chinese), 0.0
        if self._turn is not None:
            home = self._turn.home.holds(query)
            query = unit(query + query @ self._turn.matrix)
        # In one thread: those of a product of matrices wait for each other on a busy machine.
        near = np.asarray(np.einsum("ij,j->i", self._vectors, query), dtype=np.float32)
        return Heard(near, home)

    def near(self, first: Sequence[int], others: Sequence[Sequence[int]]) -> list[float]:
        """How near the nearest of each of the others is to what the first have in common."""
        if not others:
            return []
        middle = unit(self._vectors[list(first)].mean(axis=0))
        starts = np.cumsum([0, *map(len, others[:-1])])
        flat = [place for places in others for place in places]
        scores = np.einsum("ij,j->i", self._vectors[flat], middle)
        return [float(each) for each in np.maximum.reduceat(scores, starts)]
