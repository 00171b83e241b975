"""Check-ins: one team's summary, and many teams rolled up."""

from __future__ import annotations

import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from assistant.checkins.files.loading import cycle_of
from assistant.checkins.rollup.folder import cycle_files, roll_up
from assistant.checkins.summary.composing import summarise
from assistant.checkins.thresholds import default_thresholds
from assistant.settings import Settings

TEAMS = 500
OBJECTIVES, KEY_RESULTS, WEEKS = 3, 4, 13
START, END = date(2026, 1, 1), date(2026, 3, 31)
_KINDS = (
    ("Orders returned from {} to {} a week", "The warehouse has no free dock"),
    ("退货率从 {}% 降到 {}%", "供应商还没有给出新的包装方案"),
    ("平均回覆時間從 {} 分鐘縮短到 {} 分鐘", "夜班還缺兩個人"),
)


class Rolled(NamedTuple):
    """A run over a folder of teams."""

    cpu: float  # seconds of the processor, start-up apart
    peak: float  # MB, of the whole process


def team(number: int) -> dict[str, Any]:
    """A cycle of 12 key results with a check-in for each in each of 13 weeks; no two alike."""
    chance = random.Random(number)
    ways = [
        [round(40 + chance.random() * 50, 2) for _ in range(KEY_RESULTS)] for _ in range(OBJECTIVES)
    ]
    objectives = [
        {
            "objective": f"{number}: work flows without waiting, part {o}",
            "key_results": [_key_result(number + k, start) for k, start in enumerate(starts)],
        }
        for o, starts in enumerate(ways)
    ]
    checkins = [
        _checkin(chance, o, k, start, week)
        for week in range(WEEKS)
        for o, starts in enumerate(ways)
        for k, start in enumerate(starts)
    ]
    cycle = {"name": "2026-Q1", "start": START.isoformat(), "end": END.isoformat()}
    okr_set = {"team": f"Team {number}", "owner": "Mei", "cycle": cycle, "objectives": objectives}
    return {"set": okr_set, "as_of": "2026-03-27", "checkins": checkins}


def _key_result(number: int, start: float) -> dict[str, Any]:
    text, _ = _KINDS[number % len(_KINDS)]
    end = round(start / 2, 2)
    return {"text": text.format(start, end), "baseline": start, "target": end}


def _checkin(
    chance: random.Random, objective: int, key_result: int, start: float, week: int
) -> dict[str, Any]:
    share = week / WEEKS * chance.uniform(0.2, 0.7)
    blocked = chance.random() < 0.2
    return {
        "date": (START + timedelta(days=1 + 7 * week)).isoformat(),
        "objective": objective,
        "key_result": key_result,
        "value": round(start * (1 - share), 1),
        "confidence": chance.randint(3, 9),
        "status": chance.choice(("on_track", "at_risk", None)),
        "comment": f"Week {week + 1}: {chance.randint(2, 90)} cases looked at",
        "blocker": chance.choice(_KINDS)[1] if blocked else None,
    }


def one_summary(runs: int = 20) -> tuple[float, float]:
    """Seconds for one team's summary, warm, each of another team: median by the clock, mean CPU."""
    records = [cycle_of(team(TEAMS + n), Settings()).record for n in range(runs + 1)]
    limits = default_thresholds()
    summarise(records[0], as_of=date(2026, 3, 27), limits=limits)
    walls, started = [], time.process_time()
    for record in records[1:]:
        before = time.perf_counter()
        summarise(record, as_of=date(2026, 3, 27), limits=limits)
        walls.append(time.perf_counter() - before)
    return statistics.median(walls), (time.process_time() - started) / runs


def rolled(teams: int = TEAMS) -> Rolled:
    """Roll up a folder of that many teams in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        for number in range(teams):
            content = json.dumps(team(number), ensure_ascii=False)
            Path(folder, f"team-{number:04}.json").write_text(content, encoding="utf-8")
        command = [sys.executable, "-m", "benchmarks.weeks", folder]
        process = subprocess.Popen(command, stdout=subprocess.PIPE)
        assert process.stdout is not None
        told = json.loads(process.stdout.read())
        _, status, usage = os.wait4(process.pid, 0)
    if status or told["teams"] != teams:
        raise RuntimeError(f"{command} ended with {status}: {told}")
    return Rolled(told["cpu"], usage.ru_maxrss / 1024)


def _roll(folder: Path) -> Iterator[str]:
    limits, settings = default_thresholds(), Settings()
    files = cycle_files(folder)
    started = time.process_time()
    made = roll_up(files, root=folder, as_of=None, today=END, settings=settings, limits=limits)
    cpu = time.process_time() - started
    yield json.dumps({"cpu": cpu, "teams": made.teams})


if __name__ == "__main__":
    print(*_roll(Path(sys.argv[1])))
