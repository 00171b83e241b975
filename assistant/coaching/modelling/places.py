"""The marks by which lines are named to a model, and the places that they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.models import OkrSet

Place = tuple[int, int | None]  # objective and key result, from 0
_MARK = re.compile(r"\s*(?:O(\d{1,3})|KR(\d{1,3})\.(\d{1,3}))\b[\s:：.]*", re.IGNORECASE)


def mark_of(place: Place) -> str:
    """O1 for the first objective, KR1.2 for its second key result."""
    objective, key_result = place
    return f"O{objective + 1}" if key_result is None else f"KR{objective + 1}.{key_result + 1}"


def place_of(mark: str) -> Place | None:
    """The place that a mark stands for; None where it is no mark."""
    found = _MARK.fullmatch(mark)
    if found is None:
        return None
    if found[1]:
        return int(found[1]) - 1, None
    return int(found[2]) - 1, int(found[3]) - 1


def without_mark(text: str) -> str:
    """The text of a line that was sent back with its mark before it."""
    found = _MARK.match(text)
    return text[found.end() :] if found else text


def texts_of(okr_set: OkrSet) -> Iterator[tuple[Place, str]]:
    """Every line of a set with its place."""
    for number, objective in enumerate(okr_set.objectives):
        yield (number, None), objective.objective
        for position, line in enumerate(objective.key_results):
            yield (number, position), line.text
