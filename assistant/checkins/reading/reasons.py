"""Why a key result is in trouble, where nobody calls it a blocker: what is told besides."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.checkins.reading.clauses import Clause
from assistant.checkins.reading.figures import Figure
from assistant.checkins.reading.lexicon import patterns
from assistant.checkins.reading.measures import Measured
from assistant.checkins.reading.names import without_name
from assistant.checkins.reading.numbers import fits
from assistant.checkins.reading.texts import Run
from assistant.language.reading import QuantityKind
from assistant.models import Direction

_FEWEST_LETTERS = 4
_LOOSELY = 1.0


def went_back(delta: float | None, measured: Measured) -> bool:
    """Whether a change goes away from the target."""
    if not delta or measured.direction is None:
        return False
    return (delta < 0) is (measured.direction is Direction.INCREASE)


def find_reason(
    seen: str,
    clauses: Sequence[Clause],
    plain: set[int],
    used: set[int],
    figures: Sequence[Figure],
    measured: Measured,
) -> list[Run]:
    """The first thing that is told besides, with what goes on with it in its sentence.

    `plain` are the indexes of clauses that say nothing else, `used` those that were read already.
    """
    for i in sorted(plain - used):
        clause = clauses[i]
        about = [f for f in figures if f.clause is clause]
        if not clause.aside and _may_be(seen, clause, about, measured):
            same = [j for j in sorted(plain) if j >= i and _follows(clauses, plain, i, j)]
            return [Run("blocker", [clauses[j] for j in same])]
    return []


def _may_be(seen: str, clause: Clause, about: Sequence[Figure], measured: Measured) -> bool:
    said = without_name(seen, clause.start, clause.end, measured)
    if sum(char.isalpha() for char in said) < _FEWEST_LETTERS:
        return False
    own = [f for f in about if f.kind is not QuantityKind.DURATION or f.unit == measured.unit]
    if any((fits(f, measured) or 0.0) > _LOOSELY for f in own):
        return False
    return patterns("cues", "no_reason").search(said) is None


def _follows(clauses: Sequence[Clause], plain: set[int], first: int, index: int) -> bool:
    between = range(first, index + 1)
    sentence = clauses[first].sentence
    return all(j in plain and clauses[j].sentence == sentence for j in between)
