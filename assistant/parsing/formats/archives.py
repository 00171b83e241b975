"""Office files are archives: what is in them is checked before anything is unpacked."""

from __future__ import annotations

import re
import zlib
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from assistant.errors import InputTooLarge, UnreadableInput
from assistant.patterns import lazy
from assistant.settings import Settings as Limits

_MOST_MEMBERS = 2_000
_EXPANSION = 20  # text of a spreadsheet is packed about ten to one
_LONGEST_PROLOGUE = 65_536
_PROLOGUE = lazy(r"(?>\s+|<\?.*?\?>|<!--.*?-->)*+", re.DOTALL)
_ENCODING = lazy(r"<\?xml[^>]{0,100}?encoding\s{0,9}=\s{0,9}[\"']([^\"']{0,40})")
_ENCODINGS = frozenset(("utf-8", "utf-16", "us-ascii", "ascii"))
_READ_ERRORS = (
    BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError, zlib.error,
)  # fmt: skip


def check_archive(data: bytes, form: str, limits: Limits) -> None:
    """Refuse an archive that unpacks to too much, or whose XML declares entities.

    Raises:
        InputTooLarge: `unpacked`.
        UnreadableInput: `not_xlsx`, `not_docx`, or `entities`.
    """
    try:
        with ZipFile(BytesIO(data)) as archive:
            _check_sizes(archive, limits)
            _check_prologues(archive)
    except _READ_ERRORS as error:
        raise UnreadableInput(f"not_{form}") from error


def _check_sizes(archive: ZipFile, limits: Limits) -> None:
    members = archive.infolist()
    limit = limits.max_bytes * _EXPANSION
    if len(members) > _MOST_MEMBERS or sum(member.file_size for member in members) > limit:
        raise InputTooLarge("unpacked", limit=limit)


def _check_prologues(archive: ZipFile) -> None:
    """Office programs write no DTD; where there is one, it is there to do harm."""
    for member in archive.infolist():
        if member.filename.endswith((".xml", ".rels")):
            with archive.open(member) as content:
                _check_prologue(_text(content.read(_LONGEST_PROLOGUE)))


def _check_prologue(head: str) -> None:
    rest = _PROLOGUE.sub("", head, count=1)
    if rest.startswith("<!"):
        raise UnreadableInput("entities")
    if head and not re.match(r"<[^?]", rest):
        raise ValueError("no root element")


def _text(head: bytes) -> str:
    """The beginning of a part; the XML parsers know encodings in which it could hide a DTD."""
    wide = head.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
    text = head.decode("utf-16" if wide else "utf-8-sig", errors="replace")
    declared = _ENCODING.match(text)
    if "\0" in text or (declared and declared[1].lower() not in _ENCODINGS):
        raise ValueError("no known encoding")
    return text
