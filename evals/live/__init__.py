"""Suites with a real model: `python -m evals live [SUITE ...]`.

Rules alone, the model alone, and both side by side, on the same cases; with repeats, intervals,
cost, latency, and a judge whose own agreement with labelled pairs is measured. What a side could
not answer, or the judge not judge, is unscored: counted, and in no figure.
"""

from evals.live.command import add_arguments, run

__all__ = ["add_arguments", "run"]
