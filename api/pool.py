"""Worker processes for what takes long, so that nobody waits for another one's draft.

A worker is a plain child process (`python -m api.worker`) that takes one job after the other over
its standard input. It can be ended at any moment: a job that runs out of time, or whose caller
has gone, costs its worker, and the next job starts a new one.
"""

from __future__ import annotations

import asyncio
import os
import sys
from asyncio.subprocess import PIPE, Process
from contextlib import suppress

from api.order import Job, Reply
from assistant.errors import TookTooLong
from assistant.settings import Settings

MOST_WAITING = 100
HEADER_BYTES = 8


def frame(data: bytes) -> bytes:
    """A message with its length before it."""
    return len(data).to_bytes(HEADER_BYTES, "big") + data


class Pool:
    """Runs jobs in as many workers as there are processors."""

    def __init__(self, settings: Settings) -> None:
        size = os.cpu_count() or 1
        self._seconds = settings.max_seconds
        self._idle = [_Worker(settings) for _ in range(size)]
        self._slots = asyncio.Semaphore(size)
        self._waiting = 0

    @property
    def is_ready(self) -> bool:
        """Whether a worker that has started has nothing to do."""
        return not self._slots.locked() and self._idle[-1].is_running

    async def run(self, job: Job) -> Reply:
        """The reply to a job.

        Raises:
            TookTooLong: When the time, or the memory, runs out, or too many are waiting.
        """
        if self._waiting >= MOST_WAITING:
            raise TookTooLong("busy")
        self._waiting += 1
        try:
            async with asyncio.timeout(self._seconds), self._slots:
                return await self._run(job)
        except TimeoutError:
            raise TookTooLong("seconds", limit=self._seconds) from None
        finally:
            self._waiting -= 1

    async def warm_up(self, job: Job) -> None:
        """Have every worker do a job, so that it has loaded what such jobs need.

        Raises:
            TookTooLong: As `run` does.
        """
        await asyncio.gather(*(self.run(job) for _ in self._idle))

    async def _run(self, job: Job) -> Reply:
        worker = self._idle.pop()
        try:
            return await worker.run(job)
        finally:
            self._idle.append(worker)

    async def close(self) -> None:
        """End all workers."""
        for worker in self._idle:
            await worker.stop()


class _Worker:
    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._process: Process | None = None

    @property
    def is_running(self) -> bool:
        """Whether its process lives."""
        return self._process is not None and self._process.returncode is None

    async def run(self, job: Job) -> Reply:
        try:
            return await _exchange(await self._running(), job)
        # RuntimeError is what uvloop says of a pipe whose other end has gone.
        except (OSError, RuntimeError, asyncio.IncompleteReadError):
            await self.stop()
            raise TookTooLong("worker_ended") from None
        except BaseException:
            await self.stop()
            raise

    async def _running(self) -> Process:
        """The worker's process; a new one where there is none yet, or it died while idle."""
        if self._process and self._process.returncode is not None:
            await self.stop()
        return self._process or await self._start()

    async def _start(self) -> Process:
        # -P: a folder named api where the service was started must not stand in for ours.
        command = (sys.executable, "-P", "-m", "api.worker")
        starting = asyncio.create_task(
            asyncio.create_subprocess_exec(*command, stdin=PIPE, stdout=PIPE)
        )
        try:
            process = self._process = await asyncio.shield(starting)
        except asyncio.CancelledError:
            self._process = await starting  # it lives all the same, and has to be ended
            raise
        _writer(process).write(frame(self._settings.model_dump_json().encode()))
        return process

    async def stop(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        with suppress(ProcessLookupError):
            process.kill()
        # Cancelled or not, the process has to be waited for, or it stays as a zombie.
        await asyncio.shield(_reap(process))


async def _reap(process: Process) -> None:
    _writer(process).close()
    await process.wait()


async def _exchange(process: Process, job: Job) -> Reply:
    writer = _writer(process)
    writer.write(frame(job.to_bytes()))
    await writer.drain()
    reader = process.stdout
    assert reader is not None  # noqa: S101 - it was asked for as a pipe
    length = int.from_bytes(await reader.readexactly(HEADER_BYTES), "big")
    return Reply.from_bytes(await reader.readexactly(length))


def _writer(process: Process) -> asyncio.StreamWriter:
    assert process.stdin is not None  # noqa: S101 - it was asked for as a pipe
    return process.stdin
