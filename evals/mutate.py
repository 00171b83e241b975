"""Damages the product on purpose, one damage at a time, and tells which ones the gates catch.

Each damage of `damages.yml` is done in a copy of the tree; only the suites that read the damaged
part run there, held against their bars and the baseline. The tree itself is never touched.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from shutil import copytree, ignore_patterns
from tempfile import TemporaryDirectory
from typing import TypeVar

from evals.damages import DAMAGES, Damage, done, load_damages

T = TypeVar("T")
V = TypeVar("V")
ROOT = Path(__file__).parents[1]
LEFT_OUT = (".git", ".venv", ".*_cache", "build", "dist", "*.egg-info")
BAR = 0.95  # of the damages, in each language


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
    parser.add_argument(
        "--damages", type=Path, default=DAMAGES, metavar="FILE", help="a list of your own"
    )


def run(arguments: argparse.Namespace) -> None:
    """Do the damages, report; exit 1 where too few are caught in a language."""
    damages = chosen(load_damages(arguments.damages), arguments.only)
    with TemporaryDirectory(prefix="okr-damaged-") as folder:
        copies = [Path(folder, str(number)) for number in range(max(1, arguments.jobs))]
        for each in copies:
            copytree(ROOT, each, ignore=ignore_patterns(*LEFT_OUT))
        with ExitStack() as stack:
            watchers = [stack.enter_context(closing(Watcher(each))) for each in copies]
            sound(damages, watchers)
            verdicts = tried(damages, watchers)
    print(as_text(verdicts))
    print(f"{sum(os.times()[2:4]) / 60:.1f} minutes of the processor", file=sys.stderr)
    if min(share for _, share, _ in by_language(verdicts)) < BAR:
        sys.exit(1)


def chosen(damages: Sequence[Damage], names: Iterable[str]) -> list[Damage]:
    """The damages of those ids and parts, all without a name; a name of none ends the program."""
    wanted = set(names)
    unknown = wanted - {each.id for each in damages} - {each.part for each in damages}
    if unknown:
        sys.exit(f"no damage and no part is called {', '.join(sorted(unknown))}")
    return [each for each in damages if not wanted or {each.id, each.part} & wanted]


def sound(damages: Iterable[Damage], watchers: Sequence[Watcher]) -> None:
    """Make sure that every gate passes undamaged, each looked at by itself."""
    asked = list(damages)
    suites = sorted({name.partition("/")[0] for each in asked for name in each.suites})
    tests = sorted({path for each in asked for path in each.tests})
    gates = [*(((name,), ()) for name in suites), *(((), (path,)) for path in tests)]
    for told in shared(lambda gate, watcher: watcher.seen(*gate), gates, watchers):
        if told:
            sys.exit(f"fails undamaged: {told}")


def tried(damages: Iterable[Damage], watchers: Sequence[Watcher]) -> list[Verdict]:
    """The verdict on each damage."""
    return shared(_verdict, damages, watchers)


def shared(
    made: Callable[[T, Watcher], V], things: Iterable[T], watchers: Sequence[Watcher]
) -> list[V]:
    """What is made of each thing, as many at a time as there are watchers."""
    free: SimpleQueue[Watcher] = SimpleQueue()
    for each in watchers:
        free.put(each)

    def one(thing: T) -> V:
        watcher = free.get()
        try:
            return made(thing, watcher)
        finally:
            free.put(watcher)

    with ThreadPoolExecutor(len(watchers)) as pool:
        return list(pool.map(one, things))


def _verdict(damage: Damage, watcher: Watcher) -> Verdict:
    start = time.perf_counter()
    with done(damage, watcher.tree):
        seen = watcher.seen(damage.suites, damage.tests)
    verdict = Verdict(damage, seen, time.perf_counter() - start)
    print(_row(verdict), file=sys.stderr, flush=True)
    return verdict


class Watcher:
    """A process that looks at one copy of the tree (see `evals.watching`)."""

    def __init__(self, tree: Path) -> None:
        self.tree = tree
        self._process = subprocess.Popen(
            [sys.executable, "-m", "evals.watching"],
            cwd=tree,
            env={**os.environ, "PYTHONPATH": str(tree), "PYTHONDONTWRITEBYTECODE": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def seen(self, suites: Sequence[str], tests: Sequence[str]) -> str:
        """The first gate that fails in the tree as it is now; empty where all hold."""
        process = self._process
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps({"suites": suites, "tests": tests}) + "\n")
        process.stdin.flush()
        return str(json.loads(process.stdout.readline()))

    def close(self) -> None:
        """End the process."""
        self._process.communicate()


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
