"""What a question names by itself: an industry, a function, a kind of passage.

No filter, since a question may name one by the way; what is filed under it only gains a little.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import numpy as np
from numpy.typing import NDArray

from assistant.language.script import CJK, fold, simplify
from assistant.own_data import load
from assistant.patterns import lazy
from assistant.retrieval.corpus import Corpus

SUBJECTS = ("industry", "function")
_FORM = lazy(r"(?<![a-z])(?:okr|kr)s?(?![a-z])", re.IGNORECASE)
Scores = NDArray[np.float32]


def named(query: str, corpus: Corpus) -> Scores:
    """How many of the things that a question names each passage is filed under."""
    found = np.zeros(len(corpus.passages), dtype=np.float32)
    text = fold(query)
    for field, value, words in _names():
        if words.search(text):
            found += corpus.facet(field, value)[0]
    return found


def subject(query: str) -> str:
    """What a question is about, as the search by meaning should read it.

    Beside an industry or a function "OKR" tells but the form that is wanted, and draws near what
    is written on OKRs in general. Our Chinese passages are in Simplified, and the model takes the
    script of a question for something that it says.
    """
    text, query = fold(query), simplify(query)
    if not any(words.search(text) for field, _, words in _names() if field in SUBJECTS):
        return query
    return " ".join(_FORM.sub(" ", query).split()) or query


@cache
def _names() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    return tuple(_read())


def _read() -> Iterator[tuple[str, str, re.Pattern[str]]]:
    for field, values in load("assistant.retrieval", "named.yml").items():
        for value, words in values.items():
            yield field, value, re.compile("|".join(map(_begun, words.split())))


def _begun(word: str) -> str:
    """The pattern of a word; an English one begins where it stands, a Chinese one anywhere."""
    plain = re.escape(word.replace("_", " "))
    return plain if CJK.search(word) else rf"(?<![a-z0-9]){plain}"
