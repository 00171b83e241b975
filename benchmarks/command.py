"""The command line: from cold, and through the JSONL stream."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.drafts import jsonl, text

COMMAND = [sys.executable, "-m", "assistant", "check", "--fail-on", "never"]


def cold(runs: int = 11) -> float:
    """Median seconds of `okr-coach check one-file` as a whole process."""
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder, "draft.txt")
        draft.write_text(text(20), encoding="utf-8")
        return statistics.median(_run([*COMMAND, str(draft)])[0] for _ in range(runs))


def stream(key_results: int, jobs: int) -> tuple[float, float]:
    """Key results a second, and the peak memory of the largest process in MB."""
    with tempfile.TemporaryDirectory() as folder:
        sets = Path(folder, "sets.jsonl")
        with sets.open("w", encoding="utf-8") as out:
            out.writelines(jsonl(key_results))
        options = ["--format", "jsonl", "--jobs", str(jobs), str(sets)]
        seconds, peak = _run([*COMMAND, *options])
        return key_results / seconds, peak


def _run(command: list[str]) -> tuple[float, float]:
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise RuntimeError(f"{command} ended with {status}")
    return time.perf_counter() - started, usage.ru_maxrss / 1024
