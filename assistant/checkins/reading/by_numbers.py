"""Key results that a number tells where no word does: the only one in money, with that target."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.checkins.reading.clauses import Clause
from assistant.checkins.reading.lexicon import before
from assistant.checkins.reading.measures import Measured, Place
from assistant.checkins.reading.resolving import may_tell
from assistant.checkins.reading.topics import is_goal, is_measure, is_telling, may_be_of
from assistant.language.figures.draft import Draft
from assistant.language.reading import QuantityKind

_FEWEST, _FEW = 1, 6
_REACH = 40
_CHANGED = ("up_before", "down_before", "by_before", "goal_before", "other_before")


def of_other_kind(
    seen: str,
    clause: Clause,
    drafts: Sequence[Draft],
    measured: Sequence[Measured],
    current: tuple[Place, ...],
) -> Place | None:
    """The only key result in money, or in per cent, where few words tell such a number.

    RPM flat at $17, behind a key result that counts people.
    """
    inside = [d for d in drafts if clause.start <= d.start < clause.end]
    words = len(seen[clause.start : clause.end].split())
    if clause.label or clause.aside or len(inside) != 1 or not _FEWEST < words <= _FEW:
        return None
    alike = [m for m in measured if m.kind is inside[0].kind and is_telling(inside[0])]
    money = inside[0].kind is QuantityKind.MONEY  # no bare number is told in it
    others = [m for m in measured if m.place in current]
    foreign = all((money and m not in alike) or not may_be_of(inside[0], m) for m in others)
    near = len(alike) == 1 and foreign and may_tell(inside[0], alike[0])
    changed = before("values", *_CHANGED).search(seen, clause.start, inside[0].start)
    return alike[0].place if near and not changed else None


def numbered_by(
    clause: Clause, drafts: Sequence[Draft], measured: Sequence[Measured]
) -> Place | None:
    """The key result whose target, or whose measure word, only it has, stands there."""
    inside = [d for d in drafts if clause.start <= d.start < clause.end]
    later = [d for d in drafts if d.start >= clause.start and d.start < clause.end + _REACH]
    goals = [m.place for m in measured if any(is_goal(d, m) for d in later)]
    goal = next((m for m in measured if m.place in goals), None)
    others = [m for m in measured if m.kind is (goal.kind if goal else None) and m is not goal]
    if len(goals) == 1 and inside and not any(may_tell(inside[0], m) for m in others):
        return goals[0]
    units = [m.place for m in measured if m.unit and any(is_measure(d, m) for d in inside)]
    return units[0] if len(units) == 1 else None
