"""Sets as a draft that people can read and go on with: labelled lines, fields below them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from assistant.messages import say
from assistant.models import Initiative, KeyResult, Language, Objective, OkrSet

_OF_SET = ("team", "owner", "industry", "level")
_OF_LINE = (
    "owner",
    "kind",
    "parent",
    "baseline",
    "target",
    "current",
    "unit",
    "source",
    "due",
    "closed_on",
    "weight",
)


def as_draft(sets: Iterable[OkrSet], language: Language) -> str:
    """All sets, each under its team, owner and cycle."""
    return "\n\n".join("\n".join(_lines(each, language)).strip("\n") for each in sets) + "\n"


def _lines(okr_set: OkrSet, language: Language) -> Iterator[str]:
    yield from _fields(okr_set, _OF_SET, language, "")
    if okr_set.cycle and okr_set.cycle.name:
        yield _field("cycle", okr_set.cycle.name, language, "")
    for number, objective in enumerate(okr_set.objectives, start=1):
        if objective.objective:
            yield ""
            yield _labelled("objective", number, objective.objective, language)
            yield from _fields(objective, _OF_LINE, language, "  ")
        for place, result in enumerate(objective.key_results, start=1):
            yield "  " + _labelled("key_result", f"{number}.{place}", result.text, language)
            yield from _fields(result, _OF_LINE, language, "    ")
        for initiative in objective.initiatives:
            told = say("report", "draft.initiative", language)
            yield f"  {told}{_one_line(initiative.text)}"


def _labelled(part: str, number: int | str, text: str, language: Language) -> str:
    label = say("report", part, language, number=number)
    return say("report", "draft.line", language, label=label) + _one_line(text)


def _fields(
    part: OkrSet | Objective | KeyResult | Initiative,
    names: tuple[str, ...],
    language: Language,
    indent: str,
) -> Iterator[str]:
    for name in names:
        value = getattr(part, name, None)
        if value is not None:
            of_result = name == "kind" and isinstance(part, KeyResult)
            yield _field("kr_kind" if of_result else name, value, language, indent)


def _field(name: str, value: Any, language: Language, indent: str) -> str:
    label = say("report", f"draft.{name}", language)
    return f"{indent}{label}{_one_line(_written(value))}"


def _written(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def _one_line(text: str) -> str:
    return " ".join(text.split())
