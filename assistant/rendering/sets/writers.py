"""In which forms sets are handed on."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from importlib import import_module

from assistant.models import Language, OkrSet

OFFICE = "application/vnd.openxmlformats-officedocument."
_WHERE_READ = {"at"}  # places in a draft that nobody has any more
_MODULES = {"markdown": "marked", "csv": "flat", "xlsx": "book", "docx": "word"}


class SetFormat(StrEnum):
    """What sets can be written as."""

    MARKDOWN = "markdown"
    DOCX = "docx"
    XLSX = "xlsx"
    CSV = "csv"
    JSON = "json"


MEDIA_TYPES = {
    SetFormat.MARKDOWN: "text/markdown; charset=utf-8",
    SetFormat.DOCX: f"{OFFICE}wordprocessingml.document",
    SetFormat.XLSX: f"{OFFICE}spreadsheetml.sheet",
    SetFormat.CSV: "text/csv; charset=utf-8",
    SetFormat.JSON: "application/json",
}
ENDINGS = {form: "md" if form is SetFormat.MARKDOWN else str(form) for form in SetFormat}


def write_sets(sets: Sequence[OkrSet], form: SetFormat, language: Language) -> bytes:
    """The sets in a form; labels and headings are in `language`, only what it needs is loaded."""
    if form is SetFormat.JSON:
        return _json(sets)
    module = import_module(f"assistant.rendering.sets.{_MODULES[form]}")
    written: bytes = module.written(sets, language)
    return written


def _json(sets: Sequence[OkrSet]) -> bytes:
    """One set as an object, several as a list, as `check` reads them."""
    told = [_clean(each.model_dump(mode="json", exclude_defaults=True)) for each in sets]
    from json import dumps

    return (dumps(told[0] if len(told) == 1 else told, ensure_ascii=False, indent=2) + "\n").encode(
        "utf-8", "replace"
    )


def _clean(part: object) -> object:
    if isinstance(part, dict):
        return {key: _clean(one) for key, one in part.items() if key not in _WHERE_READ}
    return [_clean(one) for one in part] if isinstance(part, list) else part
