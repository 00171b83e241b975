"""Search by words: BM25 over the tokens of each passage."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.language.script import fold
from assistant.retrieval.dictionary import Dictionary
from assistant.retrieval.ranking import Weights, measured_weights
from assistant.retrieval.synonyms import Synonyms
from assistant.retrieval.tokens import tokens

Scores = NDArray[np.float32]
MOST_TRANSLATED = 50  # words of a question; a whole page as a question is bounded by it
LONGEST_TEXT = 200  # characters of a question in which Chinese synonyms are looked for
TITLE_COUNTS = 2  # how often the words of a title count besides


class Lexical:
    """The passages of a corpus by their words.

    Args:
        texts: What is looked at, one text a passage.
        titles: One a passage; their words count more.
        dictionary: Brings in the words of the other language.
        synonyms: Brings in what people say instead.
        weights: How much of that counts.
    """

    def __init__(
        self,
        texts: Sequence[str],
        titles: Sequence[str],
        dictionary: Dictionary | None = None,
        synonyms: Synonyms | None = None,
        weights: Weights | None = None,
    ) -> None:
        import bm25s

        self.words = [tokens(text) for text in texts]
        terms = [
            phrased(words) + TITLE_COUNTS * phrased(tokens(title))
            for words, title in zip(self.words, titles, strict=True)
        ]
        self._dictionary = dictionary or {}
        self._synonyms = synonyms or Synonyms()
        self._weights = weights or measured_weights()
        self._bm25: Any = bm25s.BM25()
        self._known = {term for own in terms for term in own}
        if self._known:
            self._bm25.index(terms, show_progress=False)

    def scores(self, query: str) -> Scores:
        """The BM25 score of every passage, in the order of the texts; zeros for unknown words."""
        words = tokens(query)
        asked = phrased(words)
        scores = self._scores(asked)
        translated = self._translated(words)
        for other, certainty in translated.items():
            scores += certainty * self._scores([other])
        own, others = self._synonyms.of(words[:MOST_TRANSLATED], fold(query)[:LONGEST_TEXT])
        known = {*asked, *translated}
        scores += self._weights.synonym * self._scores(sorted(own - known))
        scores += self._weights.translation * self._scores(sorted(others - known))
        return scores

    def _scores(self, terms: list[str]) -> Scores:
        known = [term for term in terms if term in self._known]
        if not known:
            return np.zeros(len(self.words), dtype=np.float32)
        return np.asarray(self._bm25.get_scores(known), dtype=np.float32)

    def _translated(self, words: list[str]) -> dict[str, float]:
        """The words of the other language, each by its surest, but for those asked."""
        known = islice((word for word in words if word in self._dictionary), MOST_TRANSLATED)
        surest: dict[str, float] = {}
        for other, certainty in (each for word in known for each in self._dictionary[word]):
            if other not in words:
                surest[other] = max(certainty, surest.get(other, 0.0))
        return surest


def phrased(words: list[str]) -> list[str]:
    """The words, and each two that stand side by side, so that a name is more than its parts."""
    return words + [f"{one} {two}" for one, two in pairwise(words)]
