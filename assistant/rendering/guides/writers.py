"""In which forms guides and template sets are written."""

from __future__ import annotations

from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the shapes take a hundredth of the start of every command
    from assistant.models.guide import Guide, Template


class GuideFormat(StrEnum):
    """What a guide can be written as."""

    MARKDOWN = "markdown"
    JSON = "json"
    HTML = "html"
    DOCX = "docx"


class TemplateFormat(StrEnum):
    """What a template set can be written as."""

    MARKDOWN = "markdown"
    JSON = "json"
    HTML = "html"
    DOCX = "docx"
    XLSX = "xlsx"


OFFICE = "application/vnd.openxmlformats-officedocument."
MEDIA_TYPES = {
    "markdown": "text/markdown; charset=utf-8",
    "json": "application/json",
    "html": "text/html; charset=utf-8",
    "docx": f"{OFFICE}wordprocessingml.document",
    "xlsx": f"{OFFICE}spreadsheetml.sheet",
}
ENDINGS = {"markdown": "md", "json": "json", "html": "html", "docx": "docx", "xlsx": "xlsx"}


def write(document: Guide | Template, form: GuideFormat | TemplateFormat) -> bytes:
    """A guide or a template set in a form; only what that form needs is loaded."""
    if form in (GuideFormat.JSON, TemplateFormat.JSON):
        return document.model_dump_json(indent=2).encode()
    kind = "guide" if isinstance(form, GuideFormat) else "template"
    module = import_module(f"assistant.rendering.guides.{form}")
    written: bytes | str = getattr(module, f"{kind}_{form}")(document)
    return written.encode() if isinstance(written, str) else written
