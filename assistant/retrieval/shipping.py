"""Makes what travels with the knowledge base (for developers, after a change of its texts)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from assistant.knowledge.library import shipped_knowledge
from assistant.retrieval import turning
from assistant.retrieval.corpus import Corpus
from assistant.retrieval.dictionary import learnt
from assistant.retrieval.embeddings import BundledEmbedder, Embedder, Vectors
from assistant.retrieval.meaning import Meaning
from assistant.retrieval.named import subject
from assistant.retrieval.shipped import (
    FILE,
    Shipped,
    shipped_questions,
    shipped_vectors,
    write_shipped,
)
from assistant.retrieval.synonyms import Synonyms, spelled, written
from assistant.retrieval.turning import (
    Line,
    Turn,
    elsewhere,
    fingerprint,
    home_of,
    lines_of,
    shipped_turn,
    write_turn,
)
from assistant.retrieval.vectors import BATCH, Progress, completed, silent
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
    _ship_turn(corpus, embedder, Meaning(corpus, vectors, made.questions), progress)
    return len(vectors)


def _ship_turn(corpus: Corpus, embedder: Embedder, meaning: Meaning, progress: Progress) -> None:
    """Write what is learnt of questions, where it was learnt from other lines than there are."""
    ours, others = lines_of(corpus), elsewhere()
    told, known = fingerprint([*ours, *others]), shipped_turn()
    if known and (known.model, known.lines) == (embedder.name, told):
        return
    rows = _rows([*ours, *others], embedder, meaning, progress)
    ends = np.append(corpus.starts[1:], len(corpus.passages)) - 1
    answers = [meaning.vectors[places] for places in (corpus.starts, ends)]
    groups = np.array([line.group for line in ours])
    matrix = turning.learnt(rows[: len(ours)], groups, answers)
    home = home_of(rows[: len(ours)], rows[len(ours) :])
    write_turn(Path("knowledge") / turning.FILE, Turn(matrix, home, embedder.name, told))


def _rows(
    lines: Sequence[Line], embedder: Embedder, meaning: Meaning, progress: Progress
) -> Vectors:
    """The vectors of lines as those of questions are compared."""
    rows: list[Vectors] = []
    for start in range(0, len(lines), BATCH):
        progress(start, len(lines))
        part = lines[start : start + BATCH]
        made = zip(embedder.queries([subject(line.text) for line in part]), part, strict=True)
        rows += [meaning.freed(row, chinese=line.chinese) for row, line in made]
    return np.stack(rows)


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
