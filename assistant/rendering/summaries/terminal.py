"""A summary for a terminal."""

from __future__ import annotations

from io import StringIO
from typing import IO

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from assistant.models.summary import Shown, Summary
from assistant.rendering.summaries.outline import Line, Outline, Section, Table, outline
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
_STATUS = 4  # the column of the status in the table of key results
_UNBROKEN = 200  # columns where nobody looks at it


def console(out: IO[str]) -> Console:
    """A console that folds lines only where somebody reads them."""
    return Console(file=out, highlight=False, width=None if out.isatty() else _UNBROKEN)


def show(summary: Summary, on: Console) -> None:
    """Print the whole report."""
    made = outline(summary)
    on.print(Text(visible(made.title), style="bold"))
    for section in made.opening:
        _section(section, on)
    if made.more:
        on.print(Text(visible(made.more), style="dim"))
    _agenda(made, on)
    _table(made.states, on)
    for section in (*made.rest, *([made.notes] if made.notes else []), made.provenance):
        _section(section, on)
    _settings(made.settings, on)


def show_states(summary: Summary, on: Console) -> None:
    """Print the table of the key results, and the notes."""
    made = outline(summary)
    on.print(Text(visible(made.title), style="bold"))
    _table(made.states, on)
    if made.notes:
        _section(made.notes, on)


def plain(summary: Summary) -> str:
    """The whole report as text without colours."""
    out = StringIO()
    show(summary, Console(file=out, highlight=False, width=_UNBROKEN))
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


def _agenda(made: Outline, on: Console) -> None:
    if made.agenda:
        on.print()
        on.print(Text(visible(made.agenda_title), style="bold underline"))
        for point in made.agenda:
            on.print(Text(f"• {visible(point)}"))


def _table(table: Table, on: Console) -> None:
    on.print()
    grid = RichTable(title=None, box=box.SIMPLE_HEAD, pad_edge=False, expand=False)
    for number, header in enumerate(table.headers):
        grid.add_column(visible(header), overflow="fold", ratio=3 if number == 0 else None)
    for row in table.rows:
        cells = [Text(visible(cell), style="bold" if row.strong else "") for cell in row.cells]
        if row.shown is not None and len(cells) > _STATUS:
            cells[_STATUS].stylize(STYLES[row.shown])
        grid.add_row(*cells)
    on.print(Text(visible(table.title), style="bold underline"))
    on.print(grid)


def _settings(table: Table, on: Console) -> None:
    told = ", ".join(f"{row.cells[0]} {row.cells[1]}" for row in table.rows)
    on.print()
    on.print(Text(f"{table.title}: {told}", style="dim"))
