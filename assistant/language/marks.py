"""The words just before and after a number that say what it does in its line."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.language.draft import Draft
from assistant.language.lexicon import labelled, pattern
from assistant.language.reading import Comparator

_COMPARATORS = {
    "at_least": Comparator.AT_LEAST,
    "at_most": Comparator.AT_MOST,
    "more": Comparator.MORE,
    "less": Comparator.LESS,
    "about": Comparator.ABOUT,
}
_BEFORE = tuple(f"{name}_before" for name in _COMPARATORS)
_AFTER = ("at_least_after", "at_most_after", "about_after")
# What may stand between a comparator and its number.
_FILL = re.compile(r"[ :=(]{0,3}(?:(?:a|an|the|of|at|total of|is|are|为|在|达|达到|到|是) ?)?")


@dataclass(frozen=True, slots=True)
class Mark:
    """A word of the list `label`."""

    start: int
    end: int
    label: str


def find_marks(folded: str) -> list[Mark]:
    """The comparators that stand before numbers, in order."""
    found = labelled("marks", *_BEFORE).finditer(folded)
    return [Mark(m.start(), m.end(), str(m.lastgroup)) for m in found]


def compare(drafts: Sequence[Draft], folded: str) -> None:
    """Give each quantity the comparator that stands before or after it."""
    marks = find_marks(folded)
    ends = [mark.end for mark in marks]
    for draft in drafts:
        index = bisect_left(ends, draft.start + 1) - 1
        if index >= 0 and _FILL.fullmatch(folded, marks[index].end, draft.start):
            draft.comparator = _COMPARATORS[marks[index].label.removesuffix("_before")]
        after = comparator_after(folded, draft)
        draft.comparator = after or draft.comparator


def comparator_after(folded: str, draft: Draft) -> Comparator | None:
    """The comparator behind a quantity, or inside its end (10+, 10余家)."""
    match = labelled("marks", *_AFTER).match(
        folded, draft.end + (folded[draft.end : draft.end + 1] == " ")
    )
    if match:
        return _COMPARATORS[str(match.lastgroup).removesuffix("_after")]
    inside = folded[draft.start + 1 : draft.end]
    if "+" in inside:
        return Comparator.AT_LEAST
    return Comparator.MORE if "余" in inside or "多" in inside else None


def stands_before(key: str, folded: str, start: int, reach: int) -> re.Match[str] | None:
    """The last word of a list within `reach` characters before a place."""
    last = None
    for last in pattern("marks", key).finditer(folded, max(0, start - reach), start):
        pass
    return last
