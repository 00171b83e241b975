"""Files of many kinds as Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from pathlib import PurePath

from assistant.errors import InputTooLarge, UnknownFormat, UnreadableInput
from assistant.parsing.formats.recognising import decode
from assistant.patterns import lazy

MOST_CHARACTERS = 2_000_000
_CONTROL = lazy(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # an Office file behind a password


class Kind(StrEnum):
    """What a file is."""

    TEXT = "text"
    HTML = "html"
    DOCX = "docx"
    XLSX = "xlsx"
    PDF = "pdf"


ENDINGS = {
    ".md": Kind.TEXT,
    ".markdown": Kind.TEXT,
    ".txt": Kind.TEXT,
    ".text": Kind.TEXT,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".docx": Kind.DOCX,
    ".xlsx": Kind.XLSX,
    ".pdf": Kind.PDF,
}


def kind_of(data: bytes, name: str) -> Kind:
    """What a file is, by its first bytes, else by its name.

    Raises:
        UnknownFormat: `own_document`, or `old_office`.
        UnreadableInput: `encrypted`, or `not_docx`, `not_xlsx`, `not_pdf`: it is named so only.
    """
    if data.startswith(_OLD_OFFICE):
        if _ENCRYPTED in data:
            raise UnreadableInput("encrypted")
        raise UnknownFormat("old_office")
    if b"%PDF-" in data[:1024]:
        return Kind.PDF
    named = ENDINGS.get(PurePath(name).suffix.lower())
    if named is None:
        raise UnknownFormat("own_document", known=", ".join(ENDINGS))
    packed = data.startswith(b"PK\x03\x04")
    if named is Kind.PDF or (named in (Kind.DOCX, Kind.XLSX) and not packed):
        raise UnreadableInput(f"not_{named.value}")
    return named


def markdown_of(data: bytes, kind: Kind) -> str:
    """The content of a file as Markdown.

    Raises:
        UnreadableInput: What is wrong with it; `InputTooLarge` where it is too much.
    """
    text = _CONTROL.sub("", _reader(kind)(data))
    if not re.search(r"\w", text):
        raise UnreadableInput("empty_document")
    if len(text) > MOST_CHARACTERS:
        raise InputTooLarge("characters", limit=MOST_CHARACTERS)
    return text


def _reader(kind: Kind) -> Callable[[bytes], str]:
    """The reader of a kind; each one's library is loaded only when it is needed."""
    if kind is Kind.PDF:
        from assistant.knowledge.company.pdf import pdf_markdown

        return pdf_markdown
    if kind is Kind.HTML:
        from assistant.knowledge.company.html import html_markdown

        return html_markdown
    if kind is Kind.TEXT:
        return decode
    from assistant.knowledge.company import office

    return office.docx_markdown if kind is Kind.DOCX else office.xlsx_markdown
