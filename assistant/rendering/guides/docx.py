"""A guide or a template set as a DOCX: real headings, contents, tables, footnotes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.coreprops import CoreProperties
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from assistant.messages import say
from assistant.models import Language
from assistant.models.guide import Guide, Reference, Style, Template
from assistant.rendering.guides.blocks import Block, Part, parts_of
from assistant.rendering.guides.docx_tables import A4, add_forms, add_table, room_of
from assistant.rendering.guides.footnotes import Footnotes
from assistant.rendering.guides.tables import dependency_table, form_tables, level_line

AREA = "guides"
FONT = "Arial"
CHINESE_FONTS = {Language.ZH_HANS: "Noto Sans CJK SC", Language.ZH_HANT: "Noto Sans CJK TC"}
STYLES = (
    "Normal", "Title", "Heading 1", "Heading 2", "Heading 3", "TOC Heading", "Intense Quote",
)  # fmt: skip
MARGIN = Mm(20)
LINK = RGBColor(0x1F, 0x4E, 0x9E)
NOTE = RGBColor(0x44, 0x54, 0x6A)
BOOKMARKS = 1000  # beyond the numbers of the footnotes' own


def guide_docx(guide: Guide) -> bytes:
    """The whole document."""
    document = _new(guide.title, guide.notes, guide.parameters.language)
    notes = Footnotes(document)
    parts = parts_of(guide.sections, guide.references)
    _contents(document, guide.parameters.language, parts)
    for number, part in enumerate(parts, start=1):
        _heading_of(document, number, part)
        if part.id == "references":
            _references(document, guide.references)
        else:
            lead = say(AREA, "model.lead", guide.parameters.language)
            _blocks(document, part.blocks, _Cited(guide.references, notes, lead))
        for table in part.tables:
            add_table(document, table)
    notes.finish()
    return _saved(document)


def template_docx(template: Template) -> bytes:
    """The whole document, each key result as a form of its own."""
    language = template.parameters.language
    document = _new(template.title, template.notes, language)
    document.add_paragraph(level_line(template))
    for table in form_tables(template):
        add_forms(document, table)
    if template.dependencies:
        add_table(document, dependency_table(template))
    for key, sentences in (("advice", template.advice), ("leave_out", template.leave_out)):
        document.add_heading(say(AREA, f"heading.{key}", language), level=1)
        for sentence in sentences:
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
    _name(document.core_properties, language)
    _number_pages(document)
    document.add_heading(title, level=0)
    _plain(document.styles["Intense Quote"])
    for note in notes:
        document.add_paragraph(note, style="Intense Quote")
    return document


def _plain(style: Any) -> None:
    """Notes in upright letters: Chinese has no slanted ones, and many in bold shout."""
    style.font.bold = style.font.italic = False
    style.font.color.rgb = NOTE
    style.paragraph_format.left_indent = style.paragraph_format.right_indent = Mm(4)
    style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(4)


def _name(known: CoreProperties, language: Language) -> None:
    """What the file says of itself: of the template that python-docx begins with, nothing stays."""
    known.author = known.last_modified_by = "okr-coach"
    known.comments, known.language = "", str(language)
    known.created = known.modified = datetime.now(UTC)


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
    """The titles, each with a field for its page.

    No field of the whole list (TOC): LibreOffice shows that as it was stored, without pages. These
    are counted by LibreOffice on opening, and by Word as they are marked as out of date.
    """
    document.add_paragraph(say(AREA, "heading.contents", language), style="TOC Heading")
    for number, part in enumerate(parts, start=1):
        line = document.add_paragraph()
        line.paragraph_format.tab_stops.add_tab_stop(
            room_of(document), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS
        )
        line.paragraph_format.space_after = Pt(2)
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), _mark_of(part))
        link.append(line.add_run(f"{number}. {part.title}\t")._r)
        line._p.append(link)
        _field(line, rf"PAGEREF {_mark_of(part)} \h")


def _mark_of(part: Part) -> str:
    return f"part_{part.id}"


def _field(line: Paragraph, code: str) -> None:
    """A field without a result: whoever opens the document fills it in."""
    for kind in ("begin", "separate", "end"):
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        line.add_run()._r.append(mark)
        if kind == "begin":
            mark.set(qn("w:dirty"), "true")
            said = OxmlElement("w:instrText")
            said.text = code
            line.add_run()._r.append(said)


def _number_pages(document: Document) -> None:
    line = document.sections[0].footer.paragraphs[0]
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _field(line, "PAGE")


def _heading_of(document: Document, number: int, part: Part) -> None:
    """The heading of a part, marked so that the contents can tell its page."""
    heading = document.add_heading(f"{number}. {part.title}", level=1)
    # The first begins a page: under the contents LibreOffice prints lines over each other
    heading.paragraph_format.page_break_before = number == 1
    for name in ("w:bookmarkStart", "w:bookmarkEnd"):
        mark = OxmlElement(name)
        mark.set(qn("w:id"), str(BOOKMARKS + number))
        if name == "w:bookmarkStart":
            mark.set(qn("w:name"), _mark_of(part))
        heading._p.append(mark)


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
                # LibreOffice prints lines over each other where a page ends between two notes
                paragraph.paragraph_format.keep_together = True
                cited.notes.cite(paragraph, cited.texts(run.numbers))


@dataclass(frozen=True)
class _Cited:
    """What stands beside the text: references, the notes to them, the words before a model's."""

    references: list[Reference]
    notes: Footnotes
    lead: str

    def texts(self, numbers: Iterable[int]) -> list[str]:
        named = [self.references[number - 1] for number in numbers]
        return [each.named for each in named]


def _references(document: Document, references: Iterable[Reference]) -> None:
    for each in references:
        line = document.add_paragraph(each.named, style="List Number")
        if each.url:
            line.add_run(" ")
            _link(document, line, each.url)
        line.add_run(each.told_behind)


def _link(document: Document, line: Paragraph, address: str) -> None:
    """An address that can be followed."""
    link = OxmlElement("w:hyperlink")
    link.set(
        qn("r:id"), document.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    )
    run = line.add_run(address)
    run.font.underline, run.font.color.rgb = True, LINK
    link.append(run._r)
    line._p.append(link)
    line.add_run(" ")


def _saved(document: Document) -> bytes:
    out = BytesIO()
    document.save(out)
    return out.getvalue()
