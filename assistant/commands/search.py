"""`okr-coach search`: passages of the knowledge base, each with its source."""

from __future__ import annotations

from typing import Annotated

import typer

from assistant.commands.options import FormatOption, LangOption, TextOrJson, WriteIn, settings
from assistant.messages import say


def search(
    query: Annotated[str, typer.Argument(help="What you look for, in English or Chinese.")],
    industry: Annotated[str | None, typer.Option(help="e.g. logistics")] = None,
    function: Annotated[str | None, typer.Option(help="e.g. quality")] = None,
    kind: Annotated[str | None, typer.Option(help="e.g. metric, example, practice")] = None,
    level: Annotated[str | None, typer.Option(help="Whose OKRs, e.g. team")] = None,
    size: Annotated[str | None, typer.Option(help="Of the company, e.g. small")] = None,
    maturity: Annotated[str | None, typer.Option(help="With OKRs, e.g. first-cycle")] = None,
    doc_lang: Annotated[str | None, typer.Option(help="Of the passages: en or zh")] = None,
    limit: Annotated[int, typer.Option(min=1, max=100, help="Most passages to show.")] = 5,
    output: FormatOption = TextOrJson.TEXT,
    lang: LangOption = WriteIn.AUTO,
) -> None:
    """Find metrics, example OKRs, practices and cases, each with where it comes from."""
    from assistant.commands.progress import bar
    from assistant.knowledge.library import shipped_knowledge
    from assistant.language.script import language_of
    from assistant.rendering.passages import listing, remarks
    from assistant.retrieval.filters import Filters
    from assistant.retrieval.search import load_search

    filters = Filters(industry, function, kind, level, size, maturity, doc_lang)
    filters.checked(shipped_knowledge().taxonomy)  # before anything slow is begun
    asker = lang.language or language_of(query)
    with bar(say("search", "embedding", asker)) as progress:
        searcher = load_search(settings(), progress)
    answer = searcher.search(query, filters, limit, lang.language)
    if output is TextOrJson.JSON:
        typer.echo(answer.model_dump_json(indent=2))
        return
    typer.echo(listing(answer, asker))
    for remark in remarks(answer, asker):
        typer.echo(remark, err=True)
