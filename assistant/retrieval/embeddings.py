"""Texts as vectors: the bundled model, or an OpenAI-compatible endpoint."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


class Embedder(Protocol):
    """Makes vectors of length 1, so that their dot product is their cosine."""

    @property
    def name(self) -> str:
        """Which model it is; vectors of different names are never compared."""

    def queries(self, texts: Sequence[str]) -> Vectors:
        """One row a query."""

    def passages(self, texts: Sequence[str]) -> Vectors:
        """One row a passage."""
