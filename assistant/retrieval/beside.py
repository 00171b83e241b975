"""What stands beside a passage: other sections of its document, an example of a metric.

Where one of them answers a question, the other is likelier to do so than its own words tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.retrieval.passages import LIBRARIES

Scores = NDArray[np.float32]


class Beside:
    """Which groups of twins stand beside each other.

    Args:
        documents: The document of each group; entries of a library stand for themselves.
        pairs: Numbers of groups that name each other, each pair once.
    """

    def __init__(self, documents: Sequence[str], pairs: Iterable[tuple[int, int]]) -> None:
        places = [at for at, each in enumerate(documents) if each not in LIBRARIES]
        _, codes = np.unique([documents[at] for at in places], return_inverse=True)
        order = np.argsort(codes, kind="stable")
        self._places = np.array(places, dtype=np.intp)[order]
        self._codes = codes[order]
        self._starts = np.flatnonzero(np.diff(self._codes, prepend=-1))
        both = [pair for one, other in pairs for pair in ((one, other), (other, one))]
        self._own, self._other = np.array(both, dtype=np.intp).reshape(-1, 2).T

    def best(self, scores: Scores) -> Scores:
        """The best score beside each group; minus infinity where nothing stands there."""
        found = np.full(len(scores), -np.inf, dtype=np.float32)
        if len(self._places):
            found[self._places] = self._of_documents(scores[self._places])
        np.maximum.at(found, self._own, scores[self._other])
        return found

    def _of_documents(self, scores: Scores) -> Scores:
        """The best of the rest of its document, for each section."""
        best = np.maximum.reduceat(scores, self._starts)[self._codes]
        leading = np.flatnonzero(scores == best)
        leading = leading[np.unique(self._codes[leading], return_index=True)[1]]
        rest = scores.copy()
        rest[leading] = -np.inf
        best[leading] = np.maximum.reduceat(rest, self._starts)
        return best
