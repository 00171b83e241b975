"""A number that takes back the one before it: 38 - wait, 36; 写错了，是 2.3 小时."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.checkins.reading.figures import Figure, Role
from assistant.checkins.reading.lexicon import before

_REACH = 40


def take_back(figures: Sequence[Figure], seen: str) -> None:
    """Values in front of a corrected one are no values any more."""
    for i, figure in enumerate(figures):
        start = max(figures[i - 1].end if i else 0, figure.start - _REACH)
        if not before("values", "corrected_before").search(seen, start, figure.start):
            continue
        figure.role, figure.sure = Role.VALUE, True
        for other in figures[:i]:
            other.role = Role.OTHER if other.role is Role.VALUE else other.role
