"""What is said of all key results, given to each that says nothing else itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from assistant.checkins.reading.clauses import Clause
from assistant.checkins.reading.shared import Shared
from assistant.models.reading import ReadItem


def spread(
    items: Sequence[ReadItem],
    clauses: Sequence[Sequence[Clause]],
    shared: Sequence[Shared],
    text: str,
) -> list[ReadItem]:
    """The items with the states and levels that are told of all; their own go before."""
    result = list(items)
    for one in shared:
        scope = _scope(one, clauses)
        for position, index in enumerate(scope):
            fields = _fields(one, position, len(scope), text)
            result[index] = _with(result[index], fields)
    return result


def _scope(shared: Shared, clauses: Sequence[Sequence[Clause]]) -> list[int]:
    """Those on the same line, if there are several; else those before it; else all."""
    line = shared.clause.line
    on_line = [i for i, own in enumerate(clauses) if any(c.line == line for c in own)]
    if len(on_line) > 1:
        return on_line
    before = [i for i, own in enumerate(clauses) if own and own[0].start < shared.clause.start]
    return before or list(range(len(clauses)))


def _fields(shared: Shared, position: int, count: int, text: str) -> dict[str, tuple[Any, str]]:
    found: dict[str, tuple[Any, str]] = {}
    if shared.state:
        found["status"] = shared.state.status, text[shared.state.start : shared.state.end]
    levels = shared.levels
    if len(levels) == 1 or len(levels) == count:
        level = levels[position if len(levels) > 1 else 0]
        found["confidence"] = level.value, text[level.start : level.end]
    return found


def _with(item: ReadItem, fields: dict[str, tuple[Any, str]]) -> ReadItem:
    new = {name: value for name, value in fields.items() if getattr(item, name) is None}
    if not new:
        return item
    quotes = item.quotes | {name: quote for name, (_, quote) in new.items()}
    return item.model_copy(update={n: v for n, (v, _) in new.items()} | {"quotes": quotes})
