"""A cycle out of a file: `CYCLE.json`, or a set of any format with tables of check-ins."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from assistant.checkins.entries import Told, field_of, fields_of, read_change, read_checkin
from assistant.errors import CoachError, InputTooLarge, UnreadableInput
from assistant.language.script import fold
from assistant.messages import say
from assistant.models import Language, OkrSet
from assistant.models.cycle import CycleRecord
from assistant.parsing import Format, Note, read_draft
from assistant.parsing.formats.recognising import decode, recognise
from assistant.parsing.formats.structured import SetReader
from assistant.parsing.formats.tree import read_json
from assistant.parsing.reading import LineCount
from assistant.parsing.values import read_date
from assistant.rules.kinds.fields import cycle_bounds
from assistant.settings import Settings

_KEYS = frozenset(("set", "as_of", "checkins", "changes"))
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2200, 12, 31)
"""What lies beyond was mistyped, and weeks before or after it may be no days at all."""


@dataclass(slots=True)
class CycleReading:
    """A cycle as it was read, and what of its source did not go into it."""

    record: CycleRecord
    notes: list[Note] = field(default_factory=list)

    def told(self, language: Language) -> list[str]:
        """The notes in the reader's language."""
        return [tell(note, language) for note in self.notes]


def tell(note: Note, language: Language) -> str:
    """A note in the reader's language; what was typed is quoted as it is."""
    facts = {**note.facts, "line": note.line, "field": fold(note.field or "")}
    if note.reason.startswith("entry."):
        where = f"{note.reason}.line" if note.line else note.reason
        return say("checkins", where, language, **facts)
    return say("parsing", note.reason, language, **(facts | {"field": note.field}))


def read_cycle(data: bytes | str, *, name: str | None, settings: Settings) -> CycleReading:
    """A cycle out of a file's content.

    JSON with a `set` is a cycle; anything else is read as a set of OKRs without check-ins.

    Raises:
        UnreadableInput: If it is neither; also `InputTooLarge` and `UnknownFormat`.
    """
    try:
        value = _json_of(data, name, settings)
        if isinstance(value, dict) and value.keys() & {"set", "checkins"}:
            return cycle_of(value, settings)
        draft = read_draft(data, name=name, limits=settings)
        if not draft.sets or not draft.sets[0].set.objectives:
            raise UnreadableInput("no_objectives")
        return CycleReading(CycleRecord(set=draft.sets[0].set), list(draft.sets[0].notes))
    except CoachError as error:
        error.file = error.file or name
        raise


def _json_of(data: bytes | str, name: str | None, settings: Settings) -> Any:
    if len(data) > settings.max_bytes:
        raise InputTooLarge("bytes", limit=settings.max_bytes, size=len(data))
    if recognise(data, name) is not Format.JSON:
        return None
    text = decode(data)
    if not text.strip():
        raise UnreadableInput("empty")
    return read_json(text, settings.max_depth, places=False)


def cycle_of(value: dict[str, Any], settings: Settings) -> CycleReading:
    """A cycle out of the value of its JSON.

    Raises:
        UnreadableInput: `no_objectives`, `needs_object`, `needs_list`, `needs_text`.
    """
    count = LineCount(settings)
    own = value.get("set", {key: item for key, item in value.items() if key not in _KEYS})
    reading = SetReader(lambda _: None, settings, count).read_set(own, "set.")
    told = Told(settings.max_line_chars, year_of(reading.set), list(reading.notes))
    for key in value.keys() - _KEYS if "set" in value else ():
        told.notes.append(Note("unknown_key", None, str(key), {"value": ""}))
    record = CycleRecord(set=reading.set, as_of=day_that_counts(value.get("as_of")))
    for number, fields in _entries("checkin", value.get("checkins"), count):
        checkin = read_checkin(fields, number, told)
        record.checkins += [checkin] if checkin else []
    for number, fields in _entries("change", value.get("changes"), count):
        change = read_change(fields, number, told)
        record.changes += [change] if change else []
    return CycleReading(record, told.notes)


def needs_a_cycle(record: CycleRecord, name: str) -> None:
    """Refuse a set of which nothing can be summed up: some notes, or OKRs that nobody updated yet.

    Raises:
        UnreadableInput: `no_weeks`, where there is no check-in, no change and no day of the cycle.
    """
    if not (record.checkins or record.changes or any(cycle_bounds(record.set.cycle))):
        lines = sum(len(each.key_results) for each in record.set.objectives)
        raise UnreadableInput("no_weeks", file=name, count=lines)


def day_that_counts(value: object) -> date | None:
    """A day up to which check-ins count; None where it is no day of this time."""
    day = read_date(value)
    return day if day is not None and FIRST_DAY <= day <= LAST_DAY else None


def _entries(part: str, value: Any, count: LineCount) -> Iterable[tuple[None, dict[str, Any]]]:
    """The entries of a list by the names of our fields; unknown keys are left out."""
    if value is None:
        return
    if not isinstance(value, list):
        raise UnreadableInput("needs_list", field=f"{part}s")
    count.add(len(value))
    own = fields_of(part)
    for number, one in enumerate(value):
        if not isinstance(one, dict):
            raise UnreadableInput("needs_object", field=f"{part}s[{number}]")
        fields: dict[str, Any] = {}
        for key, item in one.items():
            name = key if key in own else field_of(part, key)
            if name:
                fields.setdefault(name, item)
        yield None, fields


def year_of(okr_set: OkrSet) -> int | None:
    """The year of a cycle that lies in one, for days that are written without theirs."""
    years = {day.year for day in cycle_bounds(okr_set.cycle) if day is not None}
    return years.pop() if len(years) == 1 else None
