"""Sentences that are of no key result: the car park, a birthday, a notice to all."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from assistant.checkins.reading.clauses import Clause
from assistant.checkins.reading.lexicon import patterns
from assistant.checkins.reading.names import ENOUGH, Names


def find_elsewhere(seen: str, clauses: Sequence[Clause], names: Names) -> frozenset[int]:
    """The starts of clauses in a sentence about something else that names no key result."""
    found: set[int] = set()
    for _, group in groupby(clauses, key=lambda c: (c.line, c.sentence, c.aside)):
        sentence = list(group)
        if _is_elsewhere(seen, sentence, names):
            found |= {clause.start for clause in sentence}
            if sentence[0].aside and _is_unrelated(seen, sentence):
                found |= _around(clauses, sentence[0])
    return frozenset(found)


def _is_unrelated(seen: str, sentence: Sequence[Clause]) -> bool:
    start, end = sentence[0].start, sentence[-1].end
    return patterns("elsewhere", "unrelated").search(seen, start, end) is not None


def _around(clauses: Sequence[Clause], aside: Clause) -> set[int]:
    """The sentence behind which brackets say that it is of no key result."""
    same = (aside.line, aside.sentence)
    return {c.start for c in clauses if (c.line, c.sentence) == same}


def _is_elsewhere(seen: str, sentence: Sequence[Clause], names: Names) -> bool:
    if any(c.own or c.cells or c.label for c in sentence):
        return False
    start, end = sentence[0].start, sentence[-1].end
    if patterns("elsewhere", "matters").search(seen, start, end) is None:
        return False
    named = names.best(seen[start:end])
    return named is None or named.weight < ENOUGH
