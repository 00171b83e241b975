"""BM25 over texts that are cut into terms already; a term of a question may count in part."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]


class Postings:
    """Where each term stands, and how much it counts there.

    Args:
        texts: The terms of each text, one that counts twice given twice.
    """

    def __init__(self, texts: Sequence[Sequence[str]]) -> None:
        import bm25s

        self._size = len(texts)
        self._numbers: dict[str, int] = {}
        if any(texts):
            index: Any = bm25s.BM25()
            index.index(texts, show_progress=False)
            self._numbers = {term: at for term, at in index.vocab_dict.items() if term}
            self._starts, self._places = index.scores["indptr"], index.scores["indices"]
            self._counts = index.scores["data"]

    def scores(self, terms: Iterable[tuple[str, float]]) -> Scores:
        """The BM25 score of every text for terms and how much each counts; unknown ones are 0."""
        found = np.zeros(self._size, dtype=np.float32)
        for term, share in terms:
            at = self._numbers.get(term)
            if at is not None:
                own = slice(self._starts[at], self._starts[at + 1])
                found[self._places[own]] += np.float32(share) * self._counts[own]
        return found
