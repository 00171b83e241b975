"""A linear model over hashed features, fitted in closed form.

Ridge regression on +1/-1 targets in its dual form: one solve fits all outputs, and the very same
solve gives, exactly, what a model trained without a whole group of lines would have said of it.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.language.facts.classifier import BIAS, Model
from assistant.language.facts.features import BUCKETS

Floats = NDArray[np.float64]
Blocks = Sequence[Sequence[int]]


def coefficients(blocks: Sequence[Blocks], shares: Sequence[float]) -> list[dict[int, float]]:
    """For each line its features with their values; a block of a line has the length `share`."""
    return [_row(line, shares) for line in blocks]


def _row(line: Blocks, shares: Sequence[float]) -> dict[int, float]:
    row = {}
    for number, buckets in enumerate(line):
        for bucket in buckets:
            row[(number << 20) + bucket] = shares[number] / np.sqrt(len(buckets))
    return row


def gram(rows: Sequence[dict[int, float]]) -> Floats:
    """All inner products of the rows, plus one for an intercept."""
    products = np.ones((len(rows), len(rows)))
    common: list[tuple[list[int], list[float]]] = []
    for at, values in _by_feature(rows).values():
        if len(at) > _COMMON:
            common.append((at, values))
        else:
            products[np.ix_(at, at)] += np.outer(values, values)
    dense = np.zeros((len(rows), len(common)))
    for column, (at, values) in enumerate(common):
        dense[at, column] = values
    products += dense @ dense.T
    return products


_COMMON = 64  # features in more lines than this are multiplied as a dense matrix


def _by_feature(rows: Sequence[dict[int, float]]) -> dict[int, tuple[list[int], list[float]]]:
    columns: dict[int, tuple[list[int], list[float]]] = {}
    for i, row in enumerate(rows):
        for feature, value in row.items():
            at, values = columns.setdefault(feature, ([], []))
            at.append(i)
            values.append(value)
    return columns


class Ridge:
    """A fit of `targets` (lines x outputs), with a weight a line."""

    def __init__(
        self, rows: Sequence[dict[int, float]], targets: Floats, weights: Floats, penalty: float
    ) -> None:
        """Solve once; `penalty` keeps the coefficients small."""
        self._rows, self._targets = rows, targets
        self._inverse = np.linalg.inv(gram(rows) + np.diag(penalty / weights))
        self._duals = self._inverse @ targets

    @property
    def intercepts(self) -> Floats:
        """The constant of each output."""
        sums: Floats = self._duals.sum(axis=0)
        return sums

    def weights(self) -> dict[int, Floats]:
        """The coefficients of each feature, one an output."""
        return {
            feature: np.array(values) @ self._duals[at]
            for feature, (at, values) in _by_feature(self._rows).items()
        }

    def held_out(self, groups: Sequence[str]) -> Floats:
        """For each line the outputs of the model fitted without its group."""
        scores = np.zeros_like(self._targets)
        names = np.array(groups)
        for name in sorted(set(groups)):
            of = np.flatnonzero(names == name)
            block = self._inverse[np.ix_(of, of)]
            scores[of] = self._targets[of] - np.linalg.solve(block, self._duals[of])
        return scores

    def packed(self, facts: tuple[str, ...], shares: Sequence[float]) -> Model:
        """The fit in whole numbers of a byte, as it ships."""
        weights = self.weights()
        units = np.max([np.abs(row) for row in weights.values()], axis=0) / (BIAS - 1)
        rows = np.full((len(shares), BUCKETS, len(units)), BIAS, dtype=np.uint8)
        for feature, row in weights.items():
            rows[feature >> 20, feature & 0xFFFFF] = np.round(row / units) + BIAS
        intercepts = [round(float(value), 6) for value in self.intercepts]
        return Model(facts, rows.tobytes(), units.tolist(), intercepts, shares)
