"""Lines put back into DOCX and XLSX: the XML of the one paragraph or string is changed, no more."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape, unescape
from io import BytesIO
from zipfile import ZipFile

from assistant.errors import UnreadableInput

_PARTS = re.compile(r"word/document\.xml|xl/sharedStrings\.xml|xl/worksheets/[^/]+\.xml")
# A paragraph, or a string of a workbook; neither holds another of its kind.
_HELD = re.compile(r"<(w:p|si|is)(?: [^<>]*)?>.*?</\1>", re.DOTALL)
_RUN = re.compile(r"<(w:t|t)( [^<>]*)?>([^<]*)</\1>")

Change = tuple[str, tuple[str, ...]]


def replaced_in_office(data: bytes, changes: Sequence[Change]) -> bytes:
    """The archive with each line replaced where it first stands; other members as they are.

    Raises:
        UnreadableInput: `not_written`, when a line is not found, or shall become several.
    """
    left = [(before, _single(before, lines)) for before, lines in changes]
    target = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(target, "w") as changed:
        for member in source.infolist():
            content = source.read(member)
            if _PARTS.fullmatch(member.filename):
                content = _changed(content.decode("utf-8"), left).encode("utf-8")
            changed.writestr(member, content)
    if left:
        raise UnreadableInput("not_written", quote=left[0][0][:60])
    return target.getvalue()


def _single(before: str, lines: tuple[str, ...]) -> str:
    if len(lines) != 1:
        raise UnreadableInput("not_written", quote=before[:60])
    return lines[0]


def _changed(xml: str, left: list[tuple[str, str]]) -> str:
    """The part with all lines in it that stand here; they are taken off the list."""
    out, at = [], 0
    for held in _HELD.finditer(xml):
        out.append(xml[at : held.start()])
        out.append(_paragraph(held[0], left))
        at = held.end()
    return "".join([*out, xml[at:]])


def _paragraph(xml: str, left: list[tuple[str, str]]) -> str:
    runs = list(_RUN.finditer(xml))
    text = "".join(unescape(run[3]) for run in runs)
    for change in left:
        start = text.find(change[0])
        if start >= 0:
            left.remove(change)
            return _in_runs(xml, runs, start, start + len(change[0]), change[1])
    return xml


def _in_runs(xml: str, runs: Sequence[re.Match[str]], start: int, end: int, line: str) -> str:
    """The new line goes into the run where the old one begins; the others lose their share."""
    out, at, place, put = [], 0, 0, False
    for run in runs:
        text = unescape(run[3])
        a, b = max(start - place, 0), min(end - place, len(text))
        if a < b:
            text = text[:a] + ("" if put else line) + text[b:]
            put = True
        place += len(unescape(run[3]))
        out.append(xml[at : run.start()])
        kept = run[2] if run[2] and "space" in run[2] else f'{run[2] or ""} xml:space="preserve"'
        out.append(f"<{run[1]}{kept}>{escape(text, quote=False)}</{run[1]}>")
        at = run.end()
    return "".join([*out, xml[at:]])
