"""What a question names by itself: an industry, a function, a kind of passage.

No filter, since a question may name one by the way; what is filed under it only gains a little.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from assistant.language.script import CJK, fold, simplify
from assistant.own_data import load
from assistant.patterns import lazy
from assistant.retrieval.corpus import Corpus
from assistant.retrieval.ranking import Weights

SUBJECTS = ("industry", "function")
EXAMPLE = ("kind", "example")
GUIDE = ("kind", "guide")
_FORM = lazy(
    r"(?<![a-z])(?:o\s?[和跟与]\s?)?(?:okr|kr|objective|key result)s?(?![a-z])", re.IGNORECASE
)
Scores = NDArray[np.float32]


def named(query: str, corpus: Corpus, weights: Weights) -> Scores:
    """What each passage gains for what a question names that it is filed under.

    Who names OKRs beside an industry or a function wants one, unless a guide is asked for, and
    a guide is for those alone who ask for it: it has a word of everything in its industry.
    """
    text = fold(query)
    found = [(field, value) for field, value, words in _names() if words.search(text)]
    gains = np.zeros(len(corpus.passages), dtype=np.float32)
    for field, value in found:
        if field != "form":
            gains += weights.named * corpus.facet(field, value)[0]
    gains += _of_examples(found, weights) * corpus.facet(*EXAMPLE)[0]
    if GUIDE not in found:
        gains -= weights.unasked_guide * corpus.facet(*GUIDE)[0]
    return gains


def _of_examples(found: Sequence[tuple[str, str]], weights: Weights) -> float:
    if EXAMPLE in found:
        return weights.example
    named = {field for field, _ in found}
    wants_one = "form" in named and not named.isdisjoint(SUBJECTS) and GUIDE not in found
    return weights.form if wants_one else 0.0


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


def names_okrs(query: str) -> bool:
    """Whether OKRs are asked for by their name: "zoo OKR" is a question of ours."""
    return bool(_FORM.search(fold(query)))


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
