"""A pool that ends while one of its workers is being started."""

from __future__ import annotations

import asyncio
from asyncio.subprocess import Process
from collections.abc import Callable

import pytest
import uvloop

from api.order import Job, Order
from api.pool import Pool
from assistant.settings import Settings
from tests.api.drafts import ENGLISH

QUICK = Job(Order(), ENGLISH.encode())


@pytest.mark.parametrize("loop", [asyncio.new_event_loop, uvloop.new_event_loop])
@pytest.mark.parametrize("steps", [1, 2, 3, 4, 6])
def test_a_job_that_is_called_off_while_its_worker_starts_leaves_no_process(
    steps: int, loop: Callable[[], asyncio.AbstractEventLoop], monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, start = [], asyncio.create_subprocess_exec

    async def recorded(*command: str, **options: int) -> Process:
        begun.append(await start(*command, **options))
        return begun[-1]

    async def called_off() -> None:
        pool = Pool(Settings())
        work = asyncio.create_task(pool.run(QUICK))
        for _ in range(steps):
            await asyncio.sleep(0)
        work.cancel()
        await asyncio.wait([work])
        await pool.close()

    monkeypatch.setattr(asyncio, "create_subprocess_exec", recorded)
    with asyncio.Runner(loop_factory=loop) as runner:
        runner.run(called_off())
    assert [process.returncode is not None for process in begun] == [True]
