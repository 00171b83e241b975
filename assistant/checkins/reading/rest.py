"""What of a message could not be joined to a key result."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from assistant.checkins.reading.clauses import Clause
from assistant.checkins.reading.confidence import find_levels
from assistant.checkins.reading.earlier import without
from assistant.checkins.reading.measures import Place
from assistant.checkins.reading.part import Part
from assistant.checkins.reading.states import find_state
from assistant.checkins.reading.texts import kind_of
from assistant.checkins.reading.told import Told
from assistant.models.reading import Reason, Unjoined

MOST_TOLD = 100
_FEWEST = 3
_WORD, _SIGN = re.compile("[a-z']+"), re.compile("[一-鿿]")
_LONGEST = 300


def is_telling(told: Told, clause: Clause, *, numbers: bool = True) -> bool:
    """Whether a clause says something that a check-in has a field for; `numbers`: or has one."""
    seen = told.message.seen
    if kind_of(seen, clause, seen[clause.start : clause.end]) or find_state(seen, clause):
        return True
    if find_levels(seen, [clause]):
        return True
    return numbers and any(clause.start <= d.start < clause.end for d in told.drafts)


def _is_told(told: Told, clause: Clause) -> bool:
    """Whether it is worth a line: it tells something, or is more than a few words of greeting."""
    said = told.message.seen[clause.start : clause.end]
    words = len(_WORD.findall(said)) + len(_SIGN.findall(said)) / 2
    return words >= _FEWEST or is_telling(told, clause)


def find_unjoined(
    told: Told,
    rest: Sequence[Part],
    joined: Mapping[Place, Sequence[Clause]],
    *,
    any_joined: bool,
) -> list[Unjoined]:
    """The lines that are left, once each; beside joined ones only those that tell something."""
    found: dict[int, Unjoined] = {}
    for part in rest:
        for clause in without(part.clauses or (), told.earlier):
            asked = part.reason is not Reason.NOT_NAMED
            if any_joined and not asked and not _is_told(told, clause):
                continue
            line = told.message.text.count("\n", 0, clause.start) + 1
            if line not in found or asked:
                found[line] = _unjoined(told, part, clause, line)
    left = [*found.values(), *_put_right(told, joined)]
    return sorted(left, key=lambda one: one.line)[:MOST_TOLD]


def _unjoined(told: Told, part: Part, clause: Clause, line: int) -> Unjoined:
    text = told.message.text
    start = text.rfind("\n", 0, clause.start) + 1
    end = text.find("\n", clause.end)
    whole = text[start : end if end >= 0 else len(text)].strip()[:_LONGEST]
    reason = part.reason or Reason.NOT_NAMED
    return Unjoined(line=line, text=whole, reason=reason, candidates=list(part.candidates))


def _put_right(told: Told, joined: Mapping[Place, Sequence[Clause]]) -> Iterator[Unjoined]:
    """What puts an earlier week right, with the key results that it is of."""
    text = told.message.text
    for stretch in told.earlier:
        of = [p for p, own in joined.items() if any(stretch.has(c.start) for c in own)]
        words = text[stretch.start : stretch.end].strip()[:_LONGEST]
        line = text.count("\n", 0, stretch.start) + 1
        yield Unjoined(line=line, text=words, reason=Reason.EARLIER, candidates=of)
