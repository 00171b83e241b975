"""What of a message could not be joined to a key result."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.checkins.reading.clauses import Clause
from assistant.checkins.reading.confidence import find_levels
from assistant.checkins.reading.parts import Part
from assistant.checkins.reading.states import find_state
from assistant.checkins.reading.texts import kind_of
from assistant.checkins.reading.told import Told
from assistant.models.reading import Reason, Unjoined

MOST_TOLD = 100
_LONGEST = 300


def is_telling(told: Told, clause: Clause) -> bool:
    """Whether a clause says something that a check-in has a field for."""
    seen = told.message.seen
    if kind_of(seen, clause, seen[clause.start : clause.end]) or find_state(seen, clause):
        return True
    if find_levels(seen, [clause]):
        return True
    return any(clause.start <= d.start < clause.end for d in told.drafts)


def find_unjoined(told: Told, rest: Sequence[Part], *, any_joined: bool) -> list[Unjoined]:
    """The lines that are left, once each; beside joined ones only those that tell something."""
    found: dict[int, Unjoined] = {}
    for part in rest:
        for clause in part.clauses or ():
            asked = part.reason is not Reason.NOT_NAMED
            if any_joined and not asked and not is_telling(told, clause):
                continue
            line = told.message.text.count("\n", 0, clause.start) + 1
            if line not in found or asked:
                found[line] = _unjoined(told, part, clause, line)
    return [found[line] for line in sorted(found)][:MOST_TOLD]


def _unjoined(told: Told, part: Part, clause: Clause, line: int) -> Unjoined:
    text = told.message.text
    start = text.rfind("\n", 0, clause.start) + 1
    end = text.find("\n", clause.end)
    whole = text[start : end if end >= 0 else len(text)].strip()[:_LONGEST]
    reason = part.reason or Reason.NOT_NAMED
    return Unjoined(line=line, text=whole, reason=reason, candidates=list(part.candidates))
