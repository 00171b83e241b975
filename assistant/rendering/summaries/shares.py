"""Shares as they stand in tables, rounded as in the statements beside them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal


def percent_of(share: float | None) -> str:
    """A share in whole percent, a dash where it is unknown; 62.5 is 63, as people round."""
    if share is None:
        return "–"
    return f"{(Decimal(str(share)) * 100).quantize(Decimal(1), ROUND_HALF_UP) + 0}%"
