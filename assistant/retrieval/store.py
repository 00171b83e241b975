"""Where indexes are kept: a folder of this machine, or a Chroma server that many share."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urlsplit
from uuid import uuid4

from filelock import FileLock

from assistant import folders
from assistant.errors import SearchUnavailable
from assistant.retrieval import index
from assistant.retrieval.corpus import Corpus
from assistant.retrieval.embeddings import Embedder, Vectors
from assistant.retrieval.shipped import shipped_vectors
from assistant.retrieval.vectors import Progress, completed

if TYPE_CHECKING:
    from assistant.retrieval.index import ClientAPI
    from assistant.settings import Settings

COLLECTION = "passages"
ASIDE = "aside-"  # before the name of what is being filled, and of what is thrown away
KEPT = 3  # so that two knowledge bases or models on one machine do not drive each other out


class Store(Protocol):
    """Keeps the vectors of corpora."""

    def vectors(self, corpus: Corpus, embedder: Embedder, progress: Progress) -> Vectors:
        """The vectors of a corpus, one row a passage, made where they are not there yet.

        Raises:
            SearchUnavailable: If the model does not answer, or the index is not to be had.
        """

    def holds(self, corpus: Corpus, embedder: Embedder) -> bool:
        """Whether the index of a corpus is there.

        Raises:
            SearchUnavailable: If the server does not answer.
        """

    @property
    def place(self) -> str:
        """Where indexes are kept."""


def store_of(settings: Settings) -> Store:
    """The store that the settings name."""
    if settings.chroma_url:
        return ServerStore(settings.chroma_url)
    return FolderStore(settings.index_dir or folders.cache() / "index")


class FolderStore:
    """Each index is a folder of its own, written by one process and only read from then on.

    Args:
        root: Holds the folders of the indexes and the lock.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.place = str(root)

    def holds(self, corpus: Corpus, embedder: Embedder) -> bool:
        """Whether the folder of the index is there."""
        return (self.root / index.index_name(corpus, embedder)).is_dir()

    def vectors(self, corpus: Corpus, embedder: Embedder, progress: Progress) -> Vectors:
        """The vectors of a corpus; a damaged index is made anew."""
        name = index.index_name(corpus, embedder)
        found = self._read(name, corpus)
        if found is not None:
            return found
        try:
            self.root.mkdir(parents=True, exist_ok=True)
            with FileLock(self.root / ".lock"):
                found = self._read(name, corpus)  # made by another process in the meantime
                return self._build(name, corpus, embedder, progress) if found is None else found
        except (OSError, NotImplementedError) as error:  # no folder, no room, or no locks there
            why = f"{type(error).__name__}: {getattr(error, 'strerror', None) or error}"
            raise SearchUnavailable("index_not_kept", why=why) from error

    def _build(self, name: str, corpus: Corpus, embedder: Embedder, progress: Progress) -> Vectors:
        known = shipped_vectors(embedder.name)
        for other in self._others(index.family_name(embedder)):
            if known.keys() >= set(corpus.hashes):
                break
            with suppress(Exception), index.embedded(other) as client:
                known.update(index.read(client, COLLECTION))
        vectors = completed(corpus, embedder, known, progress)
        self._clear()
        aside = self.root / f"{ASIDE}{uuid4().hex}"
        with index.embedded(aside) as client:
            index.write(client, COLLECTION, corpus, vectors)
        self._swap_in(aside, self.root / name)
        return vectors

    def _read(self, name: str, corpus: Corpus) -> Vectors | None:
        folder = self.root / name
        if not folder.is_dir():
            return None
        try:
            with index.embedded(folder) as client:
                return index.rows_of(corpus, index.read(client, COLLECTION))
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException:  # Chroma's panics at damaged files are no Exceptions
            return None

    def _swap_in(self, aside: Path, folder: Path) -> None:
        if folder.exists():  # it could not be read
            folder.rename(self.root / f"{ASIDE}{uuid4().hex}")
        aside.rename(folder)
        for old in list(self._others(index.PREFIX))[KEPT:]:
            shutil.rmtree(old, ignore_errors=True)

    def _others(self, prefix: str) -> Iterator[Path]:
        """The folders of indexes, the newest first."""
        found = [each for each in self.root.iterdir() if each.name.startswith(prefix)]
        yield from sorted(found, key=lambda each: each.stat().st_mtime, reverse=True)

    def _clear(self) -> None:
        """Throw away what a process that was ended left half done."""
        for left in self._others(ASIDE):
            shutil.rmtree(left, ignore_errors=True)


class ServerStore:
    """Each index is a collection of a Chroma server.

    Args:
        url: Where the server is, e.g. `http://127.0.0.1:8000`.
    """

    def __init__(self, url: str) -> None:
        self.url = url
        place = urlsplit(url)
        self.place = f"{place.scheme}://{place.hostname}:{place.port}"  # without a password in it

    def holds(self, corpus: Corpus, embedder: Embedder) -> bool:
        """Whether the collection of the index is there."""
        with self._client() as client:
            return index.index_name(corpus, embedder) in _names(client)

    def vectors(self, corpus: Corpus, embedder: Embedder, progress: Progress) -> Vectors:
        """The vectors of a corpus; what is missing of it is made anew."""
        name = index.index_name(corpus, embedder)
        with self._client() as client:
            if name in _names(client):
                with suppress(KeyError):
                    return index.rows_of(corpus, index.read(client, name))
                client.delete_collection(name)
            return self._build(client, name, corpus, embedder, progress)

    @contextmanager
    def _client(self) -> Iterator[ClientAPI]:
        try:
            with index.served(self.url) as client:
                yield client
        except SearchUnavailable:
            raise
        except Exception as error:  # of the network, the server or its client
            raise SearchUnavailable("no_index", why=type(error).__name__) from error

    def _build(
        self,
        client: ClientAPI,
        name: str,
        corpus: Corpus,
        embedder: Embedder,
        progress: Progress,
    ) -> Vectors:
        known = shipped_vectors(embedder.name)
        for other in _names(client, index.family_name(embedder)):
            if known.keys() >= set(corpus.hashes):
                break
            known.update(index.read(client, other))
        vectors = completed(corpus, embedder, known, progress)
        aside = index.write(client, f"{ASIDE}{uuid4().hex}", corpus, vectors)
        try:
            aside.modify(name=name)
        except Exception:  # another process was first: its collection says the same
            client.delete_collection(aside.name)
            if name not in _names(client):
                raise
        _drop(client, _names(client, index.PREFIX)[KEPT:])
        return vectors


def _names(client: ClientAPI, prefix: str = "") -> list[str]:
    """The collections whose name begins so, the newest first."""
    found = [each for each in client.list_collections() if each.name.startswith(prefix)]
    found.sort(key=lambda each: str((each.metadata or {}).get("made")), reverse=True)
    return [each.name for each in found]


def _drop(client: ClientAPI, names: Iterable[str]) -> None:
    for name in names:
        with suppress(Exception):  # another process was first
            client.delete_collection(name)
