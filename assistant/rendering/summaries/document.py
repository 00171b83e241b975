"""A summary as a document with real headings and tables."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from docx.shared import Pt

from assistant.models import Language
from assistant.models.summary import Summary
from assistant.rendering.summaries.outline import Outline, Section, Table, outline

_FONTS = {
    Language.EN: "Calibri",
    Language.ZH_HANS: "Microsoft YaHei",
    Language.ZH_HANT: "Microsoft JhengHei",
}
# Characters that XML cannot hold.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def report(summary: Summary) -> bytes:
    """The whole report as the bytes of a file; the same summary gives the same content."""
    made = outline(summary)
    document = Document()
    _set_up(document, made, summary)
    document.add_heading(_clean(made.title), level=0)
    for section in made.opening:
        _section(document, section)
    if made.more:
        document.add_paragraph(_clean(made.more))
    _agenda(document, made)
    _table(document, made.states)
    for section in (*made.rest, *([made.notes] if made.notes else []), made.provenance):
        _section(document, section)
    _table(document, made.settings)
    _table(document, made.facts)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _set_up(document: Any, made: Outline, summary: Summary) -> None:
    style = document.styles["Normal"]
    font = _FONTS.get(made.language, "Calibri")
    style.font.name, style.font.size = font, Pt(10.5)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), font)
    properties = document.core_properties
    properties.title, properties.author = _clean(made.title)[:250], "okr-coach"
    properties.language = made.language.value
    day = summary.header.cutoff
    properties.created = properties.modified = datetime(day.year, day.month, day.day, tzinfo=UTC)


def _section(document: Any, section: Section) -> None:
    document.add_heading(_clean(section.title), level=1)
    for line in section.lines:
        paragraph = document.add_paragraph(_clean(line.text), style="List Bullet")
        if line.sources:
            paragraph.add_run(f" [{_clean(line.sources)}]").font.size = Pt(8)
        if line.quote:
            document.add_paragraph(_clean(line.quote), style="Intense Quote")


def _agenda(document: Any, made: Outline) -> None:
    if made.agenda:
        document.add_heading(_clean(made.agenda_title), level=1)
        for point in made.agenda:
            document.add_paragraph(_clean(point), style="List Number")


def _table(document: Any, table: Table) -> None:
    document.add_heading(_clean(table.title), level=1)
    grid = document.add_table(rows=1, cols=len(table.headers), style="Table Grid")
    for cell, header in zip(grid.rows[0].cells, table.headers, strict=True):
        cell.paragraphs[0].add_run(_clean(header)).bold = True
    for row in table.rows:
        cells = grid.add_row().cells
        for cell, text in zip(cells, row.cells, strict=True):
            cell.paragraphs[0].add_run(_clean(text)).bold = row.strong


def _clean(text: str) -> str:
    return _UNWRITABLE.sub("", text)
