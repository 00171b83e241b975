"""The search over the knowledge base as it is now, for what runs longer than one question."""

from __future__ import annotations

import threading
import time
from concurrent.futures import Future, wait
from typing import TYPE_CHECKING

from assistant.knowledge.company import Shelf
from assistant.settings import Settings

if TYPE_CHECKING:
    from assistant.retrieval.search import Searcher

PATIENCE = 10.0  # seconds that a question waits for documents just added; it then goes without
RETRY = 60.0  # seconds after which a model or an index that was not to be had is asked for again


class CurrentSearch:
    """Loads the search when it is first needed, and anew when a company's documents change."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._shelf = Shelf.of(settings)
        self._lock = threading.Lock()
        self._stamp: object = None
        self._begun = 0.0
        self._newest: Future[Searcher] | None = None
        self._last: Searcher | None = None

    @property
    def state(self) -> str:
        """`not_loaded`, `loading`, `failed`, or how it searches: `hybrid` or `lexical`."""
        if self._newest is None:
            return "not_loaded"
        if not self._newest.done():
            return "loading"
        return "failed" if self._newest.exception() else self._newest.result().mode

    def searcher(self) -> Searcher:
        """The searcher; the first who ask wait for it, the later ones only so long.

        Raises:
            KnowledgeError: `broken_list`: what was added cannot be told.
        """
        newest = self._current()
        done, _ = wait([newest], None if self._last is None else PATIENCE)
        if done or self._last is None:
            self._last = newest.result()
        return self._last

    def _current(self) -> Future[Searcher]:
        stamp = self._shelf.stamp()  # before the load, which may see more than it, never less
        with self._lock:
            if self._newest is None or (self._newest.done() and self._outdated(stamp)):
                self._stamp, self._begun = stamp, time.monotonic()
                self._newest = self._loading()
            return self._newest

    def _outdated(self, stamp: object) -> bool:
        return stamp != self._stamp or (
            self.state in ("lexical", "failed") and time.monotonic() - self._begun > RETRY
        )

    def _loading(self) -> Future[Searcher]:
        made: Future[Searcher] = Future()
        # A daemon: nobody who ends the program waits for it, and an index half made is no harm.
        threading.Thread(target=self._load, args=(made,), daemon=True).start()
        return made

    def _load(self, made: Future[Searcher]) -> None:
        from assistant.retrieval.search import load_search  # heavy, and not every one searches

        try:
            made.set_result(load_search(self._settings))
        except BaseException as error:  # told to whoever asks
            made.set_exception(error)
