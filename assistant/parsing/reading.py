"""What the reading of a draft gives: sets, what stayed unread, and notes on what was left out."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from assistant.models import OkrSet, Unread


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


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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
