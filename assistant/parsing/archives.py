"""Office files are archives: what is in them is checked before anything is unpacked."""

from __future__ import annotations

import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from assistant.errors import InputTooLarge, UnreadableInput
from assistant.settings import Settings as Limits

_MOST_MEMBERS = 2_000
_EXPANSION = 20  # text of a spreadsheet is packed about ten to one
_PROLOGUE = 2_000
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
                head = content.read(_PROLOGUE)
            if b"<!" in head.replace(b"<!--", b""):
                raise UnreadableInput("entities")
