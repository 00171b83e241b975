"""How much a word tells of a trade: one that many trades use half, a phrase as much as two."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from assistant.coaching.rewriting.works import split
from assistant.own_data import load

_COMMON_WORD = 0.5  # what a word tells that many trades use
_PHRASE_SIGNS = 3  # of a Chinese word that names one thing only: 补货单


def together(words: dict[str, float]) -> float:
    """How much words tell: those of many trades together no more than one of a single trade."""
    common = sum(told for name, told in words.items() if weight(name) < 1)
    return sum(words.values()) - max(0.0, common - 1)


def clear(names: Iterable[str]) -> set[str]:
    """The words that only one trade uses."""
    return {one for one in names if weight(one) >= 1}


def singular(word: str) -> str:
    """A word for its plural too."""
    return word if word.endswith("ss") else word.removesuffix("s")


def weight(word: str) -> float:
    """How much a word tells."""
    if word in _common():
        return _COMMON_WORD
    phrase = " " in word or (not word.isascii() and len(word) >= _PHRASE_SIGNS)
    return 2.0 if phrase else 1.0


@cache
def _common() -> frozenset[str]:
    listed = load("assistant.coaching", "rewriting/evidence.yml")["common"]
    return frozenset(word for words in listed.values() for word in split(words))
