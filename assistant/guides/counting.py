"""How a key result of an example is counted: as it says itself, or as the library's metric does."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from assistant.guides.lines import Line, line_of
from assistant.guides.opening import opened
from assistant.models import Language
from assistant.models.knowledge import ExampleKeyResult, Metric, Words

_SIDES = (Language.EN, Language.ZH_HANS)


def formula_of(line: ExampleKeyResult, metric: Metric | None) -> Words | None:
    """The line's own formula; else the metric's, where the line measures just that."""
    if line.formula is not None:
        return line.formula
    return metric.formula if metric and measures(line, metric) else None


def systems_of(line: ExampleKeyResult, metric: Metric | None) -> list[str]:
    """The systems that the number is read from, as `knowledge/systems.yml` names them."""
    if line.system is not None:
        return [line.system]
    return metric.data_sources if metric and measures(line, metric) else []


def known_after(line: ExampleKeyResult, metric: Metric | None) -> int | None:
    """Days until what is done shows in the number in full, where they are many."""
    if line.known_after is not None:
        return line.known_after
    return metric.known_after if metric and measures(line, metric) else None


def measures(line: ExampleKeyResult, metric: Metric) -> bool:
    """Whether a line measures the metric itself: one of its names, and its unit.

    A name with more in it ("median", "of new homes", "within 60 days") measures something else.
    """
    said = [_said(text, side) for text, side in zip(_both(line.text), _SIDES, strict=True)]
    names = ([metric.name.en, *metric.aliases.en], [metric.name.zh, *metric.aliases.zh])
    named = any(_is_one(each.name, known) for each, known in zip(said, names, strict=True))
    units = zip(said, _both(metric.unit), strict=True)
    return named and any(_is_one(each.unit, [unit]) for each, unit in units)


def _both(words: Words) -> tuple[str, str]:
    return words.en, words.zh


@cache
def _said(text: str, side: Language) -> Line:
    return line_of(opened(text, side), side)


def _is_one(name: str, known: Iterable[str]) -> bool:
    return _plain(name) in map(_plain, known)


def _plain(name: str) -> str:
    return name.casefold().replace("-", " ").strip()
