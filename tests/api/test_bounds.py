from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest
from starlette.types import Message

from api.app import create_app
from api.bounds import _BoundedBody
from assistant.errors import InputTooLarge, TookTooLong
from assistant.settings import Settings
from tests.api.conftest import Serve
from tests.api.drafts import ENGLISH, long_draft


def test_a_draft_of_too_many_bytes_is_refused(serve: Serve) -> None:
    response = serve(max_bytes=500).post("/v1/check", content=b"x" * 30_000)
    assert response.status_code == 413
    assert response.json()["code"] == "too_large.bytes"
    assert "500" in response.json()["detail"]


def test_bytes_are_counted_whatever_was_announced(serve: Serve) -> None:
    def pieces() -> Iterator[bytes]:
        for _ in range(100):
            yield b"x" * 1_000

    response = serve(max_bytes=500).post("/v1/check", content=pieces())
    assert response.status_code == 413


def test_a_draft_of_too_many_lines_is_refused(serve: Serve) -> None:
    response = serve(max_lines=2).post("/v1/check", content=ENGLISH.encode())
    assert response.status_code == 413
    assert response.json()["code"] == "too_large.lines"


def test_a_check_that_takes_too_long_is_ended_and_told(serve: Serve) -> None:
    client = serve(max_seconds=0.05)
    response = client.post("/v1/check", content=long_draft(200).encode())
    assert response.status_code == 503
    assert response.json()["code"] == "timeout.seconds"
    assert response.headers["retry-after"] == "1"


class Body:
    """Sends its messages one by one, then nothing more."""

    def __init__(self, *messages: Message) -> None:
        self.messages = list(messages)

    async def receive(self) -> Message:
        if not self.messages:
            await asyncio.Event().wait()
        return self.messages.pop(0)


def bounded(body: Body, settings: Settings, **headers: str) -> _BoundedBody:
    raw = [(key.encode(), value.encode()) for key, value in headers.items()]
    return _BoundedBody({"type": "http", "headers": raw}, body.receive, settings)


def test_a_body_that_does_not_come_is_not_waited_for() -> None:
    body = Body({"type": "http.request", "body": b"O1: ", "more_body": True})

    async def read() -> None:
        receive = bounded(body, Settings(max_seconds=0.01))
        await receive()
        await receive()

    with pytest.raises(TookTooLong, match="slow_body"):
        asyncio.run(read())


def test_a_client_that_asks_first_is_refused_before_it_sends() -> None:
    headers = {"content-length": "9000000", "expect": "100-continue"}
    body = Body({"type": "http.request", "body": b"x", "more_body": True})

    async def read() -> None:
        await bounded(body, Settings(max_bytes=500), **headers)()

    with pytest.raises(InputTooLarge):
        asyncio.run(read())
    assert len(body.messages) == 1


def test_the_app_is_made_without_looking_at_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("OKR_MAX_BYTES", "1")
    assert create_app(Settings()).state.service.settings.max_bytes == 1_000_000
