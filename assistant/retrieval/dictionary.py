"""Which word of one language goes with which of the other, learnt from passages and their twins.

A question in Chinese finds by it what there is in English alone, and the other way round. Twins
say the same line for line, so that a word has few others to be taken for.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from assistant.language.script import CJK
from assistant.retrieval.corpus import Corpus
from assistant.retrieval.tokens import tokens

SEEN_TOGETHER = 2  # lines that must have both words
LEAST = 0.25  # Dice coefficient from which on two words are taken for each other
MOST = 2  # translations of a word


class Translation(NamedTuple):
    """A word as the search compares it, and how surely it is the other one."""

    word: str
    certainty: float


Dictionary = Mapping[str, tuple[Translation, ...]]
Line = tuple[frozenset[str], frozenset[str]]


def learnt(corpus: Corpus) -> dict[str, tuple[Translation, ...]]:
    """The best translations of each word, where there are good ones."""
    alone: Counter[str] = Counter()
    together: Counter[tuple[str, str]] = Counter()
    for chinese, english in _lines(corpus):
        alone.update(chinese | english)
        together.update((one, other) for one in chinese for other in english if one != other)
    found: dict[str, list[Translation]] = defaultdict(list)
    for (one, other), count in together.items():
        certainty = 2 * count / (alone[one] + alone[other])
        if count >= SEEN_TOGETHER and certainty >= LEAST:
            found[one].append(Translation(other, certainty))
            found[other].append(Translation(one, certainty))
    return {word: _best(each) for word, each in found.items()}


def _best(found: Iterable[Translation]) -> tuple[Translation, ...]:
    return tuple(sorted(found, key=lambda each: (-each.certainty, each.word))[:MOST])


def _lines(corpus: Corpus) -> Iterator[Line]:
    """The words of each line of a Chinese text and of the same line of its English twin."""
    for number in range(len(corpus.starts)):
        pair = sorted(corpus.group(number), key=lambda place: not corpus.chinese[place])
        if len(pair) == 2:
            chinese, english = (corpus.worded[place].split("\n") for place in pair)
            yield from map(_words, *_paired(chinese, english))


def _paired(chinese: list[str], english: list[str]) -> tuple[list[str], list[str]]:
    """The lines as they stand, or each text as one line where their numbers differ."""
    if len(chinese) == len(english):
        return chinese, english
    return [" ".join(chinese)], [" ".join(english)]


def _words(chinese: str, english: str) -> Line:
    """A Chinese word that an English text quotes is no word of its language."""
    own = (word for word in tokens(english) if not CJK.search(word))
    return frozenset(tokens(chinese)), frozenset(own)
