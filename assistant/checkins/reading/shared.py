"""What is said of several key results at once: all on track, 三项全绿, 信心分别是 7 和 6."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.checkins.reading.clauses import Clause
from assistant.checkins.reading.confidence import Level, find_levels
from assistant.checkins.reading.lexicon import patterns, words
from assistant.checkins.reading.references import Reference, are_joined
from assistant.checkins.reading.states import State, find_state

_LIST = re.compile(
    r"[0-9]{1,2}(?:/[0-9]{1,2}){2,11}(?![0-9/])|[0-9]{1,2}(?:\.5)?(?:/10)?"
    r"(?:(?: ?[、,和与及] ?| / | and |, and )[0-9]{1,2}(?:\.5)?(?:/10)?){1,11}"
)
_NUMBER = re.compile(r"(?<![/0-9.])[0-9]{1,2}(?:\.5)?")
_SLASHED_NUMBER = re.compile(r"[0-9]{1,2}")
_TENTHS = re.compile(
    r"[0-9]{1,2}(?:\.5)?/10(?:(?: ?[、,和与及] ?| and |, and )[0-9]{1,2}(?:\.5)?/10){1,11}"
)
_REACH, _GAP = 60, 8
_OF_THEM = re.compile(r"[^0-9,;。!?\n]{0,40}: ?")


@dataclass(frozen=True, slots=True)
class Shared:
    """A state or levels for all key results of a line or a message."""

    clause: Clause
    state: State | None = None
    levels: tuple[Level, ...] = ()


_EXCEPT = re.compile(r"(?<![a-z])(?:except|apart from|other than|but)(?![a-z])|除")


def find_shared(
    seen: str, clauses: Sequence[Clause], refs: Sequence[Reference] = ()
) -> list[Shared]:
    """The clauses that speak of all; those behind one in its sentence do so too.

    A clause that says by number of which it speaks is of these alone, and so is what follows.
    """
    found: list[Shared] = []
    speaking: Clause | None = None
    for clause in clauses:
        if speaking and clause.sentence != speaking.sentence:
            speaking = None
        if _is_of_some(seen, clause, refs):
            speaking = None
        elif patterns("cues", "all").search(seen, clause.start, clause.end):
            speaking = clause
        if speaking is not None:
            shared = _read(seen, clause)
            found += [shared] if shared else []
            # What comes behind an exception is about that.
            speaking = None if _EXCEPT.search(seen, clause.start, clause.end) else speaking
        elif several := _several(seen, clause):
            found.append(Shared(clause, None, several))
    return found


def _is_of_some(seen: str, clause: Clause, refs: Sequence[Reference]) -> bool:
    """Whether key results are named by number, and not as those that are left out.

    With a word for all they are several in a row: KR1 and KR2 are both green.
    """
    named = [r for r in refs if clause.start <= r.start < clause.end and r.key_result]
    if not named or _EXCEPT.search(seen, clause.start, clause.end):
        return False
    if patterns("cues", "all").search(seen, clause.start, clause.end) is None:
        return True
    return len(named) > 1 and all(are_joined(one, other, seen) for one, other in pairwise(named))


def _read(seen: str, clause: Clause) -> Shared | None:
    exception = _EXCEPT.search(seen, clause.start, clause.end)
    if exception and exception[0] == "除":
        after = seen.find("外", exception.end(), clause.end)
        clause = clause._replace(start=after + 1) if after >= 0 else clause
    elif exception:
        clause = clause._replace(end=exception.start())
    levels = _several(seen, clause) or tuple(find_levels(seen, [clause]))
    state = find_state(seen, clause)
    return Shared(clause, state, levels) if state or levels else None


def _several(seen: str, clause: Clause) -> tuple[Level, ...]:
    """One level for each: 信心 8、8、9."""
    word = words("states", "confidence").search(seen, clause.start, clause.end)
    labelled = clause.label == "confidence" and clause.own
    if word is None and not labelled:
        tenths = _TENTHS.fullmatch(seen, clause.start, clause.end)
        numbers = _NUMBER.finditer(tenths[0]) if tenths else ()
        return tuple(
            Level(clause.start + m.start(), clause.start + m.end(), float(m[0]), named=True)
            for m in numbers
        )
    start = clause.start if labelled or word is None else word.end()
    listed = _LIST.search(seen, start, min(len(seen), start + _REACH))
    if listed is None:
        return ()
    near = listed.start() - start <= _GAP or _OF_THEM.fullmatch(seen, start, listed.start())
    if not near:
        return ()
    pattern = _NUMBER if "/10" in listed[0] or "/" not in listed[0] else _SLASHED_NUMBER
    numbers = pattern.finditer(seen, listed.start(), listed.end())
    return tuple(Level(m.start(), m.end(), float(m[0]), named=True) for m in numbers)
