"""Lines put back into DOCX and XLSX: the XML of the one paragraph or string is changed, no more."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape, unescape
from io import BytesIO
from zipfile import ZipFile

from assistant.coaching.numbering import further
from assistant.errors import UnreadableInput

_PARTS = re.compile(r"word/document\.xml|xl/sharedStrings\.xml|xl/worksheets/[^/]+\.xml")
# A paragraph, or a string of a workbook; neither holds another of its kind.
_HELD = re.compile(r"<(w:p|si|is)(?: [^<>]*)?>.*?</\1>", re.DOTALL)
_RUN = re.compile(r"<(w:t|t)( [^<>]*)?>([^<]*)</\1>")

Change = tuple[str, tuple[str, ...]]


def replaced_in_office(data: bytes, changes: Sequence[Change]) -> bytes:
    """The archive with each line replaced where it first stands; other members as they are.

    Further lines of a split become paragraphs like the first, with the next free numbers; in a
    workbook they stand in the cell, a line each.

    Raises:
        UnreadableInput: `not_written`, when a line is not found.
    """
    left = list(changes)
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


@dataclass
class _Held:
    """A paragraph or string of the part, and what follows it up to the next."""

    xml: str
    tail: str

    @property
    def text(self) -> str:
        return "".join(unescape(run[3]) for run in _RUN.finditer(self.xml))


def _changed(xml: str, left: list[Change]) -> str:
    """The part with all lines in it that stand here; they are taken off the list."""
    found = list(_HELD.finditer(xml))
    ends = [*(one.start() for one in found[1:]), len(xml)]
    held = [_Held(one[0], xml[one.end() : end]) for one, end in zip(found, ends, strict=True)]
    for place, change in reversed(_places(held, left)):  # what is put in moves only what is done
        _put(held, place, change)
    lead = xml[: found[0].start()] if found else xml
    return lead + "".join(one.xml + one.tail for one in held)


def _places(held: Sequence[_Held], left: list[Change]) -> list[tuple[int, Change]]:
    """Where each change first stands; it is taken off the list."""
    places = []
    for place, one in enumerate(held):
        text = one.text if left else ""
        change = next((each for each in left if each[0] in text), None)
        if change is not None:
            left.remove(change)
            places.append((place, change))
    return places


def _put(held: list[_Held], place: int, change: Change) -> None:
    """Put a change in its paragraph, its further lines in paragraphs of their own or the cell."""
    before, (first, *more) = change
    model, text = held[place].xml, held[place].text
    start = text.find(before)
    end = start + len(before)
    labels = further(text[:start], [one.text for one in held[place + 1 :]], len(more))
    lines = [label + line for label, line in zip(labels.leads, more, strict=True)]
    if not model.startswith("<w:p"):  # a cell holds its lines
        held[place].xml = _in_runs(model, start, end, "\n".join([first, *lines]))
        return
    held[place].xml = _in_runs(model, start, end, first)
    at = place + labels.behind
    new = [_Held(_in_runs(model, 0, end, line), "") for line in lines]
    if new:
        new[-1].tail, held[at].tail = held[at].tail, ""
    held[at + 1 : at + 1] = new


def _in_runs(xml: str, start: int, end: int, line: str) -> str:
    """The new line goes into the run where the old one begins; the others lose their share."""
    runs = list(_RUN.finditer(xml))
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
