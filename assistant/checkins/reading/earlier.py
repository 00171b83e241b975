"""What a message puts right of an earlier week, and not of this: 上周写错了，应该是 36 件."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from assistant.checkins.reading.clauses import Clause
from assistant.checkins.reading.lexicon import patterns

_NUMBER = re.compile("[0-9]")


class Stretch(NamedTuple):
    """A part of a message, from its first sign to behind its last."""

    start: int
    end: int

    def has(self, at: int) -> bool:
        """Whether a place is inside."""
        return self.start <= at < self.end


def find_earlier(seen: str, clauses: Sequence[Clause]) -> list[Stretch]:
    """The stretches that put a number of an earlier week right."""
    found: list[Stretch] = []
    told = False  # whether the sentence before told of an error in that week
    for sentence in _sentences(clauses):
        stretch = _of_sentence(seen, sentence) or (told and _going_on(seen, sentence)) or None
        told = stretch is not None
        if stretch and _NUMBER.search(seen, stretch.start, stretch.end):
            found.append(stretch)
    return found


def without(clauses: Sequence[Clause], earlier: Sequence[Stretch]) -> list[Clause]:
    """The clauses, or what is left of them, that are of this week."""
    left = []
    for clause in clauses:
        inside = next((s for s in earlier if s.start < clause.end and clause.start < s.end), None)
        if inside is None:
            left.append(clause)
        elif inside.end < clause.end:
            left.append(clause._replace(start=inside.end))
    return left


def _sentences(clauses: Sequence[Clause]) -> Iterator[list[Clause]]:
    """The clauses of each sentence; what stands in brackets is one for itself."""
    kept = [c for c in clauses if not c.cells]
    for _, group in groupby(kept, key=lambda c: (c.line, c.sentence, c.aside)):
        yield list(group)


def _of_sentence(seen: str, sentence: Sequence[Clause]) -> Stretch | None:
    start, end = sentence[0].start, sentence[-1].end
    when = patterns("earlier", "when").search(seen, start, end)
    if when is None:
        return None
    turn = patterns("earlier", "turns").search(seen, when.end(), end)
    stop = turn.start() if turn else end
    if patterns("earlier", "error").search(seen, start, stop) is None:
        return None
    return Stretch(_first(seen, sentence, when.start()), stop)


def _first(seen: str, sentence: Sequence[Clause], at: int) -> int:
    """Where it starts: with what is put right in front of the clause that names the week."""
    index = max(i for i, c in enumerate(sentence) if c.start <= at)
    while index and _is_put_right(seen, sentence[index - 1]):
        index -= 1
    return sentence[index].start


def _is_put_right(seen: str, clause: Clause) -> bool:
    where = seen, clause.start, clause.end
    said = patterns("earlier", "put_right").search(*where)
    return said is not None or patterns("earlier", "error").search(*where) is not None


def _going_on(seen: str, sentence: Sequence[Clause]) -> Stretch | None:
    start, end = sentence[0].start, sentence[-1].end
    turn = patterns("earlier", "turns").search(seen, start, end)
    said = patterns("earlier", "goes_on").search(seen[start:end])
    return Stretch(start, end) if said and not turn else None
