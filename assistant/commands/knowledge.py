"""`okr-coach knowledge`: what the coach knows, the company's own in it, and its index."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Annotated

import typer

from assistant.commands import indexing
from assistant.commands.options import (
    FormatOption,
    LangOption,
    TextOrJson,
    WriteIn,
    settings,
    tell,
)
from assistant.errors import NotFound, UnreadableInput, UsageError
from assistant.messages import say
from assistant.models import Language
from assistant.problems import as_told, problem_of
from assistant.rendering.visible import visible

app = typer.Typer(help="What the coach knows, and its index.", no_args_is_help=True)
app.command("build")(indexing.build)
app.command("status")(indexing.status)


@app.command("check")
def check_knowledge(
    folder: Annotated[
        Path | None, typer.Argument(help="A knowledge base; the one that ships by default.")
    ] = None,
    output: FormatOption = TextOrJson.TEXT,
    lang: LangOption = WriteIn.AUTO,
) -> None:
    """Hold the files of a knowledge base to their forms; exit 1 where there is a fault."""
    from assistant.coaching.examples import example_faults
    from assistant.knowledge.checking import faults_of, read_shelf

    if folder is not None and not folder.is_dir():
        raise UnreadableInput("no_knowledge_folder", file=str(folder))
    shelf = read_shelf(folder or files("knowledge"))
    faults = faults_of(shelf, example_faults(shelf, lang.own))
    problems = [problem_of(fault, lang.own) for fault in faults]
    counts = shelf.counts()
    if output is TextOrJson.JSON:
        told = [problem.model_dump(mode="json", exclude_none=True) for problem in problems]
        typer.echo(json.dumps({"counts": counts, "faults": told}, ensure_ascii=False, indent=2))
    else:
        for problem in problems:
            tell(problem)
        typer.echo(say("knowledge", "checked", lang.own, faults=len(problems), **counts))
    raise typer.Exit(1 if problems else 0)


@app.command("add")
def add_documents(
    paths: Annotated[list[Path], typer.Argument(help="Files, or folders of them.")],
    source: Annotated[str | None, typer.Option(help="What answers call the source.")] = None,
    industry: Annotated[list[str] | None, typer.Option(help="See taxonomy.yml.")] = None,
    function: Annotated[list[str] | None, typer.Option(help="See taxonomy.yml.")] = None,
    doc_lang: Annotated[
        WriteIn, typer.Option(help="The documents' language; told from the text by default.")
    ] = WriteIn.AUTO,
    output: FormatOption = TextOrJson.TEXT,
    lang: LangOption = WriteIn.AUTO,
) -> None:
    """Add a company's own documents: Markdown, text, HTML, DOCX, PDF, workbooks of OKRs."""
    from assistant.knowledge.company import Filing, Shelf

    filing = Filing(source, *_filed(industry, function), doc_lang.language)
    shelf, added, failed = Shelf.of(settings()), [], False
    for path in _files(paths):
        try:
            added.append(shelf.add(path, filing))
        except Exception as error:  # one file does not keep the others from being added
            failed = True
            tell(problem_of(as_told(error), lang.own))
        else:
            if output is TextOrJson.TEXT:
                typer.echo(visible(_added(added[-1].model_dump(), lang.own)))
    if output is TextOrJson.JSON:
        told = [one.model_dump(mode="json", exclude={"origin"}) for one in added]
        typer.echo(json.dumps(told, ensure_ascii=False, indent=2))
    raise typer.Exit(2 if failed else 0)


@app.command("remove")
def remove_documents(
    documents: Annotated[list[str], typer.Argument(help="Ids; see `knowledge status`.")],
    lang: LangOption = WriteIn.AUTO,
) -> None:
    """Take documents of the company out again, and their passages with them."""
    from assistant.knowledge.company import Shelf

    shelf = Shelf.of(settings())
    for document in documents:
        try:
            shelf.remove(document)
        except NotFound as error:
            tell(problem_of(error, lang.own))
            raise typer.Exit(2) from error
        typer.echo(say("knowledge", "removed", lang.own, id=document))


def _filed(
    industries: list[str] | None, functions: list[str] | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What documents are filed under, all of which the taxonomy has to know."""
    from assistant.knowledge.library import shipped_knowledge

    taxonomy = shipped_knowledge().taxonomy
    pairs = (
        ("industry", industries, taxonomy.industries),
        ("function", functions, taxonomy.functions),
    )
    for option, named, known in pairs:
        if any(name not in known for name in named or ()):
            raise UsageError("bad_parameter", field=f"--{option}", choices=", ".join(known))
    return tuple(industries or ("any",)), tuple(functions or ("any",))


def _files(paths: list[Path]) -> list[Path]:
    """The files named, and in a folder those of a kind that we read."""
    from assistant.knowledge.company.converting import ENDINGS

    found: list[Path] = []
    for path in paths:
        inside = sorted(path.rglob("*")) if path.is_dir() else [path]
        found += [
            one
            for one in inside
            if one is path or (one.is_file() and one.suffix.lower() in ENDINGS)
        ]
    return found


def _added(one: dict[str, object], language: Language) -> str:
    return say("knowledge", "added", language, **one)
