"""How far two readers of the labelling guide agree: `python -m evals agreement`.

`datasets/second/` has the labels of a second reader, who saw the texts alone, without the labels,
their rationale and the product; the first reader's stand in `teams/` and `probes-*.txt`.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sklearn.metrics import cohen_kappa_score

from evals.lines import DATASETS, FACTS, Line, probe_lines, read_text, team_lines


@dataclass(frozen=True)
class Agreement:
    """The lines that both labelled, the share of the same label, and Cohen's kappa."""

    fact: str
    lines: int
    same: float
    kappa: float

    @property
    def row(self) -> str:
        """As it is printed."""
        return f"{self.fact:<12} {self.lines:>5} {self.same:>6.3f} {self.kappa:>6.3f}"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `evals agreement`."""
    parser.add_argument("--misses", action="store_true", help="list what is labelled otherwise")


def run(arguments: argparse.Namespace) -> None:
    """Print both, by fact."""
    pairs = list(both())
    print(f"{'fact':<12} {'lines':>5} {'same':>6} {'kappa':>6}")
    print("\n".join(each.row for each in agreed(pairs)))
    if arguments.misses:
        print("\n".join(_otherwise(pairs)))


def both() -> Iterator[tuple[Line, Line]]:
    """Each line as the first reader labelled it, and as the second did."""
    first = {(e.language, e.of_objective, e.text): e for e in (*team_lines(), *probe_lines())}
    for path in sorted(DATASETS.glob("second/*.txt")):
        for second in read_text(path):
            yield first[second.language, second.of_objective, second.text], second


def agreed(pairs: Iterable[tuple[Line, Line]]) -> list[Agreement]:
    """The agreement on each fact."""
    labels: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for one, other in pairs:
        for fact, label in one.labels.items():
            labels[fact].append((label, other.labels[fact]))
    return [_agreement(fact, labels[fact]) for fact in FACTS]


def _agreement(fact: str, labels: list[tuple[str, str]]) -> Agreement:
    same = sum(one == other for one, other in labels) / len(labels)
    kappa = float(cohen_kappa_score(*zip(*labels, strict=True)))
    return Agreement(fact, len(labels), same, kappa)


def _otherwise(pairs: Iterable[tuple[Line, Line]]) -> Iterator[str]:
    for one, other in pairs:
        for fact, label in one.labels.items():
            if label != other.labels[fact]:
                yield f"{fact}: {label}, second {other.labels[fact]} | {one.text}"
