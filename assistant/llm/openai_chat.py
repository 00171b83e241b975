"""The adapter to any OpenAI-compatible endpoint, through LangChain.

A server that does not know a way of asking answers 400, 404 or 422 to it; the next way is tried,
and the one that worked is kept. Tries after 429 and 5xx, with the wait that the server names, are
the openai client's own.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from typing import Any

import openai
from langchain.chat_models import init_chat_model
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessageChunk

from assistant.errors import ModelError, ModelOutputInvalid, ModelRefused, ModelUnavailable
from assistant.llm.answer import read_answer, read_part
from assistant.llm.asking import Way, options, with_shape
from assistant.llm.budget import Budget, count_tokens, prompt_tokens
from assistant.llm.port import Completion, Message, Seen, T
from assistant.settings import Settings

TRIES = 3
CHARS_PER_TOKEN = 8  # no language packs more into one; an answer beyond it has run away
_UNKNOWN_WAY = (openai.BadRequestError, openai.NotFoundError, openai.UnprocessableEntityError)


class OpenAIChat:
    """A model behind an OpenAI-compatible endpoint (`ChatModel`)."""

    def __init__(self, settings: Settings, client: BaseChatModel | None = None) -> None:
        self.name = settings.llm_model or "default"
        # Its own: LangChain's is shared by address, and cannot be closed for one alone.
        self._http = openai.DefaultAsyncHttpxClient()
        self._client = client or _client(settings, self._http)
        self._seconds = settings.llm_seconds
        self._max_tokens = settings.llm_max_tokens
        self._budget = Budget(settings.llm_request_tokens, settings.llm_day_tokens)
        self._room = asyncio.Semaphore(settings.llm_concurrency)
        self._ways = list(Way)

    async def aclose(self) -> None:
        """Let go of the connections, in the event loop that they were made in."""
        await self._http.aclose()

    async def complete(
        self, messages: Sequence[Message], shape: type[T], seen: Seen | None = None
    ) -> Completion[T]:
        """See `ChatModel.complete`."""
        try:
            async with asyncio.timeout(self._seconds), self._room:
                return await self._first_way(messages, shape, seen)
        except TimeoutError as error:
            raise ModelUnavailable("too_slow", seconds=round(self._seconds)) from error

    async def _first_way(
        self, messages: Sequence[Message], shape: type[T], seen: Seen | None
    ) -> Completion[T]:
        for attempt, way in enumerate(list(self._ways), start=1):
            try:
                return await self._ask(way, messages, shape, seen, attempt)
            except _UNKNOWN_WAY as error:
                if way is Way.PROMPT:
                    raise ModelUnavailable("declined", status=error.status_code) from error
                if way in self._ways:  # another call may have found out the same meanwhile
                    self._ways.remove(way)
        raise ModelUnavailable("declined", status=400)

    async def _ask(
        self, way: Way, messages: Sequence[Message], shape: type[T], seen: Seen | None, attempt: int
    ) -> Completion[T]:
        told = with_shape(way, messages, shape)
        cost_in = await asyncio.to_thread(prompt_tokens, told)
        reserved = cost_in + self._max_tokens
        self._budget.reserve(reserved)
        used = cost_in
        try:
            answer = await self._listen(told, options(way, shape), seen)
            used = answer.tokens(cost_in)
            value = read_answer(answer.text, shape, cut=answer.cut)
            return Completion(value, answer.model or self.name, *answer.usage(cost_in), attempt)
        finally:
            self._budget.give_back(reserved - used)

    async def _listen(
        self, messages: Sequence[Message], asked: dict[str, Any], seen: Seen | None
    ) -> _Heard:
        heard = _Heard(limit=self._max_tokens * CHARS_PER_TOKEN)
        pairs = [(message.role, message.content) for message in messages]
        try:
            await heard.listen(self._client.astream(pairs, **asked), seen)
        except (*_UNKNOWN_WAY, ModelError):
            raise
        except Exception as error:  # the client raises its own, its transport's and its parser's
            raise _told(error) from error
        return heard


@dataclass
class _Heard:
    """What has arrived of an answer."""

    limit: int
    text: str = ""
    model: str = ""
    finish: str = ""
    tokens_in: int = 0
    tokens_out: int = 0

    @property
    def cut(self) -> bool:
        """Whether the answer ended before its time."""
        return self.finish in {"", "length"} or len(self.text) > self.limit

    def tokens(self, cost_in: int) -> int:
        """All tokens of the call."""
        return sum(self.usage(cost_in))

    def usage(self, cost_in: int) -> tuple[int, int]:
        """Tokens in and out: the server's figures, else our count."""
        return self.tokens_in or cost_in, self.tokens_out or count_tokens(self.text)

    async def listen(self, chunks: AsyncIterator[AIMessageChunk], seen: Seen | None) -> None:
        """Take in an answer until its end, or until it runs away."""
        async for chunk in chunks:
            self._take(chunk)
            if len(self.text) > self.limit:
                break
            if seen is not None and (part := read_part(self.text)) is not None:
                seen(part)
        if self.finish == "content_filter":
            raise ModelRefused("refused")

    def _take(self, chunk: AIMessageChunk) -> None:
        self.text += chunk.text
        for call in chunk.tool_call_chunks:
            self.text += call["args"] or ""
        self.model = str(chunk.response_metadata.get("model_name") or self.model)
        self.finish = str(chunk.response_metadata.get("finish_reason") or self.finish)
        if chunk.usage_metadata is not None:
            self.tokens_in = chunk.usage_metadata["input_tokens"]
            self.tokens_out = chunk.usage_metadata["output_tokens"]


def _client(settings: Settings, http: openai.DefaultAsyncHttpxClient) -> BaseChatModel:
    key = settings.llm_api_key
    client: BaseChatModel = init_chat_model(
        settings.llm_model or "default",
        model_provider="openai",
        base_url=settings.llm_base_url,
        api_key=key.get_secret_value() if key else "none",
        max_retries=TRIES - 1,
        timeout=settings.llm_seconds,
        max_tokens=settings.llm_max_tokens,
        temperature=0,
        stream_usage=True,
        use_responses_api=False,
        http_async_client=http,
    )
    return client


def _told(error: Exception) -> ModelError:
    """A failure of the client as the tree tells it."""
    if isinstance(error, openai.APITimeoutError):
        return ModelUnavailable("no_answer")
    if isinstance(error, openai.APIConnectionError):
        return ModelUnavailable("no_server")
    if isinstance(error, openai.AuthenticationError | openai.PermissionDeniedError):
        return ModelUnavailable("no_access")
    if isinstance(error, openai.RateLimitError):
        return ModelUnavailable("too_many")
    if isinstance(error, openai.APIStatusError):
        return ModelUnavailable("declined", status=error.status_code)
    return ModelOutputInvalid("not_json")
