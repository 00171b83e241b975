"""Checks of what the author declared besides the text: owner, parent, kind, source, dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar, Literal, TypeVar

from assistant.language.figures.dates import find_dates
from assistant.language.figures.placeholders import is_open
from assistant.language.script import fold
from assistant.models import Cycle
from assistant.patterns import lazy
from assistant.rules.kinds.base import Context, Hit, SetCheck, at
from assistant.rules.reading_set import KeyResultLine, ObjectiveLine, ReadSet

_LONGEST_NAME = 60
# What joins two names in an owner field; "和" and "and" only between names, not within one.
_SEVERAL = lazy(r"[、,，;；/&＆+]|\s(?:and|und|et)\s|[^\W\da-z](?:和|与|與|及)[^\W\da-z]")


class OwnerCheck(SetCheck):
    """A line without an owner, or with several; a line inherits from its objective and its set."""

    kind: Literal["owner"]

    variants: ClassVar[frozenset[str]] = frozenset({"several"})
    facts: ClassVar[frozenset[str]] = frozenset({"owner"})

    def find(self, read_set: ReadSet, context: Context) -> Iterator[Hit]:
        """A hit for each place where the owner is missing or is not one."""
        everyone = _given(read_set.source.owner)
        if everyone and _SEVERAL.search(everyone):
            yield Hit(variant="several", facts={"owner": everyone})
        for objective in read_set.objectives:
            yield from _unowned(objective, everyone)


def _unowned(objective: ObjectiveLine, inherited: str | None) -> Iterator[Hit]:
    own = _given(objective.source.owner)
    owners = [
        _given(one.source.owner) or _given(one.reading.facts.owner) for one in objective.key_results
    ]
    if own and _SEVERAL.search(own):
        yield at(objective, None, "several", owner=own)
    if not (own or inherited) and not (owners and all(owners)):
        yield at(objective, None)
    for line, owner in zip(objective.key_results, owners, strict=True):
        if owner and _SEVERAL.search(owner):
            yield at(line, None, "several", owner=owner)


class DeclaredCheck(SetCheck):
    """A field is missing on an objective (`parent`, `kind`) or a key result (`source`, `due`).

    A due date is inherited from the cycle; a company has no parent; `reasons` lists words by which
    an objective states its strategic reason itself.
    """

    kind: Literal["declared"]
    field: Literal["parent", "kind", "source", "due"]
    reasons: str | None = None

    def word_lists(self) -> tuple[str, ...]:
        """The words that introduce a reason."""
        return (self.reasons,) if self.reasons else ()

    def find(self, read_set: ReadSet, context: Context) -> Iterator[Hit]:
        """A hit for each line that lacks the field."""
        if self.field in ("parent", "kind"):
            lines = [line for line in read_set.objectives if self._lacks(line, read_set, context)]
            return (at(line, None) for line in lines)
        if self.field == "due" and has_cycle(read_set.source.cycle):
            return iter(())
        return (at(line, None) for line in read_set.key_results if _silent_on(line, self.field))

    def _lacks(self, line: ObjectiveLine, read_set: ReadSet, context: Context) -> bool:
        if getattr(line.source, self.field) is not None:
            return False
        if self.field == "parent" and read_set.source.level == "company":
            return False
        folded = line.reading.folded if line.reading else ""
        return not (self.reasons and context.words(self.reasons).first(folded))


def _silent_on(line: KeyResultLine, field: str) -> bool:
    """Whether neither the field nor the text gives it."""
    return not any(_given(getattr(one, field)) for one in (line.source, line.reading.facts))


_T = TypeVar("_T")


def _given(value: _T | None) -> _T | None:
    """What was declared; nothing where it only holds the place open."""
    return None if isinstance(value, str) and is_open(value) else value


def has_cycle(cycle: Cycle | None) -> bool:
    """Whether the set says for which time it is made."""
    return cycle is not None and any((cycle.name, cycle.start, cycle.end))


def cycle_bounds(cycle: Cycle | None) -> tuple[date | None, date | None]:
    """First and last day of a cycle, as declared, else as its name says (2026-Q3)."""
    if cycle is None or cycle.start or cycle.end or not cycle.name:
        return (cycle.start, cycle.end) if cycle else (None, None)
    folded = fold(cycle.name[:_LONGEST_NAME])
    named = find_dates(folded if folded.isascii() else folded.replace(" ", ""))
    return (named[0].start, named[0].end) if len(named) == 1 else (None, None)


class DatesCheck(SetCheck):
    """The cycle ends before it starts, or a key result is due outside of it."""

    kind: Literal["dates"]

    variants: ClassVar[frozenset[str]] = frozenset({"reversed"})
    facts: ClassVar[frozenset[str]] = frozenset({"date", "start", "end"})

    def find(self, read_set: ReadSet, context: Context) -> Iterator[Hit]:
        """A hit about the set for its cycle, and one for each date outside of it."""
        start, end = cycle_bounds(read_set.source.cycle)
        if start and end and end < start:
            yield Hit(variant="reversed", facts={"start": start, "end": end})
            return
        for line in read_set.key_results:
            due = line.source.due or line.reading.facts.due
            if due is not None and _outside(due, start, end):
                yield _due_hit(line, due, start, end)


def _due_hit(line: KeyResultLine, due: date, start: date | None, end: date | None) -> Hit:
    named = [one.span for one in line.reading.dates if due in (one.start, one.end)]
    span = named[-1] if named else None
    return at(line, span, date=due, start=start or "…", end=end or "…")


def _outside(due: date, start: date | None, end: date | None) -> bool:
    return bool((start and due < start) or (end and due > end))
