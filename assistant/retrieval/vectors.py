"""The vectors of a corpus: those that are known, and the rest made, each text once."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from assistant.retrieval.corpus import Corpus
from assistant.retrieval.embeddings import Embedder, Vectors

BATCH = 32
Progress = Callable[[int, int], None]
"""Told how many of how many texts are embedded."""


def silent(done: int, of: int) -> None:
    """Tell nobody."""


def completed(
    corpus: Corpus, embedder: Embedder, known: Mapping[str, Vectors], progress: Progress = silent
) -> Vectors:
    """One row a passage of the corpus; only texts without a known vector are embedded.

    Raises:
        SearchUnavailable: If the model does not answer.
    """
    texts = dict(zip(corpus.hashes, corpus.meant, strict=True))
    missing = [key for key in texts if key not in known]
    found = dict(known)
    for start in range(0, len(missing), BATCH):
        progress(start, len(missing))
        part = missing[start : start + BATCH]
        rows = embedder.passages([texts[key] for key in part])
        found.update(zip(part, rows, strict=True))
    if missing:
        progress(len(missing), len(missing))
    return np.stack([found[key] for key in corpus.hashes])
