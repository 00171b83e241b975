"""Days that are a part of what a key result is called, and no day of anything: 30天内上线占比."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.checkins.reading.days import Day
from assistant.checkins.reading.lexicon import patterns, section
from assistant.checkins.reading.measures import Measured
from assistant.language.figures.numbers import han_value
from assistant.language.reading import QuantityKind

Length = tuple[float, int]  # so many, and days of each
_MONTH = 30


def without_named(days: Sequence[Day], seen: str, measured: Sequence[Measured]) -> list[Day]:
    """The days without those that a key result is named by."""
    lengths = {length for m in measured for length in _lengths(m)}
    return [
        day
        for day in days
        if not (_is_bound(seen, day, lengths) or _heads_name(seen, day, measured))
    ]


def _lengths(measured: Measured) -> Iterator[Length]:
    """How long what it counts may take: 30 days, of those live within 30 days."""
    own = (measured.baseline, measured.target)
    timed = measured.kind in (QuantityKind.DURATION, QuantityKind.BARE)
    for match in patterns("days", "length").finditer(measured.folded):
        length = _length(match)
        if length and not (timed and length[0] in own):
            yield length


def _is_bound(seen: str, day: Day, lengths: set[Length]) -> bool:
    """Whether it tells within how long, and a key result is named by just that."""
    if not patterns("days", "bound").fullmatch(seen, day.start, day.end):
        return False
    found = patterns("days", "length").search(seen, day.start, day.end)
    return found is not None and _length(found) in lengths


def _heads_name(seen: str, day: Day, measured: Sequence[Measured]) -> bool:
    """Whether it stands in front of the same word as in a key result: 7日留存, March intake."""
    behind = patterns("days", "word_behind").match(seen, day.end)
    written = behind and seen[day.start : behind.end()]
    return bool(written) and any(str(written) in m.folded for m in measured)


def _length(match: re.Match[str]) -> Length | None:
    written, unit = match["n"], match["unit"]
    count = section("days")["counts"].get(written)
    if count is None and not written.isascii():
        count = han_value(written)
    count = count or (float(written) if written.isdecimal() else None)
    return (float(count), section("days")["unit_days"].get(unit, _MONTH)) if count else None
