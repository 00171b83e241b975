"""The metric library by the words that people write for a metric."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from assistant.knowledge.library import shipped_knowledge
from assistant.language.lexicon import alternation
from assistant.language.script import fold
from assistant.messages import traditional
from assistant.models.knowledge import Metric
from assistant.own_data import parsed


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
    return found


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(alternation([name for name in _names() if len(name) > 1]))


def industry_of(written: str | None) -> str | None:
    """The industry of the taxonomy that an author's words name, by itself or by a part of it."""
    if not written:
        return None
    folded = fold(written).replace("_", "-")
    if folded in shipped_knowledge().taxonomy.industries:
        return folded
    folded = folded.replace("-", " ")
    found = {match.end(): name for name, words in _trades() for match in words.finditer(folded)}
    return found[max(found)] if found else None  # what stands last: health insurance is insurance


@cache
def _trades() -> list[tuple[str, re.Pattern[str]]]:
    """Industries and the words for each and its parts, as the guides know them."""
    loaded = parsed(files("knowledge").joinpath("guide", "nearest.yml").read_text("utf-8"))
    taxonomy = shipped_knowledge().taxonomy.industries
    return [
        (name, _opening([*said["called"], *said["near"]]))
        for name, said in loaded.items()
        if name in taxonomy
    ]


def _opening(words: list[str]) -> re.Pattern[str]:
    """Any of some words, in the script and the words of Taiwan too, where a word begins."""
    written = {fold(each).replace("-", " ") for word in words for each in (word, traditional(word))}
    own = (rf"\b{re.escape(each)}" if each.isascii() else re.escape(each) for each in written)
    return re.compile("|".join(sorted(own, key=len, reverse=True)))
