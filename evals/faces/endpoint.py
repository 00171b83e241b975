"""A chat endpoint in this process: it answers as the samples say, and keeps what it was asked.

A step is what a server does with one request: `answer` (JSON), `text`, or `status`; beside it
`finish` (how it says that it ended), `usage: false` (it counts no tokens), `call` (it sends the
arguments of a function); or `fails`: `connection` or `waits`. A text that begins with ~ stands for
the mark of the first line of the prompt that holds the rest of it; what cites a line that is not
there is left out.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import Any
from unittest.mock import patch

import httpx
import openai

URL = "http://model.example/v1"
PIECE = 20  # characters of one event
LONG = 60  # seconds: longer than anybody waits
TOKENS = {"prompt_tokens": 70, "completion_tokens": 30, "total_tokens": 100}
CITED = "~"
_MARKED = re.compile(r"(?m)^(?P<mark>\w+)(?: \||:) (?P<text>.*)$")
Step = dict[str, Any]


class Endpoint:
    """What the server does, the last step for ever, and what it was asked."""

    def __init__(self, steps: Sequence[Step]) -> None:
        self._steps = list(steps)
        self._asked: list[dict[str, Any]] = []

    async def answer(self, request: httpx.Request) -> httpx.Response:
        """The answer to one request.

        Raises:
            ConnectError: Where the step says so.
        """
        body = json.loads(request.content)
        step = self._steps[min(len(self._asked), len(self._steps) - 1)]
        self._asked.append(body)
        if step.get("fails") == "connection":
            raise httpx.ConnectError("no server")
        if step.get("fails") == "waits":
            await asyncio.sleep(LONG)
        if "status" in step:
            return httpx.Response(step["status"], json={}, headers={"retry-after": "0.01"})
        text = _said(step, body["messages"][-1]["content"])
        kind = {"content-type": step.get("type", "text/event-stream")}
        return httpx.Response(200, text="".join(_events(text, step)), headers=kind)

    @property
    def asked(self) -> list[dict[str, Any]]:
        """What it was asked; calls that are made at once come in no order."""
        return sorted(self._asked, key=lambda body: json.dumps(body, sort_keys=True))


@contextmanager
def answering(steps: Sequence[Step]) -> Iterator[Endpoint]:
    """An endpoint that all calls to a model reach, whatever the settings name."""
    endpoint = Endpoint(steps)

    def client(**_: Any) -> httpx.AsyncClient:
        return httpx.AsyncClient(transport=httpx.MockTransport(endpoint.answer))

    import_module("langchain_openai")  # has a class on the one that is replaced
    with patch.object(openai, "DefaultAsyncHttpxClient", client):
        yield endpoint


def _said(step: Step, prompt: str) -> str:
    if "answer" not in step:
        return str(step.get("text", ""))
    return json.dumps(_cited(step["answer"], prompt), ensure_ascii=False)


def _cited(value: Any, prompt: str) -> Any:
    if isinstance(value, dict):
        return {name: _cited(inner, prompt) for name, inner in value.items()}
    if isinstance(value, list):
        made = [_cited(inner, prompt) for inner in value]
        return [each for each in made if not (isinstance(each, dict) and None in _marks(each))]
    if isinstance(value, str) and value.startswith(CITED):
        return _mark(value.removeprefix(CITED), prompt)
    return value


def _marks(value: dict[str, Any]) -> list[Any]:
    return [mark for inner in value.values() if isinstance(inner, list) for mark in inner]


def _mark(words: str, prompt: str) -> str | None:
    found = _MARKED.finditer(prompt)
    return next((each["mark"] for each in found if words in each["text"]), None)


def _events(text: str, step: Step) -> Iterator[str]:
    if "type" in step:  # no stream at all
        yield text
        return
    for start in range(0, len(text), PIECE):
        piece = text[start : start + PIECE]
        yield _event([{"delta": _delta(piece, start, as_call="call" in step)}])
    yield _event([{"delta": {}, "finish_reason": step.get("finish", "stop")}])
    if step.get("usage", True):
        yield _event([], usage=TOKENS)
    yield "data: [DONE]\n\n"


def _delta(piece: str, start: int, *, as_call: bool) -> dict[str, Any]:
    if not as_call:
        return {"role": "assistant", "content": piece}
    function = {"name": "One" if start == 0 else None, "arguments": piece}
    call = {"index": 0, "id": "c1" if start == 0 else None, "type": "function"}
    return {"role": "assistant", "tool_calls": [{**call, "function": function}]}


def _event(choices: list[dict[str, Any]], **more: Any) -> str:
    head = {"id": "x", "object": "chat.completion.chunk", "created": 0, "model": "test-model"}
    told = [{"index": 0, "finish_reason": None, **each} for each in choices]
    return f"data: {json.dumps({**head, 'choices': told, **more})}\n\n"
