"""Gaps in the text of a key result whose value stands in a field of its own.

A form has both: "from [baseline to confirm] to [target to set]", and a cell for each value. Who
fills in the cells has said everything.
"""

from __future__ import annotations

from assistant.language.figures.placeholders import find_placeholders, is_open
from assistant.language.script import fold
from assistant.models import KeyResult, OkrSet
from assistant.parsing.names import gap_named
from assistant.patterns import lazy

_UNIT = lazy(r"(?<!\s)\s*([^\d\s.,]{1,20})$")  # at the end of a value


def fill_gaps(made: OkrSet) -> None:
    """Put declared values into the gaps that are named after their fields."""
    for objective in made.objectives:
        for key_result in objective.key_results:
            key_result.text = _filled(key_result)


def _filled(key_result: KeyResult) -> str:
    text = key_result.text
    for span in reversed(find_placeholders(text, fold(text))):
        value = _value(key_result, gap_named(text[span.start : span.end]))
        if value:
            text = _joined(text[: span.start], value, text[span.end :])
    return text


def _value(key_result: KeyResult, field: str | None) -> str:
    """The declared value as one writes it; nothing where it is itself a gap."""
    declared = getattr(key_result, field) if field else None
    if isinstance(declared, float):
        return f"{declared:.10g}"
    return declared.strip() if isinstance(declared, str) and not is_open(declared) else ""


def _joined(before: str, value: str, after: str) -> str:
    """The value in its place; a sign or a unit that stands there already comes once."""
    sign = before[-1:]
    if sign and not sign.isalnum() and not sign.isspace():
        value = value.removeprefix(sign).lstrip()
    unit = _UNIT.search(value)
    if unit and after.lstrip().startswith(unit[1]):
        value = value[: unit.start()]
    return before + value + after
