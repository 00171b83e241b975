"""What is said of all key results, given to each that says nothing else itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from assistant.checkins.reading.clauses import Clause
from assistant.checkins.reading.lexicon import patterns
from assistant.checkins.reading.shared import Shared
from assistant.language.figures.numbers import find_numbers
from assistant.language.script import fold
from assistant.models.reading import ReadItem

_SEVERAL = 2


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
    return _blocked_at_once(result)


def _blocked_at_once(items: list[ReadItem]) -> list[ReadItem]:
    """The items with the blocker that one of them was given and that is said of all."""
    of_all = next((one for one in items if _is_of_all(one.blocker, len(items))), None)
    if of_all is None:
        return items
    told = {name: getattr(of_all, name) for name in ("blocker", "blocker_owner")}
    fields = {n: (value, of_all.quotes[n]) for n, value in told.items() if value is not None}
    return [one if one.blocker else _with(one, fields) for one in items]


def _is_of_all(blocker: str | None, count: int) -> bool:
    """Whether a blocker is that of all key results: three of three, not of three shops."""
    found = patterns("cues", "blocks_all").search(fold(blocker or ""))
    if found is None or count < _SEVERAL:
        return False
    numbers = [number.value for number in find_numbers(found[0])]
    if "both" in found[0]:
        numbers.append(2)
    return all(number == count for number in numbers)


def _scope(shared: Shared, clauses: Sequence[Sequence[Clause]]) -> list[int]:
    """Those it points at; else those on its line, if there are several, or before it; else all."""
    at = shared.clause.start
    pointed = [i for i, own in enumerate(clauses) if any(c.start == at for c in own)]
    if len(pointed) > 1:
        return pointed
    line = shared.clause.line
    on_line = [i for i, own in enumerate(clauses) if any(c.line == line for c in own)]
    if len(shared.levels) > 1 and len(shared.levels) != len(on_line):
        same = shared.clause.sentence
        on_line = [i for i in on_line if any(c.sentence == same for c in clauses[i])]
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
