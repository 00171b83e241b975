"""`okr-coach checkin`: what managers need of a running cycle, week by week."""

from __future__ import annotations

import json
import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.commands.checkin_add import add
from assistant.commands.checkin_start import start
from assistant.commands.options import (
    FormatOption,
    LangOption,
    TextOrJson,
    WriteIn,
    settings,
)
from assistant.commands.out import FORMAT_HELP, OutputOption, form_of, save
from assistant.commands.summary_out import SummaryFormat, write
from assistant.errors import UnreadableInput, UsageError
from assistant.models import Language
from assistant.models.suggestion import ModelUse
from assistant.records import record
from assistant.settings import Settings
from assistant.system import why

if TYPE_CHECKING:
    from assistant.checkins.files.loading import CycleReading
    from assistant.models.rollup import RollUp
    from assistant.models.summary import Summary
    from assistant.models.thresholds import Thresholds
    from assistant.models.written import Written

# What `check` does not need is loaded inside the commands.
app = typer.Typer(help="Weekly check-ins: start, add, look, sum up.", no_args_is_help=True)
app.command("start")(start)
app.command("add")(add)


PathArgument = Annotated[str, typer.Argument(help="CYCLE.json, or a set; - is standard input.")]
AsOfOption = Annotated[
    datetime | None,
    typer.Option("--as-of", formats=["%Y-%m-%d"], help="The last day that counts."),
]
TablesOption = Annotated[
    list[Path] | None,
    typer.Option("--checkins", help="CSV, XLSX or Markdown table to join; may be repeated."),
]


@app.command("status")
def status(
    path: PathArgument,
    as_of: AsOfOption = None,
    checkins: TablesOption = None,
    output: FormatOption = TextOrJson.TEXT,
    lang: LangOption = WriteIn.AUTO,
) -> None:
    """Show where every key result stands."""
    from assistant.rendering.summaries import terminal
    from assistant.rendering.summaries.outline import outline

    made = _week(path, as_of, checkins, lang).summary()
    if output is TextOrJson.JSON:
        told = made.model_dump(mode="json", include={"header", "objectives", "key_results"})
        typer.echo(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        terminal.show(terminal.states_only(outline(made)), terminal.console(sys.stdout))


@app.command("summary")
def summary(
    path: Annotated[str, typer.Argument(help="CYCLE.json, a set, or a folder of cycles.")],
    as_of: AsOfOption = None,
    checkins: TablesOption = None,
    asked_form: Annotated[SummaryFormat | None, typer.Option("--format", help=FORMAT_HELP)] = None,
    out: OutputOption = None,
    pictures: Annotated[
        Path | None, typer.Option(help="A folder to write the pictures to, as SVG.")
    ] = None,
    llm: Annotated[
        ModelUse, typer.Option(help="Whether a language model writes the opening of a team's week.")
    ] = ModelUse.AUTO,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what a model would be sent; send nothing.")
    ] = False,
    lang: LangOption = WriteIn.AUTO,
) -> None:
    """Sum up the week of a team, or of all teams of a folder."""
    from assistant.rendering.summaries import outline, teams

    form = form_of(asked_form, out, SummaryFormat.TEXT)
    if Path(path).is_dir():
        rolled = _rolled_up(Path(path), as_of, lang)
        write(rolled, teams.outline(rolled), form, out)
        if not rolled.teams:  # the report says why, file by file
            raise UnreadableInput("no_cycle_read", file=path)
    elif dry_run:
        _show_request(_week(path, as_of, checkins, lang).summary())
    else:
        made = _with_model(_week(path, as_of, checkins, lang), llm)
        write(made, outline.outline(made), form, out)
        if pictures is not None:
            _draw(path, made, checkins, pictures)


@record
class _Week:
    """A cycle as it was read, and how its week is told."""

    reading: CycleReading
    as_of: date
    limits: Thresholds
    language: Language

    def summary(self, written: Written | None = None) -> Summary:
        """The summary, with what a model wrote of it."""
        from assistant.checkins.summary.composing import summarise

        return summarise(
            self.reading.record,
            as_of=self.as_of,
            limits=self.limits,
            language=self.language,
            told=self.reading.told(self.language),
            written=written,
        )


def _week(path: str, as_of: datetime | None, tables: list[Path] | None, lang: WriteIn) -> _Week:
    from assistant.checkins.files.loading import needs_a_cycle
    from assistant.checkins.languages import language_of_week
    from assistant.checkins.thresholds import load_thresholds

    chosen = settings()
    limits = load_thresholds(chosen.thresholds_file)
    reading = _reading(path, tables or [], chosen)
    needs_a_cycle(reading.record, path)
    language = lang.language or language_of_week(reading.record.set)
    return _Week(reading, _day(as_of, reading), limits, language)


def _with_model(week: _Week, llm: ModelUse) -> Summary:
    """The summary, opened by the model of the settings where there is one.

    Raises:
        UsageError: `no_model`, where one is wanted and none is set.
    """
    from assistant.llm.loading import load_roster, wanted_model

    made, chosen = week.summary(), settings()
    model = wanted_model(chosen, llm)
    if model is None:
        return made
    import asyncio  # here and not above: check needs none of it

    from assistant.checkins.modelling.writing import OpeningWriter

    return week.summary(asyncio.run(OpeningWriter(model, load_roster(chosen)).write(made)))


def _show_request(made: Summary) -> None:
    """Write what would be sent to a model, and send nothing."""
    from assistant.checkins.modelling.writing import request_of
    from assistant.llm.loading import load_roster

    for message in request_of(made, load_roster(settings())).messages:
        typer.echo(f"--- {message.role} ---\n{message.content}\n")


def _draw(path: str, made: Summary, tables: list[Path] | None, folder: Path) -> None:
    """The pictures of a summary, a file each."""
    from assistant.checkins.arithmetic.team import compute
    from assistant.checkins.summary.pictures import pictures

    record = _reading(path, tables or [], settings()).record
    team = compute(record, made.header.cutoff, made.settings)
    for picture in pictures(team, made.message_language):
        save(folder / f"{picture.name}.svg", picture.svg.encode())


def _rolled_up(folder: Path, as_of: datetime | None, lang: WriteIn) -> RollUp:
    from assistant.checkins import calendar
    from assistant.checkins.rollup.folder import cycle_files, roll_up
    from assistant.checkins.thresholds import load_thresholds

    chosen, files = settings(), cycle_files(folder)
    if not files:
        raise UnreadableInput("no_cycle_here", file=str(folder))
    return roll_up(
        files,
        root=folder,
        as_of=asked_day(as_of),
        today=calendar.today(),
        settings=chosen,
        limits=load_thresholds(chosen.thresholds_file),
        language=lang.language,
    )


def _day(as_of: datetime | None, reading: CycleReading) -> date:
    """What was asked for, else what the file says, else today."""
    from assistant.checkins import calendar

    return asked_day(as_of) or reading.record.as_of or calendar.today()


def asked_day(as_of: datetime | None) -> date | None:
    """The day of `--as-of`.

    Raises:
        UsageError: `bad_parameter`, where it is no day of this time.
    """
    from assistant.checkins.files.loading import FIRST_DAY, LAST_DAY

    if as_of is not None and not FIRST_DAY <= as_of.date() <= LAST_DAY:
        choices = f"{FIRST_DAY} – {LAST_DAY}"
        raise UsageError("bad_parameter", field="--as-of", choices=choices)
    return as_of.date() if as_of else None


def _reading(path: str, tables: list[Path], chosen: Settings) -> CycleReading:
    from assistant.checkins.files.joining import read_table
    from assistant.checkins.files.loading import read_cycle, year_of

    reading = read_cycle(
        read_bytes(path, chosen), name=None if path == "-" else path, settings=chosen
    )
    okr_set = reading.record.set
    for table in tables:
        found, notes = read_table(
            read_bytes(str(table), chosen),
            name=str(table),
            okr_set=okr_set,
            year=year_of(okr_set),
            settings=chosen,
        )
        reading.record.checkins += found
        reading.notes += notes
    return reading


def read_bytes(path: str, chosen: Settings) -> bytes:
    """The content of a file, or of standard input for -; one byte more than allowed at most."""
    if path == "-":
        return sys.stdin.buffer.read(chosen.max_bytes + 1)
    try:
        with Path(path).open("rb") as source:
            return source.read(chosen.max_bytes + 1)
    except (OSError, ValueError) as error:
        raise UnreadableInput("cannot_open", file=path, why=why(error)) from error
