"""Rows of a table in a message: what column a cell stands in says what it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from assistant.checkins.reading.lexicon import section
from assistant.language.script import fold

LabelAt = Callable[[str, int, int], tuple[str, int] | None]
# What a column of that name holds where it holds numbers.
OF_NUMBERS = {"now": "value", "then": "previous"}
_RULE = re.compile(r"[ |:+=-]+")
_FEWEST = 2
_MOST_CELLS = 40


def cells_of(seen: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the cells of a row start and end, blanks aside; empty ones too. None of no row."""
    if "|" not in seen[start:end]:
        return []
    return [_stripped(seen, a, b) for a, b in _between(seen, start, end)][:_MOST_CELLS]


def _between(seen: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    line = seen[start:end]
    at = start + (len(line) - len(line.lstrip()))
    at += 1 if seen.startswith("|", at) else 0
    stop = start + len(line.rstrip())
    stop -= 1 if stop > at and seen[stop - 1] == "|" else 0
    while at <= stop:
        bar = seen.find("|", at, stop)
        bar = stop if bar < 0 else bar
        yield at, bar
        at = bar + 1


def _stripped(seen: str, start: int, end: int) -> tuple[int, int]:
    kept = seen[start:end].strip()
    if not kept:
        return start, start
    start += seen[start:end].index(kept)
    return start, start + len(kept)


@cache
def _own() -> dict[str, str]:
    lists = section("tables")
    return {fold(str(word)): kind for kind in ("now", "then") for word in lists[kind]}


def is_rule(seen: str, start: int, end: int) -> bool:
    """Whether a line is the rule under a header: |---|---|."""
    line = seen[start:end].strip()
    return "-" in line and "|" in line and _RULE.fullmatch(line) is not None


def columns_of(
    seen: str, cells: list[tuple[int, int]], label_at: LabelAt
) -> list[str | None] | None:
    """What stands in each column, if this row is a header; None if it is none."""
    labels: list[str | None] = []
    for start, end in cells:
        found = label_at(seen, start, end)
        own = _own().get(seen[start:end].strip())
        labels.append(own or (found[0] if found and not seen[found[1] : end].strip() else None))
    known = [label for label in labels if label is not None]
    return labels if len(known) >= _FEWEST and len(known) >= len(cells) - 1 else None
