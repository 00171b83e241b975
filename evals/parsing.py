"""How much of a draft the reading finds, and how much of what it finds is there.

`python -m evals parsing [--dataset FILE.jsonl | --drafts FOLDER] [--misses]`; without either, our
own messy drafts. Rows by language, by kind of source ("bad_example_in_article" is prose that quotes
a line), and all.
"""

from __future__ import annotations

import argparse
import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from assistant.errors import CoachError
from assistant.models import OkrSet
from assistant.parsing import read_draft
from assistant.settings import Settings
from evals.forms import SourceRow
from evals.lines import DATASETS
from evals.rows import rows

DRAFTS = DATASETS / "drafts"

_LINK = re.compile(r"\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])")
_TAG = re.compile(r"</?[a-z][^<>]{0,80}>")
_MARKS = re.compile(r"[*_`~\\\s]+")


def folded(text: str) -> str:
    """A line without white space, inline marks and the punctuation at its end."""
    text = unicodedata.normalize("NFKC", text)
    text = _TAG.sub("", _LINK.sub(r"\1", _LINK.sub(r"\1", text)))
    return _MARKS.sub("", text).rstrip(".。;；,，、:：!！?？").lower()


Entry = tuple[str, str]


def expected_entries(value: Mapping[str, Any]) -> Iterator[Entry]:
    """Role and folded text of every line of a set in the contract's shape."""
    for objective in value["objectives"]:
        if text := folded(objective.get("objective") or ""):
            yield "O", text
        for kr in objective.get("key_results", []):
            if text := folded(kr if isinstance(kr, str) else kr["text"]):
                yield "KR", text


def found_entries(value: OkrSet) -> Iterator[Entry]:
    """Role and folded text of every line that was read."""
    yield from expected_entries(value.model_dump())
    for objective in value.objectives:
        for initiative in objective.initiatives:
            yield "I", folded(initiative.text)


@dataclass
class Tally:
    """Counts of one language."""

    expected: int = 0
    as_role: int = 0
    any_role: int = 0
    taken: int = 0
    right: int = 0
    real: int = 0
    misses: list[str] = field(default_factory=list)

    def add(self, name: str, expected: list[Entry], found: list[Entry]) -> None:
        """Count one draft."""
        wanted, got = Counter(expected), Counter(e for e in found if e[0] != "I")
        texts = Counter(text for _, text in found)
        self.expected += len(expected)
        self.as_role += (wanted & got).total()
        self.any_role += (Counter(text for _, text in expected) & texts).total()
        self.taken += got.total()
        self.right += (wanted & got).total()
        any_role = Counter(text for _, text in expected) & Counter(t for _, t in got.elements())
        self.real += any_role.total()
        self.misses += [f"{name} missed {role} {text}" for role, text in wanted - got]
        self.misses += [f"{name} extra  {role} {text}" for role, text in got - wanted]


def cases_of_data(path: Path) -> Iterator[tuple[str, list[str], str, list[Entry]]]:
    """Name, groups, source and expected lines of every labelled set."""
    for number, row in enumerate(rows(path, SourceRow)):
        groups = [row["lang"], row.get("kind", "any")]
        yield f"{number}:{row.get('id', '')}", groups, row["raw"], list(expected_entries(row))


def cases_of_folder(path: Path) -> Iterator[tuple[str, list[str], bytes, list[Entry]]]:
    """The same for a folder of drafts, each with a NAME.expected.json beside it.

    Drafts of a folder `test` are of that half: their names begin with it.
    """
    for answer in sorted(path.rglob("*.expected.json")):
        stem = answer.name.removesuffix(".expected.json")
        value = json.loads(answer.read_text(encoding="utf-8"))
        sets = value if isinstance(value, list) else value.get("sets", [value])
        entries = [entry for each in sets for entry in expected_entries(each)]
        for source in sorted(answer.parent.glob(f"{stem}.*")):
            if not source.name.endswith(".expected.json"):
                groups = [_language(stem), source.suffix]
                name = source.relative_to(path).as_posix()
                yield name, groups, source.read_bytes(), entries


def _language(stem: str) -> str:
    return next((lang for lang in ("zh-Hans", "zh-Hant", "mixed", "en") if lang in stem), "all")


def read_entries(data: str | bytes, name: str | None) -> list[Entry]:
    """What the reading takes for objectives, key results and initiatives."""
    try:
        draft = read_draft(data, name=name, limits=Settings())
    except CoachError as error:
        print(name, error)
        return []
    return [entry for reading in draft.sets for entry in found_entries(reading.set)]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `evals parsing`."""
    parser.add_argument(
        "--dataset", type=Path, help="labelled sets with their source text, as JSONL"
    )
    parser.add_argument("--drafts", type=Path, default=DRAFTS, help="a folder of whole drafts")
    parser.add_argument("--misses", action="store_true", help="list each line that is missed")


def run(arguments: argparse.Namespace) -> None:
    """Print the table."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    if arguments.dataset:
        cases: list[Any] = list(cases_of_data(arguments.dataset))
    else:
        cases = list(cases_of_folder(arguments.drafts))
    for name, groups, source, expected in cases:
        found = read_entries(source, name if isinstance(source, bytes) else None)
        for key in (*groups, "all"):
            tallies[key].add(name, expected, found)
    show(tallies, misses=arguments.misses)


def show(tallies: dict[str, Tally], *, misses: bool) -> None:
    """The table by group, and the misses if wanted."""
    print(f"{'':24} lines  recall  any-role  precision  any-role")
    for group, tally in sorted(tallies.items()):
        lines, taken = max(tally.expected, 1), max(tally.taken, 1)
        recall = f"{tally.as_role / lines:6.3f}  {tally.any_role / lines:8.3f}"
        precision = f"{tally.right / taken:9.3f}  {tally.real / taken:8.3f}"
        print(f"{group:24} {tally.expected:5}  {recall}  {precision}")
    if misses:
        print("\n".join(tallies["all"].misses))
