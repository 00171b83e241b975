"""From the scores of passages to an order: fusion, filters, twins, duplicates, diversity."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict

from assistant.own_data import load
from assistant.retrieval.corpus import Corpus, asked, is_chinese
from assistant.retrieval.filters import DOCUMENT_LANGUAGES, Filters
from assistant.retrieval.meaning import Heard, Meaning
from assistant.retrieval.passages import LIBRARIES

Scores = NDArray[np.float32]


class Weights(BaseModel):
    """How much each thing counts; told in `ranking.yml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    dense: float
    head: float
    near: float
    any_industry: float
    any_function: float
    synonym: float
    translation: float
    named: float
    example: float
    form: float
    unasked_guide: float
    beside: float
    alike: float
    same_document: float
    near_duplicate: float
    candidates: int
    nearness: float
    home: float
    floor: float


@cache
def measured_weights() -> Weights:
    """The weights that ship."""
    return Weights.model_validate(load("assistant.retrieval", "ranking.yml"))


def fused(words: Scores, heads: Scores, meaning: Scores | None, weights: Weights) -> Scores:
    """One score a passage, from those of its words, of its head's words and of its meaning.

    Each is divided by its best, so that they compare; where nothing is near by its meaning, the
    best of it counts for less.
    """
    lexical, head = _of_best(words), weights.head * _of_best(heads)
    if meaning is None:
        return lexical + head
    dense = meaning / max(float(meaning.max(initial=0.0)), weights.near)
    total = (1 - weights.dense) * lexical + weights.dense * dense + head
    return np.asarray(total, dtype=np.float32)


def _of_best(scores: Scores) -> Scores:
    return scores / max(float(scores.max(initial=0.0)), 1e-9)


def is_answerable(words: Scores, heard: Heard, weights: Weights) -> bool:
    """Whether anything fits a question: its best word score, best nearness, and subject."""
    near = weights.nearness * float(heard.near.max(initial=0.0))
    told = float(words.max(initial=0.0)) + near + weights.home * heard.home
    return told >= weights.floor


def limited(corpus: Corpus, scores: Scores, filters: Filters, weights: Weights) -> Scores:
    """The scores with what the filters leave out at minus infinity, and `any` ranked lower."""
    kept = scores.copy()
    for field, value in asked(filters):
        fits, broad = corpus.facet(field, value)
        kept[broad] -= weights.any_industry if field == "industry" else weights.any_function
        kept[~(fits | broad)] = -np.inf
    return kept


def best_groups(
    corpus: Corpus, scores: Scores, filters: Filters, most: int, weights: Weights
) -> list[tuple[int, float]]:
    """The best groups of twins as (number, score), best first.

    Each counts by its best passage, and by the best of what stands beside it.
    """
    if not len(corpus.starts):
        return []
    groups = np.maximum.reduceat(scores, corpus.starts)
    if filters.language is not None:
        wanted = corpus.chinese == is_chinese(DOCUMENT_LANGUAGES[filters.language])
        groups[~np.logical_or.reduceat(wanted, corpus.starts)] = -np.inf
    groups += weights.beside * np.maximum(corpus.beside.best(groups), 0)
    most = min(most, len(groups))
    top = np.argpartition(-groups, most - 1)[:most]
    ordered = sorted(top.tolist(), key=lambda number: (-groups[number], number))
    return [(number, float(groups[number])) for number in ordered if np.isfinite(groups[number])]


def drawn(
    corpus: Corpus, meaning: Meaning, found: list[tuple[int, float]], weights: Weights
) -> list[tuple[int, float]]:
    """The found groups in a new order: what means the like of the first one gains.

    A question has a few words; the passage that fits it best says more of what is asked.
    """
    places = [list(corpus.group(number)) for number, _ in found]
    near = meaning.near(places[0], places[1:]) if places else []
    gains = [weights.alike * each for each in (1.0, *near)]
    again = [(one, score + gain) for (one, score), gain in zip(found, gains, strict=False)]
    return sorted(again, key=lambda each: (-each[1], each[0]))


def diversified(
    corpus: Corpus,
    words: Sequence[list[str]],
    found: list[tuple[int, float]],
    limit: int,
    weights: Weights,
) -> list[tuple[int, float]]:
    """The first of the found groups, without near duplicates and not all of one document."""
    chosen: list[tuple[int, float]] = []
    left, of_document, sets = list(found), dict[str, int](), list[frozenset[str]]()
    while left and len(chosen) < limit:
        best = max(
            left, key=lambda one: one[1] - _crowding(corpus.documents[one[0]], of_document, weights)
        )
        left.remove(best)
        first = corpus.group(best[0])[0]
        own = frozenset(words[first])
        if any(_alike(own, other) >= weights.near_duplicate for other in sets):
            continue
        chosen.append(best)
        sets.append(own)
        document = corpus.documents[best[0]]
        of_document[document] = of_document.get(document, 0) + 1
    return chosen


def _crowding(document: str, seen: dict[str, int], weights: Weights) -> float:
    return 0.0 if document in LIBRARIES else weights.same_document * seen.get(document, 0)


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(len(one | other), 1)
