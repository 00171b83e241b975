"""Draws damages at random, as many of each part, for `evals mutate --damages FILE`.

Nobody chose them, so the share of them that is caught tells what the suites see of damages that
nobody thought of. The same seed draws the same from the same tree. Some change nothing that a user
can see: the survivors are to be read.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

from evals.drawing.code import edits_of_code, still_code
from evals.drawing.data import edits_of_data, still_read
from evals.drawing.edits import Edit
from evals.rows import read_text

ROOT = Path(__file__).parents[1]
PARTS = Path(__file__).with_name("draw.yml")
CODE = ".py"


@dataclass(frozen=True)
class Part:
    """A part of the product: its share of the damages, its files, and the suites that read it."""

    name: str
    share: int
    files: tuple[str, ...]
    suites: tuple[str, ...]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `evals draw`."""
    parser.add_argument("--count", type=int, default=100, help="how many damages, over all parts")
    parser.add_argument("--seed", type=int, required=True, help="another seed, other damages")


def run(arguments: argparse.Namespace) -> None:
    """Print the damages as YAML."""
    rows = list(drawn(ROOT, arguments.count, arguments.seed))
    print(yaml.safe_dump(rows, allow_unicode=True, sort_keys=False, width=1000), end="")


def parts() -> list[Part]:
    """The parts of `draw.yml`."""
    rows = yaml.safe_load(read_text(PARTS))
    return [
        Part(name, row["share"], tuple(row["files"]), tuple(row["suites"]))
        for name, row in rows.items()
    ]


def drawn(root: Path, count: int, seed: int) -> Iterator[dict[str, Any]]:
    """Damages as rows of `damages.yml`, as many of each part as its share says."""
    held, rng = parts(), Random(seed)
    whole = sum(part.share for part in held)
    for part in held:
        seen: set[tuple[Path, str, int]] = set()
        for number in range(round(count * part.share / whole)):
            path, edit = _one(part, root, rng, seen)
            yield _row(part, f"d{seed}-{part.name}-{number}", path, edit, root)


def _one(
    part: Part, root: Path, rng: Random, seen: set[tuple[Path, str, int]]
) -> tuple[Path, Edit]:
    """A damage: first the file, by its length, then the way, then the place."""
    paths = sorted({path for pattern in part.files for path in root.glob(pattern)})
    weights = [path.stat().st_size for path in paths]
    while True:
        path = rng.choices(paths, weights)[0]
        edits = _edits(path)
        ways = sorted({edit.way for edit in edits})
        if not ways:
            continue
        way = rng.choice(ways)
        edit = rng.choice([each for each in edits if each.way == way])
        if (path, way, edit.start) not in seen and _fits(path, edit):
            seen.add((path, way, edit.start))
            return path, edit


@cache
def _edits(path: Path) -> Sequence[Edit]:
    text = read_text(path)
    return edits_of_code(text) if path.suffix == CODE else edits_of_data(path.name, text)


def _fits(path: Path, edit: Edit) -> bool:
    before = read_text(path)
    after = edit.done(before)
    return still_code(before, after) if path.suffix == CODE else still_read(path.name, after)


def _row(part: Part, name: str, path: Path, edit: Edit, root: Path) -> dict[str, Any]:
    text = read_text(path)
    return {
        "id": f"{name} {edit.way}",
        "part": part.name,
        "file": str(path.relative_to(root)),
        "replace": list(_pair(text, edit)),
        "suites": list(part.suites),
    }


def _pair(text: str, edit: Edit) -> tuple[str, str]:
    """What stands there now and then, with so many lines about it that it stands there once."""
    start = text.rfind("\n", 0, edit.start) + 1
    end = _end_of_line(text, max(edit.end - 1, edit.start))
    while text.count(text[start:end]) > 1:
        start = text.rfind("\n", 0, max(start - 1, 0)) + 1
        end = _end_of_line(text, end)
    return text[start:end], text[start : edit.start] + edit.new + text[edit.end : end]


def _end_of_line(text: str, place: int) -> int:
    found = text.find("\n", place)
    return len(text) if found < 0 else found + 1
