"""Values in fields of their own: what a table says beside a metric is not asked again."""

from __future__ import annotations

from dataclasses import replace

from assistant.coaching.rewriting.anatomy import plain
from assistant.coaching.rewriting.compose import Tongue
from assistant.coaching.rewriting.drafts import Line
from assistant.language.script import CJK, fold
from assistant.models import KeyResult


def with_declared(line: Line, source: KeyResult, tongue: Tongue) -> Line:
    """A line of the author's own metric with the values that are declared beside it."""
    if fold(plain(source.text)) not in fold(line.text):
        return line  # another metric, of which they do not speak
    text = line.text
    for name in ("baseline", "target"):
        value = getattr(source, name)
        if value is not None:
            gap = tongue.say(f"placeholder.{name}")
            text = text.replace(gap, _told(value, source.unit), 1)
    return replace(line, text=text)


def _told(value: float | str, unit: str | None) -> str:
    """95 with the unit %: 95%; 3 with the unit days: 3 days."""
    if isinstance(value, str) or not unit:
        return value if isinstance(value, str) else f"{value:g}"
    close = unit in ("%", "％") or CJK.match(unit) is not None
    return f"{value:g}{unit}" if close else f"{value:g} {unit}"
