"""Lines put back into the cells of a workbook: a changed cell gets a string of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape, unescape

from assistant.coaching.applying_text import Edit
from assistant.coaching.numbering import further
from assistant.errors import UnreadableInput

_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_STRINGS = "xl/sharedStrings.xml"
_STRING = re.compile(r"<si(?: [^<>]*)?>(.*?)</si>|<si ?/>", re.DOTALL)
_PHONETIC = re.compile(r"<rPh[ >].*?</rPh>", re.DOTALL)  # how a text is spoken is no part of it
_CELL = re.compile(r"<c ([^<>]*)(?<!/)>(.*?)</c>", re.DOTALL)
_PLACE = re.compile(r'\br="([A-Z]{1,3})(\d{1,7})"')
_TYPE = re.compile(r'\s*\bt="(\w+)"')
_VALUE = re.compile(r"<v>(\d+)</v>")
_RUN = re.compile(r"<t(?: [^<>]*)?>([^<]*)</t>")
_LETTERS = 26


@dataclass(frozen=True, slots=True)
class _Cell:
    sheet: str
    match: re.Match[str]
    row: int
    column: int
    text: str


def replaced_in_sheets(members: Mapping[str, bytes], edits: Sequence[Edit]) -> dict[str, bytes]:
    """The sheets that change, with all lines in them.

    Raises:
        UnreadableInput: `not_written`, when a line is not found.
    """
    strings = _strings(members)
    sheets = {name: members[name].decode("utf-8") for name in members if _SHEET.fullmatch(name)}
    cells = [one for name in sorted(sheets, key=_order) for one in _cells(name, sheets, strings)]
    held: dict[tuple[str, int], tuple[_Cell, list[Edit]]] = {}
    for edit in edits:
        cell = _cell_of(edit, cells)
        if cell is None:
            raise UnreadableInput("not_written", quote=edit.before[:60])
        held.setdefault((cell.sheet, cell.match.start()), (cell, []))[1].append(edit)
    changed: dict[str, str] = {}
    for (name, _), (cell, own) in sorted(held.items(), key=lambda one: one[0], reverse=True):
        text = cell.text
        for edit in own:
            text = _with(text, edit)
        xml = changed.get(name, sheets[name])
        changed[name] = xml[: cell.match.start()] + _written(cell, text) + xml[cell.match.end() :]
    return {name: xml.encode("utf-8") for name, xml in changed.items()}


def _order(name: str) -> tuple[int, str]:
    return len(name), name  # sheet2 before sheet10


def _strings(members: Mapping[str, bytes]) -> list[str]:
    shared = members.get(_STRINGS, b"").decode("utf-8")
    return [_text(one[1] or "") for one in _STRING.finditer(shared)]


def _text(xml: str) -> str:
    return "".join(unescape(run[1]) for run in _RUN.finditer(_PHONETIC.sub("", xml)))


def _cells(name: str, sheets: Mapping[str, str], strings: Sequence[str]) -> Iterator[_Cell]:
    """The cells of a sheet that hold a text, and no formula."""
    for found in _CELL.finditer(sheets[name]):
        place, kind, value = (
            _PLACE.search(found[1]),
            _TYPE.search(found[1]),
            _VALUE.search(found[2]),
        )
        if place is None or kind is None or "<f" in found[2]:
            continue
        text = _text(found[2])
        if kind[1] == "s" and value and int(value[1]) < len(strings):
            text = strings[int(value[1])]
        yield _Cell(name, found, int(place[2]), _number(place[1]), text)


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number


def _cell_of(edit: Edit, cells: Sequence[_Cell]) -> _Cell | None:
    """The cell where a line was read; else the first that holds its words."""
    found = [one for one in cells if edit.before in one.text]
    at = edit.at
    here = [one for one in found if at and (one.row, one.column) == (at.line, at.column)]
    return next(iter([*here, *found]), None)


def _with(text: str, edit: Edit) -> str:
    """The text of a cell with a line, the lines that follow it and its work in it."""
    first, *more = edit.lines
    start = text.find(edit.before)
    lead = text[:start].rsplit("\n", 1)[-1]
    rest = text[start + len(edit.before) :].split("\n")
    labels = further(lead, rest[1:], len(more))
    lines = [label + line for label, line in zip(labels.leads, more, strict=True)]
    work = [edit.work] if edit.work else []
    return "\n".join([text[:start] + first + rest[0], *lines, *work, *rest[1:]])


def _written(cell: _Cell, text: str) -> str:
    """A cell with a string of its own, in its old form."""
    attributes = _TYPE.sub("", cell.match[1]).strip()
    held = f'<is><t xml:space="preserve">{escape(text, quote=False)}</t></is>'
    return f'<c {attributes} t="inlineStr">{held}</c>'
