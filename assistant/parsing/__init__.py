"""Drafts of any format, read as OKR sets that know their places in the source."""

from assistant.parsing.drafts import read_draft, read_jsonl_line
from assistant.parsing.reading import ColumnUse, Draft, Format, Note, SetReading

__all__ = [
    "ColumnUse",
    "Draft",
    "Format",
    "Note",
    "SetReading",
    "read_draft",
    "read_jsonl_line",
]
