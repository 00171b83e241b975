"""Which format an input has, and its bytes as text."""

from __future__ import annotations

import json
import re
from pathlib import PurePath

from assistant.errors import UnknownFormat, UnreadableInput
from assistant.language.script import fold
from assistant.parsing.names import data, field_named
from assistant.parsing.reading import Format
from assistant.patterns import lazy

_BY_ENDING = {
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".mdx": Format.MARKDOWN,
    ".rst": Format.TEXT,
    ".yml": Format.YAML,
    ".yaml": Format.YAML,
    ".json": Format.JSON,
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
    ".csv": Format.CSV,
    ".tsv": Format.CSV,
    ".xlsx": Format.XLSX,
    ".xlsm": Format.XLSX,
    ".docx": Format.DOCX,
}
_OFFICE = {b"xl/workbook.xml": Format.XLSX, b"word/document.xml": Format.DOCX}
_ZIP = b"PK\x03\x04"
# The first bytes of what people try besides, and the message that tells them what to do.
_FOREIGN = {
    b"\xd0\xcf\x11\xe0": "old_office",
    b"%PDF": "pdf",
    b"\x89PNG": "picture",
    b"\xff\xd8\xff": "picture",
    b"GIF8": "picture",
    b"\x1f\x8b": "archive",
    b"Rar!": "archive",
    b"7z\xbc\xaf": "archive",
}
_BYTE_ORDER_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
# What old Windows programs write; the one in which most OKR words appear is taken.
_LEGACY = ("gb18030", "big5", "cp1252")
_SURROGATE = lazy(r"[\ud800-\udfff]")
_CONTROL = lazy(r"[\x00-\x08\x0e-\x1f\x7f]")

_TELLING = 20_000  # characters in which a draft shows its format
_SETS_KEY = r"(?:objectives|key_results|keyResults|krs|okrs|sets)"
_YAML = lazy(rf"^(?:---[ \t]*\n)?(?:[^\n]*\n){{0,40}}?\s{{0,8}}(?:- )?{_SETS_KEY}:(?:\s|$)", re.M)
# A set below keys of the author's own, all the lines above it keys too: "OKR:\n  Q4:\n …".
_NESTED_YAML = lazy(
    r"(?:---[ \t]*\n)?(?:[ \t]*(?:- )?[\w-]+:[^\n]*\n|[ \t]*\n){1,40}?"
    r"[ ]{2,24}key[_-]?results?:[ ]*\n[ ]*- [\w-]+:[ ]",
    re.IGNORECASE,
)
_MARKDOWN = lazy(
    r"^\s{0,8}(?:#{1,6}\s|```|\|.*\|\s*$|>\s)"
    r"|\*\*[^\s*]|__[^\s_]|`[^`\n]+`|\]\(|~~|</?[a-z][a-z0-9]{0,9}[ />]|&#?[a-z0-9]{2,8};"
    r"|(?<![\w*])[*_][^\s*_][^*_\n]{0,200}[*_](?!\w)",
    re.MULTILINE | re.IGNORECASE,
)


def recognise(data: str | bytes, name: str | None) -> Format:
    """The format of an input, by its content where that is clear, else by its name.

    Raises:
        UnknownFormat: `pdf`, `old_office`, `picture`, `archive`, `office_kind`, naming what to do.
    """
    if isinstance(data, bytes) and data.startswith(_ZIP):
        return _office(data)
    if isinstance(data, bytes) and (reason := _foreign(data)):
        raise UnknownFormat(reason, file=name)
    ending = PurePath(name).suffix.lower() if name else ""
    named = _BY_ENDING.get(ending)
    if named in (Format.XLSX, Format.DOCX):
        raise UnreadableInput(f"not_{named.value}", file=name)
    text = decode(data) if named in (None, Format.TEXT, Format.MARKDOWN) else ""
    if named and not (text and _is_json(text)):
        return named
    return _by_content(text)


def _office(data: bytes) -> Format:
    for member, form in _OFFICE.items():
        if member in data:
            return form
    raise UnknownFormat("archive")


def _foreign(data: bytes) -> str | None:
    return next((reason for start, reason in _FOREIGN.items() if data.startswith(start)), None)


def _by_content(text: str) -> Format:
    head = text.lstrip(_BLANKS)
    if _JSON.match(head) and (_is_jsonl(head) or not _LINKS.match(head) or _is_json(head)):
        return Format.JSONL if _is_jsonl(head) else Format.JSON
    if _YAML.match(text[:_TELLING]) or _NESTED_YAML.match(text[:_TELLING]):
        return Format.YAML
    if separator(text):
        return Format.CSV
    return Format.MARKDOWN if _MARKDOWN.search(text) else Format.TEXT


def _is_json(text: str) -> bool:
    """Whether a text is JSON as a whole, one value or one a line."""
    head = text.lstrip(_BLANKS)
    if not _JSON.match(head):
        return False
    try:
        json.loads(head)
    except (ValueError, RecursionError):
        return _is_jsonl(head)
    return True


_BLANKS = "\ufeff \t\r\n"
_JSON = lazy(r'\{\s*["}]|\[\s*[{"\]\[]')
_LINKS = lazy(r"\[\[|\[\]")  # a wiki's link, an empty box


def _is_jsonl(head: str) -> bool:
    """Several lines, the first of which is a whole object."""
    first, _, rest = head.partition("\n")
    if not first.startswith("{") or not rest.lstrip().startswith("{"):
        return False
    try:
        json.loads(first)
    except (ValueError, RecursionError):
        return False
    return True


def separator(text: str) -> str | None:
    """What separates the cells of a table, if the first lines are its header; else None."""
    lines = [line for line in text[:4000].splitlines() if line.strip()]
    for at, line in enumerate(lines[:5]):
        for sign in ("\t", ",", ";", "，"):
            if _is_header(line.split(sign)) and _parts_rows(sign, lines[at + 1 :]):
                return sign
    return None


def _parts_rows(sign: str, below: list[str]) -> bool:
    """Whether rows below a header have its sign: "Objectives, Key Results" may be a title."""
    return not below or any(sign in line for line in below)


def _is_header(cells: list[str]) -> bool:
    names = [cell.strip().strip('"') for cell in cells]
    if len(names) < 2 or max(map(len, names)) > 40:
        return False
    known = [field_named("key_result", n) or field_named("objective", n) for n in names]
    needed = {"text", "objective", "key_results"} & set(known)
    return bool(needed) and sum(map(bool, known)) * 2 >= len(names)


def decode(data: str | bytes) -> str:
    """The input as text: UTF-8, UTF-16 with its mark, or an old encoding that shows OKR words.

    Raises:
        UnreadableInput: `binary` or `not_utf8`.
    """
    if isinstance(data, str):
        return _text(data)
    for mark, encoding in _BYTE_ORDER_MARKS.items():
        if data.startswith(mark):
            return _text(_decoded(data, encoding))
    if b"\0" in data:
        raise UnreadableInput("binary")
    try:
        return _text(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        return _legacy(data, error.start)


def _text(text: str) -> str:
    """Line ends made equal; a text full of control characters is none."""
    if len(_CONTROL.findall(text[:4000])) * 10 > len(text[:4000]):
        raise UnreadableInput("binary")
    return whole_characters(text).removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def whole_characters(text: str) -> str:
    """The text with lone halves of characters replaced: nothing can encode them."""
    if not _SURROGATE.search(text):
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableInput("not_utf8", line=data.count(b"\n", 0, error.start) + 1) from error


def _legacy(data: bytes, bad_byte: int) -> str:
    found = [text for encoding in _LEGACY if (text := _try(data, encoding)) is not None]
    best = max(found, key=_okr_words, default=None)
    if best is None or not _okr_words(best):
        raise UnreadableInput("not_utf8", line=data.count(b"\n", 0, bad_byte) + 1)
    return _text(best)


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _okr_words(text: str) -> int:
    folded = fold(text[:100_000])
    return sum(folded.count(word) for word in data("marks")["telling"])
