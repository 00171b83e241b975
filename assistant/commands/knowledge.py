"""`okr-coach knowledge`: what the coach knows, and the index that makes it quick to search."""

from __future__ import annotations

import typer

app = typer.Typer(help="What the coach knows, and its index.", no_args_is_help=True)


@app.callback()
def knowledge() -> None:
    """What the coach knows, and its index."""
