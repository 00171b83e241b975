"""The facts of a line as short words with a kind, for the page to colour."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.messages import say
from assistant.models import BaselineFact, KeyResultFacts, Language, ObjectiveFacts

MOST_METRIC_CHARS = 40
LARGEST_WRITTEN_OUT = 1e15


@dataclass(frozen=True, slots=True)
class Chip:
    """A fact; `good` is none where it is neither good nor bad."""

    text: str
    good: bool | None = None


def chips(facts: ObjectiveFacts | KeyResultFacts | None, language: Language) -> Iterator[Chip]:
    """The facts of a line, the most telling first; a line without text has none."""
    if facts is None:
        return iter(())
    if isinstance(facts, ObjectiveFacts):
        return _of_objective(facts, language)
    return _of_key_result(facts, language)


def _of_objective(facts: ObjectiveFacts, language: Language) -> Iterator[Chip]:
    for name in ("has_metric", "is_task"):
        if getattr(facts, name):
            yield Chip(say("report", name, language), good=False)


def _of_key_result(facts: KeyResultFacts, language: Language) -> Iterator[Chip]:
    yield Chip(say("report", f"kind.{facts.kind}", language), facts.kind == "outcome")
    measurable = str(facts.measurable).lower()
    yield Chip(say("report", f"measurable.{measurable}", language), facts.measurable)
    if facts.measurable:
        both = facts.baseline is BaselineFact.BOTH
        yield Chip(say("report", f"baseline.{facts.baseline}", language), both or None)
    if values := values_of(facts):
        yield Chip(values)
    if facts.compound:
        yield Chip(say("report", "compound", language), good=False)


def values_of(facts: KeyResultFacts) -> str | None:
    """What shall change, e.g. `on-time rate 82 → 96%`."""
    if facts.target_value is None:
        return None
    unit = facts.unit or ""
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
