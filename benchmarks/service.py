"""The service: its rate against the library's, and how fair it is beside a large draft."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPConnection
from itertools import cycle, islice

from assistant.coaching.check import load_checker
from assistant.models import OkrSet
from assistant.parsing import SetReading
from assistant.settings import Settings
from benchmarks.drafts import jsonl, small, text

PORT = 8791


def unseen(client: int = 0) -> Iterator[bytes]:
    """Sets of which no two key results are alike, another stretch of them for each client."""
    return (line.encode() for line in islice(jsonl(10**9), client * 10_000, None))


def again() -> Iterator[bytes]:
    """Two sets again and again: the library remembers their lines, the service its replies."""
    return cycle([json.dumps(okr_set).encode() for okr_set in small()])


def library_rate(bodies: Iterator[bytes], seconds: float = 4.0) -> float:
    """3x4 sets a second through the library in one process, JSON in and out."""
    checker = load_checker(Settings(), None, None)

    def once() -> None:
        okr_set = OkrSet.model_validate_json(next(bodies))
        (answer,) = checker.check_all([SetReading(okr_set)], final=False, language=None)
        answer.model_dump_json()

    return _rate(once, seconds)


def service_rate(clients: Sequence[Iterator[bytes]], seconds: float = 4.0) -> float:
    """3x4 sets a second over HTTP, each client with a kept connection.

    A single client tells how long an answer takes, its own work and the waking of two processes
    included; several, how many the service gives when it never has to wait.
    """
    with served(), ThreadPoolExecutor(len(clients)) as pool:
        return sum(pool.map(lambda bodies: _client_rate(bodies, seconds), clients))


def _client_rate(bodies: Iterator[bytes], seconds: float) -> float:
    connection = HTTPConnection("127.0.0.1", PORT)
    return _rate(lambda: _post(connection, next(bodies)), seconds)


def largest() -> bytes:
    """The largest draft that the settings accept."""
    settings = Settings()
    return text(settings.max_lines).encode()[: settings.max_bytes]


def tricky() -> bytes:
    """A draft of few bytes and many lines, so that it looks small."""
    return b"kg\n" * 1_990


def knotted() -> bytes:
    """The longest lines that are read, full of numbers, units and separators."""
    settings = Settings()
    knots = ("12%, 3/4-5; from 7 to 9 万, " * settings.max_line_chars)[
        : settings.max_line_chars - 4
    ]
    lines = settings.max_bytes // len(f"KR: {knots}\n".encode())
    return "\n".join(["O: Knots", *[f"KR: {knots}"] * (lines - 1)]).encode()


def heavy() -> dict[str, bytes]:
    """Drafts that take long, by what they are."""
    return {"largest": largest(), "tricky": tricky(), "knotted": knotted()}


def p95_beside(large: bytes, seconds: float = 8.0) -> tuple[float, int]:
    """95th percentile in ms of 3x4 checks while another client sends a draft, and their number."""
    with served():
        stop = threading.Event()
        busy = threading.Thread(target=_keep_busy, args=(large, stop))
        busy.start()
        time.sleep(0.3)
        times = _times(unseen(), seconds)
        stop.set()
        busy.join()
    return statistics.quantiles(times, n=20)[-1] * 1000, len(times)


def _keep_busy(large: bytes, stop: threading.Event) -> None:
    connection = HTTPConnection("127.0.0.1", PORT)
    while not stop.is_set():
        _post(connection, large, "text/plain", allowed=(200, 503))  # 503: it took too long


def _times(bodies: Iterator[bytes], seconds: float) -> list[float]:
    connection = HTTPConnection("127.0.0.1", PORT)
    times: list[float] = []
    until = time.perf_counter() + seconds
    while (started := time.perf_counter()) < until:
        _post(connection, next(bodies))
        times.append(time.perf_counter() - started)
    return times


def _post(
    connection: HTTPConnection,
    body: bytes,
    kind: str = "application/json",
    allowed: tuple[int, ...] = (200,),
) -> None:
    connection.request("POST", "/v1/check", body, {"Content-Type": kind})
    answer = connection.getresponse()
    answer.read()
    if answer.status not in allowed:
        raise RuntimeError(f"the service answered {answer.status}")


def _rate(once: Callable[[], None], seconds: float) -> float:
    for _ in range(20):
        once()
    done, started = 0, time.perf_counter()
    while time.perf_counter() - started < seconds:
        once()
        done += 1
    return done / (time.perf_counter() - started)


@contextmanager
def served() -> Iterator[None]:
    """The service, running in a process of its own, with all loaded that it loads beforehand."""
    command = [sys.executable, "-m", "assistant", "serve"]
    process = subprocess.Popen(command, env={"OKR_PORT": str(PORT), "PATH": ""})
    try:
        _wait()
        _have_loaded()
        yield
    finally:
        process.terminate()
        process.wait(10)


def _have_loaded() -> None:
    """Ask for what the service loads once it answers: behind that, nothing else is going on."""
    connection = HTTPConnection("127.0.0.1", PORT)
    connection.request("GET", "/v1/search?q=on-time%20delivery")
    connection.getresponse().read()
    body = json.dumps(small()[0]).encode()
    for _ in range(os.cpu_count() or 1):
        connection.request("POST", "/v1/review", body, {"Content-Type": "application/json"})
        connection.getresponse().read()


def _wait() -> None:
    for _ in range(600):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{PORT}/readyz", timeout=1).read()
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("the service did not start")
