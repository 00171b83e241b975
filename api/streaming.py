"""Streams of sets: lines come, are checked in small batches, and their answers go out."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass

from fastapi import Request
from starlette.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

from api.bounds import NDJSON
from api.order import Job, Order, Output
from api.service import Service
from api.work import error_line
from assistant.errors import CoachError, TookTooLong

BATCH_BYTES = 32_000
BATCH_LINES = 50


@dataclass(frozen=True, slots=True)
class Batch:
    """Whole lines of a stream."""

    first_line: int
    lines: tuple[bytes, ...]

    def alone(self) -> list[Batch]:
        """Each line as a batch of its own."""
        return [Batch(self.first_line + i, (line,)) for i, line in enumerate(self.lines)]


class Splitter:
    """Cuts pieces of a stream into batches of whole lines, holding one bounded line at most.

    What goes beyond `longest` + 1 bytes of a line is thrown away: it is refused in any case.
    """

    def __init__(self, longest: int) -> None:
        self._longest = longest
        self._line = 1
        self._held = b""

    def feed(self, piece: bytes) -> list[Batch]:
        """The batches that are complete with this piece; an empty one ends the stream."""
        first, *others = piece.split(b"\n") if piece else (b"", b"")
        self._hold(first)
        whole: list[bytes] = []
        for part in others:
            whole.append(self._held)
            self._held = b""
            self._hold(part)
        return self._batches(whole)

    def _hold(self, part: bytes) -> None:
        self._held += part[: self._longest + 1 - len(self._held)]

    def _batches(self, whole: list[bytes]) -> list[Batch]:
        made: list[Batch] = []
        while whole:
            count = _fitting(whole)
            made.append(Batch(self._line, tuple(whole[:count])))
            self._line += count
            whole = whole[count:]
        return made


def _fitting(lines: list[bytes]) -> int:
    size = 0
    for count, line in enumerate(lines[:BATCH_LINES]):
        size += len(line)
        if count and size > BATCH_BYTES:
            return count
    return min(len(lines), BATCH_LINES)


async def answer_lines(request: Request, service: Service, order: Order) -> AsyncIterator[bytes]:
    """The answers to a stream of sets, as they are ready."""
    order = order.model_copy(update={"output": Output.NDJSON})
    splitter = Splitter(service.settings.max_bytes)
    try:
        async for piece in request.stream():
            for batch in splitter.feed(piece):
                yield await _answer(batch, service, order)
    except CoachError as error:
        yield error_line(error, order.told_in) + b"\n"


async def _answer(batch: Batch, service: Service, order: Order) -> bytes:
    named = order.model_copy(update={"first_line": batch.first_line})
    job = Job(named, b"\n".join(batch.lines))
    if job.is_small:
        await asyncio.sleep(0)  # between two batches, others get their turn
        return service.desk.run(job).body
    try:
        return (await service.pool.run(job)).body
    except TookTooLong as error:
        if len(batch.lines) == 1:
            error.line = batch.first_line
            return error_line(error, order.told_in) + b"\n"
    return b"".join([await _answer(one, service, order) for one in batch.alone()])


class Streamed(StreamingResponse):
    """Answers while the request is still being read.

    Starlette's own listens for the end of the connection meanwhile, and would eat the request.
    """

    def __init__(self, lines: AsyncIterator[bytes], seconds: float) -> None:
        super().__init__(lines, media_type=NDJSON)
        self._seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it; a client that takes nothing for too long is left."""

        async def send_in_time(message: object) -> None:
            async with asyncio.timeout(self._seconds):
                await send(message)  # type: ignore[arg-type]

        await self.stream_response(send_in_time)
