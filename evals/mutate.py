"""Damages the product on purpose, one damage at a time, and tells which ones the gates catch.

Each damage of `damages.yml` is done in a copy of the tree; only the suites that read the damaged
part run there, held against their bars and the baseline. The tree itself is never touched.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from queue import SimpleQueue
from shutil import copytree, ignore_patterns
from tempfile import TemporaryDirectory

from evals.damages import Damage, done, load_damages
from evals.suites import NAMES

ROOT = Path(__file__).parents[1]
LEFT_OUT = (".git", ".venv", ".*_cache", "build", "dist", "*.egg-info")
BAR = 0.95  # of the damages, in each language
LONGEST = 600  # seconds that one suite may take
PYTEST = ("pytest", "-q", "-x", "-p", "no:cacheprovider")
MISSING = frozenset(name for name in NAMES if find_spec(f"evals.suites.{name}") is None)
KEPT = Path("build", "outcomes.jsonl")
_TOLD = re.compile(r"^(below a bar: .+|lost [1-9]\d*)", re.MULTILINE)


@dataclass(frozen=True)
class Verdict:
    """What came of a damage: the gate that saw it and how, empty where it survived."""

    damage: Damage
    seen: str
    seconds: float


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `evals mutate`."""
    parser.add_argument(
        "--only", nargs="+", default=(), metavar="NAME", help="these ids or parts alone"
    )
    parser.add_argument("--jobs", type=int, default=2, help="damages at a time, each in a copy")


def run(arguments: argparse.Namespace) -> None:
    """Do the damages, report; exit 1 where too few are caught in a language."""
    damages = chosen(load_damages(), arguments.only)
    for name in sorted(MISSING & {name for each in damages for name in each.suites}):
        print(f"{name}: no such suite in this tree, not run", file=sys.stderr)
    with TemporaryDirectory(prefix="okr-damaged-") as folder:
        copies = [Path(folder, str(number)) for number in range(max(1, arguments.jobs))]
        copytree(ROOT, copies[0], ignore=ignore_patterns(*LEFT_OUT))
        sound(copies[0], damages)
        for each in copies[1:]:
            copytree(copies[0], each)
        verdicts = tried(damages, copies)
    print(as_text(verdicts))
    if min(share for _, share, _ in by_language(verdicts)) < BAR:
        sys.exit(1)


def chosen(damages: Sequence[Damage], names: Iterable[str]) -> list[Damage]:
    """The damages of those ids and parts, all without a name; a name of none ends the program."""
    wanted = set(names)
    unknown = wanted - {each.id for each in damages} - {each.part for each in damages}
    if unknown:
        sys.exit(f"no damage and no part is called {', '.join(sorted(unknown))}")
    return [each for each in damages if not wanted or {each.id, each.part} & wanted]


def sound(copy: Path, damages: Iterable[Damage]) -> None:
    """Make sure that every gate passes undamaged; a suite without a baseline gets one."""
    asked = list(damages)
    for suite in sorted({name for each in asked for name in each.suites} - MISSING):
        there = (copy / "evals" / "baseline" / f"{suite}.tsv").exists()
        if not there:
            print(f"{suite}: no baseline, what fails now is taken as known", file=sys.stderr)
        _stop_unless_good(
            suite, _measured(copy, suite) if there else _called(copy, "evals", "accept", suite)
        )
    for test in sorted({path for each in asked for path in each.tests}):
        _stop_unless_good(test, _called(copy, *PYTEST, test))


def _stop_unless_good(gate: str, ended: subprocess.CompletedProcess[str]) -> None:
    if ended.returncode:
        sys.exit(f"{gate} fails undamaged:\n{ended.stdout[-2000:]}{ended.stderr[-2000:]}")


def tried(damages: Sequence[Damage], copies: Sequence[Path]) -> list[Verdict]:
    """The verdict on each damage, as many at a time as there are copies."""
    free: SimpleQueue[Path] = SimpleQueue()
    for each in copies:
        free.put(each)

    def one(damage: Damage) -> Verdict:
        copy = free.get()
        try:
            return _verdict(damage, copy)
        finally:
            free.put(copy)

    with ThreadPoolExecutor(len(copies)) as pool:
        return list(pool.map(one, damages))


def _verdict(damage: Damage, copy: Path) -> Verdict:
    start = time.perf_counter()
    with done(damage, copy):
        seen = _seen(damage, copy)
    verdict = Verdict(damage, seen, time.perf_counter() - start)
    print(_row(verdict), file=sys.stderr, flush=True)
    return verdict


def _seen(damage: Damage, copy: Path) -> str:
    """The first gate that fails, and how; empty where none does."""
    for suite in (name for name in damage.suites if name not in MISSING):
        if told := _told(suite, _measured(copy, suite)):
            return told
    for test in damage.tests:
        if _called(copy, *PYTEST, test).returncode == 1:
            return f"test {test}"
    return ""


def _measured(copy: Path, suite: str) -> subprocess.CompletedProcess[str]:
    """A suite held against its bars, then against the baseline."""
    ended = _called(copy, "evals", "run", suite, "--keep", str(KEPT))
    return ended if ended.returncode else _called(copy, "evals", "compare", "--kept", str(KEPT))


def _told(suite: str, ended: subprocess.CompletedProcess[str]) -> str:
    if ended.returncode == 0:
        return ""
    found = _TOLD.search(ended.stdout)
    if found is None:  # the suite could not even run: red in CI, but no case says why
        return f"{suite}: breaks"
    return f"{suite}: {found[1]}"


def _called(copy: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A module run in the copy; one that takes too long has not answered, and ends the program."""
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=copy,
        env={**os.environ, "PYTHONPATH": str(copy)},
        capture_output=True,
        text=True,
        timeout=LONGEST,
        check=False,
    )


def by_language(verdicts: Iterable[Verdict]) -> list[tuple[str, float, int]]:
    """Share caught and number of damages, of all and by the language that is hit."""
    groups: dict[str, list[bool]] = defaultdict(list)
    for each in verdicts:
        for name in ("all damages", f"in {each.damage.language or 'every language'}"):
            groups[name].append(bool(each.seen))
    return [(name, sum(seen) / len(seen), len(seen)) for name, seen in groups.items()]


def as_text(verdicts: Sequence[Verdict]) -> str:
    """Caught by part and by language, then those that survive."""
    parts: dict[str, list[Verdict]] = defaultdict(list)
    for each in verdicts:
        parts[each.damage.part].append(each)
    rows = [
        f"{part:<16} {sum(bool(each.seen) for each in group)} of {len(group)}"
        for part, group in parts.items()
    ]
    rows += [f"{name:<22} {share:.3f} ({count})" for name, share, count in by_language(verdicts)]
    rows += [_row(each) for each in verdicts if not each.seen]
    return "\n".join(rows)


def _row(verdict: Verdict) -> str:
    damage = verdict.damage
    told = verdict.seen or f"SURVIVES {', '.join((*damage.suites, *damage.tests))}"
    where = f"{damage.part}, {damage.language or 'all'}, {damage.file}"
    return f"{damage.id}: {told} ({where}, {verdict.seconds:.0f} s)"
