"""What may not get worse: thresholds by language, and the cases that are known to fail.

`thresholds.yml` holds bars, `baseline/<suite>.tsv` the cases that fail today. A case that fails
and stands in neither the baseline nor `accepted.yml` is lost, and fails the gate.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from evals.figures import Figure
from evals.outcomes import Outcome

FOLDER = Path(__file__).parent
THRESHOLDS = FOLDER / "thresholds.yml"
ACCEPTED = FOLDER / "accepted.yml"
BASELINE = FOLDER / "baseline"
LONGEST_SUBJECT = 100


@dataclass(frozen=True)
class Compared:
    """What a run changed against the baseline."""

    lost: list[Outcome]
    gained: list[str]  # lines of the baseline that pass now or are gone
    below: list[str]

    @property
    def good(self) -> bool:
        """Whether nothing is lost and no bar is missed."""
        return not self.lost and not self.below


def compare(outcomes: Sequence[Outcome], figures: Iterable[Figure]) -> Compared:
    """Hold a run against baseline and thresholds; only the suites that ran are compared."""
    suites = {each.suite for each in outcomes}
    failing = {each.id: each for each in outcomes if not each.passed}
    known = {row.partition("\t")[0]: row for suite in suites for row in _rows(suite)}
    accepted = set(_yaml(ACCEPTED) or {})
    lost = [each for key, each in failing.items() if key not in known and key not in accepted]
    gained = [row for key, row in known.items() if key not in failing]
    return Compared(lost, gained, below(figures, suites))


def below(figures: Iterable[Figure], suites: Iterable[str]) -> list[str]:
    """Each bar that is missed, and each that nothing was measured for."""
    values = {(each.suite, each.check, each.language): each.value for each in figures}
    bars = _yaml(THRESHOLDS)
    told = []
    for suite in sorted(set(suites) & set(bars)):
        for check, by_language in bars[suite].items():
            for language, bar in by_language.items():
                value = values.get((suite, check, language))
                if value is None:
                    told.append(f"{suite} {check} {language}: not measured, bar {bar}")
                elif value < bar:
                    told.append(f"{suite} {check} {language}: {value:.4f} below {bar}")
    return told


def write_baseline(outcomes: Sequence[Outcome]) -> None:
    """Take the cases that fail now as known, for the suites that ran."""
    BASELINE.mkdir(exist_ok=True)
    for suite in sorted({each.suite for each in outcomes}):
        rows = sorted(_row(each) for each in outcomes if each.suite == suite and not each.passed)
        text = "".join(f"{row}\n" for row in dict.fromkeys(rows))
        (BASELINE / f"{suite}.tsv").write_text(text, encoding="utf-8")


def _row(outcome: Outcome) -> str:
    subject = " ".join(outcome.subject.split())[:LONGEST_SUBJECT]
    verdict = f"{outcome.found} for {outcome.gold}"
    return "\t".join((outcome.id, outcome.check, outcome.language, verdict, subject))


def _rows(suite: str) -> list[str]:
    path = BASELINE / f"{suite}.tsv"
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def _yaml(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else {}
