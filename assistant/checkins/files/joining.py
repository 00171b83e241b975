"""Tables of check-ins joined to the key results of a set; what cannot be joined is listed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from assistant.checkins.arithmetic.goal import Place
from assistant.checkins.entries import Told, field_of, read_checkin, says_nothing
from assistant.errors import CoachError, InputTooLarge, UnreadableInput
from assistant.language.script import fold
from assistant.models import OkrSet
from assistant.models.cycle import CheckIn
from assistant.parsing import Format, Note
from assistant.parsing.formats.recognising import decode, recognise
from assistant.parsing.names import plain_name
from assistant.parsing.reading import LineCount
from assistant.parsing.tables.columns import HEADER_ROWS, Row
from assistant.parsing.tables.markup import find_tables
from assistant.settings import Settings

_PLACE = ("objective", "key_result", "date", "author")
# KR1.2, O1 KR2, 1.2, O1-KR2
_BOTH = re.compile(r"(?:o|目标)? ?(\d{1,3}) ?(?:[ .\-_/]|的)? ?(?:kr|关键结果)? ?(\d{1,3})")
_DOTTED = re.compile(r"(?:kr|关键结果)? ?(\d{1,3})[.\-](\d{1,3})")
_ONE = re.compile(r"(?:o|kr|目标|关键结果|#)? ?#?(\d{1,3})")
_LEAST_WORDS = 4  # a shorter part of a key result's text could be in any


@dataclass
class Joiner:
    """Finds the key result that a row is about."""

    okr_set: OkrSet

    @cached_property
    def places(self) -> dict[Place, str]:
        """The plain text of each key result."""
        return {
            (number, place): plain_name(one.text)
            for number, objective in enumerate(self.okr_set.objectives)
            for place, one in enumerate(objective.key_results)
        }

    def place(self, objective: str, key_result: str) -> Place | None:
        """The key result that a row names by label or words; None where none or several fit."""
        return self._by_number(objective, key_result) or self._by_words(objective, key_result)

    def _by_number(self, objective: str, key_result: str) -> Place | None:
        told = fold(key_result).strip()
        both = _DOTTED.fullmatch(told) or _BOTH.fullmatch(told)
        number = _ONE.fullmatch(told)
        if both and not number:
            return self._known(int(both[1]), int(both[2]))
        if number is None:
            return None
        of = self._objective(objective)
        return None if of is None else self._known(of + 1, int(number[1]))

    def _objective(self, told: str) -> int | None:
        """The objective that is named; the only one where none is."""
        number = _ONE.fullmatch(fold(told).strip())
        if number:
            return int(number[1]) - 1
        if not told.strip():
            return 0 if len(self.okr_set.objectives) == 1 else None
        plain = plain_name(told)
        texts = [plain_name(one.objective) for one in self.okr_set.objectives]
        return texts.index(plain) if texts.count(plain) == 1 else None

    def _known(self, objective: int, key_result: int) -> Place | None:
        place = (objective - 1, key_result - 1)
        return place if place in self.places else None

    def _by_words(self, objective: str, key_result: str) -> Place | None:
        plain = plain_name(key_result)
        if len(plain) < _LEAST_WORDS:
            return None
        of = self._objective(objective) if objective.strip() else None
        among = {p: text for p, text in self.places.items() if of is None or p[0] == of}
        same = [place for place, text in among.items() if text == plain]
        found = same or [
            p for p, text in among.items() if text and (plain in text or text in plain)
        ]
        return found[0] if len(found) == 1 else None


def read_table(
    data: bytes | str, *, name: str | None, okr_set: OkrSet, year: int | None, settings: Settings
) -> tuple[list[CheckIn], list[Note]]:
    """The check-ins of a CSV, XLSX or Markdown table, and what could not be joined.

    Raises:
        UnreadableInput: `no_checkins` where no table of check-ins is found; or as for drafts.
    """
    try:
        if len(data) > settings.max_bytes:
            raise InputTooLarge("bytes", limit=settings.max_bytes, size=len(data))
        told = Told(settings.max_line_chars, year)
        found = False
        checkins: list[CheckIn] = []
        for rows in _tables(data, name, settings):
            header = _header(rows)
            if header:
                found = True
                checkins += _rows(rows[header[0] + 1 :], header[1], Joiner(okr_set), told)
        if not found:
            raise UnreadableInput("no_checkins")
    except CoachError as error:
        error.file = error.file or name
        raise
    return checkins, told.notes


def _tables(data: bytes | str, name: str | None, settings: Settings) -> Iterator[list[Row]]:
    from assistant.parsing.formats.spreadsheets import csv_rows, likeliest_separator, sheets_of

    form = recognise(data, name)
    if form is Format.XLSX and isinstance(data, bytes):
        from assistant.parsing.formats.archives import check_archive

        check_archive(data, "xlsx", settings)
        yield from (rows for _, rows in sheets_of(data, settings) if rows)
        return
    text = decode(data)
    LineCount(settings).add(text.count("\n") + 1)
    tables = [table.rows for table in find_tables(text).values()]
    if tables and form is not Format.CSV:
        yield from tables
    else:
        yield csv_rows(text, likeliest_separator(text), settings)


def _header(rows: list[Row]) -> tuple[int, dict[int, str]] | None:
    """The row that names the columns: it needs a key result and something that is said of it."""
    for number, row in enumerate(rows[:HEADER_ROWS]):
        columns: dict[int, str] = {}
        for position, cell in enumerate(row):
            name = field_of("checkin", cell.text.strip("*_ "))
            if name and name not in columns.values():
                columns[position] = name
        if "key_result" in columns.values() and set(columns.values()) - set(_PLACE):
            return number, columns
    return None


def _rows(rows: list[Row], columns: dict[int, str], joiner: Joiner, told: Told) -> list[CheckIn]:
    checkins = []
    for row in rows:
        fields = {name: row[at].text for at, name in columns.items() if at < len(row)}
        if _is_rule(fields) or says_nothing(fields, _PLACE):
            continue
        checkin = _checkin(fields, row[0].line, joiner, told)
        checkins += [checkin] if checkin else []
    return checkins


def _is_rule(fields: dict[str, str]) -> bool:
    return all(set(value.strip()) <= set("-: ") for value in fields.values())


def _checkin(fields: dict[str, str], line: int, joiner: Joiner, told: Told) -> CheckIn | None:
    key_result = fields.pop("key_result", "")
    place = joiner.place(fields.pop("objective", ""), key_result)
    if place is None:
        told.note("no_place", line, "key_result", key_result)
        return None
    return read_checkin({**fields, "objective": place[0], "key_result": place[1]}, line, told)
