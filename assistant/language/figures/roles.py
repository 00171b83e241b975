"""What each quantity does in its line, once limits and pairs are known."""

from __future__ import annotations

import re
from functools import cache

from assistant.language.figures.draft import Draft
from assistant.language.figures.pairs import is_plain_to
from assistant.language.figures.quantities import join_range
from assistant.language.figures.scope import mark_weak_scope
from assistant.language.lexicon import alternation, expressions, pattern, words
from assistant.language.reading import QuantityKind, Role
from assistant.patterns import compiled

_RELATIVE = (QuantityKind.PERCENT, QuantityKind.POINTS, QuantityKind.MULTIPLE)
_REACH = 48
_NEAR = 20


def assign_roles(drafts: list[Draft], folded: str) -> None:
    """Set frequency and role of what the pairs left open; "3 to 5 posts" becomes one range."""
    _join_ranges(drafts, folded)
    for draft in drafts:
        if draft.role is Role.OTHER:
            draft.frequency = _is_frequent(draft, folded)
            draft.role = Role.CHANGE if _is_change(draft, folded) else Role.TARGET
    mark_weak_scope(drafts, folded)


def _join_ranges(drafts: list[Draft], folded: str) -> None:
    for index in range(len(drafts) - 1, 0, -1):
        low, high = drafts[index - 1], drafts[index]
        if low.role is high.role is Role.OTHER and _joins(folded, low, high):
            join_range(low, high)
            del drafts[index]


def _joins(folded: str, low: Draft, high: Draft) -> bool:
    gap = folded[low.end : high.start]
    if gap in (" and ", "和", "与"):
        return folded[max(0, low.start - 8) : low.start].endswith(("between ", "介于", "在"))
    if low.unit is not None and low.kind is not high.kind:
        return False  # down 2 points to 3%
    return low.low < high.low and is_plain_to(gap)


@cache
def _period_after() -> re.Pattern[str]:
    english, chinese = words("special", "periods"), words("special", "periods_zh")
    several = "(?:(?:two|three|four|other|second|[2-4]) )?"
    return compiled(
        rf"[^0-9,;。]{{0,28}}?(?:/ ?|(?<![a-z])(?:per|a|an|each|every) ){several}"
        rf"(?:{alternation(english)})"
        rf"|[^0-9,;。]{{0,6}}?[/每] ?(?:{alternation(chinese)})"
    )


@cache
def _period_before() -> re.Pattern[str]:
    english, chinese = words("special", "periods"), words("special", "periods_zh")
    return compiled(
        rf"(?:[每单一][个]?|(?=双))(?:{alternation(chinese)})[^0-9,;。由从]{{0,14}}$"
        rf"|(?<![a-z])(?:every|each) (?:{alternation(english)})[^0-9,;]{{0,4}}$"
    )


def _is_frequent(draft: Draft, folded: str) -> bool:
    """3 per week, 每周发布 2 篇."""
    if draft.kind in _RELATIVE:
        return False
    if _period_after().match(folded, draft.end):
        return True
    return _period_before().search(folded, max(0, draft.start - _NEAR), draft.start) is not None


@cache
def _zh_change() -> re.Pattern[str]:
    verbs, fill = words("change", "zh_verbs"), words("change", "zh_fill")
    return compiled(f"(?<!新)(?:{alternation(verbs)}) ?(?:(?:{alternation(fill)}) ?){{0,3}}$")


def _is_change(draft: Draft, folded: str) -> bool:
    """Whether the amount is one of change: by 20%, 降低50%, 30% more."""
    near = max(0, draft.start - _NEAR)
    if expressions("change", "before").search(folded, near, draft.start):
        return draft.kind in _RELATIVE or _has_change_verb(folded, draft.start)
    times = draft.kind is QuantityKind.MULTIPLE
    if times and expressions("change", "multiple_before").search(folded, near, draft.start):
        return True
    if not folded.isascii() and _zh_change().search(folded, near, draft.start):
        return True
    return draft.kind in _RELATIVE and _is_relative(draft, folded)


def _has_change_verb(folded: str, at: int) -> bool:
    """Read "by 4 people" after "grow" only."""
    moves = pattern("directions", "increase", "decrease")
    return moves.search(folded, max(0, at - 2 * _REACH), at) is not None


def _is_relative(draft: Draft, folded: str) -> bool:
    if expressions("change", "after").match(folded, draft.end):
        return True
    start = max(0, draft.start - _REACH)
    return expressions("change", "relative_before").search(folded, start, draft.start) is not None
