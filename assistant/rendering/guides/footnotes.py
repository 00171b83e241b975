"""Footnotes in a DOCX: python-docx has none, so the part is made here as the format asks.

Office Open XML, part 1 (ECMA-376), 17.11: a footnotes part with two separators and one note each.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from docx.document import Document
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
HALF_POINTS = "16"  # the size of a note: 8 points
_FIRST = 1  # -1 and 0 are the separators


class Footnotes:
    """Collects the notes of a document; `finish` writes them into it."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._texts: list[str] = []

    def cite(self, paragraph: Paragraph, texts: Iterable[str]) -> None:
        """Put the marks of notes at the end of the paragraph, with a comma between them.

        A text is a note once; where it is cited again, its number leads back to it.
        """
        for place, text in enumerate(texts):
            if place:
                _raised(paragraph, ",")
            if text in self._texts:
                self._again(paragraph, self._texts.index(text) + _FIRST)
            else:
                self._texts.append(text)
                self._new(paragraph, len(self._texts) - 1 + _FIRST)

    def _new(self, paragraph: Paragraph, number: int) -> None:
        mark = OxmlElement("w:footnoteReference")
        mark.set(qn("w:id"), str(number))
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for each in (start, end):
            each.set(qn("w:id"), str(number))
        start.set(qn("w:name"), _bookmark(number))
        paragraph._p.append(start)
        _raised(paragraph, "")._r.append(mark)
        paragraph._p.append(end)

    def _again(self, paragraph: Paragraph, number: int) -> None:
        """A field that repeats the number of a note and leads to its mark."""
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), rf" NOTEREF {_bookmark(number)} \f \h ")
        field.append(_raised(paragraph, str(number))._r)
        paragraph._p.append(field)

    def finish(self) -> None:
        """Write all notes into the document."""
        root = parse_xml(f"<w:footnotes {nsdecls('w')}/>")
        root.append(_note("-1", "separator"))
        root.append(_note("0", "continuationSeparator"))
        for at, text in enumerate(self._texts, start=_FIRST):
            root.append(_written(at, text))
        blob = serialize_part_xml(root)
        main = self._document.part
        part = Part(PackURI("/word/footnotes.xml"), _TYPE, blob, main.package)
        main.relate_to(part, _KIND)


def _bookmark(number: int) -> str:
    return f"_Ref{number:04d}"


def _raised(paragraph: Paragraph, text: str) -> Run:
    run = paragraph.add_run(text)
    run.font.superscript = True
    return run


def _note(number: str, kind: str) -> Any:
    note = OxmlElement("w:footnote")
    note.set(qn("w:type"), kind)
    note.set(qn("w:id"), number)
    line = OxmlElement("w:r")
    line.append(OxmlElement(f"w:{kind}"))
    note.append(_paragraph(line))
    return note


def _written(at: int, text: str) -> Any:
    note = OxmlElement("w:footnote")
    note.set(qn("w:id"), str(at))
    mark, line = OxmlElement("w:r"), OxmlElement("w:r")
    mark.append(OxmlElement("w:footnoteRef"))
    words = OxmlElement("w:t")
    words.text = f" {text}"
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    line.append(_small())
    line.append(words)
    note.append(_paragraph(mark, line))
    return note


def _small() -> Any:
    look, size = OxmlElement("w:rPr"), OxmlElement("w:sz")
    size.set(qn("w:val"), HALF_POINTS)
    look.append(size)
    return look


def _paragraph(*runs: Any) -> Any:
    paragraph = OxmlElement("w:p")
    look, space = OxmlElement("w:pPr"), OxmlElement("w:spacing")
    space.set(qn("w:after"), "0")
    space.set(qn("w:line"), "240")
    look.append(space)
    paragraph.append(look)
    for run in runs:
        paragraph.append(run)
    return paragraph
