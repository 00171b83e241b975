"""What was read of a message, as check-ins to be kept."""

from __future__ import annotations

from assistant.models import Language
from assistant.models.cycle import CheckIn
from assistant.models.reading import Reading

_NOT_KEPT = frozenset({"key_result", "quotes"})


def shown_in(reading: Reading) -> Language:
    """The language in which somebody is asked about a message; a mixed one is Simplified."""
    mixed = reading.language is Language.MIXED
    return Language.ZH_HANS if mixed else reading.language


def as_checkins(reading: Reading, author: str | None = None) -> list[CheckIn]:
    """A check-in for each key result of which the message says something, on its day."""
    found: list[CheckIn] = []
    for item in reading.items:
        said = item.model_dump(exclude=set(_NOT_KEPT), exclude_defaults=True)
        if said.keys() - {"unit"}:
            objective, key_result = item.key_result
            place = {"date": reading.as_of, "objective": objective, "key_result": key_result}
            found.append(CheckIn.model_validate({**said, **place, "author": author}))
    return found
