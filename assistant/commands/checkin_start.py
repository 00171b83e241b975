"""`okr-coach checkin start`: a drafted set of OKRs becomes a cycle that check-ins go into."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.commands.options import LangOption, WriteIn, settings
from assistant.errors import UsageError
from assistant.system import why

if TYPE_CHECKING:
    from assistant.models.cycle import CycleRecord


def start(
    draft: Annotated[str, typer.Argument(help="The drafted OKRs, in any format of check.")],
    start: Annotated[datetime, typer.Option(formats=["%Y-%m-%d"], help="Its first day.")],
    end: Annotated[datetime, typer.Option(formats=["%Y-%m-%d"], help="Its last day.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="A file that is not there yet.")],
    team: Annotated[str | None, typer.Option(help="By default as the draft says.")] = None,
    lang: LangOption = WriteIn.AUTO,
) -> None:
    """Begin a cycle of a draft: write its file, tell what was taken and what is missing."""
    from assistant.checkins.files.loading import read_cycle
    from assistant.checkins.files.starting import begun, taken
    from assistant.checkins.languages import language_of_week
    from assistant.commands.checkin import asked_day, read_bytes
    from assistant.messages import say

    chosen = settings()
    first, last = asked_day(start), asked_day(end)
    if first is None or last is None or last <= first:
        raise UsageError("bad_parameter", field="--end", choices=f"> {start.date()}")
    name = None if draft == "-" else draft
    reading = read_cycle(read_bytes(draft, chosen), name=name, settings=chosen)
    record = begun(reading.record, first, last, team)
    language = lang.language or language_of_week(record.set)
    _write(record, output)
    for told in (*taken(record, language), *reading.told(language)):
        typer.echo(told)
    typer.echo(say("checkins", "started", language, file=output), err=True)


def _write(record: CycleRecord, output: Path) -> None:
    from assistant.checkins.files.starting import document

    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        with output.open("x", encoding="utf-8") as file:
            file.write(document(record))
    except FileExistsError as error:
        raise UsageError("exists", field="--output", file=str(output)) from error
    except OSError as error:
        raise UsageError("cannot_write", file=str(output), why=why(error)) from error
