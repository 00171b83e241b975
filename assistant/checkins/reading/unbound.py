"""Lines of their own with a topic of their own, behind lines that each open a key result."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from assistant.checkins.reading.clauses import Clause
from assistant.checkins.reading.lexicon import patterns
from assistant.checkins.reading.names import ENOUGH, Names
from assistant.checkins.reading.part import Part
from assistant.checkins.reading.texts import kind_of

_ROW = 2  # so many lines in a row that each open a key result make a list


def find_unbound(
    seen: str, clauses: Iterable[Clause], parts: Sequence[Part], names: Names
) -> frozenset[int]:
    """The starts of the clauses in lines that go on with no key result of the list above them."""
    opens = {part.clauses[0].start for part in parts if part.places and part.clauses}
    found: set[int] = set()
    row: list[Clause] = []
    for _, group in groupby(clauses, key=lambda c: c.line):
        line = list(group)
        if line[0].start in opens:
            row.append(line[0])
        elif len(row) >= _ROW and _is_unbound(seen, line, row[-_ROW:], names):
            found |= {clause.start for clause in line}
        else:
            row = []
    return frozenset(found)


def _is_unbound(seen: str, line: Sequence[Clause], row: Sequence[Clause], names: Names) -> bool:
    named = names.best(seen[line[0].start : line[-1].end])
    if (named is not None and named.weight >= ENOUGH) or any(c.cells for c in line):
        return False
    return _is_for_all(line[0], row) or _has_own_topic(seen, line)


def _is_for_all(first: Clause, row: Sequence[Clause]) -> bool:
    """Whether a plan stands under a list of dots, with none before it and no deeper than they."""
    listed = all(c.bullet for c in row) and not first.bullet
    deeper = first.level > min(c.level for c in row)
    return listed and not deeper and first.own and first.label == "next_action"


def _has_own_topic(seen: str, line: Sequence[Clause]) -> bool:
    """Whether a line only tells that something else is done: 面试官培训做完了."""
    first = line[0]
    if any(c.label or c.bullet or kind_of(seen, c, seen[c.start : c.end]) for c in line):
        return False
    return patterns("elsewhere", "own_deed").match(seen, first.start, first.end) is not None
