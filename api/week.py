"""The week of a cycle as a piece of a page: summary, pictures, history; and cycles as text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from markupsafe import Markup

from api.reading import bare
from api.templating import render
from api.weekly import week_of
from assistant.checkins.arithmetic.history import Point
from assistant.checkins.arithmetic.seen import Seen
from assistant.checkins.arithmetic.team import Team, compute, label
from assistant.checkins.files.adding import written
from assistant.checkins.files.loading import read_cycle
from assistant.checkins.summary.pictures import pictures
from assistant.checkins.wording import with_unit
from assistant.messages import say
from assistant.models import Language
from assistant.models.cycle import CheckIn
from assistant.models.written import Written
from assistant.parsing import Format
from assistant.parsing.formats.recognising import decode, recognise
from assistant.parsing.formats.tree import read_json
from assistant.rendering.summaries.outline import Role, Section, outline
from assistant.settings import Settings

# The policy of the page takes no styles but its own file's, which has those of the pictures.
_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
_WORDS = ("comment", "blocker", "ask", "next_action", "evidence")


@dataclass(frozen=True, slots=True)
class History:
    """The check-ins of a key result, the last one first."""

    name: str
    text: str
    rows: list[tuple[str, str, str, str, list[tuple[str, str]]]]


def render_week(
    data: bytes,
    settings: Settings,
    as_of: date | None,
    language: Language,
    by_model: Written | None = None,
) -> str:
    """The week of a cycle as HTML, every text escaped.

    Raises:
        UnreadableInput: If it is no cycle; also `InputTooLarge`.
    """
    made, record = week_of(data, None, settings, as_of=as_of, language=language, written=by_model)
    team = compute(record, made.header.cutoff, made.settings)
    page = outline(made)
    return render(
        "checkins_week.html",
        language,
        title=page.title,
        parts=page.parts,
        is_section=lambda part: isinstance(part, Section),
        roles=Role,
        # Drawn by templates of ours, every text escaped there.
        pictures=[(one, Markup(_STYLE.sub("", one.svg))) for one in pictures(team, language)],  # noqa: S704
        histories=list(_histories(team, language)),
    )


def _histories(team: Team, language: Language) -> Iterator[History]:
    for place, seen in team.seen.items():
        rows = [_row(seen, point, language) for point in reversed(seen.points)]
        yield History(label(place), seen.goal.source.text, rows)


def _row(
    seen: Seen, point: Point, language: Language
) -> tuple[str, str, str, str, list[tuple[str, str]]]:
    said = point.checkin
    return (
        said.date.isoformat(),
        _value(seen, point, language),
        "–" if said.confidence is None else f"{said.confidence:g}",
        say("reading", f"status.{said.status}", language) if said.status else "–",
        [
            (say("reading", f"field.{name}", language), words)
            for name in _WORDS
            if (words := getattr(said, name))
        ],
    )


def _value(seen: Seen, point: Point, language: Language) -> str:
    """Where the metric stands, in the goal's unit; what was said where that is unknown."""
    if point.value is None:
        return str(point.checkin.value) if point.checkin.value is not None else "–"
    unit = seen.goal.unit.label or seen.goal.source.unit
    return with_unit(point.value, unit, language)


def cycle_text(data: bytes, name: str | None, settings: Settings) -> str:
    """A cycle of any format as text for the page's field: JSON as it is, others as JSON."""
    reading = read_cycle(data, name=name, settings=settings)
    if recognise(data, name) is Format.JSON:
        return decode(data)
    return written(bare(reading.record.model_dump(mode="json")))


def with_entries(text: str, entries: Sequence[CheckIn], settings: Settings) -> str:
    """The document of a cycle with more check-ins at its end; all else stays as it stands."""
    document = _document(text, settings)
    told = [
        one.model_dump(mode="json", exclude_none=True, exclude_defaults=True) for one in entries
    ]
    document["checkins"] = [*(document.get("checkins") or []), *told]
    return written(document)


def _document(text: str, settings: Settings) -> dict[str, Any]:
    record = read_cycle(text.encode(), name=None, settings=settings).record
    if recognise(text.encode(), None) is Format.JSON:
        value = read_json(text, settings.max_depth, places=False)
        if isinstance(value, dict) and "set" in value:
            return value
    made: dict[str, Any] = bare(record.model_dump(mode="json"))
    return made
