"""Clauses that name key results by their numbers: which numbers are one, and what stands behind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.checkins.reading.clauses import Clause
from assistant.checkins.reading.labels import label_at
from assistant.checkins.reading.references import Reference, are_joined

_ON = re.compile(r" (?:on|for|with|in|of|re|about)[ :]*$")
_AFTER_NAME = re.compile(r"[\s:：,、>)\]】.\-|=]*")
_DIGIT = re.compile("[0-9]")


def grouped(refs: list[Reference], seen: str) -> Iterator[list[Reference]]:
    """The numbers that stand together as one subject."""
    group: list[Reference] = []
    for ref in refs:
        if group and not (are_joined(group[-1], ref, seen) or _opens(group, ref)):
            yield group
            group = []
        group.append(ref)
    yield group


def _opens(group: list[Reference], ref: Reference) -> bool:
    """O2 in front of the first key result of it."""
    return group[-1].key_result is None and ref.objective is None and ref.start - group[-1].end < 3


def without_number(seen: str, clause: Clause, group: list[Reference]) -> Clause | None:
    """The clause behind the number of the key result, or as it is where words stand before it."""
    head = seen[clause.start : group[0].start]
    if head.strip(" -·"):
        kind = label_at(_ON.sub("", head).strip() + ":", 0, len(head) + 1)
        return clause if kind is None else clause._replace(start=group[-1].end, label=kind[0])
    gap = _AFTER_NAME.match(seen, group[-1].end, clause.end)
    at = gap.end() if gap else group[-1].end
    if seen[at - 1 : at] == "-" and _DIGIT.match(seen, at):
        at -= seen[at - 2 : at - 1] in ": "  # a sign, not a dash
    label = label_at(seen, at, clause.end, alone=False)
    if label:
        clause = clause._replace(label=label[0], own=True)
        at = label[1]
    return clause._replace(start=at) if at < clause.end else None
