"""One check-in or change out of the fields that a file or a row gives for it.

What is no value of its field is left out and told; a day or a place that is none leaves the whole
entry out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from pydantic import ValidationError

from assistant.checkins.amounts import amount_of
from assistant.errors import InputTooLarge
from assistant.models.cycle import Change, CheckIn, Status
from assistant.own_data import load
from assistant.parsing.names import plain_name
from assistant.parsing.reading import Note
from assistant.parsing.values import is_nothing, read_amount, read_date

_DATES = ("date", "due")
_ISO = len("2026-01-09")
_NEEDED = ("date", "objective", "key_result", "field")
_OF_TEN = "/10"
_MOST_COMMITMENTS = 20


@dataclass(slots=True)
class Told:
    """What was left out of a file, told with `say("checkins", "entry.<reason>")`."""

    longest: int
    year: int | None = None
    notes: list[Note] = field(default_factory=list)

    def note(self, reason: str, line: int | None, name: str, value: object) -> None:
        """Keep a note about a field's value."""
        facts = {"value": " ".join(str(value).split())[:60]}
        self.notes.append(Note(f"entry.{reason}", line, name, facts))


@cache
def names() -> dict[str, Any]:
    """The content of `entries.yml`."""
    loaded: dict[str, Any] = load("assistant.checkins", "entries.yml")
    return loaded


@cache
def field_of(part: str, name: str) -> str | None:
    """The field of a `checkin` or `change` that a key or a header stands for."""
    return _words(part).get(plain_name(name))


@cache
def fields_of(part: str) -> frozenset[str]:
    """Our own names of the fields of a `checkin` or `change`."""
    return frozenset(names()[part])


@cache
def _words(part: str) -> dict[str, str]:
    entries = names()[part].items()
    return {plain_name(word): name for name, words in entries for word in (*words, name)}


def read_checkin(fields: Mapping[str, Any], line: int | None, told: Told) -> CheckIn | None:
    """A check-in of fields by our names; None, and told, where its day or place is none."""
    made = _read(fields, line, told)
    try:
        return CheckIn.model_validate(made)
    except ValidationError as error:
        _refuse(error, fields, line, told)
    return None


def read_change(fields: Mapping[str, Any], line: int | None, told: Told) -> Change | None:
    """A change of fields by our names; None, and told, where a needed one is none."""
    made = _read(fields, line, told)
    try:
        return Change.model_validate(made)
    except ValidationError as error:
        _refuse(error, fields, line, told)
    return None


def _refuse(
    error: ValidationError, fields: Mapping[str, Any], line: int | None, told: Told
) -> None:
    name = str(error.errors()[0]["loc"][0])
    told.note("left_out", line, name, fields.get(name, ""))


def _read(fields: Mapping[str, Any], line: int | None, told: Told) -> dict[str, Any]:
    made = {}
    for name, value in fields.items():
        if value is None or (isinstance(value, str) and not value.strip()):
            continue
        read = _value(name, value, told, line)
        if read is not None:
            made[name] = read
        elif name not in _NEEDED:  # without those the whole entry is left out, which is told
            told.note("bad_value", line, name, value)
    return made


def _value(name: str, value: Any, told: Told, line: int | None) -> Any:
    if name == "commitments":
        return _commitments(value)
    if isinstance(value, list | dict):
        return None
    if name in _READERS:
        return _READERS[name](value)
    if name in _DATES:
        return day_of(value, told.year)
    text = str(value).strip()
    if len(text) > told.longest:
        raise InputTooLarge("line", line=line, field=name, limit=told.longest)
    return text


def day_of(value: object, year: int | None) -> date | None:
    """A day as it was typed; most are ISO, which is read at once."""
    if isinstance(value, str) and len(value) == _ISO:
        with suppress(ValueError):
            return date.fromisoformat(value)
    return read_date(value, year)


def _position(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def confidence_of(value: object) -> float | None:
    """A confidence of 0 to 10: a number, "6/10" or "60%"."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    amount = amount_of(value) if isinstance(value, str) else None
    number = amount.number if amount else value
    if isinstance(number, str):
        return None
    if amount and not amount.bare:
        if amount.unit.label not in ("%", "％", _OF_TEN):
            return None
        number = number if amount.unit.label == _OF_TEN else number / 10
    return number if 0 <= number <= 10 else None


def status_of(value: object) -> Status | None:
    """The status that a word means; None where it means none."""
    return _statuses().get(plain_name(str(value)[:60]))


@cache
def _statuses() -> dict[str, Status]:
    entries = names()["status"].items()
    return {plain_name(str(way)): Status(name) for name, ways in entries for way in (*ways, name)}


_READERS: dict[str, Callable[[object], Any]] = {
    "objective": _position,
    "key_result": _position,
    "value": read_amount,
    "delta": read_amount,
    "old": read_amount,
    "new": read_amount,
    "confidence": confidence_of,
    "status": status_of,
}


def _commitments(value: Any) -> list[dict[str, Any]] | None:
    if isinstance(value, str):
        parts = value.replace("；", "\n").replace(";", "\n").split("\n")
        return [_marked(part.strip()) for part in parts if part.strip()][:_MOST_COMMITMENTS]
    if not isinstance(value, list):
        return None
    found = [_marked(one) if isinstance(one, str) else one for one in value]
    return [one for one in found if isinstance(one, dict) and _is_promise(one)][:_MOST_COMMITMENTS]


def _is_promise(value: dict[str, Any]) -> bool:
    return isinstance(value.get("text"), str) and value.get("done") in (True, False, None)


def _marked(text: str) -> dict[str, Any]:
    """A commitment in words; a mark before it says whether it is done."""
    for key, done in (("done", True), ("not_done", False)):
        for mark in names()[key]:
            if text.lower().startswith(mark):
                return {"text": text[len(mark) :].strip(), "done": done}
    return {"text": text.removeprefix("- ").strip(), "done": None}


def says_nothing(fields: Mapping[str, str], besides: Iterable[str]) -> bool:
    """Whether a row holds nothing but what tells its place and its day."""
    told = [value for name, value in fields.items() if name not in besides]
    return all(is_nothing(value) for value in told)
