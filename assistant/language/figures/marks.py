"""The words just before and after a number that say what it does in its line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from assistant.language.figures.draft import Draft
from assistant.language.lexicon import (
    alternation,
    expressions,
    labelled,
    last_match,
    section,
    spelled,
    words,
)
from assistant.language.reading import Comparator
from assistant.models import Span
from assistant.patterns import compiled, lazy

_BEFORE = ("at_least", "at_most", "more", "less", "about")
_AFTER = ("at_least_after", "at_most_after", "about_after")
# What may stand between a comparator and its number.
_FILL = lazy(r"[ :=]{0,3}(?:(?:a|an|the|of|at|to|total of|is|are|为|在|达|达到|到|是|平均) ?)?")
_LONGEST = 40


@cache
def _before() -> tuple[re.Pattern[str], dict[str, Comparator]]:
    table = {
        word: Comparator(name) for name in _BEFORE for word in words("marks", f"{name}_before")
    }
    pattern = compiled(alternation(table))
    return pattern, {spelled(word): comparator for word, comparator in table.items()}


def compare(drafts: Sequence[Draft], folded: str) -> None:
    """Give each quantity the comparator that stands before or after it."""
    start = 0
    for draft in drafts:
        before = comparator_before(folded, max(start, draft.start - _LONGEST), draft.start)
        draft.comparator = comparator_after(folded, draft) or before or draft.comparator
        start = draft.end


def comparator_before(folded: str, start: int, end: int) -> Comparator | None:
    """The comparator that stands at the end of a piece of the line."""
    pattern, table = _before()
    last = last_match(pattern, folded, start, end)
    if last is None or not _FILL.fullmatch(folded, last.end(), end):
        return None
    before = folded[last.start() - 1 : last.start()]
    if last.group() == ">" and before in ("-", "="):
        return None  # an arrow
    inside = section("marks")["inside"].get(last.group(), "")
    return None if before and before in inside else table[spelled(last.group())]


def kept_before(folded: str, at: int) -> Span | None:
    """The words in front of a value that say that it is a level to keep (stays at or below)."""
    match = expressions("marks", "kept_before").search(folded, max(0, at - _LONGEST), at)
    return Span(start=match.start(), end=match.end()) if match else None


def reached_before(folded: str, at: int) -> bool:
    """Whether a verb of change leads to a value (falls to, 降到)."""
    start = max(0, at - _LONGEST)
    return expressions("marks", "reached_before").search(folded, start, at) is not None


def comparator_after(folded: str, draft: Draft) -> Comparator | None:
    """The comparator behind a quantity, or inside its end (10+, 10余家)."""
    at = draft.end + (folded[draft.end : draft.end + 1] == " ")
    match = labelled("marks", *_AFTER).match(folded, at)
    behind = folded[match.end() : match.end() + 1] if match else ""
    if match and not (behind and behind in section("marks")["not_before"].get(match.group(), "")):
        return Comparator(str(match.lastgroup).removesuffix("_after"))
    inside = folded[draft.start + 1 : draft.end]
    if "+" in inside:
        return Comparator.AT_LEAST
    return Comparator.MORE if "余" in inside or "多" in inside else None
