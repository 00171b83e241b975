"""Several check-ins of one key result on one day, put together field by field.

What a later one says again takes the place of what was said before; what it does not say stays. A
change told after a value is added to it, so the two stay beside each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from assistant.checkins.amounts import amount_of
from assistant.models.cycle import CheckIn, Commitment, Update

_FIGURES = ("value", "delta", "unit")
# Fields that are said together: the second means nothing without the first.
_WITH = {"blocker": "blocker_owner"}
_DATED = ("next_action", "ask", "blocker")
_APART = {*_FIGURES, *_WITH.values(), "due", "commitments"}


@dataclass(slots=True)
class OfDay:
    """The check-ins of a day as they count; `replaced` are those of which something does not.

    `repeated` says that a value was told twice alike, `added` that a change was added to a value.
    """

    checkins: list[CheckIn]
    replaced: list[CheckIn]
    repeated: bool = False
    added: bool = False


def put_together(told: Sequence[CheckIn]) -> OfDay:
    """The check-ins of one day, in the order in which they were written down."""
    found = OfDay([told[0]], [])
    for later in told[1:]:
        _take(found, later)
    return found


def _take(found: OfDay, later: CheckIn) -> None:
    earlier = found.checkins[-1]
    words = _words(earlier, later)
    if _says_again(earlier, later):
        found.replaced.append(earlier)
    if later.value is None and later.delta is None:
        found.checkins[-1] = earlier.model_copy(update=words)
    elif later.value is None and earlier.value is not None:
        found.checkins[-1] = _bare(earlier)
        found.checkins.append(later.model_copy(update=words))
        found.added = True
    else:
        found.repeated = found.repeated or _same_value(earlier, later)
        _replace(found, later.model_copy(update=words))


def _replace(found: OfDay, later: CheckIn) -> None:
    """A value takes the place of all figures of the day, a change of the change before it."""
    kept = found.checkins[:-1] if later.value is None else []
    found.checkins[:] = [*kept, later]
    found.added = bool(kept)


def _bare(checkin: CheckIn) -> CheckIn:
    """A check-in of which the figure alone counts."""
    figures = {name: getattr(checkin, name) for name in (*_FIGURES, "author")}
    place = {name: getattr(checkin, name) for name in ("date", "objective", "key_result")}
    return CheckIn(**place, **figures)


def _says_again(earlier: CheckIn, later: CheckIn) -> bool:
    """Whether something of the earlier one counts no more."""
    if later.value is not None and (earlier.value is not None or earlier.delta is not None):
        return not _same_value(earlier, later)
    if later.delta is not None and earlier.value is None and earlier.delta is not None:
        return True
    named = {*Update.model_fields} - _APART
    return any(_differ(getattr(earlier, name), getattr(later, name)) for name in named)


def _differ(one: object, other: object) -> bool:
    return None not in (one, other) and one != other


def _same_value(one: CheckIn, other: CheckIn) -> bool:
    amounts = amount_of(one.value, one.unit), amount_of(other.value, other.unit)
    return amounts[0] == amounts[1] and amounts[0] is not None


def _words(earlier: CheckIn, later: CheckIn) -> dict[str, Any]:
    """The words of both, the later before the earlier."""
    names = [*({*Update.model_fields} - _APART), "author"]
    told = {name: _first(getattr(later, name), getattr(earlier, name)) for name in names}
    for name, other in _WITH.items():
        source = earlier if getattr(later, name) is None else later
        told[other] = _first(getattr(later, other), getattr(source, other))
    dated = next((name for name in _DATED if getattr(earlier, name) is not None), None)
    kept = None if dated and getattr(later, dated) is not None else earlier.due
    told["due"] = _first(later.due, kept)
    told["commitments"] = _commitments(earlier, later)
    return told


def _first(*values: object) -> object:
    return next((value for value in values if value is not None), None)


def _commitments(earlier: CheckIn, later: CheckIn) -> list[Commitment]:
    said = {" ".join(one.text.split()): one for one in (*earlier.commitments, *later.commitments)}
    return list(said.values())
