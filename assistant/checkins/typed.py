"""A check-in that somebody types field by field, at the command line or on the page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from assistant.checkins.amounts import amount_of
from assistant.checkins.entries import Told, read_checkin
from assistant.checkins.loading import day_that_counts
from assistant.errors import UsageError
from assistant.models.cycle import CheckIn

LONGEST_SHOWN = 60  # characters of a text that is told back
_AMOUNTS = ("value", "delta")
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
    made = read_checkin({**place, **said}, None, told)
    if made is None or told.notes:
        note = told.notes[0]
        raise UsageError("bad_value", field=note.field, what=note.facts["value"])
    if day_that_counts(made.date) is None:
        raise UsageError("bad_value", field="date", what=str(made.date))
    return made
