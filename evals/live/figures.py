"""Figures of live runs: by check, language and side, with bootstrap intervals over cases.

A case counts once, with the mean of its repeats; intervals are percentiles of resampled cases.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from evals.live.trial import Trial

RESAMPLES = 1_000
TAIL = 0.025
EVERY = "every"  # all languages together


@dataclass(frozen=True)
class Figure:
    """The mean share of a check that holds, with its 95 % interval."""

    suite: str
    check: str
    language: str
    side: str
    value: float
    low: float
    high: float
    cases: int

    def as_json(self) -> dict[str, Any]:
        """As programs get it."""
        return asdict(self)


def figures_of(trials: Iterable[Trial]) -> list[Figure]:
    """The figures of all trials."""
    return [figure for trial in trials for figure in _of(trial)]


def _of(trial: Trial) -> Iterator[Figure]:
    groups: defaultdict[tuple[str, str], defaultdict[str, list[float]]]
    groups = defaultdict(lambda: defaultdict(list))
    for each in trial.scores:
        for language in (each.language, EVERY):
            groups[each.check, language][each.case].append(each.share)
    for (check, language), cases in sorted(groups.items()):
        shares = [sum(repeats) / len(repeats) for repeats in cases.values()]
        mean = sum(shares) / len(shares)
        yield Figure(
            trial.suite, check, language, trial.side, mean, *bootstrap(shares), len(shares)
        )


def bootstrap(shares: Sequence[float]) -> tuple[float, float]:
    """The 95 % interval of a mean, by resampling; the same each time."""
    chance = random.Random(0)
    means = sorted(
        sum(chance.choices(shares, k=len(shares))) / len(shares) for _ in range(RESAMPLES)
    )
    return means[int(TAIL * RESAMPLES)], means[int((1 - TAIL) * RESAMPLES) - 1]
