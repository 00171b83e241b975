"""Makes what travels with the knowledge base (for developers, after a change of its texts)."""

from __future__ import annotations

from pathlib import Path

from assistant.knowledge.library import shipped_knowledge
from assistant.retrieval.corpus import Corpus
from assistant.retrieval.dictionary import learnt
from assistant.retrieval.embeddings import BundledEmbedder, Embedder, Vectors
from assistant.retrieval.shipped import (
    FILE,
    Shipped,
    shipped_questions,
    shipped_vectors,
    write_shipped,
)
from assistant.retrieval.synonyms import Synonyms, spelled, written
from assistant.retrieval.vectors import Progress, completed, silent
from assistant.settings import Settings

SAMPLE = 96  # titles of a language that stand for questions


def ship_vectors(_settings: Settings, progress: Progress = silent) -> int:
    """Write the file into the working tree; only texts that are new are embedded.

    Raises:
        SearchUnavailable: If the bundled model cannot be used here.
    """
    corpus, embedder = Corpus.of(shipped_knowledge()), BundledEmbedder()
    vectors = completed(corpus, embedder, shipped_vectors(embedder.name), progress)
    made = Shipped(
        model=embedder.name,
        vectors=dict(zip(corpus.hashes, vectors, strict=True)),
        questions=shipped_questions(embedder.name) or _questions(corpus, embedder),
        dictionary=learnt(corpus),
        synonyms=Synonyms(written(), spelled()),
    )
    write_shipped(Path("knowledge") / FILE, made)
    return len(vectors)


def _questions(corpus: Corpus, embedder: Embedder) -> dict[bool, Vectors]:
    """The mean vector of questions in a language; titles in the form of queries stand for them."""
    means = {}
    for chinese in (False, True):
        own = [
            passage.title
            for passage, is_own in zip(corpus.passages, corpus.chinese == chinese, strict=True)
            if is_own
        ]
        means[chinese] = embedder.queries(own[:: max(len(own) // SAMPLE, 1)]).mean(axis=0)
    return means
