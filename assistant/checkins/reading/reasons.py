"""Why a key result is in trouble, where nobody calls it a blocker: what is told besides."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.checkins.reading.clauses import Clause
from assistant.checkins.reading.figure import Figure
from assistant.checkins.reading.lexicon import patterns
from assistant.checkins.reading.measures import Measured
from assistant.checkins.reading.numbers import fits
from assistant.checkins.reading.texts import Run
from assistant.checkins.reading.unnamed import without_name
from assistant.language.reading import QuantityKind
from assistant.models import Direction

_FEWEST_LETTERS, _FEWEST_WORDS = 4, 4
_WORD, _SIGN = re.compile("[a-z']+"), re.compile("[一-鿿]")
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
    *,
    in_trouble: bool,
) -> list[Run]:
    """The first thing that is told besides, with what goes on with it in its sentence.

    `plain` are the indexes of clauses that say nothing else, `used` those that were read already.
    Of a key result that is not in trouble it has to be a sentence, and none about what was done.
    """
    for i in sorted(plain - used):
        clause = clauses[i]
        about = [f for f in figures if f.clause is clause]
        if not clause.aside and _may_be(seen, clause, about, figures, measured, in_trouble):
            same = [j for j in sorted(plain) if j >= i and _follows(clauses, plain, i, j)]
            return [Run("blocker", [clauses[j] for j in same])]
    return []


def _may_be(
    seen: str,
    clause: Clause,
    about: Sequence[Figure],
    figures: Sequence[Figure],
    measured: Measured,
    in_trouble: bool,
) -> bool:
    said = without_name(seen, clause.start, clause.end, measured)
    if sum(char.isalpha() for char in said) < _FEWEST_LETTERS:
        return False
    own = [f for f in about if f.kind is not QuantityKind.DURATION or f.unit == measured.unit]
    if any((fits(f, measured) or 0.0) > _LOOSELY for f in own):
        return False
    if said != seen[clause.start : clause.end] and _leads_to(clause, figures):
        return False
    if not in_trouble and not _is_sentence(seen, clause):
        return False
    if patterns("values", "in_and_out").search(seen, clause.start, clause.end):
        return False
    return patterns("cues", "no_reason", "no_blocker", "no_ask").search(said) is None


def _leads_to(clause: Clause, figures: Sequence[Figure]) -> bool:
    """Whether its sentence goes on to the value: Overtime is creeping back, 21 hours."""
    behind = (f for f in figures if f.start >= clause.end)
    return any(f.clause.sentence == clause.sentence for f in behind)


def _is_sentence(seen: str, clause: Clause) -> bool:
    """Whether a clause without a number tells of something that happens by itself."""
    said = seen[clause.start : clause.end]
    if clause.label is not None or any(char.isdigit() for char in said):
        return False
    if patterns("cues", "activity", "no_figure").search(said):
        return False
    return len(_WORD.findall(said)) + len(_SIGN.findall(said)) / 2 >= _FEWEST_WORDS


def _follows(clauses: Sequence[Clause], plain: set[int], first: int, index: int) -> bool:
    between = range(first, index + 1)
    sentence = clauses[first].sentence
    return all(j in plain and clauses[j].sentence == sentence for j in between)
