"""The values of a key result: what its author declared, else what its text states."""

from __future__ import annotations

from assistant.language.figures.lines import read_line
from assistant.language.figures.stated import StatedValues, stated_values
from assistant.language.reading import LineReading
from assistant.models import KeyResult


def declared_value(value: float | str | None) -> tuple[float | None, str | None]:
    """A declared baseline or target as a number with its unit ("9,300万元")."""
    if isinstance(value, str):
        found = read_line(value).quantities
        return (found[0].high, found[0].unit) if found else (None, None)
    return value, None


def find_values(line: LineReading, key_result: KeyResult) -> StatedValues:
    """Declared values go before stated ones, each for itself."""
    stated = stated_values(line)
    baseline, unit_of_baseline = declared_value(key_result.baseline)
    target, unit_of_target = declared_value(key_result.target)
    return StatedValues(
        baseline=stated.baseline if baseline is None else baseline,
        target=stated.target if target is None else target,
        unit=key_result.unit or unit_of_target or unit_of_baseline or stated.unit,
    )
