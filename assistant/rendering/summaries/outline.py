"""A summary in the order in which it is read, whatever it is written as.

The text of a statement is ours; a quotation is somebody's own words and is set apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from assistant.messages import say
from assistant.models import Language
from assistant.models.summary import AgendaPoint, Fact, Item, KeyResultState, Shown, Summary
from assistant.models.thresholds import Thresholds
from assistant.models.written import BlockerGroup, Sentence
from assistant.rendering.clipping import cut
from assistant.rendering.summaries.shares import percent_of
from assistant.rendering.summaries.statuses import status_told

AREA = "week"
_OPENING = (1, 2, 3, 4)
_LAST = 16
_MOST_SOURCES = 4
_SHARES = frozenset(
    (
        "pace_from_elapsed",
        "on_track_gap",
        "at_risk_gap",
        "late_elapsed",
        "late_progress",
        "forecast_interval",
        "trend_aspirational",
        "trend_others",
        "win_rise",
    )
)
_NAME = 30  # characters of a key result in the agenda


@dataclass(frozen=True, slots=True)
class Line:
    """A statement, the words quoted with it, and the check-ins that it rests on."""

    text: str
    quote: str | None
    sources: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its statements."""

    title: str
    lines: tuple[Line, ...]


class Role(StrEnum):
    """What a table is for; the long ones are left out where there is no room."""

    STATES = "states"
    SETTINGS = "settings"
    FACTS = "facts"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; that of an objective stands out."""

    cells: tuple[str, ...]
    strong: bool = False
    shown: Shown | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its title and its headers; `status` is the column that shows a status."""

    role: Role
    title: str
    headers: tuple[str, ...]
    rows: tuple[Row, ...]
    status: int | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A whole report: its title, and sections and tables in the order in which they are read."""

    language: Language
    title: str
    parts: tuple[Section | Table, ...]


def outline(summary: Summary) -> Page:
    """The report of a summary."""
    tell = _Teller(summary)
    found = {block.block: tell.section(block.title, block.items) for block in summary.blocks}
    opening = [found[number] for number in _OPENING if number in found]
    rest = [section for number, section in found.items() if max(_OPENING) < number < _LAST]
    parts: list[Section | Table] = [
        *tell.written(),
        *opening,
        *tell.more(),
        *tell.agenda(),
        tell.states(),
        *rest,
        *tell.grouped(),
        *tell.notes(),
    ]
    parts += [found[_LAST], settings_table(summary.settings, summary.message_language)]
    return Page(summary.message_language, tell.title(), (*parts, tell.facts()))


def settings_table(settings: Thresholds, language: Language) -> Table:
    """The thresholds that a report used."""
    title, name, value = (say(AREA, key, language) for key in ("settings", "setting", "value"))
    rows = tuple(
        Row((say(AREA, f"setting.{key}", language), _threshold(key, number)))
        for key, number in settings.model_dump().items()
    )
    return Table(Role.SETTINGS, title, (name, value), rows)


def _threshold(name: str, number: float) -> str:
    return f"{number * 100:g}%" if name in _SHARES else f"{number:g}"


def statements(title: str, lines: Iterable[str]) -> list[Section]:
    """A section of plain lines; none without any."""
    found = tuple(Line(line, None, "", ()) for line in lines)
    return [Section(title, found)] if found else []


class _Teller:
    def __init__(self, summary: Summary) -> None:
        self._summary = summary
        self._facts = {fact.fact_id: fact for fact in summary.facts}

    def say(self, key: str, /, **facts: Any) -> str:
        return say(AREA, key, self._summary.message_language, **facts)

    def title(self) -> str:
        header = self._summary.header
        named = [part for part in (header.team, header.cycle) if part]
        return " · ".join([self.say("title"), *named, header.cutoff.isoformat()])

    def section(self, title: str, items: Sequence[Item]) -> Section:
        return Section(title, tuple(self._line(item) for item in items))

    def written(self) -> list[Section]:
        """What a model wrote, marked as a model's."""
        made = self._summary.written
        return self._stated("written", made.opening) if made else []

    def grouped(self) -> list[Section]:
        """The blockers that a model put together."""
        made = self._summary.written
        groups = made.groups if made else []
        told = [Sentence(text=self._group(one), facts=one.facts) for one in groups]
        return self._stated("grouped", told)

    def _group(self, group: BlockerGroup) -> str:
        labels = self.say("comma").join(f"KR{o + 1}.{k + 1}" for o, k in group.key_results)
        return self.say("about", title=group.title, about=labels)

    def _stated(self, key: str, sentences: Sequence[Sentence]) -> list[Section]:
        lines = tuple(
            Line(one.text, None, self._sources(one.facts), tuple(one.facts)) for one in sentences
        )
        return [Section(self.say(key), lines)] if lines else []

    def _agenda_point(self, point: AgendaPoint) -> str:
        """What a part of the meeting is about: the key results, each once."""
        texts = {(k.objective, k.key_result): k.text for k in self._summary.key_results}
        places = dict.fromkeys((i.objective, i.key_result) for i in point.items)
        names = [
            f"KR{o + 1}.{k + 1} {_clipped(texts[o, k])}"
            for o, k in places
            if o is not None and k is not None
        ]
        told = self.say("minutes", minutes=point.minutes, title=point.title)
        about = self.say("semicolon").join(names)
        return self.say("about", title=told, about=about) if names else told

    def _line(self, item: Item) -> Line:
        return Line(item.text, item.quote, self._sources(item.facts), tuple(item.facts))

    def _sources(self, ids: Sequence[str]) -> str:
        """What the facts of a statement were taken from, through all that was computed."""
        found = dict.fromkeys(self._origins(ids, set()))
        told = sorted((one for one in found if " " in one), reverse=True)
        shown = [self._source(one) for one in told[:_MOST_SOURCES]]
        if len(told) > _MOST_SOURCES:
            shown.append(self.say("more_sources", count=len(told) - _MOST_SOURCES))
        return self.say("comma").join(shown)

    def _origins(self, ids: Sequence[str], seen: set[str]) -> Iterator[str]:
        for fact_id in ids:
            if fact_id not in seen:
                seen.add(fact_id)
                yield self._facts[fact_id].source
                yield from self._origins(self._facts[fact_id].inputs, seen)

    def _source(self, source: str) -> str:
        kind, _, day = source.partition(" ")
        return self.say(f"source.{kind}", day=day)

    def more(self) -> list[Section]:
        places = self._summary.more_attention
        names = self.say("comma").join(f"KR{o + 1}.{k + 1}" for o, k in places)
        return statements(self.say("more", count=len(places)), [names] if names else [])

    def agenda(self) -> list[Section]:
        minutes = sum(point.minutes for point in self._summary.agenda)
        return statements(
            self.say("agenda", minutes=minutes), map(self._agenda_point, self._summary.agenda)
        )

    def states(self) -> Table:
        names = ("key_result", "owner", "progress", "expected", "shown", "confidence", "last")
        headers = tuple(self.say(f"column.{name}") for name in names)
        status = names.index("shown")
        return Table(Role.STATES, self.say("states"), headers, tuple(self._rows()), status)

    def _rows(self) -> Iterator[Row]:
        for one in self._summary.objectives:
            name = f"O{one.objective + 1} {one.text}".strip()
            cells = (name, "", percent_of(one.progress), "", self._shown(one.shown), "", "")
            yield Row(cells, strong=True, shown=one.shown)
            for state in self._summary.key_results:
                if state.objective == one.objective:
                    yield self._row(state)

    def _row(self, state: KeyResultState) -> Row:
        label = f"KR{state.objective + 1}.{state.key_result + 1} {state.text}"
        cells = (
            label,
            state.owner or "–",
            percent_of(state.progress),
            percent_of(state.expected),
            status_told(state, self._summary.message_language),
            "–" if state.confidence is None else f"{state.confidence:g}",
            state.last.isoformat() if state.last else "–",
        )
        return Row(cells, shown=state.shown)

    def _shown(self, shown: Shown) -> str:
        return say("checkins", f"shown.{shown}", self._summary.message_language)

    def notes(self) -> list[Section]:
        return statements(self.say("notes"), self._summary.notes)

    def facts(self) -> Table:
        headers = tuple(self.say(f"fact.{n}") for n in ("id", "of", "kind", "value", "source"))
        rows = tuple(self._fact(fact) for fact in self._summary.facts)
        return Table(Role.FACTS, self.say("facts"), headers, rows)

    def _fact(self, fact: Fact) -> Row:
        of = ""
        if fact.key_result is not None:
            of = f"KR{fact.key_result[0] + 1}.{fact.key_result[1] + 1}"
        elif fact.objective is not None:
            of = f"O{fact.objective + 1}"
        value = (
            self.say("comma").join(map(str, fact.value))
            if isinstance(fact.value, list)
            else fact.value
        )
        source = f"{fact.formula} ({', '.join(fact.inputs)})" if fact.formula else fact.source
        return Row((fact.fact_id, of, fact.kind, f"{value} {fact.unit or ''}".strip(), source))


def _clipped(text: str) -> str:
    return cut(" ".join(text.split()), _NAME)
