"""Key results pointed at by their order in what was told: the first one, both, 前两项."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.checkins.reading.belonging import Belonging
from assistant.checkins.reading.clauses import Clause
from assistant.checkins.reading.lexicon import patterns, section
from assistant.checkins.reading.measures import Place
from assistant.checkins.reading.part import Part

_ONE = ("one", "one_headed", "one_behind", "one_named", "one_han")
_SEVERAL = ("several", "several_headed", "several_han")
_FEW = ("few", "few_behind", "few_han")
_REACH = 160
Places = tuple[Place, ...]


class Pointer(Belonging):
    """Finds for the clauses of a message whether they point at what was told before."""

    def pointed(self, parts: Sequence[Part]) -> list[Part]:
        """The parts in order, torn where a clause points; what follows on its line goes with it."""
        told: list[Place] = []
        return [piece for part in parts for piece in self._torn(part, told)]

    def _torn(self, part: Part, told: list[Place]) -> Iterator[Part]:
        piece = replace(part, clauses=[])
        for clause in part.clauses:
            goes = self._pointed_at(clause, [*told, *(p for p in part.places if p not in told)])
            back = clause.first and piece.places != part.places
            if goes or back:
                yield piece
                named = bool(goes) or part.named
                piece = replace(part, places=goes or part.places, clauses=[], named=named)
            piece.clauses.append(clause)
        yield piece
        told += [place for place in part.places if place not in told]

    def _pointed_at(self, clause: Clause, told: Sequence[Place]) -> Places:
        if any(clause.start <= ref.start < clause.end for ref in self._refs) or clause.cells:
            return ()
        return self._some(clause, told) or self._one(clause, told)

    def _one(self, clause: Clause, told: Sequence[Place]) -> Places:
        found = self._found(clause, _ONE)
        if found is None or self._is_listed(clause):
            return ()
        which = section("pointing")["ordinals"][_said(found)]
        return (told[which - (which > 0)],) if abs(which) <= len(told) > 1 else ()

    def _some(self, clause: Clause, told: Sequence[Place]) -> Places:
        found = self._found(clause, (*_SEVERAL, *_FEW))
        if found is None:
            return ()
        said = found.groupdict()
        lists = section("pointing")
        count = lists["counts"].get(said.get("few") or said.get("count"), 0)
        if not 1 < count <= len(told):
            return ()
        from_end = "few" in said or said["side"] in lists["ends"]
        return tuple(told[-count:] if from_end else told[:count])

    def _found(self, clause: Clause, keys: Sequence[str]) -> re.Match[str] | None:
        said = self._seen[clause.start : clause.end]
        return next((m for key in keys if (m := patterns("pointing", key).search(said))), None)

    def _is_listed(self, clause: Clause) -> bool:
        near = max(0, clause.start - _REACH), clause.start
        return patterns("pointing", "listing").search(self._seen, *near) is not None


def _said(found: re.Match[str]) -> str:
    return next(word for word in found.groups() if word)
