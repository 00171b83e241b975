"""What the routes share: the settings, the desk and its workers, keys and sessions."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Coroutine
from contextlib import suppress
from typing import Annotated, Any, TypeVar

from fastapi import Depends, Request
from starlette.requests import ClientDisconnect

from api.hosts import is_loopback
from api.keys import KeyStore
from api.order import Job, Order, Reply
from api.pool import Pool
from api.remembered import Remembered
from api.samples import samples
from api.searching import Searching
from api.sessions import Attempts, Sessions
from api.work import Desk
from api.writer import WritingDesk
from assistant.errors import CoachError
from assistant.rules.library import Library, load_library
from assistant.settings import Settings

T = TypeVar("T")


class Service:
    """One running service."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.desk = Desk(settings)
        self.pool = Pool(settings)
        self.writer = WritingDesk(settings)
        self.keys = KeyStore.of(settings)
        # Told once: whoever takes the last key away must not open the door with it.
        self.keys_needed = not is_loopback(settings.host) or bool(self.keys.all())
        self.searching = Searching(settings)
        self._remembered = Remembered()
        self._small = 0  # small jobs that are asked for and not answered yet
        self.sessions = Sessions()
        self.attempts = Attempts()

    @property
    def asks_for_keys(self) -> bool:
        """Whether a caller has to have a key now."""
        return self.keys_needed or bool(self.keys.all())

    @property
    def library(self) -> Library:
        """All rules, profiles and packs there are."""
        return load_library(self.settings.rubrics_dir)

    async def warm_up(self) -> None:
        """Load what searches and reviews need, before somebody waits for it."""
        with suppress(CoachError):  # whoever asks is told
            await asyncio.to_thread(self.searching.searcher)
            await self.pool.warm_up(Job(Order(review=True), samples()[0].text.encode()))
        gc.freeze()  # a pass through all that is loaded would hold everybody up for .3 seconds

    async def reply(self, job: Job, request: Request) -> Reply:
        """Do a job: at once when it is small, else in a worker, as long as someone waits for it."""
        if not job.is_small:
            return await while_wanted(self.pool.run(job), request)
        if known := self._remembered.find(job):
            return known
        reply = await self._soon(job)
        self._remembered.keep(job, reply)
        return reply

    async def _soon(self, job: Job) -> Reply:
        """Do a small job; several that are asked for at a time are shared with idle workers."""
        self._small += 1
        try:
            await asyncio.sleep(0)  # whoever has asked meanwhile is counted
            if self._small > 1 and self.pool.is_ready:
                return await self.pool.run(job)  # to the end: sooner done than a worker started
            return self.desk.run(job)
        finally:
            self._small -= 1


def service_of(request: Request) -> Service:
    """The service that a request belongs to."""
    service: Service = request.app.state.service
    return service


async def _service(request: Request) -> Service:
    return service_of(request)  # not a plain function: FastAPI would start a thread for it


Served = Annotated[Service, Depends(_service)]


async def while_wanted(work: Coroutine[Any, Any, T], request: Request) -> T:
    """Await work, and drop it when the caller has gone; the request's body has to be read.

    Raises:
        ClientDisconnect: When the caller has gone.
    """
    task = asyncio.create_task(work)
    gone = asyncio.create_task(_gone(request))
    try:
        await asyncio.wait({task, gone}, return_when=asyncio.FIRST_COMPLETED)
        if task.done():
            return task.result()
        raise ClientDisconnect
    finally:
        await _end(gone)
        await _end(task)


async def _gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


async def _end(task: asyncio.Task[Any]) -> None:
    if not task.done():
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
