"""What the clauses of a key result are about by their words, and which numbers of them count."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from assistant.checkins.reading.clauses import Clause
from assistant.checkins.reading.corrections import take_back
from assistant.checkins.reading.dues import adds_day, kind_by_day
from assistant.checkins.reading.earlier import without
from assistant.checkins.reading.figure import Figure, Role
from assistant.checkins.reading.figures import figures_of
from assistant.checkins.reading.judging import Judged
from assistant.checkins.reading.lexicon import patterns
from assistant.checkins.reading.measures import Measured, Place
from assistant.checkins.reading.numbers import Numbers, choose, fits, has_value
from assistant.checkins.reading.still import find_still
from assistant.checkins.reading.texts import (
    TEXT_FIELDS,
    is_asked_besides,
    is_count,
    is_of_others,
    is_over,
    kind_of,
)
from assistant.checkins.reading.told import Told
from assistant.checkins.reading.topics import strays
from assistant.checkins.reading.unnamed import without_name
from assistant.language.reading import QuantityKind as Kind

_FEWEST_WORDS = 1


class Counted:
    """The clauses about one key result in one message."""

    def __init__(
        self, told: Told, measured: Measured, clauses: Sequence[Clause], loose: frozenset[int]
    ) -> None:
        """`loose` are starts of clauses that name no key result: no value is read off them."""
        self._told = told
        self._seen = told.message.seen
        self._measured = measured
        own = sorted(clauses, key=lambda c: c.start)
        self._clauses = without(own, told.earlier)
        self._loose = loose

    @property
    def place(self) -> Place:
        """Which key result it is."""
        return self._measured.place

    @property
    def is_empty(self) -> bool:
        """Whether all that names it puts an earlier week right."""
        return not self._clauses

    def _quote(self, start: int, end: int) -> str:
        return self._told.message.text[start:end]

    @cached_property
    def _astray(self) -> set[int]:
        return {c.start for c in self._clauses if strays(self._seen, self._clauses, c)}

    @cached_property
    def _how(self) -> Judged:
        return Judged(self._told, self._measured, self._clauses)

    @cached_property
    def _figures(self) -> list[Figure]:
        found: list[Figure] = []
        for clause, kind in zip(self._clauses, self._worded, strict=True):
            if clause.start not in self._loose:
                figures = figures_of(clause, self._seen, self._told.drafts, self._measured)
                found += [f for f in figures if self._may_count(f, clause, kind)]
        take_back(found, self._seen, self._measured)
        return found

    def _may_count(self, figure: Figure, clause: Clause, kind: str | None) -> bool:
        if kind is None or self._opens_with_change(figure, clause):
            return True
        if kind != "blocker" or clause.label == "blocker":
            return False
        fit = fits(figure, self._measured) or 0.0
        opens = clause.first or (clause is self._clauses[0] and self._seen[figure.start].isdigit())
        sure = figure.sure and not figure.week and (fit > 1 or figure.kind is Kind.BARE)
        return sure or (opens and fit > 1)

    def _opens_with_change(self, figure: Figure, clause: Clause) -> bool:
        """0.4 worse than last week because ..., lost 0.2: the change comes before its reason."""
        head = without_name(self._seen, clause.start, figure.start, self._measured)
        opens = len(head.split()) <= _FEWEST_WORDS
        return opens and figure.role is Role.DELTA and clause.label is None

    @cached_property
    def _numbers(self) -> Numbers:
        plain = [c for c, kind in zip(self._clauses, self._worded, strict=True) if kind is None]
        plain = [c for c in plain if c.start not in self._loose]
        return choose(self._figures, self._measured, find_still(self._seen, plain))

    @cached_property
    def _worded(self) -> list[str | None]:
        """What each clause is about by its label or words, before its numbers are known."""
        kinds: list[str | None] = []
        for clause in self._clauses:
            told = (
                clause.kept is not None or self._tells_level(clause) or clause.start in self._astray
            )
            last = self._clauses[len(kinds) - 1] if kinds else clause
            asked = kinds[-1:] == ["ask"] and adds_day(self._seen, clause, self._told.days)
            asked = asked or is_asked_besides(self._seen, last, clause)
            before = kinds[-1] if kinds and (asked or last.sentence == clause.sentence) else None
            if asked:
                kinds.append("ask")
                continue
            kinds.append(None if told else self._kind(clause, before))
        return kinds

    def _kind(self, clause: Clause, before: str | None) -> str | None:
        kind = kind_of(self._seen, clause, self._unnamed(clause))
        if kind in TEXT_FIELDS and self._stands_under(clause):
            return None
        if kind == "blocker" and clause.label is None and self._is_over_later(clause):
            return None
        unnamed = self._unnamed(clause)
        if kind == "blocker" and unnamed != self._said_of(clause) and is_count(unnamed):
            return None
        if clause.label is not None or kind not in (None, "next_action"):
            return kind
        where = self._seen, clause, self._told.days, self._told.as_of
        counts = has_value(clause, self._told.drafts, self._measured)
        by_day = kind_by_day(*where, before, sure=not counts)
        said = self._unnamed(clause)
        return kind if by_day == "next_action" and is_of_others(said) else by_day or kind

    def _is_over_later(self, clause: Clause) -> bool:
        """Whether what comes behind in its sentence says that it hinders no more."""
        same = (c for c in self._clauses if c.sentence == clause.sentence)
        return any(c.start > clause.start and is_over(self._said_of(c)) for c in same)

    def _stands_under(self, clause: Clause) -> bool:
        """Whether a clause under a heading tells where it stands by its name: queue is at 14."""
        if clause.label is None or clause.own or self._unnamed(clause) == self._said_of(clause):
            return False
        return patterns("values", "stands_at").search(self._said_of(clause)) is not None

    def _said_of(self, clause: Clause) -> str:
        return self._seen[clause.start : clause.end]

    def _unnamed(self, clause: Clause) -> str:
        return without_name(self._seen, clause.start, clause.end, self._measured)

    def _tells_level(self, clause: Clause) -> bool:
        """Whether it says how sure somebody is, or that nothing moved: no hindrance, no plan."""
        if clause.label in TEXT_FIELDS:
            return False
        level = any(lv.start < clause.end and clause.start < lv.end for lv in self._how.levels)
        return level or find_still(self._seen, [clause]) is not None
