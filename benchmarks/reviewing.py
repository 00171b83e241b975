"""The review: one set without a model, and fifty at once with one that takes a second each."""

from __future__ import annotations

import asyncio
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from asyncio.events import Handle
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection
from itertools import islice
from pathlib import Path
from threading import Thread
from unittest.mock import patch

import uvicorn

from api.app import create_app
from api.server import Server, bind
from assistant.coaching.check import load_checker
from assistant.coaching.review import Asked, Reviewer
from assistant.coaching.reviewing import load_reviewer
from assistant.models import OkrSet
from assistant.parsing import SetReading
from assistant.settings import Settings
from benchmarks.drafts import KEY_RESULTS, jsonl, small
from benchmarks.endpoint import SECONDS

AT_ONCE = 50
PORT = 8792
CORES = os.cpu_count() or 1
PATIENCE = 600.0  # seconds; a busy machine is to be measured too
ROOM = 1.3  # how much longer than the bare sum the whole may take


@dataclass
class Longest:
    """The longest steps of an event loop, in seconds; by the processor, and by the clock."""

    cpu: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)


@dataclass(frozen=True)
class AtOnce:
    """Fifty reviews at once: seconds until the last, those allowed, and the steps of the loop."""

    seconds: float
    cpu: float  # of the service and its workers together
    allowed: float
    by_model: int
    longest: Longest


def sets() -> list[bytes]:
    """Fifty sets of 3x4 lines, no two lines alike, in both languages."""
    return [line.encode() for line in islice(jsonl(AT_ONCE * KEY_RESULTS), AT_ONCE)]


def without_model() -> tuple[float, float]:
    """Seconds for a warm review of a 3x4 set, search included: by the clock (median), and mean CPU.

    No two sets are alike, so that nothing is read twice.
    """
    settings = _settings(None)
    reviewer = load_reviewer(load_checker(settings, None, None), settings)
    for each in small():
        _review(reviewer, json.dumps(each).encode())
    walls, started = [], time.process_time()
    for body in sets():
        before = time.perf_counter()
        _review(reviewer, body)
        walls.append(time.perf_counter() - before)
    return statistics.median(walls), (time.process_time() - started) / AT_ONCE


def _review(reviewer: Reviewer, body: bytes) -> None:
    reading = SetReading(OkrSet.model_validate_json(body))
    list(reviewer.review_all([reading], Asked()))


def at_once(alone: float) -> AtOnce:
    """Send fifty sets at once to a service with a slow model; `alone`: seconds a set without."""
    with _endpoint() as port:
        settings = _settings(f"http://127.0.0.1:{port}/v1")
        longest = Longest()
        seconds, cpu, by_model = asyncio.run(_served(settings, longest))
    allowed = ROOM * (SECONDS + AT_ONCE * alone / CORES)
    return AtOnce(seconds, cpu, allowed, by_model, longest)


async def _served(settings: Settings, longest: Longest) -> tuple[float, float, int]:
    app = create_app(settings)
    config = uvicorn.Config(app, access_log=False, log_level="warning")
    server = Server(config, settings, app.state.service)
    serving = asyncio.create_task(server.serve(sockets=[bind(settings)]))
    while not server.started:
        await asyncio.sleep(0.05)
    command = [sys.executable, "-m", "benchmarks.reviewing", "clients"]
    clients = await asyncio.create_subprocess_exec(
        *command, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert clients.stdin is not None
    assert clients.stdout is not None
    await clients.stdout.readline()  # warm: each client has had an answer
    before = _cpu()
    with _watched(longest):
        clients.stdin.write(b"go\n")
        told = json.loads(await clients.stdout.readline())
    cpu = _cpu() - before
    await clients.wait()
    server.should_exit = True
    await serving
    return told["seconds"], cpu, told["by_model"]


def _cpu() -> float:
    """Seconds that this process and its workers have used; each worker has a folder in /proc."""
    used = time.process_time()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            fields = stat.read_text(encoding="utf-8").rpartition(")")[2].split()
            command = stat.with_name("cmdline").read_bytes()
            if int(fields[1]) == os.getpid() and b"api.worker" in command:
                used += (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return used


def _clients() -> None:
    """Warm the service up, wait for the word, send all sets at once, tell how long it took."""
    _post(json.dumps(small()[0]).encode())
    print(flush=True)
    sys.stdin.readline()
    made: list[int] = []
    threads = [Thread(target=lambda body=body: made.append(_post(body))) for body in sets()]
    started = time.perf_counter()
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    seconds = time.perf_counter() - started
    if len(made) != AT_ONCE:
        raise RuntimeError(f"{AT_ONCE - len(made)} reviews were not answered")
    print(json.dumps({"seconds": seconds, "by_model": sum(made)}), flush=True)


def _post(body: bytes) -> int:
    """How many lines the model wrote of a set."""
    connection = HTTPConnection("127.0.0.1", PORT)
    connection.request("POST", "/v1/review", body, {"Content-Type": "application/json"})
    answer = connection.getresponse()
    told = answer.read()
    if answer.status != 200:
        raise RuntimeError(f"the service answered {answer.status}: {told[:300]!r}")
    return sum(each["written_by"] == "model" for each in json.loads(told)["suggestions"])


@contextmanager
def _watched(longest: Longest) -> Iterator[None]:
    """Take the time of each step of the event loop."""
    original = Handle._run

    def timed(handle: Handle) -> None:
        cpu, wall = time.thread_time(), time.perf_counter()
        original(handle)
        longest.cpu.append(time.thread_time() - cpu)
        longest.wall.append(time.perf_counter() - wall)

    with patch.object(Handle, "_run", timed):
        yield


@contextmanager
def _endpoint() -> Iterator[int]:
    command = [sys.executable, "-m", "benchmarks.endpoint"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        yield int(process.stdout.readline())
    finally:
        process.stdin.close()
        process.wait(10)


def _settings(address: str | None) -> Settings:
    folder = tempfile.gettempdir()
    return Settings(
        port=PORT,
        max_seconds=PATIENCE,
        llm_seconds=PATIENCE,
        llm_base_url=address,
        llm_model="scripted",
        index_dir=Path(folder) / "okr-coach-bench",
    )


if __name__ == "__main__" and sys.argv[1:] == ["clients"]:
    _clients()
