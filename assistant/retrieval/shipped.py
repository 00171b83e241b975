"""What is computed of the knowledge base and travels with it, in one file.

The vectors of its texts (float16, keyed by text hash), the mean vector of a question in each
language, the dictionary that its twins teach, and the synonyms. `make vectors` writes it.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path

import numpy as np

from assistant.retrieval.dictionary import Dictionary, Translation
from assistant.retrieval.embeddings import Vectors
from assistant.retrieval.synonyms import Group, Synonyms, Term

FILE = "embeddings.npz"


@dataclass(frozen=True)
class Shipped:
    """What the file holds; `questions` is the mean of Chinese questions (True) and English ones."""

    model: str = ""
    vectors: Mapping[str, Vectors] = field(default_factory=dict)
    questions: Mapping[bool, Vectors] = field(default_factory=dict)
    dictionary: Dictionary = field(default_factory=dict)
    synonyms: Synonyms = field(default_factory=Synonyms)


@cache
def shipped() -> Shipped:
    """What travels with the knowledge base; empty where the file is not there."""
    place = files("knowledge").joinpath(FILE)
    if not place.is_file():
        return Shipped()
    with np.load(io.BytesIO(place.read_bytes()), allow_pickle=False) as stored:
        rows = unit(stored["vectors"].astype(np.float32))
        words = zip(stored["words"].tolist(), stored["others"].tolist(), strict=True)
        sure = stored["certainties"].tolist()
        return Shipped(
            model=str(stored["model"]),
            vectors=dict(zip(stored["hashes"].tolist(), rows, strict=True)),
            questions={False: stored["questions"][0], True: stored["questions"][1]},
            dictionary=_by_word(words, sure),
            synonyms=Synonyms(
                _groups(stored["terms"].tolist(), stored["groups"].tolist()),
                dict(
                    zip(stored["texts"].tolist(), _terms(stored["of_texts"].tolist()), strict=True)
                ),
            ),
        )


def _by_word(
    words: Iterable[tuple[str, str]], sure: Iterable[float]
) -> dict[str, tuple[Translation, ...]]:
    found: dict[str, tuple[Translation, ...]] = {}
    for (word, other), certainty in zip(words, sure, strict=True):
        found[word] = (*found.get(word, ()), Translation(other, certainty))
    return found


def _groups(terms: Iterable[str], numbers: Iterable[int]) -> list[Group]:
    found: dict[int, list[Term]] = {}
    for term, number in zip(_terms(terms), numbers, strict=True):
        found.setdefault(number, []).append(term)
    return list(found.values())


def _terms(joined: Iterable[str]) -> list[Term]:
    return [tuple(term.split(" ")) for term in joined]


def shipped_vectors(model: str) -> dict[str, Vectors]:
    """The vector of each text by its hash; empty where they are of another model."""
    return dict(shipped().vectors) if shipped().model == model else {}


def shipped_questions(model: str) -> Mapping[bool, Vectors]:
    """The mean vectors of questions; empty where they are of another model."""
    return shipped().questions if shipped().model == model else {}


def write_shipped(path: Path, made: Shipped) -> None:
    """Write the file; the same content gives the same bytes."""
    hashes = sorted(made.vectors)
    terms = [
        (" ".join(term), at) for at, group in enumerate(made.synonyms.groups) for term in group
    ]
    pairs = [(word, each) for word in sorted(made.dictionary) for each in made.dictionary[word]]
    np.savez_compressed(
        path,
        model=np.array(made.model),
        hashes=np.array(hashes),
        vectors=np.stack([made.vectors[each] for each in hashes]).astype(np.float16),
        questions=np.stack([made.questions[False], made.questions[True]]).astype(np.float32),
        words=np.array([word for word, _ in pairs]),
        others=np.array([each.word for _, each in pairs]),
        certainties=np.array([each.certainty for _, each in pairs], np.float32),
        terms=np.array([term for term, _ in terms]),
        groups=np.array([number for _, number in terms], np.int32),
        texts=np.array(list(made.synonyms.texts)),
        of_texts=np.array([" ".join(term) for term in made.synonyms.texts.values()]),
    )


def unit(vectors: Vectors) -> Vectors:
    """The rows at length 1."""
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-9), dtype=np.float32)
