"""Puts sets together from what the readers of texts and tables find, one thing after the other."""

from __future__ import annotations

import re
from typing import Any

from assistant.language.figures.placeholders import is_open
from assistant.models import (
    At,
    Cycle,
    Initiative,
    KeyResult,
    KeyResultKind,
    Level,
    Objective,
    ObjectiveKind,
    OkrSet,
    Unread,
)
from assistant.parsing.building.filled import fill_gaps
from assistant.parsing.building.owners import take_off_owners, take_off_signed
from assistant.parsing.building.progress import take_off_grades, take_off_progress
from assistant.parsing.building.weights import take_off_weights
from assistant.parsing.names import value_named
from assistant.parsing.reading import LineCount, Note, SetReading
from assistant.parsing.values import is_nothing, read_amount, read_date, read_share

Item = Objective | KeyResult | Initiative | OkrSet
_READERS = {
    "weight": read_share,
    "baseline": read_amount,
    "target": read_amount,
    "current": read_amount,
}
_DAYS = ("due", "closed_on", "start", "end")
_CLOSED: dict[type, tuple[str, type[Level | ObjectiveKind | KeyResultKind]]] = {
    OkrSet: ("level", Level),
    Objective: ("objective_kind", ObjectiveKind),
    KeyResult: ("key_result_kind", KeyResultKind),
}


class Builder:
    """Collects objectives, key results, fields and what stays unread into sets.

    Args:
        count: Where objectives, key results and initiatives are counted.
    """

    def __init__(self, count: LineCount) -> None:
        self._count = count
        self._readings: list[SetReading] = []
        self._begin()

    def _begin(self) -> None:
        self._listed_first = False
        self._reading = SetReading(OkrSet(objectives=[]))
        self._readings.append(self._reading)

    @property
    def set(self) -> OkrSet:
        """The set under construction."""
        return self._reading.set

    @property
    def last_objective(self) -> Objective | None:
        """The objective that key results go to."""
        return self.set.objectives[-1] if self.set.objectives else None

    def begin_set(self) -> None:
        """Start a new set, if the one under construction has anything in it."""
        if self.set.objectives:
            self._begin()

    def objective(self, text: str, at: At, fields: dict[str, str]) -> Objective:
        """Add an objective."""
        self._count.add()
        before = self.last_objective
        self._listed_first = before is not None and not before.key_results
        made = Objective(objective=text, at=at)
        self.set.objectives.append(made)
        self.fill(made, fields, at.line)
        return made

    def key_result(self, text: str, at: At, fields: dict[str, str], number: str = "") -> KeyResult:
        """Add a key result to the last objective, or to one without text where there is none.

        Where all objectives are listed before the first key result, `2.1` belongs to the second.
        """
        self._count.add()
        made = KeyResult(text=text, at=at)
        objective = self._objective_for_more()
        position = re.match(r"(\d{1,2})[.-]\d", number)
        if self._listed_first and position and int(position[1]) <= len(self.set.objectives):
            objective = self.set.objectives[int(position[1]) - 1]
        objective.key_results.append(made)
        self.fill(made, fields, at.line)
        return made

    def initiative(self, text: str, at: At, fields: dict[str, str]) -> Initiative:
        """Add an initiative to the last objective."""
        self._count.add()
        made = Initiative(text=text, at=at)
        self._objective_for_more().initiatives.append(made)
        self.fill(made, fields, at.line)
        return made

    def _objective_for_more(self) -> Objective:
        if not self.set.objectives:
            self.set.objectives.append(Objective(objective=""))
        return self.set.objectives[-1]

    def _join_empty(self) -> None:
        kept = self._readings[:1]
        for reading in self._readings[1:]:
            if reading.set != OkrSet(objectives=[]):
                kept.append(reading)
            else:
                kept[-1].unread += reading.unread
                kept[-1].notes += reading.notes
        self._readings = kept

    @property
    def has_objectives(self) -> bool:
        """Whether any set has one."""
        return any(reading.set.objectives for reading in self._readings)

    def unread(self, line: int, text: str) -> None:
        """Keep a line that is neither objective nor key result."""
        self._reading.unread.append(Unread(line=line, text=text))

    def note(self, reason: str, line: int | None, **facts: Any) -> None:
        """Note something that did not go into the set; columns that recur are told once."""
        told = any(each.reason == reason and each.facts == facts for each in self._reading.notes)
        if told and reason == "unused_columns":
            return
        field = facts.get("field")
        self._reading.notes.append(Note(reason, line, field, facts))

    def left_out(self, texts: list[str], line: int) -> None:
        """Note scores and states that stood beside a line."""
        for text in texts:
            self.note("left_out", line, text=text[:80])

    def lacks(self, item: Item, name: str) -> bool:
        """Whether a field has no value yet, or does not exist."""
        if isinstance(item, OkrSet) and name in ("start", "end"):
            return item.cycle is None or getattr(item.cycle, name) is None
        if isinstance(item, OkrSet) and name == "cycle":
            return item.cycle is None or item.cycle.name is None
        return getattr(item, name, None) is None

    def fill(self, item: Item, fields: dict[str, str], line: int) -> None:
        """Set fields from their words; a word that means nothing there is noted."""
        for name, words in fields.items():
            if is_nothing(words) or (name in _DAYS and is_open(words)):
                continue
            if not _has(item, name):
                self.note("no_place", line, field=name, value=words[:80])
            elif (value := self._value(item, name, words)) is None:
                allowed = ", ".join(_CLOSED[type(item)][1]) if name in ("kind", "level") else ""
                self.note(_reason(name), line, field=name, value=words[:80], allowed=allowed)
            else:
                _set(item, name, value)

    def _value(self, item: Any, name: str, words: str) -> Any:
        if name in ("kind", "level") and type(item) in _CLOSED:
            closed, values = _CLOSED[type(item)]
            found = value_named(closed, words)
            return values(found) if found else None
        if name in _DAYS:
            return read_date(words, self._year())
        return _READERS.get(name, _as_it_is)(words)

    def _year(self) -> int | None:
        """The year that the set's cycle names, for days written without one."""
        named = re.search(r"20\d{2}", (self.set.cycle and self.set.cycle.name) or "")
        return int(named[0]) if named else None

    def finish(self) -> list[SetReading]:
        """All sets that were begun, their unread lines in the order of the source.

        One that stayed empty is no set: its lines are unread ones of that before it.
        """
        self._join_empty()
        take_off_signed(self._readings)
        for reading in self._readings:
            take_off_progress(reading)
            take_off_grades(reading)
            take_off_owners(reading)
            take_off_weights(reading)
            fill_gaps(reading.set)
            reading.unread.sort(key=lambda row: row.line)
        if not self.has_objectives:
            self._readings[0].notes.append(Note("nothing_found"))
        return self._readings


def _as_it_is(words: str) -> str | None:
    return words.strip() or None


def _reason(name: str) -> str:
    if name in _DAYS:
        return "bad_date"
    return "bad_number" if name == "weight" else "outside_set"


def _has(item: Any, name: str) -> bool:
    return name in type(item).model_fields or (
        isinstance(item, OkrSet) and name in Cycle.model_fields
    )


def _set(item: Any, name: str, value: Any) -> None:
    """Give an item a field; a cycle's name and days go into the cycle."""
    if isinstance(item, OkrSet) and name in ("cycle", "start", "end"):
        item.cycle = item.cycle or Cycle()
        setattr(item.cycle, "name" if name == "cycle" else name, value)
    else:
        setattr(item, name, value)
