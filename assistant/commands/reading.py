"""`okr-coach checkin read`: a message as people type it, read for confirmation."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.commands.options import (
    FormatOption,
    LangOption,
    TextOrJson,
    WriteIn,
    settings,
)
from assistant.errors import UsageError
from assistant.models import Language, OkrSet
from assistant.settings import Settings

if TYPE_CHECKING:
    from assistant.models.cycle import CheckIn, CycleRecord
    from assistant.models.reading import Reading

SetOption = Annotated[str | None, typer.Option("--set", help="The OKRs, or a CYCLE.json.")]
TextArgument = Annotated[
    str, typer.Argument(help="The message, or a file with it; - is standard input.")
]
AsOfOption = Annotated[
    datetime | None,
    typer.Option("--as-of", formats=["%Y-%m-%d"], help="The day it was written; today."),
]
IntoOption = Annotated[
    Path | None, typer.Option("--into", help="CYCLE.json to keep it in, once you say yes.")
]


def read(
    text: TextArgument = "-",
    set_path: SetOption = None,
    as_of: AsOfOption = None,
    into: IntoOption = None,
    yes: Annotated[bool, typer.Option("--yes", help="Keep it without asking.")] = False,
    author: Annotated[str | None, typer.Option(help="Who wrote it.")] = None,
    output: FormatOption = TextOrJson.TEXT,
    lang: LangOption = WriteIn.AUTO,
) -> None:
    """Read a message about key results: values, confidence, blockers, asks, with their words."""
    from assistant.checkins.reading.keeping import as_checkins

    source = set_path or (str(into) if into else None)
    if source is None:
        raise UsageError("needs_set", field="--set")
    reading, record, language = _read(text, source, as_of, lang)
    _show(reading, record.set, language, output)
    if into is not None:
        entries = as_checkins(reading, record, author)
        _tell_days(record, entries, language, kept=yes)
        _keep(entries, into, language, asked=yes)


def _read(
    text: str, source: str, as_of: datetime | None, lang: WriteIn
) -> tuple[Reading, CycleRecord, Language]:
    """What is read, what is to be asked about it, and the language to tell it in."""
    from assistant.checkins import calendar
    from assistant.checkins.files.doubts import with_doubts
    from assistant.checkins.files.loading import read_cycle
    from assistant.checkins.reading import read_message
    from assistant.checkins.reading.keeping import shown_in
    from assistant.checkins.thresholds import load_thresholds
    from assistant.commands.checkin import asked_day, read_bytes

    chosen = settings()
    record = read_cycle(read_bytes(source, chosen), name=source, settings=chosen).record
    reading = read_message(_said(text, chosen), record.set, asked_day(as_of) or calendar.today())
    language = lang.language or shown_in(reading)
    limits = load_thresholds(chosen.thresholds_file)
    return with_doubts(reading, record, limits, language), record, language


def _show(reading: Reading, okr_set: OkrSet, language: Language, output: TextOrJson) -> None:
    from assistant.rendering import readings
    from assistant.rendering.summaries.terminal import console

    if output is TextOrJson.JSON:
        typer.echo(reading.model_dump_json(indent=2))
    else:
        readings.show(reading, okr_set, language, console(sys.stdout))
    for doubt in reading.asked:
        typer.echo(doubt, err=True)


def _said(text: str, chosen: Settings) -> str:
    """The message: as it was typed, or what stands in the file of that name."""
    from assistant.commands.checkin import read_bytes
    from assistant.parsing.formats.recognising import decode

    return decode(read_bytes(text, chosen)) if text == "-" or _is_file(text) else text


def _is_file(text: str) -> bool:
    """Whether a message is the name of a file; a long one is none, and no error either."""
    try:
        return Path(text).is_file()
    except OSError:
        return False


def _tell_days(
    record: CycleRecord, entries: list[CheckIn], language: Language, *, kept: bool
) -> None:
    """Days that cannot be meant, or will not count: before somebody says yes."""
    from assistant.checkins.files.misdated import misdated

    for told in misdated(record, entries, language, before_kept=not kept):
        typer.echo(told, err=True)


def _keep(entries: list[CheckIn], into: Path, language: Language, *, asked: bool) -> None:
    """Write what was confirmed; each line tells what is safely on the disk."""
    from assistant.checkins.files.adding import add_entry
    from assistant.messages import say
    from assistant.rendering.readings import label

    if not asked and not sys.stdin.isatty():
        raise UsageError("needs_yes", field="--into")
    if not entries or not (asked or typer.confirm(say("reading", "keep", language), err=True)):
        return
    for entry in entries:
        add_entry(into, entry, settings())
        place = label((entry.objective, entry.key_result))
        typer.echo(say("reading", "kept", language, place=place, day=entry.date), err=True)
