from __future__ import annotations

import asyncio
import gc
import json
import shutil
import sys
from collections.abc import Callable

import pytest
import uvloop
from starlette.requests import ClientDisconnect, Request

from api.order import Job, Order, Output, Reply
from api.pool import MOST_WAITING, Pool
from api.remembered import MOST_KEPT
from api.service import Service, while_wanted
from api.summaries import EXAMPLE
from api.work import Desk
from assistant.errors import TookTooLong
from assistant.models import Language
from assistant.settings import Settings
from tests.api.drafts import DRAFTS, ENGLISH, SET, long_draft

QUICK = Job(Order(), ENGLISH.encode())
LONG = Job(Order(), long_draft(500).encode())


MANY_TEXTS = {
    "lines of one word": b"ab\n" * 1995,
    "old line ends": b"ab\r" * 1995,
    "texts of JSON": b'{"objectives":["' + b'","'.join([b"a"] * 1000) + b'"]}',
    "texts of YAML": b"objectives: [" + b",".join([b"a"] * 2000) + b"]",
    "quoted texts of YAML": b"objectives: [" + b"'a' " * 1000 + b"]",
    "clauses": "KR1：甲；".encode() * 400,
}


@pytest.mark.parametrize("name", MANY_TEXTS)
def test_a_short_draft_of_many_texts_is_not_checked_in_the_service(name: str) -> None:
    data = MANY_TEXTS[name]
    assert len(data) <= 6_000
    assert not Job(Order(), data).is_small


@pytest.mark.parametrize("draft", [*DRAFTS.values(), long_draft(8), json.dumps(SET)])
def test_a_draft_as_people_write_it_is_checked_at_once(draft: str) -> None:
    assert Job(Order(), draft.encode()).is_small


async def in_pool(settings: Settings, *jobs: Job) -> list[Reply | BaseException]:
    pool = Pool(settings)
    try:
        return await asyncio.gather(*(pool.run(job) for job in jobs), return_exceptions=True)
    finally:
        await pool.close()


def test_a_worker_replies_as_the_service_would() -> None:
    (reply,) = asyncio.run(in_pool(Settings(), QUICK))
    assert reply == Desk(Settings()).run(QUICK)


async def asked(service: Service, *jobs: Job) -> list[Reply]:
    async def receive() -> dict[str, str]:
        await asyncio.Event().wait()
        return {}

    one = Request({"type": "http"}, receive)
    return await asyncio.gather(*(service.reply(job, one) for job in jobs))


def test_small_checks_that_come_together_are_shared_with_workers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A single one, or one that finds no worker ready, is done in the service itself."""
    done: list[str] = []
    quick = Desk(Settings()).run(QUICK)

    async def in_worker(self: Pool, job: Job) -> Reply:
        done.append("worker")
        await asyncio.sleep(0)
        return quick

    def at_desk(self: Desk, job: Job) -> Reply:
        done.append("desk")
        return quick

    monkeypatch.setattr(Pool, "run", in_worker)
    monkeypatch.setattr(Desk, "run", at_desk)
    for ready, jobs, told in ((True, 1, {"desk"}), (True, 3, {"worker"}), (False, 3, {"desk"})):
        monkeypatch.setattr(Pool, "is_ready", ready)
        assert asyncio.run(asked(Service(Settings()), *[QUICK] * jobs)) == [quick] * jobs
        assert set(done) == told
        done.clear()


def _counted(monkeypatch: pytest.MonkeyPatch) -> list[Job]:
    """The jobs that are truly done."""
    done: list[Job] = []
    run = Desk.run

    def at_desk(self: Desk, job: Job) -> Reply:
        done.append(job)
        return run(self, job)

    monkeypatch.setattr(Desk, "run", at_desk)
    return done


@pytest.mark.parametrize("draft", DRAFTS.values())
@pytest.mark.parametrize("output", [Output.JSON, Output.MARKDOWN, Output.PANEL])
def test_a_draft_that_comes_again_is_not_checked_again(
    draft: str, output: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = _counted(monkeypatch)
    service, job = Service(Settings()), Job(Order(output=output), draft.encode())
    first = asyncio.run(asked(service, job))
    assert asyncio.run(asked(service, job)) == first
    assert done == [job]


def test_another_order_for_the_same_draft_is_another_job(monkeypatch: pytest.MonkeyPatch) -> None:
    done = _counted(monkeypatch)
    data = ENGLISH.encode()
    orders = (
        Order(),
        Order(final=True),
        Order(messages=Language.ZH_HANT),
        Order(profile="lightweight"),
    )
    service = Service(Settings())
    for job in (Job(order, data) for order in orders):
        asyncio.run(asked(service, job))
    assert len(done) == len(orders)


def test_what_hangs_on_the_day_is_done_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    done = _counted(monkeypatch)
    service = Service(Settings())
    cycle = Job(Order(output=Output.SUMMARY), json.dumps(EXAMPLE).encode())
    for _ in range(2):
        asyncio.run(asked(service, cycle))
    assert len(done) == 2


def test_only_the_last_replies_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    done = _counted(monkeypatch)
    service = Service(Settings())
    oldest, *others = (
        Job(Order(), f"O1: Guests come back\nKR1: Guests from 1% to {n}%".encode())
        for n in range(2, MOST_KEPT + 3)
    )
    for job in (oldest, *others, oldest):
        asyncio.run(asked(service, job))
    assert done == [oldest, *others, oldest]


def test_a_caller_who_goes_away_from_a_small_check_costs_no_worker() -> None:
    async def left() -> dict[str, str]:
        return {"type": "http.disconnect"}

    async def asked_twice() -> tuple[list[Reply], bool]:
        service = Service(Settings())
        try:
            await service.pool.run(QUICK)
            one = Request({"type": "http"}, left)
            replies = await asyncio.gather(*(service.reply(QUICK, one) for _ in range(2)))
            return replies, service.pool.is_ready
        finally:
            await service.pool.close()

    replies, is_ready = asyncio.run(asked_twice())
    assert replies == [Desk(Settings()).run(QUICK)] * 2
    assert is_ready


def test_a_pool_is_ready_once_a_worker_has_started() -> None:
    async def before_and_after() -> tuple[bool, bool]:
        pool = Pool(Settings())
        try:
            before = pool.is_ready
            await pool.run(QUICK)
            return before, pool.is_ready
        finally:
            await pool.close()

    assert asyncio.run(before_and_after()) == (False, True)


def test_an_error_in_a_worker_is_told_as_one_in_the_service() -> None:
    (reply,) = asyncio.run(in_pool(Settings(), Job(Order(profile="nope"), ENGLISH.encode())))
    assert isinstance(reply, Reply)
    assert (reply.status, json.loads(reply.body)["code"]) == (404, "not_found.profile")


def test_after_a_job_that_took_too_long_the_next_one_is_done() -> None:
    async def one_after_the_other() -> Reply:
        pool = Pool(Settings(max_seconds=0.01))
        try:
            with pytest.raises(TookTooLong, match="seconds"):
                await pool.run(LONG)
            pool._seconds = 20
            return await pool.run(QUICK)
        finally:
            await pool.close()

    assert asyncio.run(one_after_the_other()).status == 200


def test_a_worker_that_died_while_idle_is_replaced_unseen() -> None:
    async def kill_it() -> tuple[Reply, Reply]:
        pool = Pool(Settings())
        try:
            before = await pool.run(QUICK)
            process = pool._idle[-1]._process
            assert process is not None
            process.kill()
            await process.wait()
            return before, await pool.run(QUICK)
        finally:
            await pool.close()

    before, after = asyncio.run(kill_it())
    assert before == after


@pytest.mark.parametrize("loop", [asyncio.new_event_loop, uvloop.new_event_loop])
def test_a_worker_that_cannot_start_is_told(
    loop: Callable[[], asyncio.AbstractEventLoop], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", shutil.which("false"))
    with asyncio.Runner(loop_factory=loop) as runner:
        (reply,) = runner.run(in_pool(Settings(), QUICK))
    assert isinstance(reply, TookTooLong)


def test_too_many_waiting_are_turned_away() -> None:
    replies = asyncio.run(in_pool(Settings(max_seconds=0.2), *[LONG] * (MOST_WAITING + 1)))
    assert [str(reply) for reply in replies].count("timeout.busy") == 1


def test_work_is_dropped_when_its_caller_has_gone() -> None:
    dropped = []

    async def work() -> None:
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            dropped.append(True)
            raise

    async def leave() -> None:
        async def receive() -> dict[str, str]:
            return {"type": "http.disconnect"}

        await while_wanted(work(), Request({"type": "http"}, receive))

    with pytest.raises(ClientDisconnect):
        asyncio.run(leave())
    assert dropped == [True]


def test_a_warm_service_does_not_look_through_what_it_has_loaded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    service, order = Service(Settings()), list[str]()

    async def warm(_: Job) -> None:
        order.append("warm")

    monkeypatch.setattr(service.searching, "searcher", lambda: None)
    monkeypatch.setattr(service.pool, "warm_up", warm)
    monkeypatch.setattr(gc, "freeze", lambda: order.append("frozen"))
    asyncio.run(service.warm_up())
    assert order == ["warm", "frozen"]
