"""`okr-coach knowledge build|status`: the index that makes the knowledge quick to search."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Annotated

import typer

from assistant.commands.options import FormatOption, LangOption, TextOrJson, WriteIn, settings
from assistant.messages import say


def build(
    ship: Annotated[
        bool, typer.Option("--ship", hidden=True, help="Write knowledge/embeddings.npz instead.")
    ] = False,
    lang: LangOption = WriteIn.AUTO,
) -> None:
    """Make the index, as far as it is not there; a search would do so too."""
    from assistant.commands.progress import bar
    from assistant.retrieval.search import build_index
    from assistant.retrieval.shipping import ship_vectors

    with bar(lang.own) as progress:
        work = ship_vectors if ship else build_index
        count = work(settings(), progress)
    typer.echo(say("search", "built", lang.own, count=count))


def status(output: FormatOption = TextOrJson.TEXT, lang: LangOption = WriteIn.AUTO) -> None:
    """Tell what is indexed by which model, where, and whether it is ready."""
    from assistant.retrieval.state import state_of

    state = state_of(settings())
    if output is TextOrJson.JSON:
        typer.echo(json.dumps(asdict(state), ensure_ascii=False, indent=2))
    else:
        typer.echo(
            say("search", f"state.{'ready' if state.ready else 'open'}", lang.own, **asdict(state))
        )
