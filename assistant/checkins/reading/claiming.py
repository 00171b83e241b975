"""A number under a name that nobody knows goes to the only key result left that may have it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.checkins.reading.belonging import Belonging
from assistant.checkins.reading.clauses import Clause
from assistant.checkins.reading.lexicon import before
from assistant.checkins.reading.measures import Place
from assistant.checkins.reading.part import Part
from assistant.checkins.reading.resolving import may_tell
from assistant.checkins.reading.topics import may_be_of
from assistant.language.figures.draft import Draft
from assistant.language.reading import QuantityKind

_WORD = re.compile("[a-z][a-z'-]*|[一-鿿]{1,2}")
_MOST_IN_FRONT, _MOST_BEHIND, _MOST_NUMBERS, _SHORT = 7, 2, 2, 4
_NOT_A_STAND = (
    "up_before",
    "down_before",
    "by_before",
    "goal_before",
    "other_before",
    "step_before",
)
_OF_BEFORE = ("previous_before", "last_named_before")
_NO_UNIT = (QuantityKind.BARE, QuantityKind.POINTS)
_SIGNS = ("+", "-")
_OPEN = (None, "progress")
_STOPS = frozenset(".。!?;\n")


class Claimer(Belonging):
    """Finds for the numbers that are of no key result which one is left for them."""

    def claimed(self, parts: Sequence[Part]) -> list[Part]:
        """The parts in order, torn where a key result that none told claims a number."""
        if len(self._of) == 1:
            return list(parts)
        self._told = {place for part in parts for place in part.places if self._counts(part, place)}
        return [piece for part in parts for piece in self._torn(part)]

    def _torn(self, part: Part) -> Iterator[Part]:
        if part.named or part.candidates or len(part.places) > 1:
            yield part
            return
        piece = Part(part.places, [], part.reason, part.candidates, part.named)
        for clause in part.clauses:
            place = self._left_for(clause, piece)
            if place is None and self._goes_back(clause, piece.places, part.places):
                yield piece
                piece = Part(part.places)
            if place is not None:
                self._told.add(place)
                if piece.clauses:
                    yield piece
                piece = Part((place,))
            piece.clauses.append(clause)
        yield piece

    def _goes_back(
        self, clause: Clause, claimed: tuple[Place, ...], own: tuple[Place, ...]
    ) -> bool:
        """Whether a clause behind a claim has a number that only what was told before can have."""
        inside = [d for d in self._drafts if clause.start <= d.start < clause.end]
        if claimed == own or not claimed or not own or not inside:
            return False
        of_claimed = any(may_be_of(d, self._of[claimed[0]]) for d in inside)
        return not of_claimed and any(may_be_of(d, self._of[own[0]]) for d in inside)

    def _counts(self, part: Part, place: Place) -> bool:
        of = self._of[place]
        inside = (d for c in part.clauses for d in self._drafts if c.start <= d.start < c.end)
        return any(may_tell(d, of) for d in inside)

    def _left_for(self, clause: Clause, piece: Part) -> Place | None:
        """The only key result without a number that the first one of a clause may be of."""
        number, current = self._stand(clause), piece.places
        if number is None or any(may_tell(number, self._of[p]) for p in current):
            return None
        last = Part(current, piece.clauses[-1:])
        follows = any(self._counts(last, place) for place in current)
        if current and not self._is_sure(clause, number, follows=follows):
            return None
        left = [p for p, of in self._of.items() if p not in self._told]
        may = [p for p in left if self._of[p].kind is number.kind and may_tell(number, self._of[p])]
        return may[0] if len(may) == 1 else None

    def _stand(self, clause: Clause) -> Draft | None:
        """The number of a clause that says in few words where something stands."""
        inside = [d for d in self._drafts if clause.start <= d.start < clause.end]
        if not 0 < len(inside) <= _MOST_NUMBERS or clause.aside or clause.label not in _OPEN:
            return None
        number = inside[0]
        if number.kind in _NO_UNIT or number.low != number.high:
            return None
        front = self._seen[clause.start : number.start]
        if front[-1:] in _SIGNS or self._seen[number.start] in _SIGNS:
            return None
        behind = self._seen[number.end : clause.end]
        few = len(_WORD.findall(front)) <= _MOST_IN_FRONT
        few = few and len(_WORD.findall(behind)) <= _MOST_BEHIND
        return number if few and not before("values", *_NOT_A_STAND).search(front) else None

    def _is_sure(self, clause: Clause, number: Draft, *, follows: bool) -> bool:
        """Whether a clause behind another key result opens with a short name and its number.

        `follows`: whether a number of the other one stands right in front: reopens 9%, waste 41 kg.
        """
        head = self._seen[clause.start : number.start]
        opens = clause.first or self._seen[: clause.start].rstrip()[-1:] in _STOPS
        opens = opens or (follows and not before("values", *_OF_BEFORE).search(head))
        few = (1 if follows else 0) <= len(_WORD.findall(head)) <= _SHORT
        ends = not _WORD.search(self._seen, number.end, clause.end)
        return opens and few and ends and number.kind is not QuantityKind.DURATION
