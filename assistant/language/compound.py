"""Whether a line bundles results or deliverables that could succeed or fail separately."""

from __future__ import annotations

from itertools import pairwise

from assistant.language.observation import Observation, listed
from assistant.language.segments import CHANGE, MADE, Segment
from assistant.models import Span

_MEASURED = frozenset({"metric", "defect", "more"})


def is_compound(seen: Observation) -> bool:
    """Two bars, two deeds each on an object of its own, or two things under one verb."""
    parts = [s for s in seen.segments if s.shape]
    if len(parts) < 2:
        return False
    barred = [s for s in parts if s.targets]
    if len(barred) >= 2:
        return True
    return any(_joined(seen, a, b) for a, b in pairwise(parts))


def _joined(seen: Observation, left: Segment, right: Segment) -> bool:
    if right.mark == "colon" or _is_summary(seen, right):
        return False
    if right.opens_with_verb and right.has_object and left.first_verb >= 0 and left.has_object:
        return True
    if left.has(*CHANGE) and right.has(*_MEASURED) and left.has(*_MEASURED):
        return True
    if left.first_verb > 0 and right.first_verb > 0 and left.has_object and right.has_object:
        return True
    return left.opens_with_work and left.head in MADE and right.head in MADE


def _is_summary(seen: Observation, part: Segment) -> bool:
    return listed("measures", "summary").search(seen.folded, part.start, part.end) is not None


def parts(seen: Observation) -> tuple[Span, ...]:
    """The joined parts, for a line that is compound."""
    kept = [s for s in seen.segments if s.shape] or seen.segments
    return tuple(Span(start=s.start, end=s.end) for s in kept)
