"""What the clauses about one key result say: every field with the words it came from."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from assistant.checkins.reading.clauses import Clause
from assistant.checkins.reading.corrections import takes_back
from assistant.checkins.reading.counted import Counted
from assistant.checkins.reading.dues import find_due, is_ahead
from assistant.checkins.reading.figure import Figure, Role
from assistant.checkins.reading.lexicon import patterns
from assistant.checkins.reading.numbers import fits
from assistant.checkins.reading.reasons import find_reason, went_back
from assistant.checkins.reading.sources import find_sources
from assistant.checkins.reading.states import only_tells
from assistant.checkins.reading.texts import (
    TEXT_FIELDS,
    Run,
    asks_firmly,
    ends_well,
    find_runs,
    has_come,
    is_of_others,
    is_over,
    is_patience,
    kind_of,
    text_of,
)
from assistant.checkins.reading.unit_names import unit_of
from assistant.checkins.reading.weighing import Said, weigh
from assistant.models.cycle import Status
from assistant.models.reading import ReadItem

_OPEN = (None, "comment", "progress")  # labels under which a clause may tell anything
_LOW, _MORE = 4.0, 4


class ItemReading(Counted):
    """One key result in one message."""

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
        due = find_due(self._seen, self._clauses, self._dated, self._told.days, self._told.as_of)
        if due and (any(name in found for name in TEXT_FIELDS) or self._is_tied(due.start)):
            found["due"] = due.day, self._quote(due.start, due.end)
        return {**found, **self._besides()}

    def _is_tied(self, at: int) -> bool:
        """Whether a day is told on a line with the key result, and not in brackets beside it."""
        own = next((c for c in self._clauses if c.start <= at < c.end), None)
        if own is None or own.label == "due":
            return True
        line = [c for c in self._clauses if c.line == own.line]
        opens = own.line == self._clauses[0].line
        return not own.aside and (opens or any(self._is_told_of(c) for c in line))

    def _judged(self) -> dict[str, tuple[Any, str]]:
        found: dict[str, tuple[Any, str]] = {}
        if level := self._how.level:
            found["confidence"] = level.value, self._quote(level.start, level.end)
        if state := self._how.state:
            found["status"] = state.status, self._quote(state.start, state.end)
        return found

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

    @cached_property
    def _kinds(self) -> list[str | None]:
        used = [f for f in (self._numbers.value, self._numbers.delta_figure) if f]
        return [
            None
            if any(f.clause is clause or takes_back(f, clause) for f in used)
            or only_tells(self._seen, clause, self._how.states)
            else kind
            for clause, kind in zip(self._clauses, self._worded, strict=True)
        ]

    @cached_property
    def _plain(self) -> set[int]:
        """Clauses that say nothing that was read already."""
        levels = self._how.levels
        taken = [lv.start for lv in levels] + [lv.end - 1 for lv in levels]
        taken += [s.start for s in self._how.states]
        taken += [f.start for f in self._figures if self._is_told(f)]
        taken += [at for f in self._figures for at in f.corrects]
        taken += [c.start for c in self._clauses for f in self._figures if takes_back(f, c)]
        taken += [self._numbers.unmoved[0]] if self._numbers.unmoved else []
        return {
            i
            for i, (clause, kind) in enumerate(zip(self._clauses, self._kinds, strict=True))
            if kind is None
            and clause.kept is None
            and clause.label in (None, "comment", "progress", "blocker")
            and clause.start not in self._loose | self._told.shared
            and not self._calls(i)
            and not any(clause.start <= at < clause.end for at in taken)
        }

    def _stays(self, clause: Clause) -> bool:
        """Whether a clause says more than the number or the sign that was read of it.

        What has come is kept, for it may end what was told before; so are words with a sign.
        """
        if clause.kept is not None or clause.label not in (None, "comment", "progress"):
            return False
        inside = [s for s in self._how.states if clause.start <= s.start < clause.end]
        signed = inside and all(s.is_sign(self._seen) for s in inside)
        signed = signed and not any(f.clause is clause for f in self._figures)
        said = self._unnamed(clause)
        more = sum(char.isalpha() for char in said) >= _MORE
        return more and bool(signed or has_come(said))

    def _is_told(self, figure: Figure) -> bool:
        if figure in (self._numbers.value, self._numbers.delta_figure):
            return True
        aims = figure.role in (Role.GOAL, Role.PREVIOUS) and not figure.unreal
        return aims and bool(fits(figure, self._measured))

    @cached_property
    def _runs_by_rules(self) -> list[Run]:
        return find_runs(self._seen, self._clauses, self._kinds, self._plain)

    @cached_property
    def _tells(self) -> list[str | None]:
        """What each clause tells: by the rules, and by its words where it is for them to say."""
        runs = [*self._runs_by_rules, *self._reason]
        by_rules = {id(clause): run.kind for run in runs for clause in run.clauses}
        kinds = [by_rules.get(id(clause)) for clause in self._clauses]
        said = [self._said(i) if self._told.weighed else None for i in range(len(kinds))]
        told = weigh(self._clauses, said, kinds, guessed=bool(self._reason))
        pairs = zip(self._clauses, told, kinds, strict=True)
        kept = [None if self._is_others_plan(c, kind, rule) else kind for c, kind, rule in pairs]
        kept = ["ask" if self._calls(i) else kind for i, kind in enumerate(kept)]
        return [
            None if kind == "next_action" and self._is_notice(clause) else kind
            for clause, kind in zip(self._clauses, kept, strict=True)
        ]

    def _is_notice(self, clause: Clause) -> bool:
        """Whether a plan stands on a line without a tie to the key result: no word, label or us."""
        line = [c for c in self._clauses if c.line == clause.line]
        if clause.line == self._clauses[0].line or any(c.label for c in line):
            return False
        if not self._told.has_several or any(self._is_told_of(c) for c in line):
            return False
        words = self._seen[line[0].start : clause.end]
        return words.isascii() and patterns("cues", "tied").search(words) is None

    def _is_others_plan(self, clause: Clause, kind: str | None, rule: str | None) -> bool:
        return kind == "next_action" != rule and is_of_others(self._unnamed(clause))

    @property
    def _dated(self) -> list[str | None]:
        """As `_tells`, but plans by the rules: their day is due, of a hindrance too."""
        both = zip(self._kinds, self._tells, strict=True)
        return [rule if told and rule in ("ask", "next_action") else told for rule, told in both]

    def weighed(self) -> list[tuple[Clause, Said]]:
        """The clauses whose words are weighed, as they are."""
        pairs = zip(self._clauses, map(self._said, range(len(self._clauses))), strict=True)
        return [(clause, said) for clause, said in pairs if said]

    def _said(self, index: int) -> Said | None:
        clause, days = self._clauses[index], self._told.days
        is_open = self._kinds[index] is not None or index in self._plain
        asks_on = self._kinds[index] == "ask" != kind_of(self._seen, clause, self._unnamed(clause))
        if not is_open or asks_on or clause.label not in _OPEN or clause.start in self._astray:
            return None
        if self._kinds[index] == "ask" and asks_firmly(self._unnamed(clause)):
            return None
        said = self._unnamed(clause)
        over = is_over(said) or is_patience(self._seen, clause) or ends_well(self._seen, clause)
        over = over or self._is_over_later(clause)
        over = over or patterns("cues", "no_blocker").search(said) is not None
        if self._kinds[index] is None and over:
            return None
        return Said(
            words=self._unnamed(clause),
            place=index,
            last=index == len(self._clauses) - 1,
            goes_on=index > 0 and self._clauses[index - 1].sentence == clause.sentence,
            aside=clause.aside,
            asks=self._seen.startswith("?", clause.end),
            ahead=is_ahead(clause, days, self._told.as_of),
            named=self._is_named(clause),
            apart=not any(self._is_told_of(c) for c in self._clauses if c.line == clause.line),
        )

    def _calls(self, index: int) -> bool:
        """Whether a few words in front of what is asked only call somebody: Madam Lim, Priya."""
        clause, later = self._clauses[index], self._clauses[index + 1 : index + 2]
        asked = later and later[0].sentence == clause.sentence and later[0].line == clause.line
        if not asked or self._kinds[index]:
            return False
        if self._kinds[index + 1] != "ask" and not self._calls(index + 1):
            return False
        return self._is_somebody(clause)

    def _is_somebody(self, clause: Clause) -> bool:
        """Whether a clause is only how somebody is called, or a name by its capitals."""
        said = self._seen[clause.start : clause.end].strip()
        written = self._told.message.text[clause.start : clause.end].strip()
        if patterns("cues", "called").fullmatch(said):
            return True
        named = patterns("cues", "written_name").fullmatch(written)
        return named is not None and not patterns("cues", "no_name").fullmatch(said)

    def _is_named(self, clause: Clause) -> bool:
        return self._unnamed(clause) != self._seen[clause.start : clause.end]

    def _is_told_of(self, clause: Clause) -> bool:
        """Whether a clause names it or has a number of it."""
        used = (self._numbers.value, self._numbers.delta_figure)
        return self._is_named(clause) or any(f and f.clause is clause for f in used)

    @cached_property
    def _runs(self) -> list[Run]:
        return find_runs(self._seen, self._clauses, self._tells, set())

    def _text(self, name: str) -> tuple[str, str] | None:
        runs = [run for run in self._runs if run.kind == name]
        return text_of(self._told.message.text, self._seen, runs) if runs else None

    @property
    def _is_in_trouble(self) -> bool:
        told = self._how.state is not None and self._how.state.status is not Status.ON_TRACK
        low = self._how.level is not None and self._how.level.value <= _LOW
        asks = any(run.kind == "ask" for run in self._runs_by_rules)
        return told or low or asks or went_back(self._numbers.delta, self._measured)

    @cached_property
    def _reason(self) -> list[Run]:
        """Of one in trouble, the first thing told besides is the reason, if no day is to come."""
        if any(run.kind == "blocker" for run in self._runs_by_rules):
            return []
        if self._told.weighed and not self._is_in_trouble:
            return []
        well = self._how.state and self._how.state.status is Status.ON_TRACK
        if well and not self._is_in_trouble:
            return []
        days, as_of = self._told.days, self._told.as_of
        plain = {i for i in self._plain if self._clauses[i].start not in self._astray}
        plain -= {i for i in plain if is_ahead(self._clauses[i], days, as_of)}
        over = {i for i in plain if self._is_over_later(self._clauses[i])}
        ended = {self._clauses[i].sentence for i in over}
        plain -= {i for i in plain if self._clauses[i].sentence in ended}
        used = self._used_in(self._runs_by_rules)
        own = self._clauses, plain, used, self._figures, self._measured
        return find_reason(self._seen, *own, in_trouble=self._is_in_trouble)

    def _used_in(self, runs: Sequence[Run]) -> set[int]:
        inside = {id(clause) for run in runs for clause in run.clauses}
        return {i for i, clause in enumerate(self._clauses) if id(clause) in inside}

    def _besides(self) -> dict[str, tuple[Any, str]]:
        """Comment, evidence, and whom something waits for."""
        pairs = enumerate(zip(self._clauses, self._kinds, strict=True))
        stays = {i for i, (clause, kind) in pairs if kind or self._stays(clause)}
        left = sorted((self._plain | stays) - self._used_in(self._runs))
        rest = [Run("comment", [self._clauses[i]]) for i in left]
        extra = find_sources(self._told.message, self._clauses, self._tells)
        comment = text_of(self._told.message.text, self._seen, rest)
        return {"comment": comment, **extra} if comment else extra
