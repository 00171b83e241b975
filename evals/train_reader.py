"""Train the weights of the check-in reader: `python -m evals.train_reader`.

Reads our own labelled clauses and the messages of `checkin_updates.jsonl` and
`checkin_training.jsonl`, none of `checkin_held.jsonl`, and writes
`assistant/checkins/reading/weights.bin`. The same input gives the same bytes.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

import assistant.checkins.reading
from assistant.checkins.reading.clauses import Clause
from assistant.checkins.reading.reader import weighed_clauses
from assistant.checkins.reading.weighing import (
    FACTS,
    FILE,
    IN_CHINESE,
    KINDS,
    SHARES,
    Said,
    blocks,
    is_chinese,
)
from assistant.language.facts.classifier import Model, pack
from assistant.language.script import fold
from assistant.models import OkrSet
from evals.checkins import TEXTS, UPDATES, rows_of
from evals.linear import Ridge, coefficients
from evals.lines import DATASETS

WEIGHTS = Path(assistant.checkins.reading.__file__).parent / FILE
TRAINING = DATASETS / "checkin_training.jsonl"
CLAUSES = DATASETS / "clauses"
PENALTY = 0.5
OF_MESSAGE = 3.0  # a clause of a whole message counts as so many that were written alone
# Rounds that train nothing in a language: with them no more of held messages is read, or less.
_LEFT_OUT = {"en": ("m8-", "m9-", "m11-"), "zh": ("m11-",)}
_MARKS = {"b": "blocker", "a": "ask", "n": "next_action", "-": None}
_HALF, _MOST = 0.5, 0.8


@dataclass(frozen=True)
class Example:
    """A clause with what it tells."""

    said: Said
    tells: str | None
    weight: float = 1.0


def own_clauses(name: str) -> Iterator[Example]:
    """The clauses that were written for this alone: en, or zh for both scripts."""
    for line in (CLAUSES / f"{name}.txt").read_text().splitlines():
        mark, _, words = line.partition(" | ")
        if words and not line.startswith("#"):
            yield Example(Said(fold(words)), _MARKS[mark])


def of_messages(path: Path, name: str) -> Iterator[Example]:
    """The clauses of the messages in English, or in Chinese."""
    for row in rows_of(path, None):
        own = row["lang"].startswith(name) or row["lang"] == "mixed"
        if own and not row["id"].startswith(_LEFT_OUT[name]):
            day = date.fromisoformat(row["as_of"])
            spans = list(_told(row))
            for clause, said in weighed_clauses(row["raw"], OkrSet.model_validate(row["set"]), day):
                if is_chinese(said) == (name == "zh"):
                    yield Example(said, _kind(clause, spans), OF_MESSAGE)


def _told(row: dict[str, Any]) -> Iterator[tuple[int, int, str]]:
    for item in row["items"]:
        for name in TEXTS:
            at = row["raw"].find(item[name]) if item.get(name) else -1
            if at >= 0:
                yield at, at + len(item[name]), name


def _kind(clause: Clause, spans: Sequence[tuple[int, int, str]]) -> str | None:
    """What the labels say of a clause: the text that has half of it, or that it has most of."""
    for start, end, name in spans:
        common = min(end, clause.end) - max(start, clause.start)
        if common >= _HALF * (clause.end - clause.start) or common >= _MOST * (end - start):
            return name
    return None


def fit(examples: Sequence[Example], facts: tuple[str, ...]) -> Model:
    """The fit in whole numbers of a byte."""
    rows = coefficients([blocks(one.said) for one in examples], SHARES)
    targets = np.array([[1.0 if one.tells == kind else -1.0 for kind in KINDS] for one in examples])
    ridge = Ridge(rows, targets, np.array([one.weight for one in examples]), PENALTY)
    return ridge.packed(facts, SHARES)


def main() -> None:
    """Fit on everything and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--dataset",
        type=Path,
        nargs="+",
        default=[UPDATES, TRAINING],
        help="labelled updates, as JSONL",
    )
    paths = parser.parse_args().dataset
    models = []
    for name, facts in (("en", FACTS), ("zh", IN_CHINESE)):
        examples = [*own_clauses(name), *(one for path in paths for one in of_messages(path, name))]
        models.append(fit(examples, facts))
        print(f"{name}: {len(examples)} clauses")
    WEIGHTS.write_bytes(pack(models))
    print(f"{WEIGHTS.stat().st_size:,} bytes: {WEIGHTS.name}")


if __name__ == "__main__":
    main()
