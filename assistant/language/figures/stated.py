"""Baseline and target as numbers with one unit."""

from __future__ import annotations

from assistant.language.reading import Comparator, LineReading, Quantity, Role
from assistant.records import record


@record
class StatedValues:
    """As in `KeyResultFacts`: both in `unit`; a relative change states neither."""

    baseline: float | None = None
    target: float | None = None
    unit: str | None = None


def stated_values(reading: LineReading) -> StatedValues:
    """The values of the first pair, else of the first target that stands alone."""
    for pair in reading.pairs:
        unit = next((q.unit for q in (pair.target, pair.baseline) if q and q.unit), None)
        start = pair.baseline.low if pair.baseline else None
        return StatedValues(start, _must(pair.target) if pair.target else None, unit)
    targets = [q for q in reading.quantities if q.role is Role.TARGET]
    bases = [q for q in reading.quantities if q.role is Role.BASELINE]
    base = bases[0].low if bases else None
    if not targets:
        return StatedValues(base, None, bases[0].unit if bases else None)
    return StatedValues(base, _must(targets[0]), targets[0].unit)


def _must(target: Quantity) -> float:
    """The end of a range that must be reached: the lower, unless the range is a ceiling."""
    ceiling = target.comparator in (Comparator.AT_MOST, Comparator.LESS)
    return target.high if ceiling else target.low
