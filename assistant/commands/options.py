"""Options that several commands take."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import IO, Annotated, NoReturn

import typer

from assistant.coaching.check import Checker
from assistant.errors import UnreadableInput
from assistant.messages import WriteIn as WriteIn
from assistant.models import Language, Problem
from assistant.problems import one_line, problem_of
from assistant.settings import Settings
from assistant.system import why


class TextOrJson(StrEnum):
    """For people or for programs."""

    TEXT = "text"
    JSON = "json"


@dataclass
class Asked:
    """What a call asks for that holds for its errors too; it is the context's `obj`."""

    lang: WriteIn = WriteIn.AUTO


def _remember(ctx: typer.Context, lang: WriteIn) -> WriteIn:
    if isinstance(ctx.obj, Asked):
        ctx.obj.lang = lang
    return lang


LangOption = Annotated[
    WriteIn,
    typer.Option("--lang", help="Language of the messages.", callback=_remember, is_eager=True),
]
ProfileOption = Annotated[str | None, typer.Option(help="Whose limits; see `rules list`.")]
PackOption = Annotated[str | None, typer.Option(help="An industry pack on top of the profile.")]
FormatOption = Annotated[TextOrJson, typer.Option("--format", help="For people or programs.")]


def settings() -> Settings:
    """The settings of this run.

    Raises:
        UsageError: If a variable of the environment has a value that it cannot have.
    """
    return Settings.from_env(os.environ)


def tell(problem: Problem) -> None:
    """A problem as one line on standard error."""
    typer.echo(one_line(problem), err=True)


def warn(checker: Checker, language: Language) -> None:
    """A broken file of the company's rubric is told; the rest works."""
    for error in checker.rubric.errors:
        tell(problem_of(error, language))


def opened(path: str) -> IO[bytes]:
    """A draft to read; `-` is standard input.

    Raises:
        UnreadableInput: `cannot_open`.
    """
    if path == "-":
        return sys.stdin.buffer
    try:
        return Path(path).open("rb")
    except (OSError, ValueError) as error:
        raise UnreadableInput("cannot_open", file=path, why=why(error)) from error


def hang_up() -> NoReturn:
    """The reader went away (`| head`): nobody is left to tell."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise typer.Exit(0)
