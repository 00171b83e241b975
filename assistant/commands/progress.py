"""How far a long work is, on standard error."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from assistant.retrieval.vectors import Progress


PATIENCE = 1.0  # seconds; what is done before needs no word


@contextmanager
def waiting(text: str) -> Iterator[None]:
    """Says what is being done where it takes longer than `PATIENCE` seconds."""
    late = Timer(PATIENCE, typer.echo, [text], {"err": True})
    late.daemon = True
    late.start()
    try:
        yield
    finally:
        late.cancel()
        late.join()


@contextmanager
def bar(text: str) -> Iterator[Progress]:
    """Told how many of how many are done; nothing is shown where nothing is to do."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    shown = Bar(*columns, TimeRemainingColumn(), console=Console(stderr=True))
    task = shown.add_task(text, total=None)

    def tell(done: int, of: int) -> None:
        shown.start()
        shown.update(task, completed=done, total=of)

    try:
        yield tell
    finally:
        if shown.live.is_started:  # else it would still end its line
            shown.stop()
