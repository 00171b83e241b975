"""A linear model over hashed features, fitted in closed form.

Ridge regression on +1/-1 targets in its dual form: one solve fits all outputs, and the very same
solve gives, exactly, what a model trained without a whole group of lines would have said of it.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


class Ridge:
    """A fit of `targets` (lines x outputs) on `rows` (lines x features), with a weight a line."""

    def __init__(self, rows: Floats, targets: Floats, weights: Floats, strength: float) -> None:
        """Solve once; `strength` is the penalty on the coefficients."""
        self._rows = rows
        self.gram = rows @ rows.T + 1.0  # the constant is an intercept
        self.inverse = np.linalg.inv(self.gram + np.diag(strength / weights))
        self.duals = self.inverse @ targets
        self._targets = targets

    def coefficients(self) -> tuple[Floats, Floats]:
        """Weights (features x outputs) and intercepts (outputs)."""
        return self._rows.T @ self.duals, self.duals.sum(axis=0)

    def held_out(self, groups: list[str]) -> Floats:
        """For each line the outputs of the model fitted without its group."""
        scores = np.zeros_like(self._targets)
        names = np.array(groups)
        for name in sorted(set(groups)):
            of = np.flatnonzero(names == name)
            block = self.inverse[np.ix_(of, of)]
            scores[of] = self._targets[of] - np.linalg.solve(block, self.duals[of])
        return scores
