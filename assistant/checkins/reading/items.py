"""What the clauses about one key result say: every field with the words it came from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from assistant.checkins.reading.clauses import Clause
from assistant.checkins.reading.confidence import Level, find_levels
from assistant.checkins.reading.corrections import take_back
from assistant.checkins.reading.days import Day
from assistant.checkins.reading.dues import find_due, is_ahead, kind_by_day
from assistant.checkins.reading.figures import Figure, Role, figures_of
from assistant.checkins.reading.measures import Measured
from assistant.checkins.reading.message import Message
from assistant.checkins.reading.names import without_name
from assistant.checkins.reading.numbers import Numbers, choose, find_still, fits, has_value, unit_of
from assistant.checkins.reading.reasons import find_reason, went_back
from assistant.checkins.reading.sources import find_evidence, find_owner
from assistant.checkins.reading.states import State, find_state, only_tells
from assistant.checkins.reading.texts import TEXT_FIELDS, Run, find_runs, kind_of, text_of
from assistant.language.figures.draft import Draft
from assistant.language.reading import QuantityKind as Kind
from assistant.models.cycle import Commitment, Status
from assistant.models.reading import ReadItem

_WORSE = (Status.OFF_TRACK, Status.AT_RISK, Status.ON_TRACK)
_FEWEST_WORDS = 1
_TEN = 10.0
_LOW = 4.0


@dataclass(frozen=True)
class Told:
    """A message with what was found in it before anything was joined."""

    message: Message
    drafts: Sequence[Draft]
    days: Sequence[Day]
    as_of: date
    shared: frozenset[int] = frozenset()  # starts of clauses that speak of all key results


class ItemReading:
    """One key result in one message."""

    def __init__(
        self, told: Told, measured: Measured, clauses: Sequence[Clause], loose: frozenset[int]
    ) -> None:
        """`loose` are starts of clauses that name no key result: no value is read off them."""
        self._told = told
        self._seen = told.message.seen
        self._measured = measured
        self._clauses = sorted(clauses, key=lambda c: c.start)
        self._loose = loose

    def read(self) -> ReadItem:
        """The fields that the clauses state."""
        fields: dict[str, Any] = {}
        quotes: dict[str, str] = {}
        for name, (value, quote) in self._fields().items():
            fields[name], quotes[name] = value, quote
        return ReadItem(key_result=self._measured.place, **fields, quotes=quotes)

    def _fields(self) -> dict[str, tuple[Any, str]]:
        found = {**self._numbers_read(), **self._judged()}
        for name in TEXT_FIELDS:
            text = self._text(name)
            if text:
                found[name] = text
        due = find_due(self._seen, self._clauses, self._kinds, self._told.days, self._told.as_of)
        if due:
            found["due"] = due.day, self._quote(due.start, due.end)
        return {**found, **self._besides(found)}

    def _quote(self, start: int, end: int) -> str:
        return self._told.message.text[start:end]

    # Confidence and status

    def _judged(self) -> dict[str, tuple[Any, str]]:
        found: dict[str, tuple[Any, str]] = {}
        if self._level:
            found["confidence"] = self._level.value, self._quote(self._level.start, self._level.end)
        if self._state:
            found["status"] = self._state.status, self._quote(self._state.start, self._state.end)
        return found

    @cached_property
    def _levels(self) -> list[Level]:
        return find_levels(self._seen, self._clauses)

    @cached_property
    def _level(self) -> Level | None:
        own = [lv for lv in self._levels if lv.named or not self._counts_to_ten]
        own = [lv for lv in own if not self._is_shared(lv.start)]
        return next((lv for lv in own if lv.named), own[0] if own else None)

    @property
    def _counts_to_ten(self) -> bool:
        """Whether 6/10 may as well be where the key result stands."""
        measured = self._measured
        return measured.target == _TEN and measured.kind in (None, Kind.COUNT, Kind.BARE)

    def _is_shared(self, at: int) -> bool:
        return any(c.start in self._told.shared and c.start <= at < c.end for c in self._clauses)

    @cached_property
    def _states(self) -> list[State]:
        labelled = ("blocker", "ask", "next_action", "goal", "previous")
        own = [c for c in self._clauses if c.label not in labelled]
        found = [find_state(self._seen, c) for c in own if c.start not in self._told.shared]
        # 按期付印 68%: a part of the name.
        name = self._measured.folded
        return [s for s in found if s and self._seen[s.start : s.end + 2] not in name]

    @cached_property
    def _state(self) -> State | None:
        return min(self._states, key=lambda s: _WORSE.index(s.status)) if self._states else None

    # Numbers

    @cached_property
    def _figures(self) -> list[Figure]:
        found: list[Figure] = []
        for clause, kind in zip(self._clauses, self._worded, strict=True):
            if clause.start not in self._loose:
                figures = figures_of(clause, self._seen, self._told.drafts, self._measured)
                found += [f for f in figures if self._may_count(f, clause, kind)]
        take_back(found, self._seen)
        return found

    def _may_count(self, figure: Figure, clause: Clause, kind: str | None) -> bool:
        if kind is None or self._opens_with_change(figure, clause):
            return True
        if kind != "blocker" or clause.label == "blocker":
            return False
        fit = fits(figure, self._measured) or 0.0
        opens = clause.first or (clause is self._clauses[0] and self._seen[figure.start].isdigit())
        sure = figure.sure and (fit > 1 or figure.kind is Kind.BARE)
        return sure or (opens and fit > 1)

    def _opens_with_change(self, figure: Figure, clause: Clause) -> bool:
        """0.4 worse than last week because ..., lost 0.2: the change comes before its reason."""
        opens = len(self._seen[clause.start : figure.start].split()) <= _FEWEST_WORDS
        return opens and figure.role is Role.DELTA and clause.label is None

    @cached_property
    def _numbers(self) -> Numbers:
        plain = [c for c, kind in zip(self._clauses, self._worded, strict=True) if kind is None]
        plain = [c for c in plain if c.start not in self._loose]
        return choose(self._figures, self._measured, find_still(self._seen, plain))

    def _numbers_read(self) -> dict[str, tuple[Any, str]]:
        numbers, found = self._numbers, dict[str, tuple[Any, str]]()
        if numbers.value:
            found["value"] = (
                numbers.value.value,
                self._quote(numbers.value.start, numbers.value.end),
            )
        if numbers.delta is not None:
            span = numbers.delta_figure or None
            where = (span.start, span.end) if span else numbers.unmoved or (0, 0)
            found["delta"] = numbers.delta, self._quote(*where)
        for figure in (numbers.value, numbers.delta_figure):
            unit = unit_of(figure, self._told.message.text, self._measured) if figure else None
            if figure and unit and "unit" not in found:
                found["unit"] = unit, self._quote(figure.start, figure.end)
        return found

    # Texts

    @cached_property
    def _worded(self) -> list[str | None]:
        """What each clause is about by its label or words, before its numbers are known."""
        kinds: list[str | None] = []
        for clause in self._clauses:
            told = clause.kept is not None or self._tells_level(clause)
            last = self._clauses[len(kinds) - 1] if kinds else clause
            before = kinds[-1] if kinds and last.sentence == clause.sentence else None
            kinds.append(None if told else self._kind(clause, before))
        return kinds

    def _kind(self, clause: Clause, before: str | None) -> str | None:
        kind = kind_of(self._seen, clause, self._unnamed(clause))
        if clause.label is not None or kind not in (None, "next_action"):
            return kind
        where = self._seen, clause, self._told.days, self._told.as_of
        counts = has_value(clause, self._told.drafts, self._measured)
        return kind_by_day(*where, before, sure=not counts) or kind

    def _unnamed(self, clause: Clause) -> str:
        return without_name(self._seen, clause.start, clause.end, self._measured)

    def _tells_level(self, clause: Clause) -> bool:
        """Whether it says how sure somebody is, or that nothing moved: no hindrance, no plan."""
        if clause.label in TEXT_FIELDS:
            return False
        level = any(clause.start <= lv.start < clause.end for lv in self._levels)
        return level or find_still(self._seen, [clause]) is not None

    @cached_property
    def _kinds(self) -> list[str | None]:
        used = [f for f in (self._numbers.value, self._numbers.delta_figure) if f]
        return [
            None
            if any(f.clause is clause for f in used) or only_tells(self._seen, clause, self._states)
            else kind
            for clause, kind in zip(self._clauses, self._worded, strict=True)
        ]

    @cached_property
    def _plain(self) -> set[int]:
        """Clauses that say nothing that was read already."""
        taken = [lv.start for lv in self._levels] + [s.start for s in self._states]
        taken += [f.start for f in self._figures if self._is_told(f)]
        taken += [self._numbers.unmoved[0]] if self._numbers.unmoved else []
        return {
            i
            for i, (clause, kind) in enumerate(zip(self._clauses, self._kinds, strict=True))
            if kind is None
            and clause.kept is None
            and clause.label in (None, "comment", "progress", "blocker")
            and clause.start not in self._loose | self._told.shared
            and not any(clause.start <= at < clause.end for at in taken)
        }

    def _is_told(self, figure: Figure) -> bool:
        if figure in (self._numbers.value, self._numbers.delta_figure):
            return True
        return figure.role in (Role.GOAL, Role.PREVIOUS) and bool(fits(figure, self._measured))

    @cached_property
    def _runs(self) -> list[Run]:
        return find_runs(self._seen, self._clauses, self._kinds, self._plain)

    def _text(self, name: str) -> tuple[str, str] | None:
        runs = [run for run in self._runs if run.kind == name]
        if not runs and name == "blocker":
            runs = self._reason
        return text_of(self._told.message.text, self._seen, runs) if runs else None

    @property
    def _is_in_trouble(self) -> bool:
        told = self._state is not None and self._state.status is not Status.ON_TRACK
        low = self._level is not None and self._level.value <= _LOW
        asks = any(run.kind == "ask" for run in self._runs)
        return told or low or asks or went_back(self._numbers.delta, self._measured)

    @cached_property
    def _reason(self) -> list[Run]:
        """Of one in trouble, the first thing told besides is the reason, if no day is to come."""
        if self._state and self._state.status is Status.ON_TRACK and not self._is_in_trouble:
            return []
        days, as_of = self._told.days, self._told.as_of
        plain = {i for i in self._plain if not is_ahead(self._clauses[i], days, as_of)}
        own = self._clauses, plain, self._used, self._figures, self._measured
        return find_reason(self._seen, *own, in_trouble=self._is_in_trouble)

    @cached_property
    def _used(self) -> set[int]:
        inside = {id(clause) for run in self._runs for clause in run.clauses}
        return {i for i, clause in enumerate(self._clauses) if id(clause) in inside}

    def _promises(self) -> tuple[list[Commitment], str] | None:
        """Lines with a box: [x] is kept, [ ] is not."""
        lines: dict[int, list[Clause]] = {}
        for clause in self._clauses:
            if clause.kept is not None:
                lines.setdefault(clause.line, []).append(clause)
        spans = [(own[0].start, own[-1].end, own[0].kept) for own in lines.values()]
        if not spans:
            return None
        found = [Commitment(text=self._quote(start, end), done=kept) for start, end, kept in spans]
        return found, self._quote(spans[0][0], spans[-1][1])

    def _besides(self, found: dict[str, tuple[Any, str]]) -> dict[str, tuple[Any, str]]:
        """Comment, evidence, and whom something waits for."""
        reason = (
            {id(c) for run in self._reason for c in run.clauses} if "blocker" in found else set()
        )
        rest = [
            Run("comment", [self._clauses[i]])
            for i in sorted(self._plain - self._used)
            if id(self._clauses[i]) not in reason
        ]
        extra: dict[str, tuple[Any, str]] = {}
        if comment := text_of(self._told.message.text, self._seen, rest):
            extra["comment"] = comment
        if promises := self._promises():
            extra["commitments"] = promises
        if evidence := find_evidence(self._told.message, self._clauses):
            extra["evidence"] = evidence
        if owner := find_owner(self._told.message, self._clauses, self._kinds):
            extra["blocker_owner"] = owner
        return extra
