"""Named conditions under which a rule is silent on a line (`unless` in a rule file)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from assistant.language.figures.placeholders import find_placeholders, is_empty
from assistant.language.reading import KeyResultReading, QuantityKind, Role
from assistant.language.script import fold
from assistant.models import FactKind, KeyResultKind
from assistant.rules.reading_set import KeyResultLine, ObjectiveLine

Condition = Literal[
    "all_or_none",
    "declared_baseline",
    "empty",
    "finds_baseline",
    "has_target_number",
    "is_outcome",
    "is_output",
    "is_task",
    "maintained",
    "pending",
    "standard",
]


def holds(condition: Condition, line: ObjectiveLine | KeyResultLine) -> bool:
    """Whether a condition is true of a line; all are about key results."""
    return isinstance(line, KeyResultLine) and _TESTS[condition](line)


def has_role(reading: KeyResultReading, *roles: Role) -> bool:
    """Whether a number of the line plays one of these roles."""
    return any(quantity.role in roles for quantity in reading.quantities)


def open_fields(line: KeyResultLine) -> dict[str, str]:
    """The declared values that are placeholders, by name: {"target": "tbd"}."""
    declared = {"baseline": line.source.baseline, "target": line.source.target}
    words = {name: value for name, value in declared.items() if isinstance(value, str)}
    return {name: value for name, value in words.items() if find_placeholders(value, fold(value))}


def _pending(line: KeyResultLine) -> bool:
    """A value is left open on a line that names its metric: K17 says so, and it alone."""
    if line.reading.placeholders:
        return line.reading.metric is not None
    # A value with a field of its own: the text is then the metric's name.
    return bool(open_fields(line))


def _maintained(line: KeyResultLine) -> bool:
    declared = line.source.kind is KeyResultKind.MAINTAIN or line.source.band is not None
    return declared or line.reading.maintained is not None


def _all_or_none(line: KeyResultLine) -> bool:
    """All, none, zero or the whole is a bar of its own; where one starts says little."""
    targets = [number for number in line.reading.quantities if number.role is Role.TARGET]
    whole = any(
        number.high == 0 or (number.kind is QuantityKind.PERCENT and number.low == 100)
        for number in targets
    )
    return whole or line.reading.all_or_none is not None


_TESTS: dict[Condition, Callable[[KeyResultLine], bool]] = {
    "all_or_none": _all_or_none,
    "declared_baseline": lambda line: line.source.baseline is not None,
    "empty": lambda line: is_empty(line.reading.folded, line.reading.placeholders),
    "finds_baseline": lambda line: line.source.kind is KeyResultKind.BASELINE,
    "has_target_number": lambda line: has_role(line.reading, Role.TARGET, Role.CHANGE),
    "is_outcome": lambda line: line.reading.facts.kind is FactKind.OUTCOME,
    "is_output": lambda line: line.reading.facts.kind is FactKind.OUTPUT,
    "is_task": lambda line: line.reading.facts.kind is FactKind.TASK,
    "maintained": _maintained,
    "pending": _pending,
    "standard": lambda line: line.reading.standard is not None,
}
