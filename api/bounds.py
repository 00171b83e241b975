"""Bounds what a request may send: bytes, counted as they come, and time."""

from __future__ import annotations

import asyncio

from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.errors import InputTooLarge, TookTooLong
from assistant.settings import Settings

NDJSON = "application/x-ndjson"
FORM_OVERHEAD = 20_000  # the other fields of a form, and its boundaries
# Read and thrown away before a refusal, so that a client that only writes gets to read it.
DRAINED_BYTES = 20_000_000


class Bounds:
    """Gives the app a `receive` that raises when the body is too large or too slow."""

    def __init__(self, app: ASGIApp, *, settings: Settings) -> None:
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "http":
            receive = _BoundedBody(scope, receive, self._settings)
        await self._app(scope, receive, send)


class _BoundedBody:
    def __init__(self, scope: Scope, receive: Receive, settings: Settings) -> None:
        headers = HTTPConnection(scope).headers
        self._receive = receive
        self._streams = headers.get("content-type", "").startswith(NDJSON)
        self._named = settings.max_stream_bytes if self._streams else settings.max_bytes
        self._limit = self._named + (0 if self._streams else FORM_OVERHEAD)
        self._seconds = settings.max_seconds
        self._announced = _length(headers.get("content-length"))
        self._may_drain = "expect" not in headers and not self._streams
        self._deadline: float | None = None
        self._seen = 0
        self._complete = False

    async def __call__(self) -> Message:
        if self._complete:  # what comes now is the end of the connection: that may take its time
            return await self._receive()
        if self._announced > self._limit:
            await self._refuse()
        message = await self._next()
        if self._seen > self._limit:
            await self._refuse()
        return message

    async def _next(self) -> Message:
        now = asyncio.get_running_loop().time()
        if self._deadline is None or self._streams:  # a stream is bounded from piece to piece
            self._deadline = now + self._seconds
        try:
            async with asyncio.timeout_at(self._deadline):
                message = await self._receive()
        except TimeoutError:
            raise TookTooLong("slow_body", limit=self._seconds) from None
        self._seen += len(message.get("body", b""))
        self._complete = not message.get("more_body", False)
        return message

    async def _refuse(self) -> None:
        most = self._limit + DRAINED_BYTES
        while self._may_drain and not self._complete and self._seen <= most:
            await self._next()
        raise InputTooLarge("bytes", limit=self._named)


def _length(header: str | None) -> int:
    return int(header) if header and header.isdecimal() and len(header) < 20 else 0
