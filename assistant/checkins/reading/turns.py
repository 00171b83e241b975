"""Whose turn it is in a chat: what one person tells stays apart from what others do."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.checkins.reading.clauses import Clause
from assistant.checkins.reading.measures import Place
from assistant.checkins.reading.part import Part


def by_turns(
    parts: Sequence[Part], in_order: Mapping[int, Place], turns: Sequence[int]
) -> list[Part]:
    """The parts, in which no words of one went to a key result that only somebody else told of."""
    if not turns:
        return list(parts)
    told: dict[Place, set[int]] = {}
    for start, place in in_order.items():
        told.setdefault(place, set()).add(bisect(turns, start))
    return [piece for part in parts for piece in _torn(part, in_order, turns, told)]


def _torn(
    part: Part,
    in_order: Mapping[int, Place],
    turns: Sequence[int],
    told: Mapping[Place, set[int]],
) -> list[Part]:
    if len(part.places) != 1:
        return [part]
    pieces: list[Part] = []
    for clause in part.clauses:
        place = _place_of(clause, part.places[0], in_order, turns, told)
        if not pieces or pieces[-1].places != (place,):
            pieces.append(replace(part, places=(place,), clauses=[]))
        pieces[-1].clauses.append(clause)
    return pieces or [part]


def _place_of(
    clause: Clause,
    place: Place,
    in_order: Mapping[int, Place],
    turns: Sequence[int],
    told: Mapping[Place, set[int]],
) -> Place:
    before, turn = in_order.get(clause.start), bisect(turns, clause.start)
    if before is None or before == place or turn not in told[before]:
        return place
    of_others = place in told and turn not in told[place]
    return before if of_others else place
