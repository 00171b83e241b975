"""Numbers that limit what a line means: within 3 months, the 10 largest customers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from assistant.language.figures.draft import Draft
from assistant.language.figures.marks import kept_before, reached_before
from assistant.language.lexicon import expressions, pattern, section, words
from assistant.language.reading import QuantityKind, Role
from assistant.patterns import lazy

_REACH = 32
_SMALL_NUMERALS = "两二三四五六七八"
_COUNTED = (QuantityKind.COUNT, QuantityKind.BARE)
# Between a number of the metric's name and the values of the metric none of these stands.
_APART = lazy(r"[;。:]|,(?![0-9]{3})|(?<![a-z])(?:and|while|but|without)(?![a-z])|并|且|同时")


def mark_scope(drafts: Sequence[Draft], folded: str) -> None:
    """Set the role of every number that is a limit or parameter whatever else the line says."""
    for index, draft in enumerate(drafts):
        total = index > 0 and _is_total(drafts[index - 1], draft, folded)
        if draft.role is Role.OTHER and (total or _is_scope(draft, folded)):
            draft.role = Role.SCOPE


def mark_named(drafts: Sequence[Draft], folded: str, pair_starts: Iterable[int]) -> None:
    """Set the role of numbers in the name of a metric whose values stand behind them.

    The values are a pair (members with HbA1c below 7% from 38% to 50%) or a level that is kept or
    reached (faults that return within 14 days stay at or below 7%).
    """
    starts = [*pair_starts, *(d.start for d in drafts if _ends_name(folded, d.start))]
    for draft in drafts:
        value = next((at for at in sorted(starts) if at >= draft.end), None)
        if draft.role is not Role.OTHER or value is None or draft.start in starts:
            continue
        if not _APART.search(folded, draft.end, value):
            draft.role = Role.SCOPE


def _ends_name(folded: str, at: int) -> bool:
    return kept_before(folded, at) is not None or reached_before(folded, at)


def mark_weak_scope(drafts: Sequence[Draft], folded: str) -> None:
    """Turn a target into a limit where another target stands beside it: 20 talks in 2 cities."""
    for draft in drafts:
        rest = any(d is not draft and d.role in (Role.TARGET, Role.CHANGE) for d in drafts)
        if draft.role is Role.TARGET and rest and _is_weak(draft, folded):
            draft.role = Role.SCOPE


def _is_scope(draft: Draft, folded: str) -> bool:
    if draft.kind is QuantityKind.RANK:
        return _matches("rank_after", folded, draft.end)
    if draft.kind in (QuantityKind.PERCENT, QuantityKind.POINTS):
        top = _ends("top_before", folded, draft.start) and _matches("top_after", folded, draft.end)
        return top or _ends("before", folded, draft.start)
    before = ("before", "for_before")
    if _matches("after", folded, draft.end) or any(_ends(b, folded, draft.start) for b in before):
        return True
    if draft.kind in _COUNTED and _matches("whole_after", folded, draft.end):
        return True
    if draft.kind in _COUNTED and _ends("definite", folded, draft.start):
        return True
    if folded[draft.start] in _SMALL_NUMERALS and _ends("list_before", folded, draft.start):
        return True
    if draft.kind is QuantityKind.DURATION and _is_period(draft, folded):
        return True
    adjective = _ends("adjective_before", folded, draft.start)
    return adjective and _matches("adjective_after", folded, draft.end)


def _is_period(draft: Draft, folded: str) -> bool:
    """A duration that is no level of a metric: within 3 months, 7日留存率."""
    if _ends("duration_before", folded, draft.start):
        return True
    if _matches("duration_after", folded, draft.end):
        return True
    if draft.unit not in _long_units():
        return False
    named = pattern("metrics", "nouns").search(folded, max(0, draft.start - 3), draft.start)
    return not named and (
        _ends("within", folded, draft.start) or _matches("within_after", folded, draft.end)
    )


def _is_total(part: Draft, total: Draft, folded: str) -> bool:
    """12 of 15 wards: the second number is what the first is taken of."""
    gap = folded[part.end : total.start]
    if part.low > total.low or total.kind not in _COUNTED or part.kind not in _COUNTED:
        return False
    return len(gap) < _REACH and bool(expressions("scope", "of_gap").fullmatch(gap))


def _is_weak(draft: Draft, folded: str) -> bool:
    if draft.kind not in _weak_kinds() or draft.frequency:
        return False
    if draft.unit in _long_units():
        return True
    if _ends("level_before", folded, draft.start):
        return False
    return _ends("weak_before", folded, draft.start) or _matches("weak_after", folded, draft.end)


@cache
def _weak_kinds() -> frozenset[QuantityKind]:
    return frozenset(map(QuantityKind, words("scope", "weak_kinds")))


@cache
def _long_units() -> frozenset[str]:
    return frozenset(section("scope")["long_units"])


def _ends(key: str, folded: str, at: int) -> bool:
    return expressions("scope", key).search(folded, max(0, at - _REACH), at) is not None


def _matches(key: str, folded: str, at: int) -> bool:
    return expressions("scope", key).match(folded, at) is not None
