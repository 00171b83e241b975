"""The search as the service holds it: one for all requests."""

from __future__ import annotations

import asyncio

from assistant.models import Language
from assistant.models.passage import SearchAnswer
from assistant.retrieval.current import CurrentSearch
from assistant.retrieval.filters import Filters


class Searching(CurrentSearch):
    """It may take seconds to load, and is then quick."""

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
