"""Clauses in a row about the same key results."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.checkins.reading.clauses import Clause
from assistant.checkins.reading.measures import Place
from assistant.checkins.reading.topics import opening
from assistant.language.figures.draft import Draft
from assistant.models.reading import Reason


@dataclass(slots=True)
class Part:
    """Clauses in a row about the same key results; none where it cannot be told which."""

    places: tuple[Place, ...]
    clauses: list[Clause] = field(default_factory=list)
    reason: Reason | None = None
    candidates: tuple[Place, ...] = ()
    named: bool = False  # by number, not by words


def head_of(seen: str, clause: Clause, inside: Sequence[Draft]) -> str:
    """The words of a clause in front of its first number."""
    head = seen[clause.start : min(inside[0].start, clause.end) if inside else clause.end]
    if inside and not any(char.isalpha() for char in head):  # two more solicitors
        return opening(seen[inside[0].end : clause.end])
    return head


def is_apart(clause: Clause, parts: list[Part]) -> bool:
    """Whether a line stands for itself: not a field or a detail of what the line above is about."""
    if not parts:
        return True
    last = parts[-1].clauses[-1] if parts[-1].clauses else None
    if last is None or not clause.first or clause.line == last.line:
        return False
    if clause.cells:
        return True
    anchor = parts[-1].clauses[0]
    if clause.level > anchor.level or not clause.bullet:
        return False
    return clause.bullet and anchor.bullet and not clause.own


def current_part(parts: list[Part], clause: Clause) -> Part:
    """The part that a clause goes on with; a new one where there is none."""
    if not parts:
        parts.append(Part((), reason=Reason.NOT_NAMED))
    return parts[-1]
