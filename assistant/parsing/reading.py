"""What the reading of a draft gives: sets, what stayed unread, and notes on what was left out."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from assistant.errors import InputTooLarge
from assistant.models import OkrSet, Unread
from assistant.records import record
from assistant.settings import Settings as Limits


class Format(StrEnum):
    """The formats that a draft can have."""

    TEXT = "text"
    MARKDOWN = "markdown"
    YAML = "yaml"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    XLSX = "xlsx"
    DOCX = "docx"


class LineCount:
    """Counts the lines of a draft up to the limit.

    One line may hold a whole table or JSON value, so objectives, key results and initiatives are
    counted as the lines that they are elsewhere.
    """

    def __init__(self, limits: Limits) -> None:
        """Begin at none."""
        self._limit = limits.max_lines
        self._count = 0

    def add(self, lines: int = 1) -> None:
        """Count more lines.

        Raises:
            InputTooLarge: `lines`.
        """
        self._count += lines
        if self._count > self._limit:
            raise InputTooLarge("lines", limit=self._limit, size=self._count)


@record
class Note:
    """Something of the source that did not go into the set, told with `say("parsing", reason)`."""

    reason: str
    line: int | None = None
    field: str | None = None
    facts: dict[str, Any] = dataclasses.field(default_factory=dict)


@dataclass(slots=True)
class SetReading:
    """One set as it was read."""

    set: OkrSet
    unread: list[Unread] = dataclasses.field(default_factory=list)
    notes: list[Note] = dataclasses.field(default_factory=list)


@record
class ColumnUse:
    """How a column of a table was understood; `field` is None where it was not."""

    header: str
    field: str | None
    column: int
    sheet: str | None = None


@dataclass(slots=True)
class Draft:
    """A draft as it was read.

    `text` is the source as text, for marking words in it; None where the source has no text form
    (XLSX). For DOCX it holds one paragraph a line, and places refer to it.
    """

    format: Format
    sets: list[SetReading]
    columns: list[ColumnUse] = dataclasses.field(default_factory=list)
    text: str | None = None
