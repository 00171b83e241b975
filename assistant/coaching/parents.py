"""The objectives that others name as their parents, by the id of their set."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.models import Objective, OkrSet
from assistant.patterns import lazy

# What is kept of a run, however many sets it has: the newest, in sets and in characters.
MOST_SETS = 10_000
MOST_CHARS = 20_000_000

_REFERENCE = lazy(r"(?P<id>.{1,200})#(?P<number>[0-9]{1,4})")

Texts = tuple[str, ...]


class Parents:
    """Texts of objectives and their key results, of the sets seen so far."""

    def __init__(self) -> None:
        self._sets: dict[str, tuple[Texts, ...]] = {}
        self._chars = 0

    def add(self, okr_set: OkrSet) -> None:
        """Remember a set that has an id; the oldest are forgotten."""
        if not okr_set.id:
            return
        self._forget(okr_set.id)
        texts = tuple(_texts(objective) for objective in okr_set.objectives)
        self._sets[okr_set.id] = texts
        self._chars += _length(texts)
        while len(self._sets) > MOST_SETS or self._chars > MOST_CHARS:
            self._forget(next(iter(self._sets)))

    def follow(self, okr_set: OkrSet) -> dict[int, Texts]:
        """Remember the next set of a run, and find its parents among it and those before."""
        self.add(okr_set)
        return self.of(okr_set)

    def of(self, okr_set: OkrSet) -> dict[int, Texts]:
        """By objective, the texts of the parent that it names."""
        return {
            number: self._resolve(objective.parent)
            for number, objective in enumerate(okr_set.objectives)
            if objective.parent
        }

    def _forget(self, set_id: str) -> None:
        self._chars -= _length(self._sets.pop(set_id, ()))

    def _resolve(self, parent: str) -> Texts:
        """The objective named and its key results; else the parent's own words."""
        named = _REFERENCE.fullmatch(parent)
        if named is None:
            return (parent,)
        objectives = self._sets.get(named["id"], ())
        number = int(named["number"])
        if 1 <= number <= len(objectives):
            return objectives[number - 1]
        # A reference to what is not here says nothing about the parent's words.
        return (parent,) if " " in named["id"] else ()


def _texts(objective: Objective) -> Texts:
    return (objective.objective, *(one.text for one in objective.key_results))


def _length(objectives: Sequence[Texts]) -> int:
    return sum(len(text) for texts in objectives for text in texts)
