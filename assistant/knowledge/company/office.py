"""DOCX and workbooks of OKRs as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from assistant.errors import UnreadableInput
from assistant.models import Objective, OkrSet
from assistant.parsing import Format, read_draft
from assistant.parsing.formats.archives import check_archive
from assistant.patterns import lazy
from assistant.settings import Settings

# An archive may unpack to twenty times `max_bytes`; a document's pictures are in it too.
LIMITS = Settings(max_bytes=10_000_000, max_lines=50_000)
_HEADING = lazy(r"(?:heading|标题|標題) ?([1-6])", re.IGNORECASE)


def docx_markdown(data: bytes) -> str:
    """The paragraphs and tables of a document.

    Raises:
        UnreadableInput: `not_docx`, `entities`; `InputTooLarge`: `unpacked`.
    """
    from docx import Document

    check_archive(data, "docx", LIMITS)
    try:
        return "\n\n".join(_blocks(Document(BytesIO(data))))
    except MemoryError:
        raise
    except Exception as error:  # python-docx lets through whatever a broken file causes
        raise UnreadableInput("not_docx") from error


def _blocks(document: Any) -> Iterator[str]:
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            yield "\n".join(_row(row) for row in block.rows)
        elif block.text.strip():
            yield _paragraph(block)


def _paragraph(paragraph: Any) -> str:
    style = (paragraph.style.name or "") if paragraph.style is not None else ""
    text = paragraph.text.strip()
    if heading := _HEADING.match(style):
        return f"{'#' * int(heading[1])} {_one_line(text)}"
    if style == "Title":
        return f"# {_one_line(text)}"
    return f"- {text}" if style.lower().startswith("list ") else str(text)


def _row(row: Any) -> str:
    cells = dict.fromkeys(row.cells)  # a merged cell stands in each column that it covers
    return "| " + " | ".join(_one_line(cell.text) for cell in cells) + " |"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def xlsx_markdown(data: bytes) -> str:
    """The OKRs of a workbook, an objective a heading.

    Raises:
        UnreadableInput: `not_xlsx`, or `no_okrs`: no objective could be told in it.
    """
    draft = read_draft(data, form=Format.XLSX, limits=LIMITS)
    told = [_objective(one.set, each) for one in draft.sets for each in one.set.objectives]
    if not told:
        raise UnreadableInput("no_okrs")
    return "\n\n".join(told)


def _objective(okr_set: OkrSet, objective: Objective) -> str:
    title = _one_line(objective.objective) or "OKR"
    about = " · ".join(filter(None, (okr_set.team, okr_set.cycle.name if okr_set.cycle else None)))
    lines = [f"- {_one_line(each.text)}" for each in objective.key_results]
    return "\n\n".join(filter(None, (f"# {title}", about, "\n".join(lines) or title)))
