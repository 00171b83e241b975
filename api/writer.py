"""The language model of the service: asked about sets that the workers have reviewed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Any

from pydantic import TypeAdapter

from assistant.checkins.modelling.writing import OpeningWriter
from assistant.coaching.check import Checker
from assistant.coaching.modelling.reviewing import ModelReviewer
from assistant.errors import UsageError
from assistant.guides.making import tailor_with
from assistant.llm.loading import load_model, load_roster
from assistant.llm.port import ChatModel
from assistant.models import Answer
from assistant.models.guide import Guide
from assistant.models.suggestion import ModelUse, Suggestion
from assistant.models.summary import Summary
from assistant.models.written import Written
from assistant.settings import MaySend, Settings

ANSWERS: TypeAdapter[list[Answer]] = TypeAdapter(list[Answer])
Event = dict[str, Any]


class WritingDesk:
    """Improves reviews and opens summaries with the model of the settings, if there is one."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._model: ChatModel | None = None
        self._roster = load_roster(settings)

    @property
    def usable(self) -> bool:
        """Whether a model is set and anything may be sent to it."""
        chosen = self._settings
        return chosen.llm_base_url is not None and chosen.llm_send is not MaySend.NOTHING

    def wanted(self, use: ModelUse) -> bool:
        """Whether a model is to be asked.

        Raises:
            UsageError: `no_model`, where one is wanted and the service has none.
        """
        if use is ModelUse.ON and not self.usable:
            raise UsageError("no_model")
        return use is not ModelUse.OFF and self.usable

    async def warm_up(self) -> ChatModel | None:
        """The model, loaded before anyone waits for its client, which takes a second."""
        if self.usable and self._model is None:
            self._model = await asyncio.to_thread(load_model, self._settings)
        return self._model

    async def improve_all(
        self, answers: Sequence[Answer], given: Mapping[str, str], checker: Checker
    ) -> list[Answer]:
        """Each review with what the model adds."""
        reviewer = await self._reviewer(checker)
        return list(await asyncio.gather(*(reviewer.review(each, given) for each in answers)))

    async def events(
        self, answers: Sequence[Answer], given: Mapping[str, str], checker: Checker
    ) -> AsyncIterator[Event]:
        """The reviews by the rules, the model's suggestions as they come, and how it ends."""
        for number, each in enumerate(answers):
            yield {"event": "rules", "set": number, "answer": each.model_dump(mode="json")}
        reviewer = await self._reviewer(checker)
        for number, each in enumerate(answers):
            async for event in _told(reviewer, number, each, given):
                yield event

    async def tailor(self, guide: Guide) -> Guide:
        """The guide with what the model adds."""
        return await tailor_with(await self._chosen(), self._roster).tailor(guide)

    async def open_week(self, summary: Summary) -> Written:
        """What the model writes of a week that was summed up by code."""
        return await OpeningWriter(await self._chosen(), self._roster).write(summary)

    async def _reviewer(self, checker: Checker) -> ModelReviewer:
        return ModelReviewer(checker, await self._chosen(), self._roster)

    async def _chosen(self) -> ChatModel:
        model = await self.warm_up()
        if model is None:
            raise UsageError("no_model")
        return model


async def _told(
    reviewer: ModelReviewer, number: int, answer: Answer, given: Mapping[str, str]
) -> AsyncIterator[Event]:
    told: asyncio.Queue[Suggestion | None] = asyncio.Queue()
    work = asyncio.create_task(reviewer.review(answer, given, told.put_nowait))
    work.add_done_callback(lambda _: told.put_nowait(None))
    try:
        while (suggestion := await told.get()) is not None:
            shown = suggestion.model_dump(mode="json")
            yield {"event": "suggestion", "set": number, "suggestion": shown}
        yield {"event": "done", "set": number, "answer": work.result().model_dump(mode="json")}
    finally:
        work.cancel()  # whoever asked has gone
