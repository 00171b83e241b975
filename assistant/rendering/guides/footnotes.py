"""Footnotes in a DOCX: python-docx has none, so the part is made here as the format asks.

Office Open XML, part 1 (ECMA-376), 17.11: a footnotes part with two separators and one note each.
"""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph

_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
HALF_POINTS = "16"  # the size of a note: 8 points
_FIRST = 1  # -1 and 0 are the separators


class Footnotes:
    """Collects the notes of a document; `finish` writes them into it."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._texts: list[str] = []

    def add(self, paragraph: Paragraph, text: str) -> None:
        """Put a note's mark at the end of the paragraph."""
        mark = OxmlElement("w:footnoteReference")
        mark.set(qn("w:id"), str(_FIRST + len(self._texts)))
        run = paragraph.add_run()
        run.font.superscript = True
        run._r.append(mark)
        self._texts.append(text)

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
