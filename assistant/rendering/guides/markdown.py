"""A guide or a template set as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from assistant.messages import say
from assistant.models import Language
from assistant.models.guide import Guide, Reference, Style, Table, Template
from assistant.rendering.guides.blocks import Block, groups_of, parts_of
from assistant.rendering.guides.tables import dependency_table, form_tables, level_line
from assistant.rendering.markdown import escape

AREA = "guides"
_GAPS = re.compile(r"\n{3,}")


def guide_markdown(guide: Guide) -> str:
    """The whole guide; `[3]` leads to the third reference."""
    return _joined(_guide(guide))


def template_markdown(template: Template) -> str:
    """The whole template set."""
    return _joined(_template(template))


def _joined(lines: Iterable[str]) -> str:
    """The lines with one empty line at most between them."""
    return _GAPS.sub("\n\n", "\n".join(lines)).strip() + "\n"


def _guide(guide: Guide) -> Iterator[str]:
    yield from _head(guide.title, guide.notes)
    for number, part in enumerate(parts_of(guide.sections, guide.references), start=1):
        yield f"## {number}. {escape(part.title)}\n"
        if part.id == "references":
            yield from _references(guide.references)
            continue
        lead = _said("model.lead", guide.parameters.language)
        yield from _blocks(part.blocks, lead)
        yield ""
        for table in part.tables:
            yield from _table(table)


def _template(template: Template) -> Iterator[str]:
    language = template.parameters.language
    yield from _head(template.title, template.notes)
    yield f"{escape(level_line(template))}\n"
    for table in form_tables(template):
        yield from _table(table)
    if template.dependencies:
        yield from _table(dependency_table(template))
    yield f"## {_said('heading.advice', language)}\n"
    for sentence in template.advice:
        yield f"- {escape(sentence.text)}"
    yield f"\n## {_said('heading.leave_out', language)}\n"
    for sentence in template.leave_out:
        yield f"- {escape(sentence.text)}"
    yield f"\n## {_said('heading.sources', language)}\n"
    yield from _references(template.sources)


def _head(title: str, notes: Iterable[str]) -> Iterator[str]:
    yield f"# {escape(title)}\n"
    for note in notes:
        yield f"> {escape(note)}\n"


def _blocks(blocks: Iterable[Block], lead: str) -> Iterator[str]:
    before = Style.TEXT
    for block in blocks:
        if block.style is Style.TEXT and before is Style.ITEM:
            yield ""  # or it would go on with the last item
        yield from _block(block, lead)
        before = block.style


def _block(block: Block, lead: str) -> Iterator[str]:
    text = f"**{lead}** " if block.by_model else ""
    text += "".join(escape_run(run.text) + _marks(run.numbers) for run in block.runs)
    if block.style.heads:
        yield f"\n{'###' if block.style is Style.HEADING else '####'} {text}\n"
    elif block.style is Style.ITEM:
        yield f"- {text}"
    else:
        yield f"{text}\n"


def escape_run(text: str) -> str:
    """As `escape`, keeping the gap before the text."""
    return (" " if text.startswith(" ") else "") + escape(text)


def _marks(numbers: Iterable[int]) -> str:
    return "".join(f"\\[{number}\\]" for number in numbers)


def _table(table: Table) -> Iterator[str]:
    yield f"\n### {escape(table.title)}\n"
    if table.note:
        yield f"> {escape(table.note)}\n"
    yield _row(table.head)
    yield _row("---" for _ in table.head)
    for rows in groups_of(table):
        for at, row in enumerate(rows):
            yield _row(escape(cell) for cell in ("" if at else row[0], *row[1:]))
    yield ""


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _references(references: Iterable[Reference]) -> Iterator[str]:
    for number, reference in enumerate(references, start=1):
        where = f" <{reference.url}>" if reference.url else ""
        yield f"{number}. {escape(reference.named)}{where}{escape_run(reference.told_behind)}"
    yield ""


def _said(key: str, language: Language) -> str:
    return say(AREA, key, language)
