"""How far a key result has come, as a share of the way from baseline to target."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.models import Band, Stage

_EXACT = 1e-6  # thirds written as 0.333333
_MOST = 1e6  # times the whole way: a slip of the keyboard, no progress


def metric_progress(baseline: float, target: float, current: float) -> float | None:
    """(current - baseline) / (target - baseline): right for both directions.

    Below 0 the metric went backwards, above 1 it exceeded its target; None when there is no way
    between baseline and target, or one so short that the share would mean nothing.
    """
    way = target - baseline
    if way == 0 or abs(current - baseline) > _MOST * abs(way):
        return None
    return (current - baseline) / way


def value_at(baseline: float, target: float, progress: float) -> float:
    """The value of the metric at a progress."""
    return baseline + progress * (target - baseline)


def held_to(value: float, low: float | None, high: float | None) -> float:
    """A value, or the bound that it lies beyond."""
    value = value if low is None else max(low, value)
    return value if high is None else min(high, value)


def clamped(progress: float) -> float:
    """Progress as it goes into a mean: 0 to 1."""
    return held_to(progress, 0.0, 1.0)


def in_band(band: Band | None, value: float | None) -> bool | None:
    """Whether a maintained metric is well; None when the band or the value is unknown."""
    if band is None or value is None or (band.min is None and band.max is None):
        return None
    above = band.min is None or value >= band.min
    return above and (band.max is None or value <= band.max)


def stage_reached(stages: Sequence[Stage], words: str) -> float | None:
    """The worth of the stage that a check-in names."""
    plain = " ".join(words.casefold().split())
    return next((s.value for s in stages if " ".join(s.name.casefold().split()) == plain), None)


def weighted_mean(values: Sequence[tuple[float, float | None]]) -> tuple[float | None, bool]:
    """The mean of progress by weight, and whether the weights had to be rescaled.

    Absent weights are equal. Where only some are given, or their sum is 0, all are taken as equal:
    what the others weigh would be a guess.
    """
    if not values:
        return None, False
    weights = [max(0.0, weight) for _, weight in values if weight is not None]
    total = sum(weights)
    if len(weights) < len(values) or total < _EXACT:
        return sum(value for value, _ in values) / len(values), bool(weights)
    weighed = zip((value for value, _ in values), weights, strict=True)
    return sum(value * weight for value, weight in weighed) / total, abs(total - 1) > _EXACT


def plain_mean(values: Sequence[float]) -> float | None:
    """The mean of those that are known; None when none is."""
    return sum(values) / len(values) if values else None
