"""Train whose a sentence without a number is: `python -m evals.train_attaching`.

Reads those labelled messages of `checkin_updates.jsonl` and `checkin_training.jsonl` that are of
the rounds in `checkin_rounds.yml` beside them, none of `checkin_held.jsonl`, and writes the weights
of `assistant/checkins/reading/lexicon/attaching.yml`. The same messages
give the same weights.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import yaml
from numpy.typing import NDArray

import assistant.checkins.reading
from assistant.checkins.reading.attaching import Open
from assistant.checkins.reading.measures import Place
from assistant.checkins.reading.reader import attach
from assistant.models import OkrSet
from evals.checkins import TEXTS, UPDATES, rows_of
from evals.lines import DATASETS

WEIGHTS = Path(assistant.checkins.reading.__file__).parent / "lexicon" / "attaching.yml"
TRAINING = DATASETS / "checkin_training.jsonl"
ROUNDS = DATASETS / "checkin_rounds.yml"
PENALTY, TURNS, STEP = 2.0, 400, 0.05
_HALF = 0.5
_MARK = "weights:\n"


class Example(NamedTuple):
    """A sentence of a blocker, an ask or a plan with what speaks for each key result."""

    features: NDArray[np.float64]
    right: int


def rounds() -> frozenset[str]:
    """The rounds of messages to learn from."""
    return frozenset(yaml.safe_load(ROUNDS.read_text("utf-8"))["attaching"])


def sentences(row: Mapping[str, Any]) -> Iterator[tuple[Open, Place]]:
    """The open sentences of a message that tell a labelled text, with their key result."""
    spans = list(_told(row))
    found: list[tuple[Open, Place]] = []

    def decide(one: Open) -> Place:
        places = {p for start, end, p in spans if _have_half(one, start, end)}
        if len(places) != 1 or not places <= one.features.keys():
            return one.current
        place = next(iter(places))
        found.append((one, place))
        return place

    day = date.fromisoformat(row["as_of"])
    attach(row["raw"], OkrSet.model_validate(row["set"]), day, decide)
    yield from found


def _told(row: Mapping[str, Any]) -> Iterator[tuple[int, int, Place]]:
    for item in row["items"]:
        for name in TEXTS:
            at = row["raw"].find(item[name]) if item.get(name) else -1
            if at >= 0:
                yield at, at + len(item[name]), tuple(item["key_result"])


def _have_half(one: Open, start: int, end: int) -> bool:
    common = min(end, one.end) - max(start, one.start)
    return common >= _HALF * min(end - start, one.end - one.start)


def examples(found: Sequence[tuple[Open, Place]], names: Sequence[str]) -> list[Example]:
    """The sentences as numbers, a row for each key result."""
    made = []
    for one, place in found:
        rows = [[of[name] for name in names] for of in one.features.values()]
        made.append(Example(np.array(rows), list(one.features).index(place)))
    return made


def fit(given: Sequence[Example], count: int) -> NDArray[np.float64]:
    """The weights under which the right key results are likeliest."""
    weights, speed, power = np.zeros(count), np.zeros(count), np.zeros(count)
    for turn in range(1, TURNS + 1):
        slope = PENALTY * weights / len(given)
        for one in given:
            odds = np.exp(one.features @ weights)
            slope += (one.features.T @ (odds / odds.sum()) - one.features[one.right]) / len(given)
        speed = 0.9 * speed + 0.1 * slope
        power = 0.999 * power + 0.001 * slope**2
        ahead = speed / (1 - 0.9**turn)
        weights -= STEP * ahead / (np.sqrt(power / (1 - 0.999**turn)) + 1e-8)
    return weights


def main() -> None:
    """Fit on the messages of the rounds that are for it, and write the weights."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    rows = [row for path in (UPDATES, TRAINING) for row in rows_of(path, None)]
    rows = [row for row in rows if row["id"].partition("-")[0] in rounds()]
    found = [pair for row in rows for pair in sentences(row)]
    names = sorted(next(iter(found[0][0].features.values())))
    weights = fit(examples(found, names), len(names))
    head = WEIGHTS.read_text("utf-8").partition(_MARK)[0]
    lines = [f"  {n}: {w:.2f}\n" for n, w in zip(names, weights, strict=True)]
    WEIGHTS.write_text(head + _MARK + "".join(lines), "utf-8")
    print(f"{len(found)} sentences: {WEIGHTS.name}")


if __name__ == "__main__":
    main()
