"""What somebody puts right in the fields read of a message, before they are kept."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from starlette.datastructures import FormData

from api.forms import text_of
from assistant.checkins.arithmetic.team import label
from assistant.checkins.files.typed import typed_checkin
from assistant.messages import say
from assistant.models import Language
from assistant.models.cycle import CheckIn
from assistant.models.reading import Reading, ReadItem
from assistant.rendering.readings import shown

# Always to be filled in; the others only where something was read.
OFFERED = ("value", "confidence", "status", "blocker", "ask", "next_action", "due")
FIELDS = (*OFFERED[:1], "delta", *OFFERED[1:], "blocker_owner", "comment")
_TYPED, _READ = "fix_", "was_"
_PLACE = {"date", "objective", "key_result"}


@dataclass(frozen=True, slots=True)
class Confirmed:
    """The numbers of the items that are kept, and what was typed over fields: KR1.1_value."""

    keep: frozenset[str] = frozenset()
    fixes: Mapping[str, str] = field(default_factory=dict)


UNTOUCHED = Confirmed()


@dataclass(frozen=True, slots=True)
class Row:
    """A field of an item as it can be edited: what was read, and what stands in it now."""

    key: str
    name: str
    told: str
    read: str
    typed: str
    words: str


def confirmed_in(form: FormData) -> Confirmed:
    """What a form says of the items that its page showed."""
    keep = frozenset(one for one in form.getlist("keep") if isinstance(one, str))
    keys = [name.removeprefix(_TYPED) for name in form if name.startswith(_TYPED)]
    typed = {key: text_of(form, _TYPED + key).strip() for key in keys}
    fixes = {k: said for k, said in typed.items() if said != text_of(form, _READ + k).strip()}
    return Confirmed(keep, fixes)


def editable(item: ReadItem, fixes: Mapping[str, str], language: Language) -> list[Row]:
    """The fields of an item, with what was typed over them."""
    rows = []
    for name in FIELDS:
        read, key = _as_typed(item, name, language), f"{label(item.key_result)}_{name}"
        if read or name in OFFERED or key in fixes:
            told = say("reading", f"field.{name}", language)
            words = item.quotes.get(name, "")
            rows.append(Row(key, name, told, read, fixes.get(key, read), words))
    return rows


def _as_typed(item: ReadItem, name: str, language: Language) -> str:
    """A field as somebody would type it."""
    value = getattr(item, name)
    if value is None:
        return ""
    if name == "delta":
        return f"{value:+.10g}" if value else "0"
    return shown(item, name, language) if name == "value" else _plain(value)


def _plain(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def put_right(
    reading: Reading, entries: Sequence[CheckIn], fixes: Mapping[str, str], author: str, most: int
) -> list[CheckIn]:
    """The check-ins with what was typed over their fields; an empty field is none.

    Raises:
        UsageError: `says_nothing`, or `bad_value` with the field.
    """
    of = {(entry.objective, entry.key_result): entry for entry in entries}
    found = []
    for item in reading.items:
        place = item.key_result
        typed = {n: fixes[k] for n in FIELDS if (k := f"{label(place)}_{n}") in fixes}
        if typed:
            where = {"date": reading.as_of, "objective": place[0], "key_result": place[1]}
            said = {**_said_of(of.get(place), author, typed), **_filled(typed)}
            found.append(typed_checkin(where, said, most))
        elif place in of:
            found.append(of[place])
    return found


def _said_of(entry: CheckIn | None, author: str, typed: Collection[str]) -> dict[str, object]:
    if entry is None:
        return {"author": author} if author else {}
    left_out = _PLACE | set(typed)
    return entry.model_dump(mode="json", exclude=left_out, exclude_defaults=True)


def _filled(typed: Mapping[str, str]) -> dict[str, str]:
    return {name: said for name, said in typed.items() if said}
