"""A summary in the order in which it is read, whatever it is written as.

The text of a statement is ours; a quotation is somebody's own words and is set apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from assistant.messages import say
from assistant.models import Language
from assistant.models.summary import AgendaPoint, Fact, Item, KeyResultState, Shown, Summary

AREA = "week"
_OPENING = (1, 2, 3, 4)
_LAST = 16
_MOST_SOURCES = 4
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


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; that of an objective stands out."""

    cells: tuple[str, ...]
    strong: bool = False
    shown: Shown | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its title and its headers."""

    title: str
    headers: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """A whole report."""

    language: Language
    title: str
    opening: tuple[Section, ...]
    more: str | None
    agenda: tuple[str, ...]
    agenda_title: str
    states: Table
    rest: tuple[Section, ...]
    notes: Section | None
    provenance: Section
    settings: Table
    facts: Table = field(repr=False)


def outline(summary: Summary) -> Outline:
    """The report of a summary."""
    tell = _Teller(summary)
    sections = {block.block: tell.section(block.title, block.items) for block in summary.blocks}
    return Outline(
        language=summary.message_language,
        title=tell.title(),
        opening=tuple(sections[number] for number in _OPENING if number in sections),
        more=tell.more(),
        agenda=tuple(tell.agenda_point(point) for point in summary.agenda),
        agenda_title=tell.say("agenda", minutes=sum(point.minutes for point in summary.agenda)),
        states=tell.states(),
        rest=tuple(
            section for number, section in sections.items() if max(_OPENING) < number < _LAST
        ),
        notes=tell.notes(),
        provenance=sections[_LAST],
        settings=tell.settings(),
        facts=tell.facts(),
    )


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

    def agenda_point(self, point: AgendaPoint) -> str:
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

    def more(self) -> str | None:
        places = self._summary.more_attention
        if not places:
            return None
        names = self.say("comma").join(f"KR{o + 1}.{k + 1}" for o, k in places)
        return self.say("more", count=len(places), names=names)

    def states(self) -> Table:
        names = ("key_result", "owner", "progress", "expected", "shown", "confidence", "last")
        headers = tuple(self.say(f"column.{name}") for name in names)
        return Table(self.say("states"), headers, tuple(self._rows()))

    def _rows(self) -> Iterator[Row]:
        for one in self._summary.objectives:
            name = f"O{one.objective + 1} {one.text}".strip()
            cells = (name, "", _percent(one.progress), "", self._shown(one.shown), "", "")
            yield Row(cells, strong=True, shown=one.shown)
            for state in self._summary.key_results:
                if state.objective == one.objective:
                    yield self._row(state)

    def _row(self, state: KeyResultState) -> Row:
        label = f"KR{state.objective + 1}.{state.key_result + 1} {state.text}"
        cells = (
            label,
            state.owner or "–",
            _percent(state.progress),
            _percent(state.expected),
            self._shown(state.shown),
            "–" if state.confidence is None else f"{state.confidence:g}",
            state.last.isoformat() if state.last else "–",
        )
        return Row(cells, shown=state.shown)

    def _shown(self, shown: Shown) -> str:
        return say("checkins", f"shown.{shown}", self._summary.message_language)

    def notes(self) -> Section | None:
        lines = tuple(Line(note, None, "", ()) for note in self._summary.notes)
        return Section(self.say("notes"), lines) if lines else None

    def settings(self) -> Table:
        values = self._summary.settings.model_dump().items()
        rows = tuple(Row((name, f"{value:g}")) for name, value in values)
        return Table(self.say("settings"), (self.say("setting"), self.say("value")), rows)

    def facts(self) -> Table:
        headers = tuple(self.say(f"fact.{n}") for n in ("id", "of", "kind", "value", "source"))
        rows = tuple(self._fact(fact) for fact in self._summary.facts)
        return Table(self.say("facts"), headers, rows)

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
    plain = " ".join(text.split())
    return plain if len(plain) <= _NAME else plain[: _NAME - 1].rstrip() + "…"


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{round(share * 100)}%"
