"""A promise of before of which the message tells whether it was kept, and nothing that is due."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from assistant.checkins.reading.clauses import Clause
from assistant.checkins.reading.lexicon import patterns


class Promised(NamedTuple):
    """Where the words of a promise stand, and whether it was kept."""

    start: int
    end: int
    done: bool


def find_promised(seen: str) -> tuple[str, tuple[Promised, ...]]:
    """The message without the day of such promises and how they ended, and the promises."""
    found = []
    for match in patterns("chat", "promised").finditer(seen):
        way = "en" if match["en"] else "zh"
        start, end = match.span(f"{way}_tail")
        found.append(Promised(match.start(way), start, not match[f"{way}_not"]))
        seen = seen[:start] + "; ".ljust(end - start) + seen[end:]
    return seen, tuple(found)


def marked(clauses: Iterable[Clause], promises: Iterable[Promised]) -> list[Clause]:
    """The clauses, those of a promise with whether it was kept."""
    return [_with(clause, promises) for clause in clauses]


def _with(clause: Clause, promises: Iterable[Promised]) -> Clause:
    for promise in promises:
        if promise.start <= clause.start < promise.end:
            return clause._replace(kept=promise.done, own=True)
    return clause
