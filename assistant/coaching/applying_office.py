"""Lines put back into DOCX and XLSX: the XML of the one paragraph or cell is changed, no more."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape, unescape
from io import BytesIO
from zipfile import ZipFile

from assistant.coaching.applying_sheets import replaced_in_sheets
from assistant.coaching.applying_text import Edit
from assistant.coaching.numbering import further
from assistant.errors import UnreadableInput

_DOCUMENT = "word/document.xml"
_PARAGRAPH = re.compile(r"<w:p(?: [^<>]*)?>.*?</w:p>", re.DOTALL)
RUN = re.compile(r"<(w:t|t)( [^<>]*)?>([^<]*)</\1>")
# The level of a list that a paragraph stands in, by its own number or by the name of its style.
_LEVEL = re.compile(r'(<w:ilvl w:val=")(\d)(")|(<w:pStyle w:val="List(?:Bullet|Number))(")')


def replaced_in_office(data: bytes, edits: Sequence[Edit]) -> bytes:
    """The archive with each line replaced where it stands; other members as they are.

    Further lines of a split become paragraphs like the first, with the next free numbers; in a
    workbook they stand in the cell, a line each. Work stands below its line.

    Raises:
        UnreadableInput: `not_written`, when a line is not found.
    """
    with ZipFile(BytesIO(data)) as source:
        members = {one.filename: source.read(one) for one in source.infolist()}
        if _DOCUMENT in members:
            changed = {_DOCUMENT: _in_document(members[_DOCUMENT], edits)}
        else:
            changed = replaced_in_sheets(members, edits)
        target = BytesIO()
        with ZipFile(target, "w") as made:
            for one in source.infolist():
                made.writestr(one, changed.get(one.filename, members[one.filename]))
    return target.getvalue()


@dataclass
class _Held:
    """A paragraph of the document, and what follows it up to the next."""

    xml: str
    tail: str

    @property
    def text(self) -> str:
        return "".join(unescape(run[3]) for run in RUN.finditer(self.xml))


def _in_document(content: bytes, edits: Sequence[Edit]) -> bytes:
    """The document with all lines in it."""
    xml = content.decode("utf-8")
    found = list(_PARAGRAPH.finditer(xml))
    ends = [*(one.start() for one in found[1:]), len(xml)]
    held = [_Held(one[0], xml[one.end() : end]) for one, end in zip(found, ends, strict=True)]
    for place, edit in reversed(_places(held, edits)):  # what is put in moves only what is done
        _put(held, place, edit)
    lead = xml[: found[0].start()] if found else xml
    return (lead + "".join(one.xml + one.tail for one in held)).encode("utf-8")


def _places(held: Sequence[_Held], edits: Sequence[Edit]) -> list[tuple[int, Edit]]:
    """Where each line first stands that has not been taken, in the order of the document."""
    left = list(edits)
    places = []
    for place, one in enumerate(held):
        text = one.text if left else ""
        edit = next((each for each in left if each.before in text), None)
        if edit is not None:
            left.remove(edit)
            places.append((place, edit))
    if left:
        raise UnreadableInput("not_written", quote=left[0].before[:60])
    return places


def _put(held: list[_Held], place: int, edit: Edit) -> None:
    """Put a change in its paragraph, its further lines and its work in paragraphs of their own."""
    first, *more = edit.lines
    model, text = held[place].xml, held[place].text
    start = text.find(edit.before)
    end = start + len(edit.before)
    labels = further(text[:start], [one.text for one in held[place + 1 :]], len(more))
    held[place].xml = in_runs(model, start, end, first)
    lines = [label + line for label, line in zip(labels.leads, more, strict=True)]
    _insert(held, place + labels.behind, [in_runs(model, 0, end, line) for line in lines])
    if edit.work:
        below = _deeper(model) if edit.nested else model
        at = place if labels.behind else place + len(more)
        _insert(held, at, [in_runs(below, 0, len(text), edit.work)])


def _insert(held: list[_Held], at: int, paragraphs: Sequence[str]) -> None:
    """Put paragraphs behind one; what follows that one then follows the last of them."""
    new = [_Held(xml, "") for xml in paragraphs]
    if new:
        new[-1].tail, held[at].tail = held[at].tail, ""
    held[at + 1 : at + 1] = new


def _deeper(xml: str) -> str:
    """A paragraph of a list one level further in; any other as it is."""
    return _LEVEL.sub(
        lambda m: f"{m[1]}{int(m[2]) + 1}{m[3]}" if m[1] else f"{m[4]}2{m[5]}", xml, count=1
    )


def in_runs(xml: str, start: int, end: int, line: str) -> str:
    """The new line goes into the run where the old one begins; the others lose their share."""
    runs = list(RUN.finditer(xml))
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
