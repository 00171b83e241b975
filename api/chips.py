"""The facts of a line for the page: words with a kind, to colour, and what shall change."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.messages import traditional
from assistant.models import KeyResultFacts, Language
from assistant.rendering.chips import Chip, Facts, chips

MOST_METRIC_CHARS = 40
LARGEST_WRITTEN_OUT = 1e15


def chips_with_values(facts: Facts | None, language: Language) -> Iterator[Chip]:
    """The facts of a line, those of its numbers last."""
    yield from chips(facts, language)
    if isinstance(facts, KeyResultFacts) and (values := values_of(facts, language)):
        yield Chip(values)


def values_of(facts: KeyResultFacts, language: Language) -> str | None:
    """What shall change, e.g. `on-time rate 82 → 96%`."""
    if facts.target_value is None:
        return None
    unit = facts.unit or ""
    if language is Language.ZH_HANT:
        unit = traditional(unit)  # the reading gives every unit in Simplified
    gap = "" if not unit or unit == "%" or not unit.isascii() else " "
    target = f"→ {number(facts.target_value)}{gap}{unit}"
    start = "" if facts.baseline_value is None else f"{number(facts.baseline_value)} "
    metric = "" if facts.metric == unit else (facts.metric or "")[:MOST_METRIC_CHARS]
    return f"{metric} {start}{target}".strip()


def number(value: float) -> str:
    """A number as people write it: no tail of zeros, thousands apart."""
    if not abs(value) < LARGEST_WRITTEN_OUT:  # also what is no number at all
        return f"{value:g}"
    return f"{value:,.4f}".rstrip("0").rstrip(".")
