"""`okr-coach checkin add`: one more check-in, or a change of a target or an owner."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from assistant.commands.options import LangOption, WriteIn, settings
from assistant.errors import UsageError

if TYPE_CHECKING:
    from assistant.checkins.files.loading import CycleReading
    from assistant.models.cycle import Change, CheckIn, CycleRecord

Words = Annotated[str | None, typer.Option()]


def add(
    path: Annotated[Path, typer.Argument(help="CYCLE.json.")],
    kr: Annotated[str, typer.Option("--kr", help="1.2, O1 KR2, or the key result's words.")],
    date: Annotated[str | None, typer.Option(help="Today by default.")] = None,
    value: Annotated[str | None, typer.Option(help='Where it stands: 86, "9,300万元".')] = None,
    delta: Annotated[str | None, typer.Option(help="By how much it moved.")] = None,
    unit: Words = None,
    confidence: Annotated[str | None, typer.Option(help="0 to 10.")] = None,
    status: Annotated[str | None, typer.Option(help="on_track, at_risk, off_track.")] = None,
    comment: Words = None,
    evidence: Words = None,
    blocker: Words = None,
    blocker_owner: Words = None,
    ask: Annotated[str | None, typer.Option(help="What others are asked for.")] = None,
    next_action: Words = None,
    due: Words = None,
    commitment: Annotated[
        list[str] | None, typer.Option(help=r'A promise; "\[x] ..." for a kept one.')
    ] = None,
    author: Words = None,
    change: Annotated[
        str | None, typer.Option(help="Record a change instead: target, owner, baseline, due ...")
    ] = None,
    new: Annotated[str | None, typer.Option(help="With --change: the new value.")] = None,
    reason: Annotated[str | None, typer.Option(help="With --change: why.")] = None,
    lang: LangOption = WriteIn.AUTO,
) -> None:
    """Append a check-in or a change to the file; what was written before is never altered."""
    from assistant.checkins import calendar
    from assistant.checkins.arithmetic.team import label
    from assistant.checkins.files.adding import add_entry
    from assistant.checkins.files.doubts import doubts
    from assistant.checkins.files.misdated import misdated, refuse_outside
    from assistant.checkins.languages import language_of_week
    from assistant.checkins.thresholds import load_thresholds
    from assistant.messages import say
    from assistant.models.cycle import CheckIn

    given = dict(locals())
    chosen = settings()
    reading, place = _place(path, kr)
    day = date or calendar.today().isoformat()
    fields: dict[str, Any] = {"date": day, "objective": place[0], "key_result": place[1]}
    entry: CheckIn | Change
    if change is not None:
        told = {"field": change, "new": new, "reason": reason}
        entry = _change(fields, told, reading.record, chosen.max_line_chars)
    else:
        entry = _checkin(fields, {name: given[name] for name in _FIELDS}, commitment)
        refuse_outside(reading.record, entry)
    add_entry(path, entry, chosen)
    told_in = lang.language or language_of_week(reading.record.set)
    typer.echo(say("checkins", "added", told_in, label=label(place), day=entry.date))
    for told_of_day in misdated(reading.record, [entry], told_in):
        typer.echo(told_of_day, err=True)
    if isinstance(entry, CheckIn):
        limits = load_thresholds(chosen.thresholds_file)
        for doubt in doubts(reading.record, [entry], limits, told_in):
            typer.echo(doubt, err=True)


_FIELDS = (
    "value",
    "delta",
    "unit",
    "confidence",
    "status",
    "comment",
    "evidence",
    "blocker",
    "blocker_owner",
    "ask",
    "next_action",
    "due",
    "author",
)


def _place(path: Path, named: str) -> tuple[CycleReading, tuple[int, int]]:
    from assistant.checkins.files.joining import Joiner
    from assistant.checkins.files.loading import read_cycle
    from assistant.commands.checkin import read_bytes

    chosen = settings()
    reading = read_cycle(read_bytes(str(path), chosen), name=str(path), settings=chosen)
    place = Joiner(reading.record.set).place("", named)
    if place is None:
        raise UsageError("no_place", field="--kr", what=named[:60])
    return reading, place


def _checkin(place: dict[str, Any], said: dict[str, Any], commitments: list[str] | None) -> CheckIn:
    from assistant.checkins.files.typed import typed_checkin

    fields = {name: value for name, value in said.items() if value is not None}
    if commitments:
        fields["commitments"] = commitments
    return typed_checkin(place, fields, settings().max_line_chars)


def _change(
    place: dict[str, Any], said: dict[str, Any], record: CycleRecord, most_chars: int
) -> Change:
    from assistant.checkins.files.typed import typed_change

    told = {name: value for name, value in said.items() if value is not None}
    try:
        return typed_change(record, place, told, most_chars)
    except UsageError as error:
        if error.field in ("new", "field"):  # as they are called here
            error.field = {"new": "--new", "field": "--change"}[error.field]
        raise
