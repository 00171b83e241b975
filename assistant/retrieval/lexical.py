"""Search by words: BM25 over the tokens of each passage."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.retrieval.tokens import tokens

Scores = NDArray[np.float32]
TITLE_COUNTS = 2  # how often the words of a title count besides


class Lexical:
    """The passages of a corpus by their words.

    Args:
        texts: What is looked at, one text a passage.
        titles: One a passage; their words count more.
    """

    def __init__(self, texts: Sequence[str], titles: Sequence[str]) -> None:
        import bm25s

        self.words = [tokens(text) for text in texts]
        terms = [
            phrased(words) + TITLE_COUNTS * phrased(tokens(title))
            for words, title in zip(self.words, titles, strict=True)
        ]
        self._bm25: Any = bm25s.BM25()
        self._known = {term for own in terms for term in own}
        if self._known:
            self._bm25.index(terms, show_progress=False)

    def scores(self, query: str) -> Scores:
        """The BM25 score of every passage, in the order of the texts; zeros for unknown words."""
        terms = [term for term in phrased(tokens(query)) if term in self._known]
        if not terms:
            return np.zeros(len(self.words), dtype=np.float32)
        return np.asarray(self._bm25.get_scores(terms), dtype=np.float32)


def phrased(words: list[str]) -> list[str]:
    """The words, and each two that stand side by side, so that a name is more than its parts."""
    return words + [f"{one} {two}" for one, two in pairwise(words)]
