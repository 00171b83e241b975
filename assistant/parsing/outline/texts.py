"""A text as a whole: its tables and lines, put through the outline."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.parsing.building.builder import Builder
from assistant.parsing.implied_labels.whole_document import settle_labels
from assistant.parsing.labels.marks import Role
from assistant.parsing.lines.text_lines import Line
from assistant.parsing.lines.wording import Plain, as_written
from assistant.parsing.lines.wrapped import read_lines
from assistant.parsing.outline.nesting import nest
from assistant.parsing.outline.structure import Outline
from assistant.parsing.reading import ColumnUse, LineCount, SetReading
from assistant.parsing.tables.markup import Table, find_tables
from assistant.settings import Settings as Limits


def read_text(
    text: str, limits: Limits, plain: Plain = str
) -> tuple[list[SetReading], list[ColumnUse]]:
    """The sets of a text, and how the columns of its tables were understood.

    Args:
        text: The source.
        limits: Longest line that is read; longer ones are kept unread.
        plain: Takes the inline marks off a line's text.
    """
    tables = find_tables(text)
    lines = read_lines(text, {first: table.last for first, table in tables.items()})
    return read_outline(lines, tables, limits, plain)


def read_outline(
    lines: list[Line], tables: Mapping[int, Table], limits: Limits, plain: Plain = str
) -> tuple[list[SetReading], list[ColumnUse]]:
    """The same, of lines and tables that are known already."""
    builder = Builder(LineCount(limits))
    short = [line for line in lines if len(line.source) <= limits.max_line_chars]
    tabled = any(Role.KEY_RESULT in table.roles for table in tables.values())
    settle_labels(short, tabled=tabled)
    nodes = nest(short, {first: table.roles for first, table in tables.items()})
    outline = Outline(nodes, builder, plain, {first: t.rows for first, t in tables.items()})
    outline.read()
    for line in lines:
        if len(line.source) > limits.max_line_chars:
            builder.unread(line.number, as_written(line))
            builder.note("long_line", line.number, limit=limits.max_line_chars)
    return builder.finish(), outline.columns
