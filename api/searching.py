"""The search as the service holds it: loaded when somebody first searches."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING

from assistant.models import Language
from assistant.models.passage import SearchAnswer
from assistant.retrieval.filters import Filters
from assistant.settings import Settings

if TYPE_CHECKING:
    from assistant.retrieval.search import Searcher


class Searching:
    """One searcher for all requests; it may take seconds to load, and is then quick."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._lock = threading.Lock()
        self._searcher: Searcher | None = None

    def searcher(self) -> Searcher:
        """The searcher; whoever comes while it is loaded waits for it."""
        from assistant.retrieval.search import load_search

        with self._lock:
            if self._searcher is None:
                self._searcher = load_search(self._settings)
            return self._searcher

    def forget(self) -> None:
        """Load anew for the next who asks: the knowledge has changed."""
        with self._lock:
            self._searcher = None

    async def answer(
        self, query: str, filters: Filters, limit: int, language: Language | None
    ) -> SearchAnswer:
        """Search without keeping the others waiting.

        Raises:
            UsageError: `unknown_filter`.
        """
        return await asyncio.to_thread(
            lambda: self.searcher().search(query, filters, limit, language)
        )
