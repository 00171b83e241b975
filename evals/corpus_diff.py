"""What a change does to the findings on a corpus: those gained and lost, by rule and language.

`python -m evals corpus-diff CORPUS [--against REV]` checks a file of OKR sets (JSONL) or of single
key results (text, one a line) as a revision of git does, by default HEAD, and as the tree does now.
`python -m evals corpus-diff BEFORE AFTER` takes two files of answers instead, as
`okr-coach check --format jsonl` writes them.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from evals.lines import LANGUAGES

ROOT = Path(__file__).parents[1]
EXAMPLES = 3
LONGEST_TEXT = 100
WAYS = ("gained", "lost")
COLUMNS = (*LANGUAGES, "mixed")
CHECK = ("-m", "assistant", "check", "--format", "jsonl", "--fail-on", "never", "--lang", "en", "-")
Rows = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Hit:
    """One finding on one place of the corpus."""

    rule: str
    language: str
    name: str
    variant: str | None
    severity: str
    objective: int | None
    key_result: int | None
    text: str

    @property
    def line(self) -> str:
        """As a person reads it."""
        return f"{self.severity} {self.variant or ''} {self.name} | {self.text}"


@dataclass(frozen=True)
class Change:
    """What a rule gained or lost in a language."""

    rule: str
    language: str
    change: str
    hits: list[Hit]

    def as_json(self) -> dict[str, Any]:
        """As programs get it."""
        return {**asdict(self), "count": len(self.hits)}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `evals corpus-diff`."""
    parser.add_argument(
        "paths", nargs="+", type=Path, metavar="FILE", help="CORPUS, or two answers"
    )
    parser.add_argument("--against", default="HEAD", metavar="REV", help="the revision before")
    parser.add_argument("--examples", type=int, default=EXAMPLES, help="lines shown of each change")
    parser.add_argument("--json", action="store_true", help="all hits, for a program")


def run(arguments: argparse.Namespace) -> None:
    """Print what is gained and lost."""
    before, after = _both(arguments.paths, arguments.against)
    if len(before) != len(after):
        sys.exit(f"{len(before)} answers before and {len(after)} after: not of the same corpus")
    languages = [row.get("language", "") for row in after]
    found = changes(hits(before, languages), hits(after, languages))
    if arguments.json:
        print(json.dumps([each.as_json() for each in found], ensure_ascii=False, indent=1))
    else:
        print(as_text(found, len(after), arguments.examples))


def _both(paths: Sequence[Path], revision: str) -> tuple[Rows, Rows]:
    if len(paths) == 2:
        return read_answers(paths[0]), read_answers(paths[1])
    if len(paths) > 2:
        sys.exit("one CORPUS, or two files of answers: BEFORE AFTER")
    corpus = as_sets(paths[0])
    with TemporaryDirectory(prefix="okr-before-") as folder:
        unpack(revision, Path(folder))
        before = answers(corpus, Path(folder))
    return before, answers(corpus, ROOT)


def as_sets(path: Path) -> str:
    """A corpus as one set a line; of a text file each line is a key result."""
    try:
        rows = [row for row in path.read_text(encoding="utf-8").splitlines() if row.strip()]
    except (OSError, UnicodeDecodeError) as error:
        sys.exit(f"{path}: cannot be read: {error}")
    if path.suffix == ".txt":
        lines = (row.rpartition("|")[2].strip() for row in rows if not row.startswith("#"))
        rows = [json.dumps({"objectives": [_alone(line)]}, ensure_ascii=False) for line in lines]
    return "\n".join(rows) + "\n"


def _alone(line: str) -> dict[str, Any]:
    return {"objective": "", "key_results": [line]}


def unpack(revision: str, folder: Path) -> None:
    """The tree of a revision, without touching the one that is worked in."""
    packed = subprocess.run(
        ["git", "archive", revision], cwd=ROOT, capture_output=True, check=False
    )
    if packed.returncode:
        sys.exit(f"{revision}: {packed.stderr.decode().strip()}")
    subprocess.run(["tar", "-x", "-C", str(folder)], input=packed.stdout, check=True)


def answers(corpus: str, tree: Path) -> Rows:
    """What the `check` of a tree says of each set."""
    ended = subprocess.run(
        [sys.executable, *CHECK],
        cwd=tree, env={**os.environ, "PYTHONPATH": str(tree)}, input=corpus,
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    if not ended.stdout:
        sys.exit(f"check says nothing: {ended.stderr.strip()[-500:]}")
    return [json.loads(row) for row in ended.stdout.splitlines()]


def read_answers(path: Path) -> Rows:
    """A file of answers."""
    try:
        rows = [json.loads(row) for row in path.read_text(encoding="utf-8").splitlines()]
    except (OSError, ValueError) as error:
        sys.exit(f"{path}: not answers of `okr-coach check --format jsonl`: {error}")
    if not all(isinstance(row, dict) and {"findings", "error"} & row.keys() for row in rows):
        sys.exit(f"{path}: not answers of `okr-coach check --format jsonl`: a row has no findings")
    return rows


def hits(rows: Rows, languages: Sequence[str]) -> set[Hit]:
    """All findings of all answers; the language of a set is that of one run, so that it pairs."""
    numbered = enumerate(zip(rows, languages, strict=True), start=1)
    return {hit for number, (row, told) in numbered for hit in _hits(f"{number}", row, told)}


def _hits(number: str, row: dict[str, Any], language: str) -> Iterator[Hit]:
    name = f"{number}:{row.get('id') or ''}"
    for each in row.get("findings", ()):  # an answer that is an error has none
        place = each["objective"], each["key_result"]
        kind = each["variant"], each["severity"]
        yield Hit(each["rule"], language, name, *kind, *place, _text(row, *place))


def _text(row: dict[str, Any], objective: int | None, key_result: int | None) -> str:
    if objective is None:
        return "the set"
    held = row["set"]["objectives"][objective]
    text = held["objective"] if key_result is None else held["key_results"][key_result]["text"]
    return str(text)[:LONGEST_TEXT]


def changes(before: set[Hit], after: set[Hit]) -> list[Change]:
    """Gained and lost, by rule and language."""
    groups: defaultdict[tuple[str, str, str], list[Hit]] = defaultdict(list)
    for change, found in zip(WAYS, (after - before, before - after), strict=True):
        for each in sorted(found, key=_place):
            groups[each.rule, each.language, change].append(each)
    return [Change(*key, found) for key, found in sorted(groups.items())]


def _place(hit: Hit) -> tuple[int, int, int]:
    number, objective, key_result = hit.name.partition(":")[0], hit.objective, hit.key_result
    return int(number), objective or 0, -1 if key_result is None else key_result


def as_text(found: Sequence[Change], sets: int, examples: int) -> str:
    """A table by rule, then some lines of each change."""
    if not found:
        return f"{sets} sets: the same findings"
    rows = [f"{sets} sets", f"{'rule':6}" + "".join(f"{name:>14}" for name in COLUMNS)]
    counts = {(each.rule, each.language, each.change): len(each.hits) for each in found}
    for rule in sorted({each.rule for each in found}):
        pairs = ([counts.get((rule, name, way), 0) for way in WAYS] for name in COLUMNS)
        rows.append(f"{rule:6}" + "".join(f"{f'+{more} -{less}':>14}" for more, less in pairs))
    for each in found:
        rows.append(f"\n{each.rule} {each.language}: {each.change} {len(each.hits)}")
        rows += [f"  {hit.line}" for hit in each.hits[:examples]]
    return "\n".join(rows)
