"""A summary as a document with real headings and tables, set close: a week fits a few pages."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from assistant.models import Language
from assistant.rendering.summaries.outline import Page, Role, Section, Table

_FONTS = {
    Language.EN: "Calibri",
    Language.ZH_HANS: "Microsoft YaHei",
    Language.ZH_HANT: "Microsoft JhengHei",
}
_MARGIN = Cm(1.5)
# Points of each style: its letters, and the room above and below a paragraph.
_STYLES = {
    "Normal": (9.5, 0, 1),
    "Title": (17, 0, 4),
    "Heading 1": (11.5, 6, 1),
    "List Bullet": (9.5, 0, 0),
    "Quote": (9, 0, 1),
}
_SOURCES = Pt(7.5)
# The letters of a table in points, and how wide its columns are to each other.
_SMALL = {Role.STATES: 9.0, Role.SETTINGS: 7.0, Role.FACTS: 6.5}
_WIDE: Mapping[Role, Sequence[float]] = {
    Role.STATES: (7.0, 2.2, 1.7, 1.7, 2.0, 1.8, 2.1),
    Role.SETTINGS: (7.6, 1.6, 7.7, 1.6),
    Role.FACTS: (1.0, 1.3, 2.8, 5.2, 8.2),
}
_BROAD = 18.5  # centimetres of a whole table
_EM, _CM_A_POINT, _PADDING = 0.56, 2.54 / 72, 0.4  # a bold letter; centimetres beside a text
_WORD = re.compile(r"[A-Za-z0-9.%:-]+")
_ABREAST = {Role.SETTINGS: 2}  # so many rows of it stand beside each other
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
    font = _FONTS.get(page.language, "Calibri")
    normal = document.styles["Normal"]
    normal.font.name = font
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), font)
    for name, (size, above, below) in _STYLES.items():
        style = document.styles[name]
        style.font.size = Pt(size)
        style.paragraph_format.space_before, style.paragraph_format.space_after = (
            Pt(above),
            Pt(below),
        )
        style.paragraph_format.line_spacing = 1.0
    document.styles["Quote"].paragraph_format.left_indent = Cm(1.2)
    sheet = document.sections[0]
    sheet.left_margin = sheet.right_margin = sheet.top_margin = sheet.bottom_margin = _MARGIN
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
            paragraph.add_run(f" [{_clean(line.sources)}]").font.size = _SOURCES
        if line.quote:
            document.add_paragraph(_clean(line.quote), style="Quote")


def _table(document: Any, table: Table) -> None:
    document.add_heading(_clean(table.title), level=1)
    abreast = _ABREAST.get(table.role, 1)
    grid = document.add_table(rows=0, cols=len(table.headers) * abreast, style="Table Grid")
    grid.autofit = False
    style = _small_style(document, table.role)
    wide = _widths(table, len(grid.columns))
    for column, width in zip(grid.columns, wide, strict=True):
        column.width = width
    _row(grid, wide, [*table.headers] * abreast, style, strong=True)
    down = -(-len(table.rows) // abreast)  # one column of rows is read before the next
    for first in range(down):
        rows = table.rows[first::down]
        cells = [text for row in rows for text in row.cells]
        _row(grid, wide, cells, style, strong=any(row.strong for row in rows))


def _widths(table: Table, count: int) -> list[Any]:
    """The widths of columns; alike where a table of the role has other columns than usual.

    No word is broken: what a column lacks for its longest one, the broadest gives.
    """
    usual = _WIDE[table.role]
    wide = list(usual if len(usual) == count else [_BROAD / count] * count)
    broadest = wide.index(max(wide))
    for at, least in enumerate(_least(table, count)):
        lacks = least - wide[at] if at != broadest else 0.0
        if 0 < lacks < wide[broadest] / 2:
            wide[at], wide[broadest] = least, wide[broadest] - lacks
    return [Cm(width) for width in wide]


def _least(table: Table, count: int) -> list[float]:
    """The room that the longest word of each column needs, in centimetres."""
    columns = list(zip(table.headers, *(row.cells for row in table.rows), strict=False))
    letter = _SMALL[table.role] * _EM * _CM_A_POINT
    words = [[word for text in one for word in _WORD.findall(text)] for one in columns]
    least = [max(map(len, one), default=0) * letter + _PADDING for one in words]
    return [least[at % len(least)] for at in range(count)]


def _small_style(document: Any, role: Role) -> Any:
    """The style of a table's cells; as a style it holds for empty ones too."""
    name = f"Cell of {role}"
    if name in document.styles:
        return document.styles[name]
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style, style.font.size = document.styles["Normal"], Pt(_SMALL[role])
    style.paragraph_format.space_after = Pt(0)
    return style


def _row(grid: Any, wide: Sequence[Any], texts: Sequence[str], style: Any, *, strong: bool) -> None:
    cells = grid.add_row().cells
    for cell, width in zip(cells, wide, strict=True):
        cell.width, cell.paragraphs[0].style = width, style
    for cell, text in zip(cells, texts, strict=False):  # the last row of two abreast may be short
        cell.paragraphs[0].add_run(_clean(text)).bold = strong


def _clean(text: str) -> str:
    return _UNWRITABLE.sub("", text)
