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
from assistant.rendering.summaries.outline import Page, Section, Table

_FONTS = {
    Language.EN: "Calibri",
    Language.ZH_HANS: "Microsoft YaHei",
    Language.ZH_HANT: "Microsoft JhengHei",
}
# Characters that XML cannot hold.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def report(page: Page) -> bytes:
    """The whole report as the bytes of a file."""
    document = Document()
    _set_up(document, page)
    document.add_heading(_clean(page.title), level=0)
    for part in page.parts:
        if isinstance(part, Section):
            _section(document, part)
        else:
            _table(document, part)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _set_up(document: Any, page: Page) -> None:
    style = document.styles["Normal"]
    font = _FONTS.get(page.language, "Calibri")
    style.font.name, style.font.size = font, Pt(10.5)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), font)
    properties = document.core_properties
    properties.title, properties.author = _clean(page.title)[:250], "okr-coach"
    properties.language = page.language.value
    # The same page shall give the same bytes.
    properties.created = properties.modified = datetime(2000, 1, 1, tzinfo=UTC)


def _section(document: Any, section: Section) -> None:
    document.add_heading(_clean(section.title), level=1)
    for line in section.lines:
        paragraph = document.add_paragraph(_clean(line.text), style="List Bullet")
        if line.sources:
            paragraph.add_run(f" [{_clean(line.sources)}]").font.size = Pt(8)
        if line.quote:
            document.add_paragraph(_clean(line.quote), style="Intense Quote")


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
