"""What the shape of a line settles, whatever its words weigh.

A metric with a pair or a kept level behind it ("Support calls per visit from 31 to 12") is one
result: the nouns in its name may look like work or like several things to the classifier.
"""

from __future__ import annotations

from assistant.language.compound import Bundle, find_bundle
from assistant.language.direction import pair_direction
from assistant.language.kind import is_own_progress
from assistant.language.marks import kept_before
from assistant.language.observation import Observation, listed
from assistant.language.reading import Pair, Quantity, QuantityKind, Role
from assistant.models import Direction, FactKind

_LEVELS = frozenset(
    {QuantityKind.DURATION, QuantityKind.MONEY, QuantityKind.RATING, QuantityKind.POINTS}
)


def settle(seen: Observation, verdicts: dict[str, str]) -> dict[str, str]:
    """The verdicts on a key result, with those that its shape decides."""
    pair, kept = _only_pair(seen), _only_kept(seen)
    if pair is None and kept is None:
        return verdicts
    settled = dict(verdicts)
    if find_bundle(seen) is None or _joins_nouns(seen):
        settled["compound"] = "n"
    if kept or (pair and pair.target and _is_result(seen, pair, pair.target)):
        settled["kind"] = FactKind.OUTCOME.value
    return settled


def _only_pair(seen: Observation) -> Pair | None:
    """The pair of a line that has no other bar."""
    pairs = [pair for pair in seen.line.pairs if not pair.pending]
    if len(pairs) != 1 or len(seen.bars) != len((Role.BASELINE, Role.TARGET)):
        return None
    return pairs[0] if seen.bars[0].span.start >= pairs[0].span.start else None


def _only_kept(seen: Observation) -> Quantity | None:
    """The level of a line that only says that it is kept, of a metric named before it."""
    if len(seen.bars) != 1:
        return None
    kept = kept_before(seen.folded, seen.bars[0].span.start)
    return seen.bars[0] if kept and kept.start > 0 else None


def _joins_nouns(seen: Observation) -> bool:
    """Whether what is joined are nouns in front of one metric, not metrics or deeds."""
    if find_bundle(seen) is not Bundle.THINGS or len(seen.segments) < 2:
        return False
    return not any(s.has("metric", "defect", "share") for s in seen.segments[:-1])


def _is_result(seen: Observation, pair: Pair, target: Quantity) -> bool:
    if pair_direction(pair) is Direction.DECREASE or target.kind in _LEVELS:
        return True
    if is_own_progress(seen) or seen.segments[0].has("percent_done", "project"):
        return False
    if seen.lead.opens_with_work or target.kind is not QuantityKind.PERCENT:
        return False
    name = seen.folded[: pair.span.start]
    return listed("measures", "put_through").search(name) is None
