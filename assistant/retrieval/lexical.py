"""Search by words: BM25 over the tokens of each passage."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, pairwise

from assistant.language.script import fold
from assistant.retrieval.dictionary import Dictionary
from assistant.retrieval.postings import Postings, Scores
from assistant.retrieval.ranking import Weights, measured_weights
from assistant.retrieval.synonyms import Synonyms
from assistant.retrieval.tokens import tokens

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
        asked: How people ask for each passage; empty where nothing is told.
    """

    def __init__(
        self,
        texts: Sequence[str],
        titles: Sequence[str],
        dictionary: Dictionary | None = None,
        synonyms: Synonyms | None = None,
        weights: Weights | None = None,
        asked: Sequence[str] = (),
    ) -> None:
        self.words = [tokens(text) for text in texts]
        names = [phrased(tokens(title)) for title in titles]
        lines = [phrased(tokens(line)) for line in asked] or [[] for _ in titles]
        self._dictionary = dictionary or {}
        self._synonyms = synonyms or Synonyms()
        self._weights = weights or measured_weights()
        pairs = zip(self.words, names, strict=True)
        self._whole = Postings([phrased(words) + TITLE_COUNTS * name for words, name in pairs])
        self._heads = Postings([name + line for name, line in zip(names, lines, strict=True)])

    def scores(self, query: str) -> Scores:
        """The BM25 score of every passage, in the order of the texts; zeros for unknown words."""
        return self._whole.scores(self._looked_for(query))

    def both(self, query: str) -> tuple[Scores, Scores]:
        """The scores, and those of title and how people ask alone.

        A long text has a word of much by the way; what it is about stands in these.
        """
        terms = self._looked_for(query)
        return self._whole.scores(terms), self._heads.scores(terms)

    def _looked_for(self, query: str) -> list[tuple[str, float]]:
        """The terms of a question and what goes for them, with how much each counts."""
        words = tokens(query)
        asked = phrased(words)
        translated = self._translated(words)
        own, others = self._synonyms.of(words[:MOST_TRANSLATED], fold(query)[:LONGEST_TEXT])
        known = {*asked, *translated}
        return [
            *((term, 1.0) for term in asked),
            *translated.items(),
            *((term, self._weights.synonym) for term in sorted(own - known)),
            *((term, self._weights.translation) for term in sorted(others - known)),
        ]

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
