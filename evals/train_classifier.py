"""Train the classifier's weights: `python -m evals.train_classifier --data PATH`.

Reads the labelled sets at PATH and our own lines, takes the features that the product takes, and
writes `assistant/language/facts/classifier.bin`. The same input gives the same bytes.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np

import assistant.language.facts
from assistant.language.facts.classifier import (
    KEY_RESULT,
    OBJECTIVE,
    OUTPUTS,
    Model,
    likeliest,
    pack,
)
from assistant.language.facts.features import features
from assistant.language.facts.settled import settle, settle_objective
from assistant.language.facts.verdicts import consistent, key_result_rules, objective_rules, observe
from assistant.language.words.observation import Observation
from evals.linear import Blocks, Floats, Ridge, coefficients
from evals.lines import Line, own_lines, read_sets

WEIGHTS = Path(assistant.language.facts.__file__).parent / "classifier.bin"
SHARES = (1.5, 1.0, 1.0)  # of words, classes, structure; chosen by grouped cross-validation
PENALTY = 0.5
REAL_LINE = 2.0  # a line from a real draft counts as so many that we wrote


class Task:
    """The facts of one sort of line, with all that is needed to fit them."""

    def __init__(self, facts: tuple[str, ...], lines: Sequence[Line]) -> None:
        """Observe the lines once."""
        self.facts, self.lines = facts, list(lines)
        self.seen = [observe(line.text) for line in self.lines]
        blocks = [_blocks(*pair) for pair in zip(self.seen, self.lines, strict=True)]
        rows = coefficients(blocks, SHARES)
        self.ridge = Ridge(rows, self._targets(), self._weights(), PENALTY)

    def _targets(self) -> Floats:
        values = [(fact, value) for fact in self.facts for value in OUTPUTS[fact]]
        table = [[1.0 if line.labels[f] == v else -1.0 for f, v in values] for line in self.lines]
        return np.array(table)

    def _weights(self) -> Floats:
        return np.array([1.0 if line.ours else REAL_LINE for line in self.lines])

    def held_out(self) -> list[dict[str, str]]:
        """What a model trained without a line's group says of it."""
        scores = self.ridge.held_out([line.group for line in self.lines])
        rows = zip(scores, self.seen, self.lines, strict=True)
        return [self._settled(*row) for row in rows]

    def _settled(self, scores: Floats, seen: Observation, line: Line) -> dict[str, str]:
        verdicts = likeliest(self.facts, scores.tolist(), _rules(seen, line))
        if line.of_objective:
            return settle_objective(seen, verdicts)
        return consistent(settle(seen, verdicts), line.key_result)

    def model(self) -> Model:
        """The fit as it ships."""
        return self.ridge.packed(self.facts, SHARES)


def _blocks(seen: Observation, line: Line) -> Blocks:
    return [sorted(block) for block in features(seen, _rules(seen, line))]


def _rules(seen: Observation, line: Line) -> dict[str, str]:
    return objective_rules(seen) if line.of_objective else key_result_rules(seen)


def tasks(lines: Sequence[Line]) -> tuple[Task, Task]:
    """The two fits: key results and objectives."""
    of_objectives = [line for line in lines if line.of_objective]
    of_key_results = [line for line in lines if not line.of_objective]
    return Task(KEY_RESULT, of_key_results), Task(OBJECTIVE, of_objectives)


def main() -> None:
    """Fit on everything and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="labelled sets, as JSONL")
    lines = read_sets(parser.parse_args().data) + own_lines()
    WEIGHTS.write_bytes(pack([task.model() for task in tasks(lines)]))
    print(f"{len(lines)} lines, {WEIGHTS.stat().st_size:,} bytes: {WEIGHTS.name}")


if __name__ == "__main__":
    main()
