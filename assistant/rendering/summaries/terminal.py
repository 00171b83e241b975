"""A summary for a terminal."""

from __future__ import annotations

from dataclasses import replace
from io import StringIO
from typing import IO

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from assistant.models.summary import Shown
from assistant.rendering.summaries.outline import Line, Page, Role, Section, Table
from assistant.rendering.visible import visible

STYLES = {
    Shown.ON_TRACK: "green",
    Shown.AT_RISK: "yellow",
    Shown.OFF_TRACK: "bold red",
    Shown.OUTDATED: "magenta",
    Shown.STALLED: "bold magenta",
    Shown.CLOSED: "dim",
    Shown.UNKNOWN: "dim",
}
_UNBROKEN = 200  # columns where nobody looks at it


def console(out: IO[str]) -> Console:
    """A console that folds lines only where somebody reads them."""
    return Console(file=out, highlight=False, width=None if out.isatty() else _UNBROKEN)


def show(page: Page, on: Console) -> None:
    """Print a report; the table of facts is for programs."""
    on.print(Text(visible(page.title), style="bold"))
    for part in page.parts:
        if isinstance(part, Section):
            _section(part, on)
        elif part.role is Role.SETTINGS:
            _settings(part, on)
        elif part.role is Role.STATES:
            _table(part, on)


def states_only(page: Page) -> Page:
    """The same page with the table of its key results alone."""
    tables = (part for part in page.parts if isinstance(part, Table))
    return replace(page, parts=tuple(table for table in tables if table.role is Role.STATES))


def plain(page: Page) -> str:
    """A report as text without colours."""
    out = StringIO()
    show(page, Console(file=out, highlight=False, width=_UNBROKEN))
    return out.getvalue()


def _section(section: Section, on: Console) -> None:
    on.print()
    on.print(Text(visible(section.title), style="bold underline"))
    for line in section.lines:
        _line(line, on)


def _line(line: Line, on: Console) -> None:
    text = Text("• ").append(visible(line.text))
    if line.sources:
        text.append(f"  [{visible(line.sources)}]", style="dim")
    on.print(text)
    if line.quote:
        on.print(Padding(Text(f"“{visible(line.quote)}”", style="italic"), (0, 0, 0, 4)))


def _table(table: Table, on: Console) -> None:
    grid = RichTable(title=None, box=box.SIMPLE_HEAD, pad_edge=False, expand=False)
    for number, header in enumerate(table.headers):
        grid.add_column(visible(header), overflow="fold", ratio=3 if number == 0 else None)
    for row in table.rows:
        cells = [Text(visible(cell), style="bold" if row.strong else "") for cell in row.cells]
        if row.shown is not None and table.status is not None:
            cells[table.status].stylize(STYLES[row.shown])
        grid.add_row(*cells)
    on.print()
    on.print(Text(visible(table.title), style="bold underline"))
    on.print(grid)


def _settings(table: Table, on: Console) -> None:
    told = "; ".join(f"{row.cells[0]}: {row.cells[1]}" for row in table.rows)
    on.print()
    on.print(Text(f"{table.title}: {told}", style="dim"))
