"""What each quantity does in its line: target, change, scope."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from assistant.language.draft import Draft
from assistant.language.lexicon import alternation, expressions, pattern, section, words
from assistant.language.pairs import _is_range, _PLAIN_TO
from assistant.language.quantities import join_range
from assistant.language.reading import QuantityKind, Role

_RELATIVE = (QuantityKind.PERCENT, QuantityKind.POINTS, QuantityKind.MULTIPLE)


def assign_roles(drafts: list[Draft], folded: str) -> None:
    """Set frequency and role of what the pairs left open; "3 to 5 posts" becomes one range."""
    _join_ranges(drafts, folded)
    _mark_frequency(drafts, folded)
    for draft in drafts:
        if draft.role is Role.OTHER:
            draft.role = _role(draft, folded)
    _release_lone_limits(drafts)


def _join_ranges(drafts: list[Draft], folded: str) -> None:
    for index in range(len(drafts) - 1, 0, -1):
        low, high = drafts[index - 1], drafts[index]
        if low.role is high.role is Role.OTHER and _joins(folded, low, high):
            join_range(low, high)
            del drafts[index]


def _joins(folded: str, low: Draft, high: Draft) -> bool:
    gap = folded[low.end : high.start]
    if gap == " and ":
        return folded[max(0, low.start - 8) : low.start] == "between "
    return bool(_PLAIN_TO.fullmatch(gap)) and low.low < high.low


@cache
def _period_after() -> re.Pattern[str]:
    periods = alternation([w + e for w in words("special", "periods") for e in ("",)])
    return re.compile(
        rf"[^\d,;。]{{0,28}}?(?:/ ?|(?<![a-z])(?:per|a|an|each|every) )(?:{periods})"
        rf"|[^\d,;。]{{0,6}}?[/每] ?(?:{alternation(words('special', 'periods_zh'))})"
    )


@cache
def _period_before() -> re.Pattern[str]:
    periods = alternation(words("special", "periods_zh"))
    english = alternation(words("special", "periods"))
    return re.compile(
        rf"[每单]个?(?:{periods})[^\d,;。由从]{{0,14}}$|(?<![a-z])(?:every|each) (?:{english})[^\d,;]{{0,4}}$"
    )


def _mark_frequency(drafts: Sequence[Draft], folded: str) -> None:
    for draft in drafts:
        if draft.role is Role.OTHER:
            draft.frequency = bool(
                _period_after().match(folded, draft.end)
                or _period_before().search(folded, max(0, draft.start - 20), draft.start)
            )


def _role(draft: Draft, folded: str) -> Role:
    if draft.frequency:
        return Role.TARGET
    if _is_scope(draft, folded):
        return Role.SCOPE
    return Role.CHANGE if _is_change(draft, folded) else Role.TARGET


def _is_scope(draft: Draft, folded: str) -> bool:
    before = folded[max(0, draft.start - 40) : draft.start]
    after = folded[draft.end : draft.end + 24]
    if expressions("scope", "before").search(before) or expressions("scope", "after").match(after):
        return True
    return draft.kind is QuantityKind.DURATION and _is_time_limit(draft, before, after)


_LONG = frozenset("months quarters years 个月 个季度 年".split())
_WITHIN = re.compile(
    r"(?:within|in|over|during|inside)(?: the)?(?: (?:first|next|last))? $|[在于未来近] ?$"
)
_WITHIN_AFTER = re.compile(r" ?(?:以内|之内|内|后|之后|前|来)")


def _is_time_limit(draft: Draft, before: str, after: str) -> bool:
    """Months and longer: the time that is given, not a level of a metric."""
    return draft.unit in _LONG and bool(_WITHIN.search(before) or _WITHIN_AFTER.match(after))


def _is_change(draft: Draft, folded: str) -> bool:
    before = folded[max(0, draft.start - 40) : draft.start]
    if expressions("change", "before").search(before):
        return True
    after = folded[draft.end : draft.end + 32]
    if draft.kind in _RELATIVE or draft.kind is QuantityKind.COUNT:
        if expressions("change", "after").match(after):
            return True
    return draft.kind in _RELATIVE and bool(expressions("change", "relative_before").search(before))


def _release_lone_limits(drafts: Sequence[Draft]) -> None:
    """Nothing to do when a line has a target beside its limits."""
