"""Our own template, filled in and handed back: what it tells around its forms is no draft."""

from __future__ import annotations

import re
from functools import cache

from assistant.language.script import fold
from assistant.models.answer import Unread
from assistant.own_data import load
from assistant.parsing.reading import Note, SetReading

_TAG = re.compile(r"<[^<>]*>")
_LEAD = re.compile(r"[\s#>*]+")
_PAGE = re.compile(r"\s*<(?:!doctype html|html)\b", re.IGNORECASE)
_MOST_ABOVE = 100  # lines: the head of a page is shorter


def take_off_own_notes(text: str, readings: list[SetReading]) -> None:
    """Take what our template says around its forms from what stayed unread, and note it once."""
    lines = text.split("\n")
    title = next((at for at, line in enumerate(lines[:_MOST_ABOVE], 1) if _is_title(line)), None)
    if title is None:
        return
    behind = next((at for at, line in enumerate(lines, 1) if _plain(line) in _said("behind")), None)
    begin = 0 if _PAGE.match(text) else title - 1
    for reading in readings:
        told = _told(reading, begin, behind or len(lines) + 1)
        noted = [each for each in reading.notes if _is_kind(each)]
        if told or noted:
            reading.unread = [row for row in reading.unread if row not in told]
            reading.notes = [each for each in reading.notes if each not in noted]
            reading.notes.append(Note("own_form", title))


def take_off_own_rows(readings: list[SetReading]) -> None:
    """The same of our workbook: its title and the rows between it and the forms."""
    for reading in readings:
        title = next((row.line for row in reading.unread if _is_title(row.text)), None)
        first = min((each.at.line for each in reading.set.objectives if each.at), default=None)
        if title is not None and first is not None and title < first:
            above = range(title, first)
            reading.unread = [row for row in reading.unread if row.line not in above]
            reading.notes.append(Note("own_form", title))


def _told(reading: SetReading, begin: int, behind: int) -> list[Unread]:
    """What stands above the first objective, right below one as a remark, and behind the last."""
    objectives = [each.at.line for each in reading.set.objectives if each.at]
    first = min(objectives, default=behind)
    below = {line + gap for line in objectives for gap in (1, 2)}
    return [
        row
        for row in reading.unread
        if begin < row.line < first or row.line in below or row.line >= behind or _is_note(row.text)
    ]


def _is_note(text: str) -> bool:
    return text.lstrip().startswith(("> ", '<p class="note"'))


def _is_title(line: str) -> bool:
    return _plain(line).startswith(_said("titles"))


def _is_kind(note: Note) -> bool:
    """Whether it tells of the cell in which our form says what a key result does."""
    return note.reason == "left_out" and fold(note.facts["text"]).startswith(_said("kinds"))


def _plain(line: str) -> str:
    """The words of a heading."""
    if len(line) > _MOST_ABOVE * 2:
        return ""
    return fold(_LEAD.sub(" ", _TAG.sub(" ", line))).strip()


@cache
def _said(what: str) -> tuple[str, ...]:
    return tuple(load("assistant.parsing.formats", "own_form.yml")[what])
