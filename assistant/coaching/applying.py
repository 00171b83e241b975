"""Writes accepted lines back into a draft in its own format; all else stays byte for byte.

Only the characters of a line that was read are replaced, and the work that gave way to it is put
below it as an initiative. What was written is read again before it counts: what the file would
then say otherwise than it was accepted is left out and told.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.coaching.applying_office import replaced_in_office
from assistant.coaching.applying_text import Edit, replaced
from assistant.coaching.rewriting.gaps import declared
from assistant.errors import UnreadableInput
from assistant.language.script import fold, language_of
from assistant.messages import say
from assistant.models import OkrSet
from assistant.models.suggestion import Action, Suggestion
from assistant.parsing import Draft, Format, read_draft
from assistant.settings import Settings

_OFFICE = (Format.XLSX, Format.DOCX)
_STRUCTURED = (Format.JSON, Format.JSONL, Format.YAML)  # where a key names the work
_IN_PLACE = (Action.REPLACE, Action.SPLIT)  # a new line or a parked one is the author's to place
_WAYS = (True, False)  # work a step further in than its line, or beside it


@dataclass(frozen=True, slots=True)
class Accepted:
    """A line that the author took: where it stands in which set, and what takes its place.

    `initiative` is the work that goes on under it.
    """

    set_number: int
    objective: int
    key_result: int | None
    lines: tuple[str, ...]
    initiative: str | None = None
    nested: bool = True


@dataclass(frozen=True, slots=True)
class Applied:
    """A source with the accepted lines in it.

    Attributes:
        data: The source.
        written: The accepted lines that stand in it now.
        homeless: Initiatives for which it has no place.
        left_out: Accepted lines that could not be put in without touching more.
    """

    data: bytes
    written: tuple[Accepted, ...] = ()
    homeless: tuple[str, ...] = ()
    left_out: tuple[Accepted, ...] = ()


def fits(suggestion: Suggestion, okr_set: OkrSet, *lines: str) -> bool:
    """Whether a suggestion, or its lines as they are now, can be written back where it stands.

    Values in fields of their own (columns of a table) have to stand in the line too: else they
    would then belong to another metric.
    """
    if suggestion.action not in _IN_PLACE or suggestion.objective is None:
        return False
    if suggestion.key_result is None:
        return True
    known = okr_set.objectives[suggestion.objective].key_results[suggestion.key_result]
    values = [value for value in (known.baseline, known.target) if value is not None]
    taken = lines or (suggestion.after, *suggestion.more)
    return not values or (len(taken) == 1 and all(_says(taken[0], value) for value in values))


def _says(line: str, value: float | str) -> bool:
    """Whether a line says a value that a field declares."""
    told = value if isinstance(value, str) else f"{value:g}"
    return (
        re.search(rf"(?<![0-9.,]){re.escape(fold(told))}(?![0-9]|[.,][0-9])", fold(line))
        is not None
    )


def accept(
    suggestion: Suggestion, set_number: int, okr_set: OkrSet, *lines: str
) -> Accepted | None:
    """A suggestion as accepted, with the lines as they are now; None where it has no place."""
    if suggestion.objective is None or not fits(suggestion, okr_set, *lines):
        return None
    taken = lines or (suggestion.after, *suggestion.more)
    place = (set_number, suggestion.objective, suggestion.key_result)
    return Accepted(*place, taken, suggestion.initiative)


def applied(data: bytes, draft: Draft, accepted: Sequence[Accepted], name: str) -> Applied:
    """The source with the accepted lines in it, as many as can be put in.

    Raises:
        UnreadableInput: `not_written`, when none can be put in without touching more.
    """
    for nested in _WAYS:
        whole = [replace(one, nested=nested) for one in accepted]
        with suppress(UnreadableInput):
            return Applied(_applied(data, draft, whole, name), tuple(accepted))
    return _one_by_one(data, draft, accepted, name)


def _one_by_one(data: bytes, draft: Draft, accepted: Sequence[Accepted], name: str) -> Applied:
    """Each line as well as it can be put in beside those before it."""
    taken: list[Accepted] = []
    made = None
    for one in accepted:
        for way in _forms(one):
            with suppress(UnreadableInput):
                made = _applied(data, draft, [*taken, way], name)
                taken.append(way)
                break
    if made is None:
        quote = accepted[0].lines[0][:60] if accepted else ""
        raise UnreadableInput("not_written", quote=quote)
    places = {_place(one): one for one in taken}
    written = [one for one in accepted if _place(one) in places]
    homeless = [one.initiative for one in written if not places[_place(one)].initiative]
    left_out = [one for one in accepted if one not in written]
    return Applied(made, tuple(written), tuple(filter(None, homeless)), tuple(left_out))


def _forms(one: Accepted) -> Iterator[Accepted]:
    for nested in _WAYS:
        yield replace(one, nested=nested)
    if one.initiative:
        yield replace(one, initiative=None)


def _applied(data: bytes, draft: Draft, accepted: Sequence[Accepted], name: str) -> bytes:
    edits = [_edit(draft, one) for one in accepted]
    if draft.format in _OFFICE:
        changed = replaced_in_office(data, edits)
    else:
        changed = replaced(data, edits, draft.format)
    _verify(changed, draft, accepted, name)
    return changed


def write(path: Path, data: bytes) -> None:
    """Put a file in the place of the old one at once, with the old one's rights.

    Raises:
        OSError: When the folder cannot be written to; the old file is then untouched.
    """
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(temporary).chmod(path.stat().st_mode)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _edit(draft: Draft, one: Accepted) -> Edit:
    objective = draft.sets[one.set_number].set.objectives[one.objective]
    if one.key_result is None:
        return Edit(objective.objective, one.lines, objective.at)
    key_result = objective.key_results[one.key_result]
    work = _labelled(one.initiative, draft.format)
    return Edit(key_result.text, one.lines, key_result.at, work, nested=one.nested)


def _labelled(initiative: str | None, form: Format) -> str:
    """An initiative as a line of its own says it, in its own language; bare where a key does."""
    if not initiative or form in _STRUCTURED:
        return initiative or ""
    return say("report", "draft.initiative", language_of(initiative)) + initiative


def _verify(data: bytes, draft: Draft, accepted: Sequence[Accepted], name: str) -> None:
    """Whether the changed source says what was accepted, and all else as before."""
    again = read_draft(data, name=name, form=draft.format, limits=Settings())
    found = _flat([_texts(reading.set) for reading in again.sets])
    wanted = [_flat(_wanted(draft, accepted, last=last)) for last in (False, True)]
    works = sorted(_works(draft) + [fold(a.initiative) for a in accepted if a.initiative])
    if found not in wanted or works != sorted(_works(again)):
        raise UnreadableInput("not_written", quote=accepted[0].lines[0][:60] if accepted else "")


def _works(draft: Draft) -> list[str]:
    held = (objective for one in draft.sets for objective in one.set.objectives)
    return [fold(work.text) for objective in held for work in objective.initiatives]


def _wanted(
    draft: Draft, accepted: Sequence[Accepted], *, last: bool
) -> Sequence[Sequence[Sequence[str]]]:
    """The lines that should be read, further ones behind the first or `last` of their objective."""
    wanted = [_texts(reading.set) for reading in draft.sets]
    for one in sorted(accepted, key=_place, reverse=True):
        texts = wanted[one.set_number][one.objective]
        at = 0 if one.key_result is None else one.key_result + 1
        first, *more = one.lines
        texts[at : at + 1] = [first] if last else [first, *more]
        texts += more if last else []
    return wanted


def _place(one: Accepted) -> tuple[int, int, int]:
    return one.set_number, one.objective, -1 if one.key_result is None else one.key_result


def _texts(okr_set: OkrSet) -> list[list[str]]:
    return [[one.objective, *(k.text for k in one.key_results)] for one in okr_set.objectives]


def _flat(sets: Sequence[Sequence[Sequence[str]]]) -> list[str]:
    """All lines in order, white space aside, and what some formats read as fields of the line."""
    texts = (line for one in sets for lines in one for line in lines if line)
    return [fold(" ".join(declared(line, "key_result")[0].split())) for line in texts]
