"""The command line: from cold, and through the JSONL stream."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from benchmarks.drafts import jsonl, text

COMMAND = [sys.executable, "-m", "assistant", "check", "--fail-on", "never"]
# Who installs a package has its modules compiled; a checkout may be told not to keep them so.
_INSTALLED = {"PYTHONDONTWRITEBYTECODE": ""}


class Run(NamedTuple):
    """One run of the command."""

    wall: float  # seconds
    cpu: float  # seconds, of all its processes
    peak: float  # MB, of the largest of them


def cold(runs: int = 11) -> Run:
    """Medians of `okr-coach check one-file` as a whole process; the first start is not counted."""
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder, "draft.txt")
        draft.write_text(text(20), encoding="utf-8")
        starts = [_run([*COMMAND, str(draft)], folder) for _ in range(runs + 1)][1:]
    return Run(*map(statistics.median, zip(*starts, strict=True)))


def first(runs: int = 3) -> Run:
    """The same where no start has kept anything yet."""
    firsts = []
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as folder:
            draft = Path(folder, "draft.txt")
            draft.write_text(text(20), encoding="utf-8")
            firsts.append(_run([*COMMAND, str(draft)], folder))
    return Run(*map(statistics.median, zip(*firsts, strict=True)))


def stream(key_results: int, jobs: int) -> Run:
    """A stream of that many key results, no two of them alike."""
    with tempfile.TemporaryDirectory() as folder:
        sets = Path(folder, "sets.jsonl")
        with sets.open("w", encoding="utf-8") as out:
            out.writelines(jsonl(key_results))
        options = ["--format", "jsonl", "--jobs", str(jobs), str(sets)]
        return _run([*COMMAND, *options], folder)


def _run(command: list[str], caches: str) -> Run:
    environ = {**os.environ, **_INSTALLED, "XDG_CACHE_HOME": caches}
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environ)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    if status:
        raise RuntimeError(f"{command} ended with {status}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
