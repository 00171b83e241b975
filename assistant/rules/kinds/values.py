"""The values of a key result, as its text says or its author declared, and how they compare."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.language.figures.values import declared_value
from assistant.records import record
from assistant.rules.reading_set import KeyResultLine


@record
class Values:
    """Start, end and present value of the same metric, in one unit."""

    baseline: float | None
    target: float | None
    current: float | None

    @property
    def step(self) -> int | None:
        """+1 up, -1 down, 0 for no change, None where one of the two is unknown."""
        if self.baseline is None or self.target is None:
            return None
        return (self.target > self.baseline) - (self.target < self.baseline)

    def named(self) -> Iterator[tuple[str, float]]:
        """Those that are known, with their names."""
        for name in ("baseline", "target", "current"):
            if (value := getattr(self, name)) is not None:
                yield name, value


def values_of(line: KeyResultLine) -> Values:
    """The values as the reader has them; two in different units cannot be compared."""
    facts = line.reading.facts
    baseline = None if _units_differ(line) else facts.baseline_value
    return Values(baseline, facts.target_value, declared_value(line.source.current)[0])


def _units_differ(line: KeyResultLine) -> bool:
    for pair in line.reading.pairs:
        if pair.baseline is not None and pair.target is not None:
            units = {pair.baseline.unit, pair.target.unit} - {None}
            return len(units) > 1
    return False


def shown(value: float) -> str:
    """A number as one writes it: no decimals where there are none."""
    return f"{value:.0f}" if value == round(value) and abs(value) < 1e15 else f"{value:g}"
