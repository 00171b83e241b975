"""How well ids of passages fit the grades of questions, by the measures of ir-measures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import ir_measures
from ir_measures import RR, R, Success, nDCG

from evals.retrieval.questions import Question

ANSWERS = 2  # the grade of a passage that answers
MEASURES: dict[str, Any] = {
    "success@5": Success(rel=ANSWERS) @ 5,
    "nDCG@5": nDCG @ 5,
    "MRR": RR(rel=ANSWERS) @ 10,
    "recall@10": R(rel=ANSWERS) @ 10,
}
DEGREES = ("nDCG@5", "MRR", "recall@10")  # the others are yes or no for one question
Runs = Mapping[str, Sequence[str]]
"""What was found for each question: ids of passages, best first, by the question's id."""
System = Callable[[Question], list[str]]
"""Gives ids of passages for a question, best first."""


def degrees(asked: Question, found: Sequence[str]) -> dict[str, float]:
    """What one question adds to the mean of each measure that has degrees."""
    own = measured([asked], {asked.id: found})
    return {name: own[name] for name in DEGREES}


def measured(questions: Sequence[Question], runs: Runs) -> dict[str, float]:
    """The mean of each measure over the questions."""
    wanted = {asked.id: dict(asked.grades) for asked in questions}
    found = {
        asked.id: {each: 1.0 / place for place, each in enumerate(runs[asked.id], 1)}
        for asked in questions
    }
    totals = dict.fromkeys(MEASURES, 0.0)
    names = {measure: name for name, measure in MEASURES.items()}
    for one in ir_measures.iter_calc(list(names), wanted, found):
        totals[names[one.measure]] += one.value / len(questions)
    return totals


def unique(ids: Iterable[str]) -> list[str]:
    """The ids in their order, each once."""
    return list(dict.fromkeys(ids))
