"""From the number of a key result to its place in the set."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.checkins.reading.measures import Measured, Place
from assistant.checkins.reading.names import ENOUGH, Names
from assistant.checkins.reading.references import Reference
from assistant.language.figures.draft import Draft
from assistant.language.reading import QuantityKind
from assistant.models.reading import Reason

if TYPE_CHECKING:
    from assistant.checkins.reading.part import Part

_REACH = 160


class Resolver:
    """Reads the numbers of one message; an objective that was named holds for what follows."""

    def __init__(
        self,
        measured: Sequence[Measured],
        names: Names,
        seen: str,
        refs: Sequence[Reference],
        drafts: Sequence[Draft],
    ) -> None:
        self._measured = measured
        self._names = names
        self._seen = seen
        self._drafts = drafts
        self._counts = Counter(m.place[0] for m in measured)
        self._objective: int | None = None
        self._next = {ref.start: refs[i + 1].start for i, ref in enumerate(refs[:-1])}
        self._known: dict[int, Place] = {}
        self._numbers = [ref.key_result for ref in refs if ref.key_result and not ref.objective]
        named = {ref.objective for ref in refs if ref.objective}
        self._only_later = bool(named) and 1 not in named and len(self._counts) > 1
        self._through = self._numbers_run_through(refs)

    def _numbers_run_through(self, refs: Sequence[Reference]) -> bool:
        """Whether KR4 is the first of the second objective: the set is numbered from end to end."""
        numbers = [ref.key_result or 0 for ref in refs if ref.objective is None]
        most = max(self._counts.values(), default=0)
        return bool(numbers) and most < max(numbers) <= len(self._measured)

    def resolve(self, group: Sequence[Reference], end: int | None) -> Part:
        """The part that a group of numbers opens; `end` is where the next one starts."""
        from assistant.checkins.reading.part import Part

        places: list[Place] = []
        reason: Reason | None = None
        candidates: tuple[Place, ...] = ()
        for ref in group:
            found, reason, candidates = self._one(ref, end)
            places += [place for place in found if place not in places]
        if places:
            return Part(tuple(places), named=True)
        return Part((), reason=reason, candidates=candidates, named=True)

    def _one(
        self, ref: Reference, end: int | None
    ) -> tuple[tuple[Place, ...], Reason | None, tuple[Place, ...]]:
        if ref.objective is not None:
            self._objective = ref.objective - 1
        if ref.key_result is None:
            return (), None, ()
        known = self._candidates(ref)
        if len(known) > 1:
            before = self._known.get(ref.key_result)
            found = self._by_words(ref, end, known) or self._by_others(known)
            known = found or ((before,) if before in known and before else known)
        if len(known) == 1:
            self._known[ref.key_result] = known[0]
        if len(known) == 1:
            return known, None, ()
        return (), Reason.AMBIGUOUS if known else Reason.NO_SUCH, known

    def _candidates(self, ref: Reference) -> tuple[Place, ...]:
        places = [m.place for m in self._measured]
        number = (ref.key_result or 0) - 1
        if ref.objective is None and self._through:
            return tuple(places[number : number + 1]) if number >= 0 else ()
        objective = ref.objective - 1 if ref.objective is not None else self._objective
        objective = 0 if objective is None and self._only_later else objective
        if objective is not None and (objective, number) in places:
            return ((objective, number),)
        if ref.objective is not None:
            return ()
        return tuple(place for place in places if place[1] == number)

    def _by_others(self, known: tuple[Place, ...]) -> tuple[Place, ...]:
        """KR1 beside a KR3 that only one objective has, each number once: all are of that one."""
        alone = {o for o in self._counts if all(n <= self._counts[o] for n in self._numbers)}
        once = len(set(self._numbers)) == len(self._numbers) > 1
        same = tuple(place for place in known if place[0] in alone)
        return same if once and len(alone) == 1 else ()

    def _by_words(
        self, ref: Reference, end: int | None, known: tuple[Place, ...]
    ) -> tuple[Place, ...]:
        """The one candidate that the words behind the number name."""
        stop = end or self._next.get(ref.start) or self._line_end(ref.end)
        weights = self._names.weights(self._seen[ref.end : stop])
        of = {m.place: weight for m, weight in zip(self._measured, weights, strict=True)}
        ranked = sorted(known, key=lambda place: of[place], reverse=True)
        clear = of[ranked[0]] >= ENOUGH and of[ranked[0]] > of[ranked[1]]
        return (ranked[0],) if clear else self._by_unit(ref.end, stop, known)

    def _line_end(self, at: int) -> int:
        line = self._seen.find("\n", at, at + _REACH)
        return at + _REACH if line < 0 else line

    def _by_unit(self, start: int, end: int, known: tuple[Place, ...]) -> tuple[Place, ...]:
        """The one candidate whose metric may be told by the first number: its unit, its way."""
        line = self._seen.find("\n", start, end)
        first = next(
            (d for d in self._drafts if start <= d.start < (end if line < 0 else line)), None
        )
        if first is None or first.kind in (QuantityKind.BARE, QuantityKind.POINTS):
            return ()
        alike = [m for m in self._measured if m.place in known and _is_of(first, m)]
        if len(alike) > 1:
            alike = [m for m in alike if _is_about(first.high, m)]
        return (alike[0].place,) if len(alike) == 1 else ()


def _is_about(value: float, measured: Measured) -> bool:
    """Whether a value lies on the way of a metric, or not far off it."""
    if measured.baseline is None or measured.target is None:
        return True
    low, high = sorted((measured.baseline, measured.target))
    room = (high - low) / 2
    return low - room <= value <= high + room


def may_tell(draft: Draft, measured: Measured) -> bool:
    """Whether a number may be where a metric stands: its unit, and how large it is."""
    loose = QuantityKind.BARE in (draft.kind, measured.kind) or measured.kind is None
    return (loose or _is_of(draft, measured)) and _is_about(draft.high, measured)


def _is_of(draft: Draft, measured: Measured) -> bool:
    same = draft.kind is measured.kind
    if draft.kind is QuantityKind.COUNT and measured.unit and draft.unit:
        return same and (draft.unit == measured.unit or draft.unit[:4] in measured.folded)
    return same
