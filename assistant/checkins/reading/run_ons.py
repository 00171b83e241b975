"""Several key results told without a pause between: conversion is 7% and churn 3%, as dictated."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.checkins.reading.clauses import Clause
from assistant.checkins.reading.lexicon import before, patterns
from assistant.checkins.reading.names import ENOUGH, Names

_LEAD = 0.5
_MOST_WORDS = 3
_PIECE = re.compile(r"[a-z][a-z0-9'-]*|(?<![^ ])[一-鿿]{2,}")
_SIGNS = 8


def cut_at_names(seen: str, clauses: Sequence[Clause], names: Names) -> list[Clause]:
    """The clauses, cut where behind a number the name of another key result begins."""
    found: list[Clause] = []
    for clause in clauses:
        cut = clause.label is None and not clause.cells
        starts = [clause.start, *(_starts(seen, clause, names) if cut else ()), clause.end]
        for i, start in enumerate(starts[:-1]):
            first = i == 0
            found.append(
                clause._replace(
                    start=start,
                    end=start + len(seen[start : starts[i + 1]].rstrip(" -")),
                    first=clause.first and first,
                    opens=not first,
                    bullet=clause.bullet and first,
                )
            )
    return found


def _starts(seen: str, clause: Clause, names: Names) -> Iterator[int]:
    """Where another key result is named, and a number was told of the one in front."""
    if not patterns("names", "told_number").search(seen, clause.start, clause.end):
        return
    pieces = [m.span() for m in _PIECE.finditer(seen, clause.start, clause.end)]
    current, since = None, clause.start
    for i, (at, _) in enumerate(pieces):
        place = _named(seen, pieces[i : i + _MOST_WORDS], names)
        unit = seen[:at].rstrip(" ")[-1:].isdigit()
        if place is None or place == current or unit:
            continue
        told = patterns("names", "told_number").search(seen, since, at)
        if current is None:
            current = place
        elif told and not before("names", "goes_on_before").search(seen, clause.start, at):
            start = _with_lead(seen, since, _with_number(seen, since, at))
            yield start
            current, since = place, start


def _named(seen: str, pieces: Sequence[tuple[int, int]], names: Names) -> tuple[int, int] | None:
    """The key result that is clearly named by the words of a place from the first of them on."""
    at, first_end = pieces[0]
    if not max(names.weights(seen[at:first_end][:_SIGNS])) > 0:
        return None
    for _, end in pieces:
        said = seen[at : min(end, at + _SIGNS)] if seen[at] > "z" else seen[at:end]
        named = names.best(said)
        if named and named.weight >= ENOUGH and named.lead >= _LEAD:
            return named.place
    return None


def _with_number(seen: str, since: int, at: int) -> int:
    """With a number of its own in front of it, where the other one has one, too: and 88 tickets."""
    told = list(patterns("names", "number_in_front").finditer(seen, since, at))
    own = told[-1] if told and told[-1].end() == at else None
    other = own and patterns("names", "told_number").search(seen, since, own.start())
    return own.start("number") if own and other else at


def _with_lead(seen: str, since: int, at: int) -> int:
    """With what leads up to a name: and the rating, then our churn."""
    lead = before("names", "leads_up").search(seen, since, at)
    return lead.start() + len(lead[0]) - len(lead[0].lstrip()) if lead else at
