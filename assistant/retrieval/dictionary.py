"""Which word of one language goes with which of the other, learnt from passages and their twins.

A question in Chinese finds by it what there is in English alone, and the other way round.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from assistant.retrieval.corpus import Corpus

SEEN_TOGETHER = 2  # twins that must have both words
LEAST = 0.35  # Dice coefficient from which on two words are taken for each other


class Translation(NamedTuple):
    """A word as the search compares it, and how surely it is the other one."""

    word: str
    certainty: float


Dictionary = Mapping[str, Translation]


def learnt(corpus: Corpus, words: Sequence[Sequence[str]]) -> dict[str, Translation]:
    """The best translation of each word, where there is a good one.

    Args:
        corpus: Passages with their twins.
        words: Of each passage, as the search by words compares them.
    """
    alone: Counter[str] = Counter()
    together: Counter[tuple[str, str]] = Counter()
    for chinese, english in _twins(corpus, words):
        alone.update(chinese | english)
        pairs = [(one, other) for one in chinese for other in english if one != other]
        together.update(pairs)
    best: dict[str, Translation] = {}
    for (one, other), count in together.items():
        certainty = 2 * count / (alone[one] + alone[other])
        if count >= SEEN_TOGETHER and certainty >= LEAST:
            for word, its in ((one, other), (other, one)):
                best[word] = max(
                    best.get(word, Translation(its, 0)), Translation(its, certainty), key=_order
                )
    return best


def _order(found: Translation) -> tuple[float, str]:
    return found.certainty, found.word


def _twins(
    corpus: Corpus, words: Sequence[Sequence[str]]
) -> list[tuple[frozenset[str], frozenset[str]]]:
    groups = (corpus.group(number) for number in range(len(corpus.starts)))
    pairs = [sorted(group, key=lambda place: not corpus.chinese[place]) for group in groups]
    return [
        (frozenset(words[pair[0]]), frozenset(words[pair[1]])) for pair in pairs if len(pair) == 2
    ]
