"""The values of a key result: as its text says, else as the author declared them in fields."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.rules.reading_set import KeyResultLine


@dataclass(frozen=True, slots=True)
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


def declared_or_read(line: KeyResultLine) -> Values:
    """The text's own values; fields count only where the text has none."""
    facts, source = line.reading.facts, line.source
    baseline, target = facts.baseline_value, facts.target_value
    return Values(
        baseline if baseline is not None else _number(source.baseline),
        target if target is not None else _number(source.target),
        _number(source.current),
    )


def shown(value: float) -> str:
    """A number as one writes it: no decimals where there are none."""
    return f"{value:.0f}" if value == round(value) and abs(value) < 1e15 else f"{value:g}"


def _number(value: float | str | None) -> float | None:
    """A declared number; a text with a unit is left to the reader of the draft."""
    return value if isinstance(value, float | int) and math.isfinite(value) else None
