"""`okr-coach checkin read`: a message as people type it, read for confirmation."""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from assistant.commands.options import (
    FormatOption,
    LangOption,
    TextOrJson,
    WriteIn,
    settings,
)
from assistant.errors import UnreadableInput

SetOption = Annotated[str, typer.Option("--set", help="The OKRs, or a CYCLE.json.")]
TextArgument = Annotated[str, typer.Argument(help="The message; - is standard input.")]
AsOfOption = Annotated[
    datetime | None,
    typer.Option("--as-of", formats=["%Y-%m-%d"], help="The day it was written; today."),
]


def read(
    set_path: SetOption,
    text: TextArgument = "-",
    as_of: AsOfOption = None,
    output: FormatOption = TextOrJson.TEXT,
    lang: LangOption = WriteIn.AUTO,
) -> None:
    """Read a message about key results: values, confidence, blockers, asks, with their words."""
    from assistant.checkins.loading import read_cycle
    from assistant.checkins.reading import read_message
    from assistant.models import Language
    from assistant.parsing.formats import decode
    from assistant.rendering import readings
    from assistant.rendering.summaries.terminal import console

    chosen = settings()
    record = read_cycle(_bytes(set_path, chosen.max_bytes), name=set_path, settings=chosen).record
    said = decode(sys.stdin.buffer.read(chosen.max_bytes + 1)) if text == "-" else text
    day = as_of.date() if as_of else date.today()
    reading = read_message(said, record.set, day)
    if output is TextOrJson.JSON:
        typer.echo(reading.model_dump_json(indent=2))
        return
    mixed = reading.language is Language.MIXED
    language = lang.language or (Language.ZH_HANS if mixed else reading.language)
    readings.show(reading, record.set, language, console(sys.stdout))


def _bytes(path: str, most: int) -> bytes:
    try:
        with Path(path).open("rb") as source:
            return source.read(most + 1)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise UnreadableInput("cannot_open", file=path, why=why) from error
