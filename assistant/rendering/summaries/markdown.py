"""A summary as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.models.summary import Summary
from assistant.rendering.markdown import escape
from assistant.rendering.summaries.outline import Line, Outline, Section, Table, outline


def report(summary: Summary, *, facts: bool = False) -> str:
    """The whole report, ending in a line break; on request with the table of all facts."""
    made = outline(summary)
    return "\n".join(_parts(made, facts=facts)).rstrip() + "\n"


def _parts(made: Outline, *, facts: bool) -> Iterator[str]:
    yield f"# {escape(made.title)}"
    yield ""
    for section in made.opening:
        yield from _section(section)
    if made.more:
        yield escape(made.more)
        yield ""
    if made.agenda:
        yield f"## {escape(made.agenda_title)}"
        yield ""
        yield from (f"- {escape(point)}" for point in made.agenda)
        yield ""
    yield from _table(made.states)
    for section in made.rest:
        yield from _section(section)
    if made.notes:
        yield from _section(made.notes)
    yield from _section(made.provenance)
    yield from _table(made.settings)
    if facts:
        yield from _table(made.facts)


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
