"""Search by meaning: vectors freed of what only their language and form put into them.

Every vector of a language shares much with the others of it, so that a passage in the language of
the question looks nearer than it is, and some passages look near to everything. What is common is
taken away: from passages the mean of their language, from questions the mean of questions.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.retrieval.corpus import Corpus
from assistant.retrieval.embeddings import Vectors
from assistant.retrieval.shipped import unit

ENOUGH = 50  # passages of a language from which on their mean says what is common to them
Scores = NDArray[np.float32]


class Meaning:
    """The passages of a corpus by their vectors.

    Args:
        corpus: What is searched.
        vectors: One row a passage, of length 1.
        questions: The mean of Chinese questions (True) and of English ones (False), of the same
            model; the mean of the passages where it is not known.
    """

    def __init__(
        self, corpus: Corpus, vectors: Vectors, questions: Mapping[bool, Vectors] | None = None
    ) -> None:
        self._vectors = np.array(vectors, dtype=np.float32)
        self._common: dict[bool, Vectors] = dict(questions or {})
        for chinese in (False, True):
            own = corpus.chinese == chinese
            if own.sum() >= ENOUGH:
                mean = vectors[own].mean(axis=0)
                self._vectors[own] -= mean
                self._common.setdefault(chinese, mean)
        self._vectors = unit(self._vectors)

    def scores(self, query: Vectors, *, chinese: bool) -> Scores:
        """How near each passage is to the vector of a question."""
        if chinese in self._common:
            query = unit(query - self._common[chinese])
        # In one thread: those of a product of matrices wait for each other on a busy machine.
        return np.asarray(np.einsum("ij,j->i", self._vectors, query), dtype=np.float32)

    def near(self, first: Sequence[int], others: Sequence[Sequence[int]]) -> list[float]:
        """How near the nearest of each of the others is to what the first have in common."""
        if not others:
            return []
        middle = unit(self._vectors[list(first)].mean(axis=0))
        starts = np.cumsum([0, *map(len, others[:-1])])
        flat = [place for places in others for place in places]
        scores = np.einsum("ij,j->i", self._vectors[flat], middle)
        return [float(each) for each in np.maximum.reduceat(scores, starts)]
