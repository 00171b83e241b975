"""From outcomes to figures: by suite, check and language, with intervals.

Precision, recall and F1 are scikit-learn's; the interval of a share is Wilson's (E. B. Wilson,
"Probable inference, the law of succession, and statistical inference", 1927) at 95 %.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from math import sqrt
from statistics import fmean, pstdev
from typing import Any

from sklearn.metrics import precision_recall_fscore_support

from evals.outcomes import FIRES, SILENT, Outcome

Z = 1.96  # of the normal distribution, for 95 %
ALL = "all"  # the figure of all checks of a suite together
SMALLEST_CLASS = 10  # classes with fewer cases enter no mean
_OF_RULES = {FIRES, SILENT}
# What there is nothing to say against, by check (of rules: SILENT); all else is weak.
STRONG = {
    "measurable": "y",
    "kind": "outcome",
    "baseline": "both",
    "compound": "n",
    "has_metric": "n",
    "is_task": "n",
    "fault": "none",
}


@dataclass(frozen=True)
class ClassFigure:
    """One class of a fact or rule; `low` and `high` are of the recall."""

    name: str
    precision: float
    recall: float
    f1: float
    support: int
    low: float
    high: float


@dataclass(frozen=True)
class Figure:
    """One check in one language.

    Attributes:
        value: The macro-F1 over the classes with enough cases, or the share of cases that are
            right where there are none: a property that holds or not, a text as it should be; or
            the mean of degrees.
        low: Lower end of the 95 % interval of the share of cases that are right, or of the mean.
        high: Its upper end.
        missed: Cases that are not right.
        missed_weak: Those of them that are weak and were taken for strong; none for a property.
        false_alarms: Those that are strong and were taken for weak.
    """

    suite: str
    check: str
    language: str
    measure: str
    value: float
    low: float
    high: float
    cases: int
    missed: int
    missed_weak: int | None
    false_alarms: int | None
    classes: tuple[ClassFigure, ...]

    def as_json(self) -> dict[str, Any]:
        """As programs get it."""
        return asdict(self)


def figures_of(outcomes: Iterable[Outcome]) -> list[Figure]:
    """A figure for each check in each language, and for all checks, in a stable order."""
    groups: defaultdict[tuple[str, str, str], list[Outcome]] = defaultdict(list)
    for each in outcomes:
        groups[each.suite, each.check, each.language].append(each)
        if each.degree is None:
            groups[each.suite, ALL, each.language].append(each)
    return [_figure(key, group) for key, group in sorted(groups.items())]


def _figure(key: tuple[str, str, str], group: Sequence[Outcome]) -> Figure:
    degrees = [each.degree for each in group if each.degree is not None]
    if degrees:
        return _mean(key, degrees)
    right = sum(each.passed for each in group)
    share = right / len(group)
    told = [each for each in group if each.check in STRONG or each.gold in _OF_RULES]
    classes = () if key[1] == ALL or not told else _classes(group)
    counted = [each.f1 for each in classes if each.support >= SMALLEST_CLASS]
    value = sum(counted) / len(counted) if counted else share
    measure = "macro_f1" if counted else "share"
    low, high = wilson(right, len(group))
    wrong, (weak, alarms) = len(group) - right, _apart(told)
    return Figure(*key, measure, value, low, high, len(group), wrong, weak, alarms, classes)


def _mean(key: tuple[str, str, str], degrees: Sequence[float]) -> Figure:
    """The mean of degrees, with the interval of a mean of many."""
    value = fmean(degrees)
    half = Z * pstdev(degrees) / sqrt(len(degrees))
    low, high = max(0.0, value - half), min(1.0, value + half)
    return Figure(*key, "mean", value, low, high, len(degrees), 0, None, None, ())


def _apart(group: Sequence[Outcome]) -> tuple[int | None, int | None]:
    """The weak taken for strong, and the strong taken for weak; none where all are properties."""
    if not group:
        return None, None
    pairs = Counter((_strong(each, each.gold), _strong(each, each.found)) for each in group)
    return pairs[False, True], pairs[True, False]


def _strong(outcome: Outcome, label: str) -> bool:
    return label == STRONG.get(outcome.check, SILENT)


def _classes(group: Sequence[Outcome]) -> tuple[ClassFigure, ...]:
    names = sorted({each.gold for each in group})
    gold, found = [each.gold for each in group], [each.found for each in group]
    parts = precision_recall_fscore_support(gold, found, labels=names, zero_division=0)
    rows = zip(names, *(list(map(float, part)) for part in parts), strict=True)
    return tuple(
        ClassFigure(name, p, r, f, int(n), *wilson(round(r * n), int(n)))
        for name, p, r, f, n in rows
    )


def wilson(right: int, cases: int) -> tuple[float, float]:
    """The 95 % interval of a share."""
    share, square = right / cases, Z * Z
    middle = (share + square / (2 * cases)) / (1 + square / cases)
    spread = sqrt(share * (1 - share) / cases + square / (4 * cases * cases))
    half = Z * spread / (1 + square / cases)
    return max(0.0, middle - half), min(1.0, middle + half)
