"""Writes accepted lines back into a draft in its own format; all else stays byte for byte.

Only the characters of a line that was read are replaced. What was written is read again before it
counts: a file that would then say anything else than what was accepted is left as it is.
"""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.coaching.applying_office import replaced_in_office
from assistant.coaching.numbering import further
from assistant.coaching.rewriting.gaps import declared
from assistant.errors import UnreadableInput
from assistant.language.script import fold, language_of
from assistant.messages import say
from assistant.models import At, OkrSet, Span
from assistant.models.suggestion import Action, Suggestion
from assistant.parsing import Draft, Format, read_draft
from assistant.parsing.places import source_span
from assistant.settings import Settings

_BOM = b"\xef\xbb\xbf"
_OFFICE = (Format.XLSX, Format.DOCX)
_LINES = (Format.TEXT, Format.MARKDOWN)  # where a line of its own can tell an initiative
_IN_PLACE = (Action.REPLACE, Action.SPLIT)  # a new line or a parked one is the author's to place


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


@dataclass(frozen=True, slots=True)
class Applied:
    """A source with accepted lines in it, and the initiatives for which it has no place."""

    data: bytes
    homeless: tuple[str, ...] = ()


def fits(suggestion: Suggestion, okr_set: OkrSet) -> bool:
    """Whether a suggestion can be written back where its line stands.

    Values in fields of their own (columns of a table) would then belong to another metric.
    """
    if suggestion.action not in _IN_PLACE or suggestion.objective is None:
        return False
    if suggestion.key_result is None:
        return True
    known = okr_set.objectives[suggestion.objective].key_results[suggestion.key_result]
    return known.baseline is None and known.target is None


def accept(
    suggestion: Suggestion, set_number: int, okr_set: OkrSet, *lines: str
) -> Accepted | None:
    """A suggestion as accepted, with the lines as they are now; None where it has no place."""
    if suggestion.objective is None or not fits(suggestion, okr_set):
        return None
    taken = lines or (suggestion.after, *suggestion.more)
    place = (set_number, suggestion.objective, suggestion.key_result)
    return Accepted(*place, taken, suggestion.initiative)


def applied(data: bytes, draft: Draft, accepted: Sequence[Accepted], name: str) -> Applied:
    """The source with the accepted lines in it.

    Raises:
        UnreadableInput: `not_written`, when a line cannot be put in without touching more.
    """
    work = tuple(one.initiative for one in accepted if one.initiative)
    if work and draft.format in _LINES:
        with suppress(UnreadableInput):  # a table has no line of its own for it
            return Applied(_applied(data, draft, accepted, name))
    bare = [replace(one, initiative=None) for one in accepted]
    return Applied(_applied(data, draft, bare, name), work)


def _applied(data: bytes, draft: Draft, accepted: Sequence[Accepted], name: str) -> bytes:
    edits = [_edit(draft, one) for one in accepted]
    if draft.format in _OFFICE:
        changed = replaced_in_office(data, [(one.before, one.lines) for one in edits])
    else:
        changed = _replaced(data, draft, edits)
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


@dataclass(frozen=True, slots=True)
class _Edit:
    before: str
    lines: tuple[str, ...]
    at: At | None
    initiative: str = ""


def _edit(draft: Draft, one: Accepted) -> _Edit:
    objective = draft.sets[one.set_number].set.objectives[one.objective]
    if one.key_result is None:
        return _Edit(objective.objective, one.lines, objective.at)
    key_result = objective.key_results[one.key_result]
    return _Edit(key_result.text, one.lines, key_result.at, _labelled(one.initiative))


def _labelled(initiative: str | None) -> str:
    """An initiative as a line of its own says it, in its own language."""
    if not initiative:
        return ""
    language = language_of(initiative)
    return say("report", "draft.initiative", language) + initiative


def _replaced(data: bytes, draft: Draft, edits: Sequence[_Edit]) -> bytes:
    text, mark = _decoded(data)
    places = []
    for edit in edits:
        span = _span(text, edit)
        if span is None:
            raise UnreadableInput("not_written", quote=edit.before[:60])
        places.append((span, edit))
    for (start, end), edit in sorted(places, key=lambda place: -place[0][0]):
        text = _put(text, start, end, edit, draft.format)
    return mark + text.encode("utf-8")


def _decoded(data: bytes) -> tuple[str, bytes]:
    """The text, and the mark in front of it."""
    mark = _BOM if data.startswith(_BOM) else b""
    try:
        return data.removeprefix(mark).decode("utf-8"), mark
    except UnicodeError:  # read by another encoding, which cannot be told for sure
        raise UnreadableInput("not_written", quote="") from None


def _span(text: str, edit: _Edit) -> tuple[int, int] | None:
    if edit.at is None:
        return None
    whole = Span(start=0, end=len(edit.before))
    found = source_span(text, edit.at, edit.before, whole)
    if found is not None:
        return found
    literal = json.dumps(edit.before)[1:-1]  # a JSON file may write all but ASCII as \\uXXXX
    start = text.find(literal)
    return (start, start + len(literal)) if start >= 0 else None


_BULLET = re.compile(r"\s*(?:[-*+•]\s+)?")


def _put(text: str, start: int, end: int, edit: _Edit, form: Format) -> str:
    """The text with lines in the place of a span, written as the format needs it."""
    lines = edit.lines
    quote = text[start - 1 : start] if text[end : end + 1] == text[start - 1 : start] else ""
    if form in (Format.JSON, Format.JSONL):
        joint = _json_joint(text, start, end) if len(lines) > 1 else ""
        return text[:start] + joint.join(map(_json, lines)) + text[end:]
    first = text.rfind("\n", 0, start) + 1
    last = _line_end(text, end)
    written = [_escaped(line, quote, form) for line in lines]
    lead, tail = text[first:start], text[end:last]
    new_line = "\r\n" if text[last : last + 2] == "\r\n" else "\n"
    rows = text[last:].split(new_line)  # the first is what is left of the line itself: nothing
    more = further(lead, rows[1:], len(lines) - 1)
    own = [f"{lead}{written[0]}{tail}"]
    if edit.initiative:
        bullet = _BULLET.match(lead)
        own.append(f"{bullet[0] if bullet else ''}{edit.initiative}")
    new = [f"{led}{line}{tail}" for led, line in zip(more.leads, written[1:], strict=True)]
    at = more.behind + 1
    body = [*own, *rows[1:at], *new, *rows[at:]] if more.behind else _near(own, new, rows[1:])
    return text[:first] + new_line.join(body)


def _near(own: list[str], new: list[str], rows: list[str]) -> list[str]:
    """Further lines right behind the first one, its initiative below them all."""
    return [own[0], *new, *own[1:], *rows]


def _escaped(line: str, quote: str, form: Format) -> str:
    if form is Format.YAML:
        return _yaml(line, quote)
    return _csv(line, quote) if form is Format.CSV else line


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    return end - 1 if text[end - 1 : end] == "\r" else end


def _json(line: str) -> str:
    return json.dumps(line, ensure_ascii=False)[1:-1]


def _json_joint(text: str, start: int, end: int) -> str:
    """What stands between two strings of a list; a split inside an object has no place."""
    before = text[: start - 1].rstrip()[-1:]
    if before not in ("[", ","):
        raise UnreadableInput("not_written", quote=text[start:end][:60])
    return '", "'


def _yaml(line: str, quote: str) -> str:
    if quote == '"':
        return _json(line)
    if quote == "'":
        return line.replace("'", "''")
    risky = ": " in line or " #" in line or line[:1] in "[]{}&*!|>'\"%@`#,?:-" or line.endswith(":")
    return json.dumps(line, ensure_ascii=False) if risky else line


def _csv(line: str, quote: str) -> str:
    escaped = line.replace('"', '""')
    if quote == '"':
        return escaped
    return f'"{escaped}"' if any(sign in line for sign in ',;\t"') else line


def _verify(data: bytes, draft: Draft, accepted: Sequence[Accepted], name: str) -> None:
    """Whether the changed source says what was accepted, and all else as before."""
    again = read_draft(data, name=name, form=draft.format, limits=Settings())
    found = _flat([_texts(reading.set) for reading in again.sets])
    wanted = [_flat(_wanted(draft, accepted, last=last)) for last in (False, True)]
    kept = {work.text for one in again.sets for o in one.set.objectives for work in o.initiatives}
    if found not in wanted or not {a.initiative for a in accepted} - {None} <= kept:
        raise UnreadableInput("not_written", quote=accepted[0].lines[0][:60] if accepted else "")


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
