"""What else is known of a line than its own words, and which outcomes they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

from assistant.coaching.rewriting.anatomy import Work
from assistant.coaching.rewriting.works import SURE, Match, Outcome, aims_in, in_words
from assistant.knowledge.library import shipped_knowledge
from assistant.models.knowledge import Metric
from assistant.own_data import load

Pair = tuple[Match, Outcome]

# Scores of the search: near enough to agree with a family, to set it before the objective's own
# sentence, to speak alone, to speak against one.
AGREES, SPEAKS, TELLS, OVERRULES = 0.5, 0.7, 0.77, 0.9
COMMON = 1.9  # the rank of works known by a word as common as project, system or process
LOOKED = 3  # of the outcomes of the works, those that would be offered
OF_BEST = 2  # outcomes of the best family before those of the next


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What else is known of a line: its objective, its industry, metrics found and measured."""

    objective: str = ""
    industry: str | None = None
    found: Mapping[str, float] = field(default_factory=dict)  # by the search, with their scores
    # metrics and outcomes that stand under the objective already
    measured: frozenset[str] = frozenset()
    personal: bool = False  # whether somebody speaks of himself


def without_exceptions(objective: str) -> str:
    """An objective without what it says in brackets shall not be: 支撑业务(无事故)."""
    return _exception().sub("", objective) or objective


@cache
def _exception() -> re.Pattern[str]:
    return re.compile(str(load("assistant.coaching", "rewriting/evidence.yml")["exception"]))


def metric_of(outcome: Outcome) -> Metric | None:
    """The metric of the library that an outcome is counted by."""
    return shipped_knowledge().metrics.get(outcome.metric) if outcome.metric else None


def industries_of(match: Match) -> set[str]:
    """The industries of a family's metrics."""
    metrics = (metric_of(outcome) for outcome in match.family.data.outcomes)
    return {industry for metric in metrics if metric for industry in metric.industries}


@lru_cache(maxsize=64)
def trades_of(objective: str) -> frozenset[str]:
    """The industries that an objective's words belong to."""
    named = [industries_of(match) for match in (*in_words(objective), *aims_in(objective))]
    return frozenset().union(*(known for known in named if "any" not in known))


def found_above(least: float, around: Surroundings) -> Iterator[Metric]:
    """Metrics that the search finds near enough, best first; a trade's own only within it."""
    for name, score in sorted(around.found.items(), key=lambda item: -item[1]):
        metric = shipped_knowledge().metrics.get(name)
        if metric is None or score < least or name in _of_doing():
            continue
        trades = {"any", around.industry}
        if score >= OVERRULES:
            trades |= trades_of(around.objective)
        if trades & set(metric.industries):
            yield metric


@cache
def _of_doing() -> frozenset[str]:
    """Metrics that only count how much was done: they tell nothing of what it was for."""
    return frozenset(load("assistant.coaching", "rewriting/of_doing.yml"))


def is_in_line(match: Match, work: Work) -> bool:
    """Whether the line itself names it, and not only the trade that its objective is of."""
    words = match.family.words
    if match.family.data.aim or match.score >= SURE or words is None:
        return True
    return words.search(work.folded) is not None
