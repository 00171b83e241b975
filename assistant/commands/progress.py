"""How far a long work is, as a bar on standard error."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from assistant.messages import say
from assistant.models import Language

if TYPE_CHECKING:
    from assistant.retrieval.vectors import Progress


@contextmanager
def bar(language: Language) -> Iterator[Progress]:
    """Told how many of how many are done; nothing is shown where nothing is to do."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    shown = Bar(*columns, TimeRemainingColumn(), console=Console(stderr=True))
    task = shown.add_task(say("search", "embedding", language), total=None)

    def tell(done: int, of: int) -> None:
        shown.start()
        shown.update(task, completed=done, total=of)

    try:
        yield tell
    finally:
        if shown.live.is_started:  # else it would still end its line
            shown.stop()
