"""A guide or a template set as a DOCX: real headings, contents, tables, footnotes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from assistant.messages import say
from assistant.models import Language
from assistant.models.guide import Guide, Reference, Style, Table, Template
from assistant.rendering.guides.blocks import Block, Part, parts_of
from assistant.rendering.guides.footnotes import Footnotes
from assistant.rendering.guides.tables import dependency_table, form_tables

AREA = "guides"
FONT, CHINESE_FONT = "Calibri", "Noto Sans CJK SC"
CELL_SIZE = Pt(8.5)


def guide_docx(guide: Guide) -> bytes:
    """The whole document."""
    document = _new(guide.title, guide.notes)
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
    """The whole document, on its side: the forms are wide."""
    document = _new(template.title, template.notes)
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    for table in [*form_tables(template), dependency_table(template)]:
        _table(document, table)
    language = template.parameters.language
    document.add_heading(say(AREA, "heading.leave_out", language), level=1)
    for sentence in template.leave_out:
        document.add_paragraph(sentence.text, style="List Bullet")
    document.add_heading(say(AREA, "heading.sources", language), level=1)
    _references(document, template.sources)
    return _saved(document)


def _new(title: str, notes: Iterable[str]) -> Document:
    document = docx.Document()
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(10.5)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), CHINESE_FONT)
    document.core_properties.title = title
    document.core_properties.author = "okr-coach"
    document.add_heading(title, level=0)
    for note in notes:
        document.add_paragraph(note, style="Intense Quote")
    return document


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
                cited.notes.add(paragraph, cited.note(run.numbers))


@dataclass(frozen=True)
class _Cited:
    """What stands beside the text: references, the notes to them, the words before a model's."""

    references: list[Reference]
    notes: Footnotes
    lead: str

    def note(self, numbers: Iterable[int]) -> str:
        named = (self.references[number - 1] for number in numbers)
        return "; ".join(f"{each.title}. {each.publisher}" for each in named)


def _references(document: Document, references: Iterable[Reference]) -> None:
    for each in references:
        where = f" {each.url}" if each.url else ""
        text = f"{each.title}. {each.publisher}.{where} ({each.note})"
        document.add_paragraph(text, style="List Number")


def _table(document: Document, table: Table) -> None:
    document.add_heading(table.title, level=2)
    made = document.add_table(rows=1, cols=len(table.head), style="Table Grid")
    _fill(made.rows[0].cells, table.head, bold=True)
    header = OxmlElement("w:tblHeader")
    made.rows[0]._tr.get_or_add_trPr().append(header)
    for row in table.rows:
        _fill(made.add_row().cells, row, bold=False)
    document.add_paragraph()


def _fill(cells: Iterable[object], texts: list[str], *, bold: bool) -> None:
    for cell, text in zip(cells, texts, strict=True):
        run = cell.paragraphs[0].add_run(text)  # type: ignore[attr-defined]
        run.font.size, run.bold = CELL_SIZE, bold


def _saved(document: Document) -> bytes:
    out = BytesIO()
    document.save(out)
    return out.getvalue()
