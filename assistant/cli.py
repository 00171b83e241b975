"""The command `okr-coach`. Results go to standard output, everything else to standard error.

Exit 0; 1 when findings reach `--fail-on`; 2 for bad usage or input that cannot be read.
"""

from __future__ import annotations

import gc
import json
import os
import sys
from dataclasses import asdict
from typing import Annotated

import typer
from typer.exceptions import TyperException

from assistant.commands import checkin, guides, keys, knowledge, rules
from assistant.commands import reading as reading_messages
from assistant.commands import search as searching
from assistant.commands.check import check
from assistant.commands.options import (
    Asked,
    FormatOption,
    LangOption,
    TextOrJson,
    WriteIn,
    settings,
    tell,
)
from assistant.commands.review import review
from assistant.commands.wrong_calls import wrong_call
from assistant.errors import NotFound
from assistant.models import Language
from assistant.models.schemas import SCHEMAS, shape_named
from assistant.problems import as_told, one_line, problem_of

app = typer.Typer(
    name="okr-coach",
    help="Makes OKRs good: checks drafts in English and Chinese, each verdict with its reason.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command("check")(check)
app.command("review")(review)
app.command("search")(searching.search)
app.command("template")(guides.template)
app.command("guide")(guides.guide)
checkin.app.command("read")(reading_messages.read)
app.add_typer(checkin.app, name="checkin")
app.add_typer(knowledge.app, name="knowledge")
app.add_typer(rules.app, name="rules")
app.add_typer(keys.app, name="key")


def _tell_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(version("okr-coach"))
        raise typer.Exit


@app.callback()
def _every_call(
    version: Annotated[
        bool, typer.Option("--version", callback=_tell_version, is_eager=True, help="Print it.")
    ] = False,
) -> None:
    pass


@app.command()
def schema(
    name: Annotated[str, typer.Argument(help=f"One of {', '.join(SCHEMAS)}.")],
) -> None:
    """Print the JSON Schema of a shape."""
    shape = shape_named(name)
    if shape is None:
        raise NotFound("schema", name=name, known=", ".join(SCHEMAS))
    typer.echo(json.dumps(shape.model_json_schema(), ensure_ascii=False, indent=2))


@app.command()
def doctor(output: FormatOption = TextOrJson.TEXT, lang: LangOption = WriteIn.AUTO) -> None:
    """Look whether all that the coach needs is there and works."""
    from assistant.doctor import examine

    results = examine(os.environ, lang.own)
    if output is TextOrJson.JSON:
        told = [asdict(result) for result in results]
        typer.echo(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        for result in results:
            typer.echo(f"{'ok  ' if result.well else 'BAD '} {result.name}: {result.detail}")
    raise typer.Exit(0 if all(result.well for result in results) else 1)


@app.command()
def serve() -> None:
    """Serve the API and the web page (settings OKR_HOST, OKR_PORT and others)."""
    from api.server import serve as run

    run(settings())


def main() -> None:
    """Run the command line; an error that the user can mend is one line and exit 2."""
    # Hardly anything here is in cycles; at the default of 700, looking for them takes a tenth.
    gc.set_threshold(10_000)
    asked = Asked()
    try:
        sys.exit(app(standalone_mode=False, obj=asked) or 0)
    except TyperException as error:
        _tell_usage(error, asked.lang.own)
    except typer.Abort:
        pass
    except Exception as error:  # whatever went wrong, the user is told in one line
        tell(problem_of(as_told(error), asked.lang.own))
    sys.exit(2)


def _tell_usage(error: TyperException, language: Language) -> None:
    """What is wrong with the call; a command without arguments has printed its help instead."""
    if told := " ".join(error.format_message().split()):
        problem = problem_of(wrong_call(told), language)
        typer.echo(f"okr-coach: {one_line(problem)}", err=True)
