"""The bars of `thresholds.yml`: figures, by language, below which no suite may fall.

A bar is on the figure of a check; `all` is the share of all cases of the suite that are right, and
`cases` their number, so that neither a check nor a part of the data can go unseen.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import yaml

from evals.figures import ALL, Figure

THRESHOLDS = Path(__file__).with_name("thresholds.yml")
CASES = "cases"
Key = tuple[str, str, str]


def below(figures: Iterable[Figure], suites: Iterable[str]) -> list[str]:
    """Each bar of the suites that is missed, and each that nothing was measured for."""
    values = _values(figures)
    bars = yaml.safe_load(THRESHOLDS.read_text(encoding="utf-8"))
    told = []
    for suite in sorted(set(suites) & set(bars)):
        for check, by_language in bars[suite].items():
            for language, bar in by_language.items():
                value = values.get((suite, check, language))
                if value is None:
                    told.append(f"{suite} {check} {language}: not measured, bar {bar}")
                elif value < bar:
                    told.append(f"{suite} {check} {language}: {value:.4g} below {bar}")
    return told


def _values(figures: Iterable[Figure]) -> dict[Key, float]:
    values: dict[Key, float] = {}
    for each in figures:
        values[each.suite, each.check, each.language] = each.value
        if each.check == ALL:
            values[each.suite, CASES, each.language] = each.cases
    return values
