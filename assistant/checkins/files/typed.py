"""A check-in, or a change, that somebody types field by field: at the command line, on the page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from assistant.checkins.amounts import amount_of
from assistant.checkins.arithmetic.goal import goal_of
from assistant.checkins.arithmetic.history import stood
from assistant.checkins.entries import Told, read_change, read_checkin
from assistant.checkins.files.loading import day_that_counts
from assistant.errors import UsageError
from assistant.models.cycle import Change, ChangedField, CheckIn, CycleRecord

Entry = TypeVar("Entry", CheckIn, Change)
LONGEST_SHOWN = 60  # characters of a text that is told back
_AMOUNTS = ("value", "delta")
_IN_NUMBERS = (ChangedField.BASELINE, ChangedField.TARGET)
_SAY_NOTHING = {"unit", "author"}  # without one of the other fields


def typed_checkin(place: Mapping[str, Any], said: Mapping[str, Any], most_chars: int) -> CheckIn:
    """The check-in that the fields tell.

    Args:
        place: `date`, `objective` and `key_result`.
        said: The other fields by their names, as they were typed.
        most_chars: Of one field.

    Raises:
        UsageError: `says_nothing`, or `bad_value` with the field.
    """
    if not said.keys() - _SAY_NOTHING:
        raise UsageError("says_nothing")
    for name in _AMOUNTS:
        if name in said and amount_of(said[name], said.get("unit")) is None:
            raise UsageError("bad_value", field=name, what=said[name][:LONGEST_SHOWN])
    told = Told(most_chars)
    return _usable(read_checkin({**place, **said}, None, told), told)


def typed_change(
    record: CycleRecord, place: Mapping[str, Any], said: Mapping[str, Any], most_chars: int
) -> Change:
    """The change that the fields tell, with the value that it replaces.

    Args:
        record: The cycle that it is for.
        place: `date`, `objective` and `key_result`.
        said: `field`, `new` and `reason`, as they were typed; an empty `new` says that from then
            on there is none, as of an owner who left.
        most_chars: Of one field.

    Raises:
        UsageError: `bad_value` with the field, or `needs_new`.
    """
    told = Told(most_chars)
    made = _usable(read_change({**place, **said}, None, told), told)
    in_numbers = made.field in _IN_NUMBERS
    if "new" not in said or (in_numbers and made.new is None):
        raise UsageError("needs_new", field="new")
    if in_numbers and amount_of(made.new) is None:
        raise UsageError("bad_value", field="new", what=str(made.new)[:LONGEST_SHOWN])
    return made.model_copy(update={"old": _in_force(made, record)})


def _in_force(entry: Change, record: CycleRecord) -> float | str | None:
    """The value that the change replaces."""
    place = (entry.objective, entry.key_result)
    changes = [one for one in record.changes if (one.objective, one.key_result) == place]
    earlier = sorted(changes, key=lambda one: one.date)
    return stood(goal_of(record.set, place, earlier, entry.date), entry.field)


def _usable(made: Entry | None, told: Told) -> Entry:
    """An entry of which everything could be used."""
    if made is None or told.notes:
        note = told.notes[0]
        raise UsageError("bad_value", field=note.field, what=note.facts["value"])
    if day_that_counts(made.date) is None:
        raise UsageError("bad_value", field="date", what=str(made.date))
    return made
