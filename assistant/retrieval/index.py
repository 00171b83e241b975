"""The index: Chroma collections that hold vectors and what they are filed under.

An index is a cache of one corpus by one model and is named after both. It is filled aside and
given its name only when it is whole, so whoever finds it under its name finds all of it. The only
importer of chromadb.
"""

from __future__ import annotations

import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import numpy as np

from assistant.models.passage import Passage
from assistant.retrieval.corpus import Corpus, text_hash
from assistant.retrieval.embeddings import Embedder, Vectors

if TYPE_CHECKING:
    from chromadb import Collection
    from chromadb.api import ClientAPI as ClientAPI  # for the store too

PREFIX = "okr-"
PAGE = 5_000  # passages written or read at once; Chroma takes about as many
CONNECT_SECONDS = 5.0
ANSWER_SECONDS = 120.0
PORTS = {"http": 80, "https": 443}


def family_name(embedder: Embedder) -> str:
    """How the names of all indexes by this model begin."""
    return f"{PREFIX}{text_hash(embedder.name)[:12]}-"


def index_name(corpus: Corpus, embedder: Embedder) -> str:
    """What the index of a corpus by a model is called."""
    return family_name(embedder) + corpus.fingerprint


@contextmanager
def embedded(folder: Path) -> Iterator[ClientAPI]:
    """Chroma within this process, in a folder that no other process writes to."""
    import chromadb

    client: Any = chromadb.PersistentClient(str(folder), settings=_settings())
    try:
        yield client
    finally:
        client.close()


@contextmanager
def served(url: str) -> Iterator[ClientAPI]:
    """The Chroma server at an address.

    Raises:
        OSError, ValueError: If nobody answers there, or it is no address.
    """
    import chromadb

    place = urlsplit(url)
    host, port = place.hostname, place.port or PORTS.get(place.scheme)
    if not host or not port:
        raise ValueError(f"{place.scheme}://{place.netloc}")
    # The client itself would wait without end for a host that is silent.
    socket.create_connection((host, port), CONNECT_SECONDS).close()
    client: Any = chromadb.HttpClient(host, port, ssl=place.scheme == "https", settings=_settings())
    # Each of the two has an HTTP client without a limit of time, which close() forgets.
    connections = [each._server._session for each in (client, client._admin_client)]
    for each in connections:
        each.timeout = ANSWER_SECONDS
    try:
        yield client
    finally:
        for each in connections:
            each.close()
        client.close()


def write(client: ClientAPI, name: str, corpus: Corpus, vectors: Vectors) -> Collection:
    """Fill a new collection with a corpus."""
    made = datetime.now(UTC).isoformat()
    collection = client.create_collection(name, embedding_function=None, metadata={"made": made})
    for start in range(0, len(corpus.passages), PAGE):
        part = slice(start, start + PAGE)
        filed = zip(corpus.passages[part], corpus.hashes[part], strict=True)
        collection.add(
            ids=[passage.key for passage in corpus.passages[part]],
            embeddings=vectors[part],
            metadatas=[_filed(passage, key) for passage, key in filed],
        )
    return collection


def read(client: ClientAPI, name: str) -> dict[str, Vectors]:
    """All vectors of a collection, each by the hash of its text.

    Raises:
        Exception: Whatever Chroma says of one that is missing or damaged.
    """
    collection = client.get_collection(name, embedding_function=None)
    found: dict[str, Vectors] = {}
    for start in range(0, collection.count(), PAGE):
        page: Any = collection.get(limit=PAGE, offset=start, include=["embeddings", "metadatas"])
        rows = np.asarray(page["embeddings"], dtype=np.float32)
        found.update(zip((each["hash"] for each in page["metadatas"]), rows, strict=True))
    return found


def rows_of(corpus: Corpus, found: Mapping[str, Vectors]) -> Vectors:
    """One row a passage.

    Raises:
        KeyError: If one is missing.
    """
    return np.stack([found[key] for key in corpus.hashes])


def _filed(passage: Passage, key: str) -> dict[str, str]:
    return {
        "hash": key,
        "passage_id": passage.passage_id,
        "title": passage.title,
        "kind": passage.kind.value,
        "language": passage.language.value,
        "industries": ",".join(passage.industries),
        "functions": ",".join(passage.functions),
        "level": passage.level.value if passage.level else "",
        "source": passage.source.id,
    }


def _settings() -> Any:
    from chromadb.config import Settings

    return Settings(anonymized_telemetry=False)
