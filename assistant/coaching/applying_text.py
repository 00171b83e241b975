"""Accepted lines put back into a source that is text: lists, tables, JSON and YAML."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.coaching.applying_keys import with_work
from assistant.coaching.numbering import further
from assistant.errors import UnreadableInput
from assistant.models import At, Span
from assistant.parsing import Format
from assistant.parsing.places import source_span

_BOM = b"\xef\xbb\xbf"
_JSON = (Format.JSON, Format.JSONL)
_KEYED = (*_JSON, Format.YAML)
_BULLET = re.compile(r"(\s*)([-*+•]\s+|\d{1,3}[.)、]\s*)?")
_STEP = 2


@dataclass(frozen=True, slots=True)
class Edit:
    """A line as it stands, what takes its place, and the work that is put below it.

    `nested` tells whether the work stands a step further in than its line.
    """

    before: str
    lines: tuple[str, ...]
    at: At | None
    work: str = ""
    nested: bool = True


def replaced(data: bytes, edits: Sequence[Edit], form: Format) -> bytes:
    """The source with all edits in it.

    Raises:
        UnreadableInput: `not_written`, when a line or the place of its work is not found.
    """
    text, mark = _decoded(data)
    places = []
    for edit in edits:
        span = _span(text, edit)
        if span is None:
            raise UnreadableInput("not_written", quote=edit.before[:60])
        places.append((span, edit))
    for (start, end), edit in sorted(places, key=lambda place: -place[0][0]):
        text = _put(text, start, end, edit, form)
    return mark + text.encode("utf-8")


def _decoded(data: bytes) -> tuple[str, bytes]:
    """The text, and the mark in front of it."""
    mark = _BOM if data.startswith(_BOM) else b""
    try:
        return data.removeprefix(mark).decode("utf-8"), mark
    except UnicodeError:  # read by another encoding, which cannot be told for sure
        raise UnreadableInput("not_written", quote="") from None


def _span(text: str, edit: Edit) -> tuple[int, int] | None:
    if edit.at is None:
        return None
    whole = Span(start=0, end=len(edit.before))
    found = source_span(text, edit.at, edit.before, whole)
    if found is not None:
        return found
    literal = json.dumps(edit.before)[1:-1]  # a JSON file may write all but ASCII as \\uXXXX
    start = text.find(literal)
    return (start, start + len(literal)) if start >= 0 else None


def _put(text: str, start: int, end: int, edit: Edit, form: Format) -> str:
    """The text with lines in the place of a span, written as the format needs it."""
    if edit.work and form in _KEYED:  # behind the line, so that its place stays
        text = with_work(text, start, edit.work, is_json=form in _JSON)
    lines = edit.lines
    quote = text[start - 1 : start] if text[end : end + 1] == text[start - 1 : start] else ""
    if form in _JSON:
        joint = _json_joint(text, start, end) if len(lines) > 1 else ""
        return text[:start] + joint.join(map(_json, lines)) + text[end:]
    first = text.rfind("\n", 0, start) + 1
    last = _line_end(text, end)
    lead, tail = text[first:start], text[end:last]
    lines, below = _with_work_in_cell(edit, lead, form)
    flowing = text[end:].lstrip()[:1] in (",", "]", "}")
    written = [_escaped(line, quote, form, flowing=flowing) for line in lines]
    new_line = "\r\n" if text[last : last + 2] == "\r\n" else "\n"
    rows = text[last:].split(new_line)  # the first is what is left of the line itself: nothing
    more = further(lead, rows[1:], len(lines) - 1)
    new = [f"{led}{line}{tail}" for led, line in zip(more.leads, written[1:], strict=True)]
    at = more.behind + 1
    own = f"{lead}{written[0]}{tail}"
    work = [_led(lead, edit) + below] if below else []
    held = _held(lead, rows[1:]) if work else 0  # what tells of the line stays right behind it
    if more.behind > held:
        body = [own, *rows[1 : held + 1], *work, *rows[held + 1 : at], *new, *rows[at:]]
    else:
        body = [own, *rows[1 : held + 1], *new, *work, *rows[held + 1 :]]
    return text[:first] + new_line.join(body)


def _with_work_in_cell(edit: Edit, lead: str, form: Format) -> tuple[tuple[str, ...], str]:
    """The lines of a cell with the work in their last one; else the work, for a line of its own."""
    if not edit.work or form is Format.YAML:
        return edit.lines, ""
    joint = "\n" if form is Format.CSV else "<br>" if lead.lstrip().startswith("|") else ""
    if not joint:
        return edit.lines, edit.work
    return (*edit.lines[:-1], f"{edit.lines[-1]}{joint}{edit.work}"), ""


def _led(lead: str, edit: Edit) -> str:
    """What stands before the work: a bullet of its own, a step further in where it is nested."""
    bullet = _BULLET.match(lead)
    if bullet is None or not bullet[2]:
        return bullet[1] if bullet else ""
    sign = bullet[2] if not bullet[2][0].isdigit() else "- "
    return bullet[1] + (" " * max(len(bullet[2]), _STEP) if edit.nested else "") + sign


def _held(lead: str, rows: Sequence[str]) -> int:
    """How many of the lines below a line stand further in than it: they tell of it."""
    own = len(lead) - len(lead.lstrip())
    count = 0
    for row in rows:
        if not row.strip() or len(row) - len(row.lstrip()) <= own:
            break
        count += 1
    return count


def _escaped(line: str, quote: str, form: Format, *, flowing: bool) -> str:
    if form is Format.YAML:
        return _yaml(line, quote, flowing=flowing)
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


def _yaml(line: str, quote: str, *, flowing: bool) -> str:
    """A line as it stands in its quotation marks, or in ours where it needs them.

    `flowing` tells whether it stands in a list of one row, which brackets and commas end.
    """
    if quote == '"':
        return _json(line)
    if quote == "'":
        return line.replace("'", "''")
    risky = ": " in line or " #" in line or line[:1] in "[]{}&*!|>'\"%@`#,?:-" or line.endswith(":")
    risky = risky or (flowing and any(sign in line for sign in "[]{},"))
    return json.dumps(line, ensure_ascii=False) if risky else line


def _csv(line: str, quote: str) -> str:
    escaped = line.replace('"', '""')
    if quote == '"':
        return escaped
    return f'"{escaped}"' if any(sign in line for sign in ',;\t"\n') else line
