"""How the owner's confidence moved from check-in to check-in."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from assistant.models.thresholds import Thresholds


def confidence_change(values: Sequence[float]) -> float | None:
    """The last confidence minus the one before; None when there are not two."""
    return values[-1] - values[-2] if len(values) > 1 else None


def dropped(values: Sequence[float], limits: Thresholds) -> bool:
    """A fall of two or more at once, or three falls in a row, up to the last check-in."""
    change = confidence_change(values)
    if change is not None and change <= -limits.conf_drop:
        return True
    last = values[-limits.conf_falls - 1 :]
    return len(last) > limits.conf_falls and all(later < one for one, later in pairwise(last))


def run_of(values: Sequence[float], limits: Thresholds) -> Sequence[float]:
    """The confidences that a drop is told by: the last two, or all of a run of falls."""
    change = confidence_change(values)
    at_once = change is None or change <= -limits.conf_drop
    return (
        values[-2:] if at_once or not dropped(values, limits) else values[-limits.conf_falls - 1 :]
    )


def fell_low(values: Sequence[float], limits: Thresholds) -> bool:
    """Whether the last check-in crossed below the bound."""
    return len(values) > 1 and values[-1] < limits.conf_low <= values[-2]
