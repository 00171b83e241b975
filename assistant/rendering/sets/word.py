"""Sets as a DOCX: a heading an objective, its key results as a table, its work as a list."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from assistant.messages import say
from assistant.models import Language, Objective, OkrSet
from assistant.rendering.sets.grid import AREA, cell, key_result_cells, name_of, used_fields

FONT, CHINESE_FONT = "Calibri", "Noto Sans CJK SC"


def written(sets: Sequence[OkrSet], language: Language) -> bytes:
    """The file."""
    document = docx.Document()
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(10.5)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), CHINESE_FONT)
    document.core_properties.author = "okr-coach"
    for each in sets:
        _set(document, each, language)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _set(document: Document, okr_set: OkrSet, language: Language) -> None:
    cycle = okr_set.cycle.name if okr_set.cycle else None
    title = " · ".join(cell(part) for part in (okr_set.team or okr_set.owner, cycle) if part)
    document.add_heading(title or "OKR", level=0)
    for number, objective in enumerate(okr_set.objectives, start=1):
        label = say(AREA, "objective", language, number=number)
        told = say(AREA, "draft.line", language, label=label)
        document.add_heading(told + cell(objective.objective), level=1)
        if objective.key_results:
            _table(document, objective, language)
        for work in objective.initiatives:
            text = say(AREA, "draft.initiative", language) + cell(work.text)
            document.add_paragraph(text, style="List Bullet")


def _table(document: Document, objective: Objective, language: Language) -> None:
    fields = used_fields([objective])
    head = [name_of(column, language) for column in ("column.key_result", *fields)]
    table = document.add_table(rows=1, cols=len(head), style="Table Grid")
    for place, text in zip(table.rows[0].cells, head, strict=True):
        place.paragraphs[0].add_run(text).bold = True
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for result in objective.key_results:
        cells = table.add_row().cells
        for place, text in zip(cells, key_result_cells(result, fields), strict=True):
            place.text = text
    document.add_paragraph()
