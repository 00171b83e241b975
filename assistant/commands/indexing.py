"""`okr-coach knowledge build|status`: the index that makes the knowledge quick to search."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Annotated, Any

import typer

from assistant.commands.options import FormatOption, LangOption, TextOrJson, WriteIn, settings
from assistant.errors import BrokenFile
from assistant.messages import say
from assistant.rendering.visible import visible


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

    with bar(say("search", "embedding", lang.own)) as progress:
        work = ship_vectors if ship else build_index
        count = work(settings(), progress)
    typer.echo(say("search", "built", lang.own, count=count))


def status(output: FormatOption = TextOrJson.TEXT, lang: LangOption = WriteIn.AUTO) -> None:
    """Tell what is indexed by which model, where, and whether it is ready."""
    from assistant.retrieval.state import state_of

    state, documents = state_of(settings()), _documents()
    if output is TextOrJson.JSON:
        told = {**asdict(state), "documents": documents}
        typer.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    typer.echo(
        say("search", f"state.{'ready' if state.ready else 'open'}", lang.own, **asdict(state))
    )
    for one in documents:
        key = "listed" if one["problem"] is None else "listed_broken"
        typer.echo(visible(say("knowledge", key, lang.own, **one)))


def _documents() -> list[dict[str, Any]]:
    """The company's own documents, and what is wrong with one that cannot be read."""
    from assistant.knowledge.company import Shelf

    return [
        one.model_dump(mode="json", exclude={"origin", "sha256"})
        | {"problem": made.reason if isinstance(made, BrokenFile) else None}
        for one, made in Shelf.of(settings()).read()
    ]
