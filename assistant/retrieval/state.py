"""How the index is: what it is of, where it is kept, whether it is ready."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.retrieval.corpus import Corpus
from assistant.retrieval.embeddings import load_embedder
from assistant.retrieval.search import searched_corpus
from assistant.retrieval.shipped import shipped_vectors
from assistant.retrieval.store import store_of
from assistant.settings import Settings


@dataclass(frozen=True, slots=True)
class IndexState:
    """What `knowledge status` tells; `to_embed` counts texts without a shipped vector."""

    passages: int
    shown_as: int
    model: str
    place: str
    ready: bool
    to_embed: int


def state_of(settings: Settings) -> IndexState:
    """Look at the index without making it.

    Raises:
        SearchUnavailable: If the model or the server is not to be had.
    """
    corpus: Corpus = searched_corpus(settings)
    embedder, store = load_embedder(settings), store_of(settings)
    return IndexState(
        passages=len(corpus.passages),
        shown_as=len(corpus.starts),
        model=embedder.name,
        place=store.place,
        ready=store.holds(corpus, embedder),
        to_embed=len(set(corpus.hashes) - shipped_vectors(embedder.name).keys()),
    )
