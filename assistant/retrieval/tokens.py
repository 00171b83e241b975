"""The words of a text as the lexical search compares them, in English and Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from assistant.language.script import CJK, fold
from assistant.own_data import load

_PIECE = re.compile(r"[a-z0-9]+(?:[&'.+-][a-z0-9]+)*|[\u3400-\u9fff\uf900-\ufaff]+")
_JOINT = re.compile(r"[&'.+-]")
_ENDINGS = "ations ation ings ing ies ied ed ers er ly es s e y".split()  # noqa: SIM905
_SHORTEST_STEM = 3
_MOST_ENDINGS = 3


def tokens(text: str) -> list[str]:
    """The words in order: English stemmed, Chinese segmented, both folded, stop words left out."""
    return [
        token
        for piece in _PIECE.findall(fold(text))
        for token in (_chinese(piece) if CJK.match(piece) else _english(piece))
    ]


def _chinese(piece: str) -> list[str]:
    return [word for word in _segmented(piece) if word not in _stop_words()]


@lru_cache(1 << 15)  # the same words come again and again
def _english(piece: str) -> tuple[str, ...]:
    return tuple(_parts(piece))


def _parts(piece: str) -> Iterator[str]:
    parts = _JOINT.split(piece.removesuffix("'s"))
    if len(parts) > 1:  # on-time is found by "ontime" too, R&D by "rd"
        yield "".join(parts)
        parts = [part for part in parts if len(part) > 1]
    yield from (stem(part) for part in parts if part not in _stop_words())


def stem(word: str) -> str:
    """An English word without its endings, so that `deliveries`, `delivered`, `delivery` agree."""
    if not word.isalpha():
        return word
    for _ in range(_MOST_ENDINGS):
        shorter = _without_ending(word)
        if shorter == word:
            break
        word = shorter
    return word


def _without_ending(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            word = word.removesuffix(ending)
            return word[:-1] if word[-1] == word[-2] and len(word) > _SHORTEST_STEM else word
    return word


def _segmented(run: str) -> list[str]:
    import rjieba  # loads its dictionary, a third of a second: only a search pays it

    return list(rjieba.cut_for_search(run))


@cache
def _stop_words() -> frozenset[str]:
    loaded = load("assistant.retrieval", "stopwords.yml")
    return frozenset(word for words in loaded.values() for word in str(words).split())
