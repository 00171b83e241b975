"""A guide or a template set as a DOCX: real headings, contents, tables, footnotes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import zip_longest
from typing import Any

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table as DocxTable
from docx.table import _Row

from assistant.messages import say
from assistant.models import Language
from assistant.models.guide import Guide, Reference, Style, Table, Template
from assistant.rendering.guides.blocks import Block, Part, parts_of
from assistant.rendering.guides.footnotes import Footnotes
from assistant.rendering.guides.tables import dependency_table, form_tables

AREA = "guides"
FONT = "Arial"
CHINESE_FONTS = {Language.ZH_HANS: "Noto Sans CJK SC", Language.ZH_HANT: "Noto Sans CJK TC"}
STYLES = (
    "Normal", "Title", "Heading 1", "Heading 2", "Heading 3", "TOC Heading", "Intense Quote",
)  # fmt: skip
CELL_SIZE = Pt(8.5)
A4, MARGIN = (Mm(210), Mm(297)), Mm(20)
NARROWEST, WIDEST, PADDING = 12, 48, 4  # of a column, in letters
FORM = (2, 5, 2, 5)  # parts of a form's width: name, value, name, value


def guide_docx(guide: Guide) -> bytes:
    """The whole document."""
    document = _new(guide.title, guide.notes, guide.parameters.language)
    notes = Footnotes(document)
    parts = parts_of(guide.sections, guide.references)
    _contents(document, guide.parameters.language, parts)
    for number, part in enumerate(parts, start=1):
        document.add_heading(f"{number}. {part.title}", level=1)
        if part.id == "references":
            _references(document, guide.references)
        else:
            lead = say(AREA, "model.lead", guide.parameters.language)
            _blocks(document, part.blocks, _Cited(guide.references, notes, lead))
        for table in part.tables:
            _table(document, table)
    notes.finish()
    return _saved(document)


def template_docx(template: Template) -> bytes:
    """The whole document, each key result as a form of its own."""
    language = template.parameters.language
    document = _new(template.title, template.notes, language)
    for table in form_tables(template):
        _forms(document, table)
    _table(document, dependency_table(template))
    document.add_heading(say(AREA, "heading.leave_out", language), level=1)
    for sentence in template.leave_out:
        document.add_paragraph(sentence.text, style="List Bullet")
    document.add_heading(say(AREA, "heading.sources", language), level=1)
    _references(document, template.sources)
    return _saved(document)


def _new(title: str, notes: Iterable[str], language: Language) -> Document:
    document = docx.Document()
    for style in STYLES:
        _set_fonts(document.styles[style].element.get_or_add_rPr(), language)
    document.styles["Normal"].font.size = Pt(10.5)
    document.core_properties.title = title
    document.sections[0].page_width, document.sections[0].page_height = A4
    for side in ("left", "right", "top", "bottom"):
        setattr(document.sections[0], f"{side}_margin", MARGIN)
    document.core_properties.author = "okr-coach"
    document.add_heading(title, level=0)
    for note in notes:
        document.add_paragraph(note, style="Intense Quote")
    return document


def _set_fonts(look: Any, language: Language) -> None:
    """Fonts and language by name: those of the theme have no Chinese, or that of another land."""
    for old in (*look.findall(qn("w:rFonts")), *look.findall(qn("w:lang"))):
        look.remove(old)
    fonts, tongue = OxmlElement("w:rFonts"), OxmlElement("w:lang")
    for kind in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{kind}"), FONT)
    fonts.set(qn("w:eastAsia"), CHINESE_FONTS.get(language, CHINESE_FONTS[Language.ZH_HANS]))
    tongue.set(qn("w:val"), "en-GB")
    tongue.set(qn("w:eastAsia"), "zh-TW" if language is Language.ZH_HANT else "zh-CN")
    look.insert(0, fonts)
    look.append(tongue)


def _contents(document: Document, language: Language, parts: list[Part]) -> None:
    """A field that the reader's program fills; until then it shows the titles."""
    document.add_paragraph(say(AREA, "heading.contents", language), style="TOC Heading")
    paragraph = document.add_paragraph()
    _field(paragraph.add_run()._r, "begin")
    code = OxmlElement("w:instrText")
    code.set(qn("xml:space"), "preserve")
    code.text = r'TOC \o "1-1" \h \z \u'
    paragraph.add_run()._r.append(code)
    _field(paragraph.add_run()._r, "separate")
    for number, part in enumerate(parts, start=1):
        shown = paragraph.add_run(f"{number}. {part.title}")
        if number < len(parts):
            shown.add_break()
    _field(paragraph.add_run()._r, "end")


def _field(run: object, kind: str) -> None:
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    run.append(mark)  # type: ignore[attr-defined]


def _blocks(document: Document, blocks: list[Block], cited: _Cited) -> None:
    for block in blocks:
        if block.style.heads:
            document.add_heading(block.text, level=2 if block.style is Style.HEADING else 3)
            continue
        style = "List Bullet" if block.style is Style.ITEM else None
        paragraph = document.add_paragraph(style=style)
        if block.by_model:
            paragraph.add_run(f"{cited.lead} ").bold = True
        for run in block.runs:
            paragraph.add_run(run.text).italic = block.by_model or None
            if run.numbers:
                cited.notes.cite(paragraph, cited.texts(run.numbers))


@dataclass(frozen=True)
class _Cited:
    """What stands beside the text: references, the notes to them, the words before a model's."""

    references: list[Reference]
    notes: Footnotes
    lead: str

    def texts(self, numbers: Iterable[int]) -> list[str]:
        named = [self.references[number - 1] for number in numbers]
        return [f"{each.title}. {each.publisher}." for each in named]


def _references(document: Document, references: Iterable[Reference]) -> None:
    for each in references:
        where = f" {each.url}" if each.url else ""
        text = f"{each.title}. {each.publisher}.{where} ({each.note})"
        document.add_paragraph(text, style="List Number")


def _forms(document: Document, table: Table) -> None:
    """Each key result as a form of its own: name and value, two pairs a row."""
    document.add_heading(table.title, level=2)
    for row in table.rows:
        document.add_heading(row[0], level=3)
        pairs = list(zip(table.head[1:], row[1:], strict=True))
        form = document.add_table(rows=0, cols=4, style="Table Grid")
        for first, second in zip_longest(pairs[::2], pairs[1::2], fillvalue=("", "")):
            line = form.add_row()
            _whole(line)
            for place, text in enumerate((*first, *second)):
                _fill([line.cells[place]], [text], bold=place % 2 == 0)
        _widen(document, form, FORM)


def _table(document: Document, table: Table) -> None:
    document.add_heading(table.title, level=2)
    made = document.add_table(rows=1, cols=len(table.head), style="Table Grid")
    _fill(made.rows[0].cells, table.head, bold=True)
    header = OxmlElement("w:tblHeader")
    made.rows[0]._tr.get_or_add_trPr().append(header)
    for row in table.rows:
        line = made.add_row()
        _whole(line)
        _fill(line.cells, row, bold=False)
    _widen(
        document, made, [_weight(column) for column in zip(table.head, *table.rows, strict=True)]
    )
    document.add_paragraph()


def _weight(texts: Iterable[str]) -> int:
    """How wide a column wants to be, in Latin letters; a Chinese character takes two."""
    longest = max(sum(1 if char.isascii() else 2 for char in text) for text in texts)
    return min(max(longest + PADDING, NARROWEST), WIDEST)


def _widen(document: Document, table: DocxTable, weights: Sequence[int]) -> None:
    """Divide the width of the page among the columns."""
    page = document.sections[-1]
    room = (page.page_width or A4[0]) - (page.left_margin or 0) - (page.right_margin or 0)
    table.autofit = False
    for column, weight in zip(table.columns, weights, strict=True):
        column.width = room * weight // sum(weights)
        for cell in column.cells:
            cell.width = column.width


def _whole(row: _Row) -> None:
    """A row is not cut by the end of a page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _fill(cells: Iterable[object], texts: list[str], *, bold: bool) -> None:
    for cell, text in zip(cells, texts, strict=True):
        run = cell.paragraphs[0].add_run(text)  # type: ignore[attr-defined]
        run.font.size, run.bold = CELL_SIZE, bold


def _saved(document: Document) -> bytes:
    out = BytesIO()
    document.save(out)
    return out.getvalue()
