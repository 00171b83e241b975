"""Where a key result's metric shall go."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from assistant.language.lexicon import labelled, last_match, pattern
from assistant.language.reading import Comparator, LineReading, Pair, Quantity, QuantityKind, Role
from assistant.models import Direction
from assistant.patterns import lazy

_UP = (Comparator.AT_LEAST, Comparator.MORE)
_DOWN = (Comparator.AT_MOST, Comparator.LESS)
_VERBS = ("still", "maintain", "better", "increase", "decrease")
_OF_ALL = lazy("(?<=%) of (?!time)|(?<=%)的")  # 98% of returns refunded in 3 days
_CLAUSE = lazy(r"[;。]|,(?![0-9]{3})")


def direction_of(reading: LineReading) -> Direction | None:
    """Where the metric goes: by the pair's numbers, else as worded, its bound, its nature."""
    return (
        _by_numbers(reading)
        or worded_direction(reading)
        or _by_bound(reading)
        or _by_nature(reading)
    )


def worded_direction(reading: LineReading) -> Direction | None:
    """What the verbs say; the verb nearest in front of the value wins."""
    at = _value_start(reading)
    if at is None:
        return next(_moves(reading.folded, 0, len(reading.folded)), None)
    for quantity in reading.quantities:
        if quantity.kind is QuantityKind.MULTIPLE and quantity.unit == "x":
            return Direction.INCREASE if quantity.low > 1 else Direction.DECREASE
    clause = last_match(_CLAUSE, reading.folded, 0, at)
    start = clause.end() if clause else 0
    return _last_verb(reading.folded, start, at) or _last_verb(reading.folded, 0, at)


def _value_start(reading: LineReading) -> int | None:
    if reading.pairs:
        return reading.pairs[0].span.end
    ends = [q.span.start for q in reading.quantities if q.role in (Role.TARGET, Role.CHANGE)]
    if ends:
        return ends[0]
    return reading.placeholders[0].start if reading.placeholders else None


def _last_verb(folded: str, start: int, end: int) -> Direction | None:
    return next(iter(deque(_moves(folded, start, end), 1)), None)


def _moves(folded: str, start: int, end: int) -> Iterator[Direction]:
    for match in labelled("directions", *_VERBS).finditer(folded, start, end):
        if match.lastgroup == "better":
            yield wanted_direction(folded)
        elif match.lastgroup != "still":
            yield Direction(str(match.lastgroup))


def pair_direction(pair: Pair) -> Direction | None:
    """What the two numbers of a pair say; None when a value is open or both are equal."""
    if pair.baseline is None or pair.target is None or pair.baseline.high == pair.target.low:
        return None
    grows = pair.target.low > pair.baseline.high
    return Direction.INCREASE if grows else Direction.DECREASE


def _by_numbers(reading: LineReading) -> Direction | None:
    return next(filter(None, map(pair_direction, reading.pairs)), None)


def _by_bound(reading: LineReading) -> Direction | None:
    target = _target(reading)
    if target is None or target.comparator is None:
        return None
    if target.comparator in _DOWN:
        return Direction.DECREASE
    return Direction.INCREASE if target.comparator in _UP else None


def _target(reading: LineReading) -> Quantity | None:
    return next((q for q in reading.quantities if q.role is Role.TARGET), None)


def _by_nature(reading: LineReading) -> Direction | None:
    """A metric that one wants low or high, when a target stands alone."""
    target = _target(reading)
    if target is None:
        return None
    if target.high and _OF_ALL.match(reading.folded, target.span.end):
        return Direction.INCREASE
    if any(q.role is Role.TARGET and q.high == 0 for q in reading.quantities):
        return Direction.DECREASE
    return wanted_direction(reading.folded)


def wanted_direction(folded: str) -> Direction:
    """Which way a metric is wanted to move, where the line does not say it; of folded text."""
    low_is_good = pattern("metrics", "low_is_good").search(folded)
    return Direction.DECREASE if low_is_good else Direction.INCREASE
