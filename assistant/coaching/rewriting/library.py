"""The metric library by the words that people write for a metric."""

from __future__ import annotations

import re
from functools import cache

from assistant.knowledge.library import shipped_knowledge
from assistant.language.lexicon import alternation
from assistant.language.script import fold
from assistant.models.knowledge import Metric
from assistant.own_data import load


def metrics_in(text: str) -> list[Metric]:
    """The metrics whose name or alias stands in a text, the longest name first."""
    by_name = _names()
    found = {match[0].replace("-", " "): None for match in _pattern().finditer(fold(text))}
    named = sorted(found, key=len, reverse=True)
    return [shipped_knowledge().metrics[by_name[name]] for name in named if name in by_name]


def metric_in(text: str) -> Metric | None:
    """The metric that a text names most fully."""
    return next(iter(metrics_in(text)), None)


@cache
def _names() -> dict[str, str]:
    """Folded names and aliases to the metric's id; a name wins over an alias."""
    found: dict[str, str] = {}
    for metric in shipped_knowledge().metrics.values():
        for written in (*metric.aliases.en, *metric.aliases.zh):
            found.setdefault(fold(written).replace("-", " "), metric.id)
    for metric in shipped_knowledge().metrics.values():
        for written in (metric.name.en, metric.name.zh):
            found[fold(written).replace("-", " ")] = metric.id
    said_of_anything = set(load("assistant.coaching", "rewriting/of_any_work.yml"))
    return {name: metric for name, metric in found.items() if name not in said_of_anything}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(alternation([name for name in _names() if len(name) > 1]))
