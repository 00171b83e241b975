"""A summary as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.models.summary import Summary
from assistant.rendering.markdown import escape
from assistant.rendering.summaries.outline import Line, Page, Role, Section, Table, outline


def report(summary: Summary, *, facts: bool = False) -> str:
    """The whole report, ending in a line break; on request with the table of all facts."""
    return write(outline(summary), facts=facts)


def write(page: Page, *, facts: bool = False) -> str:
    """Any report, ending in a line break."""
    return "\n".join(_lines(page, facts=facts)).rstrip() + "\n"


def _lines(page: Page, *, facts: bool) -> Iterator[str]:
    yield f"# {escape(page.title)}"
    yield ""
    for part in page.parts:
        if isinstance(part, Section):
            yield from _section(part)
        elif facts or part.role is not Role.FACTS:
            yield from _table(part)


def _section(section: Section) -> Iterator[str]:
    yield f"## {escape(section.title)}"
    yield ""
    for line in section.lines:
        yield f"- {_told(line)}"
        if line.quote:
            yield f"  > {escape(line.quote)}"
    yield ""


def _told(line: Line) -> str:
    source = f" *[{escape(line.sources)}]*" if line.sources else ""
    return escape(line.text) + source


def _table(table: Table) -> Iterator[str]:
    yield f"## {escape(table.title)}"
    yield ""
    yield f"| {' | '.join(map(escape, table.headers))} |"
    yield f"|{' --- |' * len(table.headers)}"
    for row in table.rows:
        cells = [f"**{escape(c)}**" if row.strong and c else escape(c) for c in row.cells]
        yield f"| {' | '.join(cells)} |"
    yield ""
