"""The facts of a line as short words."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.messages import say
from assistant.models import BaselineFact, KeyResultFacts, Language, ObjectiveFacts
from assistant.records import record

Facts = ObjectiveFacts | KeyResultFacts


@record
class Chip:
    """A fact; `good` is none where it is neither good nor bad."""

    text: str
    good: bool | None = None


def chips(facts: Facts | None, language: Language) -> Iterator[Chip]:
    """The facts of a line, the most telling first; a line without text has none."""
    if facts is None:
        return
    for name, good in _of_objective(facts) if isinstance(facts, ObjectiveFacts) else _told(facts):
        yield Chip(say("report", name, language), good)


def _of_objective(facts: ObjectiveFacts) -> Iterator[tuple[str, bool | None]]:
    for name in ("has_metric", "is_task"):
        if getattr(facts, name):
            yield name, False


def _told(facts: KeyResultFacts) -> Iterator[tuple[str, bool | None]]:
    yield f"kind.{facts.kind}", facts.kind == "outcome"
    yield f"measurable.{str(facts.measurable).lower()}", facts.measurable
    if facts.measurable:
        yield f"baseline.{facts.baseline}", facts.baseline is BaselineFact.BOTH or None
    if facts.compound:
        yield "compound", False
