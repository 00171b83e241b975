"""How sure somebody is of a key result, and the state that they give it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from assistant.checkins.reading.clauses import Clause
from assistant.checkins.reading.confidence import Level, find_levels
from assistant.checkins.reading.lexicon import patterns
from assistant.checkins.reading.measures import Measured
from assistant.checkins.reading.states import State, find_state
from assistant.checkins.reading.texts import has_come
from assistant.checkins.reading.told import Told
from assistant.language.figures.numbers import find_numbers
from assistant.language.reading import QuantityKind as Kind
from assistant.models.cycle import Status

_WORSE = (Status.OFF_TRACK, Status.AT_RISK, Status.ON_TRACK)
_TEN, _THOUSAND = 10.0, 1000


class Judged:
    """What the clauses about one key result say of how it will end."""

    def __init__(self, told: Told, measured: Measured, clauses: Sequence[Clause]) -> None:
        """`clauses` are those about the key result."""
        self._told = told
        self._measured = measured
        self._clauses = clauses

    @cached_property
    def levels(self) -> list[Level]:
        """Every level that the clauses state."""
        return find_levels(self._told.message.seen, self._clauses)

    @cached_property
    def level(self) -> Level | None:
        """The level of this key result."""
        own = [lv for lv in self.levels if lv.named or not self._counts_to_ten]
        own = [lv for lv in own if not self._is_shared(lv.start)]
        own = [lv for lv in own if not (lv.judged and self._is_rated)]
        return next((lv for lv in own if lv.named), own[0] if own else None)

    @property
    def _counts_to_ten(self) -> bool:
        """Whether 6/10 may as well be where the key result stands."""
        measured = self._measured
        return measured.target == _TEN and measured.kind in (None, Kind.COUNT, Kind.BARE)

    @property
    def _is_rated(self) -> bool:
        """Whether a rating is what the key result measures."""
        rated = patterns("states", "rated").search(self._measured.folded)
        return rated is not None or self._measured.kind is Kind.RATING

    def _is_shared(self, at: int) -> bool:
        return any(c.start in self._told.shared and c.start <= at < c.end for c in self._clauses)

    @cached_property
    def states(self) -> list[State]:
        """Every state that the clauses give."""
        labelled = ("blocker", "ask", "next_action", "goal", "previous")
        own = [c for c in self._clauses if c.label not in labelled]
        found = [
            find_state(self._told.message.seen, c, self._measured.folded)
            for c in own
            if c.start not in self._told.shared
        ]
        found += [state for c in own if (state := self._missed(c))]
        found = [s for s in found if s and not self._ticks_off(s, own)]
        # 按期付印 68%: a part of the name.
        name = self._measured.folded
        seen = self._told.message.seen
        found = [s for s in found if s and seen[s.start : s.end + 2] not in name]
        return [s for s in found if s and not self._is_of_name(s)]

    def _ticks_off(self, state: State, clauses: Sequence[Clause]) -> bool:
        """Whether a sign is of what has come, not of the key result: 审批已放开✅."""
        seen = self._told.message.seen
        [clause] = [c for c in clauses if c.start <= state.start < c.end]
        counts = any(clause.start <= d.start < clause.end for d in self._told.drafts)
        alone = state.is_sign(seen) and not counts and clause.label is None
        return alone and has_come(seen[clause.start : clause.end])

    def _is_of_name(self, state: State) -> bool:
        """Whether the words end the key result's name, and its number follows."""
        seen = self._told.message.seen
        named = seen[state.start : state.end] in self._measured.name
        return named and seen[state.end : state.end + 3].lstrip(" :")[:1].isdigit()

    def _missed(self, clause: Clause) -> State | None:
        """That the target will not be met, with its number: we will not make the 2.0."""
        seen, goal = self._told.message.seen, self._measured.target
        for said in patterns("states", "missed").finditer(seen, clause.start, clause.end):
            numbers = [d.high for d in self._told.drafts if said.start() <= d.start < said.end()]
            numbers = numbers or [number.value for number in find_numbers(said[0])]
            if goal in numbers or goal in [number * _THOUSAND for number in numbers]:
                return State(said.start(), said.end(), Status.OFF_TRACK)
        return None

    @cached_property
    def state(self) -> State | None:
        """The worst of them."""
        return min(self.states, key=lambda s: _WORSE.index(s.status)) if self.states else None
