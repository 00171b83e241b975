"""A small linear classifier beside the rules: it weighs their verdicts with the words around.

Its weights are whole numbers of one byte a feature and output, by bucket of a hash, so they hold
no readable phrase. `docs/classifier-card.md` tells what they were trained on;
`python -m evals.train_classifier` writes them.

The bytes of one feature stand in wide lanes of one large integer, so that adding the integers adds
all outputs at once: as fast as numpy for a single line, without the time to import it.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from math import sqrt
from struct import unpack_from
from typing import Any

from assistant.language.facts.features import BUCKETS

LANE = 4  # bytes: room for the sum of any line, and a width that `struct` reads
BIAS = 128  # a stored byte is the weight plus this
OUTPUTS = {
    "measurable": ("n", "y"),
    "kind": ("outcome", "output", "task"),
    "baseline": ("both", "target_only", "none"),
    "compound": ("n", "y"),
    "has_metric": ("n", "y"),
    "is_task": ("n", "y"),
}
KEY_RESULT = ("measurable", "kind", "baseline", "compound")
OBJECTIVE = ("has_metric", "is_task")


# How far the rules are ahead. Those of `kind`, `compound` and `is_task` are no features: they know
# the lines that they were written on too well to be weighed on them. Chosen on real drafts of other
# sources, on lines that nobody had looked at, and on pairs in two languages.
AHEAD = {
    "measurable": 0.3,
    "kind": 0.35,
    "baseline": 0.3,
    "compound": 0.3,
    "has_metric": 0.5,
    "is_task": 0.7,
}


def likeliest(
    facts: Sequence[str],
    scores: Sequence[float],
    rules: dict[str, str],
    ahead: Mapping[str, float] = AHEAD,
) -> dict[str, str]:
    """The value of each fact with the highest score; `rules` is what the rules say."""
    verdicts, at = {}, 0
    for fact in facts:
        values = OUTPUTS[fact]
        own = list(scores[at : at + len(values)])
        own[values.index(rules[fact])] += ahead.get(fact, 0.0)
        verdicts[fact] = values[own.index(max(own))]
        at += len(values)
    return verdicts


@dataclass(frozen=True)
class Model:
    """Weights of several facts: a row of bytes for each bucket of each block."""

    facts: tuple[str, ...]
    rows: bytes  # blocks x buckets x outputs
    units: Sequence[float]  # what one step of a stored byte is worth, by output
    intercepts: Sequence[float]
    shares: Sequence[float]  # the weight of each block
    _rows: tuple[_Rows, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Keep the rows of the features that lines share, ready to be added."""
        width = len(self.units)
        size = BUCKETS * width
        starts = range(0, len(self.rows), size)
        rows = (_Rows(self.rows[start : start + size], width) for start in starts)
        object.__setattr__(self, "_rows", tuple(rows))

    def verdicts(
        self,
        blocks: Sequence[Collection[int]],
        rules: dict[str, str],
        ahead: Mapping[str, float] = AHEAD,
    ) -> dict[str, str]:
        """The likeliest value of each fact for the hashed features of a line."""
        return likeliest(self.facts, self.scores(blocks), rules, ahead)

    def scores(self, blocks: Sequence[Collection[int]]) -> list[float]:
        """One score for each value of each fact, in order."""
        totals = list(self.intercepts)
        for share, rows, buckets in zip(self.shares, self._rows, blocks, strict=True):
            weight = share / sqrt(max(1, len(buckets)))
            offset = BIAS * len(buckets)
            found = zip(totals, rows.sums(buckets), self.units, strict=True)
            totals = [total + (one - offset) * unit * weight for total, one, unit in found]
        return totals


class _Rows(dict[int, int]):
    """The rows of one block that were asked for, the bytes of each in lanes of their own."""

    def __init__(self, rows: bytes, width: int) -> None:
        self._packed = rows
        self._width = width

    def __missing__(self, bucket: int) -> int:
        if len(self) >= _REMEMBERED:
            self.clear()
        spaced = bytearray(self._width * LANE)
        start = bucket * self._width
        spaced[::LANE] = self._packed[start : start + self._width]
        self[bucket] = row = int.from_bytes(spaced, "little")
        return row

    def sums(self, buckets: Iterable[int]) -> Sequence[int]:
        """By output, the sum of the bytes of these buckets."""
        total = sum(map(self.__getitem__, buckets))
        return unpack_from(f"<{self._width}I", total.to_bytes(self._width * LANE, "little"))


_REMEMBERED = 1 << 14  # of the rows of one block; keeps memory flat


def model(facts: tuple[str, ...]) -> Model | None:
    """The shipped weights for these facts; None when there are none yet."""
    return _models().get(facts)


@cache
def _models() -> dict[tuple[str, ...], Model]:
    source = files("assistant.language.facts").joinpath("classifier.bin")
    return read_models(source.read_bytes()) if source.is_file() else {}


def read_models(content: bytes) -> dict[tuple[str, ...], Model]:
    """The models of a weights file by their facts."""
    head, _, body = zlib.decompress(content).partition(b"\n")
    found, at = {}, 0
    for entry in json.loads(head):
        size = len(entry["shares"]) * BUCKETS * len(entry["units"])
        found[tuple(entry["facts"])] = unpack(entry, body[at : at + size])
        at += size
    return found


def unpack(entry: dict[str, Any], rows: bytes) -> Model:
    """A model from its header and its bytes."""
    return Model(facts=tuple(entry["facts"]), rows=rows, **{k: entry[k] for k in _NUMBERS})


_NUMBERS = ("units", "intercepts", "shares")


def pack(models: Sequence[Model]) -> bytes:
    """Models as the content of the weights file."""
    head = [{"facts": m.facts, **{k: list(getattr(m, k)) for k in _NUMBERS}} for m in models]
    return zlib.compress(json.dumps(head).encode() + b"\n" + b"".join(m.rows for m in models), 9)
