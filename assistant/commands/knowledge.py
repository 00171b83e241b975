"""`okr-coach knowledge`: what the coach knows, the company's own in it, and its index."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Annotated

import typer

from assistant.commands.options import FormatOption, LangOption, TextOrJson, WriteIn, tell
from assistant.errors import UnreadableInput
from assistant.messages import say
from assistant.problems import problem_of

app = typer.Typer(help="What the coach knows, and its index.", no_args_is_help=True)


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
