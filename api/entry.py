"""A check-in typed into the fields of the page, read as those of a file are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from assistant.checkins.arithmetic.team import label
from assistant.checkins.files.loading import read_cycle
from assistant.checkins.files.typed import typed_checkin
from assistant.checkins.wording import clip
from assistant.errors import UsageError
from assistant.models import OkrSet
from assistant.models.cycle import CheckIn, CycleRecord
from assistant.rules.kinds.fields import cycle_bounds
from assistant.settings import Settings

FIELDS = (
    "value",
    "confidence",
    "status",
    "comment",
    "blocker",
    "blocker_owner",
    "ask",
    "next_action",
    "due",
    "commitments",
)
PREFIX = "entry_"  # before the names of the fields in the form
NOTHING = dict.fromkeys(("key_result", *FIELDS), "")
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Choices:
    """The key results to choose from, as label and words, and the last day that counts.

    `dated` tells whether the first and the last day of the cycle are known, if only by its name.
    """

    places: tuple[tuple[str, str], ...] = ()
    as_of: date | None = None
    dated: bool = True


def choices(cycle: str, settings: Settings) -> Choices:
    """What the fields offer for a cycle."""
    record = _record(cycle, settings)
    found = []
    for number, objective in enumerate(record.set.objectives):
        for index, one in enumerate(objective.key_results):
            name = label((number, index))
            unit = f" ({one.unit})" if one.unit else ""
            found.append((name, f"{name} {clip(one.text, _LONGEST_NAME)}{unit}"))
    dated = None not in cycle_bounds(record.set.cycle)
    return Choices(tuple(found), record.as_of, dated)


def entered(
    cycle: str,
    typed: Mapping[str, str],
    day: date,
    author: str,
    settings: Settings,
) -> CheckIn:
    """The check-in that the fields tell.

    Raises:
        UsageError: `no_place`, `says_nothing`, or `bad_value` with the field.
    """
    said: dict[str, Any] = {name: typed[name] for name in FIELDS if typed.get(name)}
    if author:
        said["author"] = author
    place = _place(_record(cycle, settings).set, typed.get("key_result", ""))
    return typed_checkin({"date": day, **place}, said, settings.max_line_chars)


def _place(okr_set: OkrSet, name: str) -> dict[str, int]:
    for number, objective in enumerate(okr_set.objectives):
        for index in range(len(objective.key_results)):
            if label((number, index)) == name:
                return {"objective": number, "key_result": index}
    raise UsageError("no_place", field="key_result", what=name[:_LONGEST_NAME])


def _record(cycle: str, settings: Settings) -> CycleRecord:
    return read_cycle(cycle.encode("utf-8", "replace"), name=None, settings=settings).record
