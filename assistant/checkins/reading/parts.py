"""Which clauses of a message are about which key result."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from assistant.checkins.reading.by_numbers import numbered_by, of_other_kind
from assistant.checkins.reading.clauses import Clause
from assistant.checkins.reading.confidence import find_levels
from assistant.checkins.reading.fronted import headed_by_number, told_by_span
from assistant.checkins.reading.lexicon import patterns
from assistant.checkins.reading.measures import Measured, Place
from assistant.checkins.reading.names import ENOUGH, Match, Names
from assistant.checkins.reading.numbered import grouped, without_number
from assistant.checkins.reading.part import Part, current_part, head_of, is_apart
from assistant.checkins.reading.references import Reference
from assistant.checkins.reading.resolving import Resolver, may_tell
from assistant.checkins.reading.roles import lasts
from assistant.checkins.reading.texts import is_count, kind_of
from assistant.checkins.reading.topics import (
    is_forecast,
    is_level_of,
    is_topic,
    may_be_of,
    opening,
    tells_state,
    told_topic,
)
from assistant.checkins.reading.unnamed import without_name
from assistant.language.figures.draft import Draft
from assistant.models.reading import Reason

_LEAD = 0.3
_CLEAR = 2.5
_AHEAD = 0.5
_TOPIC = 0.5
_OPENING = 8
_TOLD_BY_NUMBER = 0.5
_FEW = 6
_STOPS = frozenset(".。!?;/\n")
_BEHIND = 8
_HEAD = re.compile(r"([^0-9:,;。.!?\n]{2,40}):")
_HAN = re.compile("[一-鿿]")
_EXCEPT = re.compile(r"(?<![a-z])(?:except|apart from|other than|but)(?: for)? $|除了?$")


class Joiner:
    """Joins clauses to the key results of one set."""

    def __init__(self, measured: Sequence[Measured], names: Names) -> None:
        self._measured = measured
        self._names = names
        self._of = {m.place: m for m in measured}
        self._drafts: Sequence[Draft] = ()
        self._ends: dict[int, int] = {}
        self._sentences: dict[int, int] = {}

    def parts(
        self,
        seen: str,
        clauses: Iterable[Clause],
        refs: Sequence[Reference],
        drafts: Sequence[Draft],
    ) -> list[Part]:
        """The parts of a message in order; `drafts` are its numbers."""
        self._drafts = drafts
        resolver = Resolver(self._measured, self._names, seen, refs, drafts)
        parts: list[Part] = []
        waiting: list[Clause] = []
        every = list(clauses)
        self._ends = self._told_until(seen, every)
        last = {(c.line, c.sentence): c.end for c in every if not c.cells}
        self._sentences = {c.start: last.get((c.line, c.sentence), c.end) for c in every}
        for i, clause in enumerate(every):
            inside = [ref for ref in refs if clause.start <= ref.start < clause.end]
            if inside:
                self._by_number(seen, clause, inside, resolver, parts)
                if waiting and parts:
                    parts[-1].clauses += waiting
                waiting = []
            elif self._waits(seen, clause, every[i + 1 :], refs, waiting):
                waiting.append(clause)
            else:
                self._by_words(seen, clause, parts)
        return [part for part in parts if part.clauses or part.places or part.reason]

    def _told_until(self, seen: str, clauses: Sequence[Clause]) -> dict[int, int]:
        """Where what each clause opens ends: at the end of its sentence, or at another name."""
        ends = {clause.start: clause.end for clause in clauses}
        for clause, after in reversed(list(pairwise(clauses))):
            same = (clause.line, clause.sentence) == (after.line, after.sentence)
            if same and not clause.cells and not self._names.best(seen[after.start : after.end]):
                ends[clause.start] = ends[after.start]
        return ends

    def _waits(
        self,
        seen: str,
        clause: Clause,
        later: Sequence[Clause],
        refs: Sequence[Reference],
        waiting: list[Clause],
    ) -> bool:
        """Whether the number of the key result comes only later in the sentence.

        Risks: the depot is closed, KR1 will suffer.
        """
        if not (clause.first or waiting) or self._names.best(seen[clause.start : clause.end]):
            return False
        same = [c for c in later[:_FEW] if (c.line, c.sentence) == (clause.line, clause.sentence)]
        return any(c.start <= ref.start < c.end for c in same for ref in refs)

    def _by_number(
        self, seen: str, clause: Clause, refs: list[Reference], to: Resolver, parts: list[Part]
    ) -> None:
        groups = list(grouped(refs, seen))
        start = clause.start
        if _EXCEPT.search(seen, start, groups[0][0].start):
            current_part(parts, clause).clauses.append(clause._replace(end=groups[0][0].start))
            start = groups[0][0].start
        for i, group in enumerate(groups):
            end = groups[i + 1][0].start if i + 1 < len(groups) else clause.end
            part = to.resolve(group, end if i + 1 < len(groups) else None)
            same = parts and part.places and parts[-1].places == part.places
            if not same and (part.places or part.reason):
                parts.append(part)
            rest = without_number(seen, clause._replace(start=start, end=end), group)
            if rest and not (part.places or part.reason) and self._has_objective(group):
                parts.append(Part(()))  # O2: what follows names its key results in words
                self._by_words(seen, rest, parts)
            elif rest and parts:
                parts[-1].clauses.append(rest)
            start = end

    def _has_objective(self, group: list[Reference]) -> bool:
        """Whether the set has it; 目标 45 家 is no 45th objective."""
        objectives = {m.place[0] for m in self._measured}
        return all((ref.objective or 0) - 1 in objectives for ref in group)

    def _by_words(self, seen: str, clause: Clause, parts: list[Part]) -> None:
        place = self._named_by(seen, clause, parts) or self._named_later(seen, clause, parts)
        if place is not None and (not parts or parts[-1].places != (place,)):
            parts.append(Part((place,)))
        elif place is None and is_apart(clause, parts):
            parts.append(Part((), reason=Reason.NOT_NAMED))
        current_part(parts, clause).clauses.append(clause)

    def _named_by(self, seen: str, clause: Clause, parts: list[Part]) -> Place | None:
        current = parts[-1].places if parts else ()
        if headed := self._heading(seen, clause):
            return headed if headed not in current or clause.first or clause.own else None
        opens = clause.first or clause.opens
        told = patterns("topics", "that_one").match(seen, clause.start, clause.end)
        opens = (
            opens or told is not None or seen[: clause.start].rstrip()[-1:] in {*_STOPS, ")", ":"}
        )
        if opens and (fronted := self._in_front(seen, clause)):
            return fronted if fronted not in current else None
        whole = self._names.best(seen[clause.start : clause.end])
        if whole is not None and whole.lead < _LEAD and not (current and whole.place in current):
            whole = self._by_numbers(seen, clause, whole)
        if whole is None or whole.weight < ENOUGH or whole.lead < _LEAD:
            if current:
                return (
                    of_other_kind(seen, clause, self._drafts, self._measured, current)
                    if whole is None
                    else None
                )
            return numbered_by(clause, self._drafts, self._measured)
        if not current or (clause.first and (clause.bullet or clause.cells)):
            return whole.place
        if whole.place in current:
            return None
        return whole.place if self._leaves(seen, clause, current, whole.place) else None

    def _in_front(self, seen: str, clause: Clause) -> Place | None:
        """The key result that a topic, a name with a number or a span in front tells."""
        topic = told_topic(seen, clause)
        about = self._about(topic) if topic else None
        inside = [d for d in self._drafts if clause.start <= d.start < clause.end + _BEHIND]
        headed = headed_by_number(seen, clause, self._measured)
        return about or headed or told_by_span(inside, self._measured)

    def _about(self, topic: str) -> Place | None:
        """The key result that a topic told in front names, which needs fewer words than others."""
        named = self._names.best(topic)
        clear = named is not None and named.weight >= _TOPIC and named.lead >= _LEAD
        return named.place if named and clear else None

    def _named_later(self, seen: str, clause: Clause, parts: list[Part]) -> Place | None:
        """The key result that a later clause of the sentence names in full, which opens without.

        Nobody answers the phone, the switch of the list system cannot start.
        """
        opens = seen[: clause.start].rstrip()[-1:] in _STOPS
        inside = any(clause.start <= d.start < clause.end for d in self._drafts)
        if not (opens and parts and parts[-1].places) or clause.label or inside:
            return None
        if (own := self._names.best(seen[clause.start : clause.end])) and own.weight >= ENOUGH:
            return None
        end = self._sentences.get(clause.start, clause.end)
        later = self._names.best(seen[clause.end : end])
        clear = later is not None and later.weight >= _CLEAR and later.lead >= _CLEAR
        return later.place if later and clear and later.place not in parts[-1].places else None

    def _by_numbers(self, seen: str, clause: Clause, best: Match) -> Match:
        """Of several key results named alike, the only one that the first number may be of."""
        inside = [d for d in self._drafts if clause.start <= d.start < self._ends[clause.start]]
        weights = self._names.weights(seen[clause.start : clause.end])
        tied = [
            m
            for m, weight in zip(self._measured, weights, strict=True)
            if inside and best.weight - weight < _LEAD and may_tell(inside[0], m)
        ]
        if len(tied) != 1:
            return best
        return Match(tied[0].place, best.weight + _TOLD_BY_NUMBER, best.weight)

    def _heading(self, seen: str, clause: Clause) -> Place | None:
        """The key result whose name heads a line, under a label too: recovery: mail them again."""
        head = _HEAD.match(seen, clause.start, clause.end)
        few = head is not None and len(head[1].split()) + len(_HAN.findall(head[1])) / 2 <= _FEW / 2
        named = self._names.best(head[1]) if head and (few or clause.first or clause.own) else None
        clear = named is not None and named.weight >= ENOUGH and named.lead >= _AHEAD
        return named.place if named and clear else None

    def _leaves(self, seen: str, clause: Clause, current: tuple[Place, ...], place: Place) -> bool:
        """Whether words, or a number that only `place` can have, leave what the line was about."""
        told = of_other_kind(seen, clause, self._drafts, self._measured, current)
        return self._turns(seen, clause, current, place) or told == place

    def _turns(self, seen: str, clause: Clause, current: tuple[Place, ...], place: Place) -> bool:
        """Whether a clause in the middle of a line leaves what the line was about for `place`."""
        judges = clause.own and clause.label in ("confidence", "status")
        if not (judges or clause.label in (None, "progress")) or is_forecast(seen, clause):
            return False
        inside = [d for d in self._drafts if clause.start <= d.start < self._ends[clause.start]]
        inside = [d for d in inside if not lasts(d, seen)]
        opens = clause.opens or seen[: clause.start].rstrip()[-1:] in _STOPS
        told = judges or tells_state(seen, clause) or is_topic(seen, clause)
        levels = find_levels(seen, [clause])
        told = told or (opens and bool(levels)) or is_level_of(seen, clause, levels)
        if not (inside or opens or told):
            return False
        head = head_of(seen, clause, inside)
        named = self._names.best(head if inside or told else opening(head))
        if inside and named is not None and named.lead < _LEAD:
            named = self._by_numbers(seen, clause, named)
        named = self._clear(seen, clause, inside if opens else (), named)
        if named is None or named.place in current:
            return False
        settled = told or (opens and inside) or self._heads_line(seen, clause, named)
        if not settled and any(self._kind(seen, clause, p) for p in {named.place, place}):
            return False
        if not (inside or told) and not self._names.heads(head, named.place):
            return False
        if inside and not any(may_be_of(d, self._of[named.place]) for d in inside):
            return False
        weights = dict(zip(self._of, self._names.weights(head), strict=True))
        return all(named.weight - weights[place] >= _AHEAD for place in current)

    def _clear(
        self, seen: str, clause: Clause, inside: Sequence[Draft], named: Match | None
    ) -> Match | None:
        """What is clearly named, or what a few words count: EV cert 88 drivers."""
        if named is not None and named.weight >= ENOUGH:
            return named
        if not inside or len(seen[clause.start : clause.end].split()) > _FEW:
            return None
        named = self._names.best(inside[0].unit or "")
        sure = named is not None and named.weight >= ENOUGH
        return named if named and sure and may_tell(inside[0], self._of[named.place]) else None

    def _kind(self, seen: str, clause: Clause, place: Place) -> str | None:
        unnamed = self._unnamed(seen, clause, place)
        kind = kind_of(seen, clause, unnamed)
        return None if kind == "blocker" and is_count(unnamed) else kind

    def _heads_line(self, seen: str, clause: Clause, named: Match) -> bool:
        """Whether a line opens with the name of a key result, and no other is as near."""
        words = opening(seen[clause.start : clause.end])[: None if clause.bullet else 3 * _OPENING]
        first = self._names.best(words if words.isascii() else words[:_OPENING])
        alike = first is not None and first.place == named.place
        return bool(clause.first and alike and first and first.weight >= ENOUGH <= named.weight)

    def _unnamed(self, seen: str, clause: Clause, place: Place) -> str:
        return without_name(seen, clause.start, clause.end, self._of[place])
