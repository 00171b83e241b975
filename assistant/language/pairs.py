"""Baseline and target of one metric: from 4% to 2%, 3天→1天, reach 60 (currently 40)."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import cache

from assistant.language.draft import Draft
from assistant.language.lexicon import alternation, pattern, words
from assistant.language.reading import QuantityKind, Role

_ARROW = re.compile(r"[^0-9,;。]{0,12}?(?:→|-{1,2}>|={1,2}>|>>)[^0-9,;。→>]{0,16}")
_LONGEST_GAP = 48
_BREAK = re.compile(r"[;。]|\. ")
# Between baseline and target after "from": anything that holds a word for reaching.
_REACHES = re.compile(
    r"(?<![a-z])(?:to|up to|down to|towards?|reach(?:es|ing)?|into|until)(?![a-z])|[到至为成达→]|->|[-~]"
)
_COMMA_VERB = re.compile(r"[,、]")
PLAIN_TO = re.compile(
    r" ?(?:to|到|至|成|变成|变为) ?(?:[<>≤≥~] ?|at least |about |around |under |below |over |约|近)?"
)
_PLURAL_SPAN = (QuantityKind.BARE, QuantityKind.COUNT)


@cache
def _changed_to() -> re.Pattern[str]:
    """提升到, 降至, 压缩为, (is) raised to: a verb with its end between two values."""
    zh = alternation(
        [
            w
            for key in ("increase", "decrease", "maintain")
            for w in words("directions", key)
            if not w.isascii()
        ]
    )
    en = alternation(
        [w for key in ("increase", "decrease") for w in words("directions", key) if w.isascii()]
    )
    fill = r"[^0-9,;。]{0,8}?"
    return re.compile(
        rf" ?,? ?{fill}(?:(?:{zh}){fill}[到至为成达]?|(?:{en})[a-z ]{{0,16}}? to){fill}"
    )


class Link:
    """A pair as two drafts: where it starts and where it shall end."""

    __slots__ = ("baseline", "target")

    def __init__(self, baseline: Draft, target: Draft) -> None:
        self.baseline = baseline
        self.target = target


def link_pairs(drafts: Sequence[Draft], folded: str) -> list[Link]:
    """Pairs among neighbours; their roles are set. A placeholder has NaN for its values."""
    drafts = [d for d in drafts if d.role is not Role.SCOPE]
    links: list[Link] = []
    index = 0
    while index + 1 < len(drafts):
        first, second = drafts[index], drafts[index + 1]
        link = _link(first, second, folded)
        if link:
            links.append(_settled(link))
        index += 2 if link else 1
    return links


def _link(first: Draft, second: Draft, folded: str) -> Link | None:
    gap = folded[first.end : second.start]
    if len(gap) > _LONGEST_GAP or not _comparable(first, second):
        return None
    if Role.CHANGE in (first.role, second.role) and not _both_signed(first, second):
        return None
    if _ARROW.fullmatch(gap):
        return Link(first, second)
    if _BREAK.search(gap):
        return _link_over_break(first, second, folded, gap)
    return (
        _link_marked(first, second, folded, gap)
        or _link_turned(first, second, folded, gap)
        or _link_plain(first, second, folded, gap)
    )


def _both_signed(first: Draft, second: Draft) -> bool:
    return first.role is second.role


def _comparable(first: Draft, second: Draft) -> bool:
    """Whether two values can be of one metric."""
    if math.isnan(first.low) or math.isnan(second.low):
        return True
    if first.kind is second.kind:
        return first.kind is not QuantityKind.COUNT or _same_noun(first, second)
    loose = {QuantityKind.BARE, QuantityKind.COUNT, QuantityKind.RATING}
    if first.kind in loose and second.kind in loose:
        return True
    return QuantityKind.BARE in (first.kind, second.kind)


def _same_noun(first: Draft, second: Draft) -> bool:
    return True


def _link_over_break(first: Draft, second: Draft, folded: str, gap: str) -> Link | None:
    """Baseline X; target Y."""
    if _states_baseline(first, folded) and pattern("marks", "target_before").search(gap):
        return Link(first, second)
    return None


def _states_baseline(draft: Draft, folded: str) -> bool:
    return _mark_before("baseline_before", draft, folded, 24) or (
        pattern("marks", "baseline_after").match(folded, draft.end + 1) is not None
    )


def _mark_before(key: str, draft: Draft, folded: str, reach: int) -> bool:
    """Whether a word of the list stands before a value with no other value or clause between."""
    start = max(0, draft.start - reach)
    last = None
    for last in pattern("marks", key).finditer(folded, start, draft.start):
        pass
    return last is not None and not re.search(r"[0-9;。]|, ", folded[last.end() : draft.start])


def _link_marked(first: Draft, second: Draft, folded: str, gap: str) -> Link | None:
    """From X to Y; currently X, reach Y; 目前 X，目标 Y."""
    if _mark_before("from_before", first, folded, 24) and _REACHES.search(gap):
        return Link(first, second)
    if _states_baseline(first, folded):
        return Link(first, second)
    return None


_TURNED_BEFORE = re.compile(
    r"[^0-9]{0,24}?(?:(?:up|down|increase|decrease|reduction)? ?(?<![a-z])from|instead of|rather than|compared (?:to|with)|versus|vs\.?|against)(?![a-z])[^0-9,;]{0,24}"
)


def _link_turned(first: Draft, second: Draft, folded: str, gap: str) -> Link | None:
    """To Y from X; Y (was X); Y, up from X; Y (目前 X)."""
    if _TURNED_BEFORE.fullmatch(gap) or _states_baseline(second, folded):
        return Link(second, first)
    return None


def _link_plain(first: Draft, second: Draft, folded: str, gap: str) -> Link | None:
    """31提到45; 61% to 85%; 0 to 10: no word says where the first value stands."""
    if _changed_to().fullmatch(gap):
        return Link(first, second)
    if PLAIN_TO.fullmatch(gap) and not _is_range(first, second, folded):
        return Link(first, second)
    return None


def _is_range(first: Draft, second: Draft, folded: str) -> bool:
    """Whether "X to Y" is one amount (3 to 5 posts) and not a change of a metric."""
    if first.low >= second.low or first.low == 0 or first.kind not in _PLURAL_SPAN:
        return False
    before = folded[max(0, first.start - 40) : first.start].rstrip(" :")
    if pattern("directions", "increase", "decrease").search(before):
        return False
    return not pattern("metrics", "nouns").search(before[-24:])


def _settled(link: Link) -> Link:
    """Set the roles; a value without unit takes that of the other."""
    start, end = link.baseline, link.target
    start.role, end.role = Role.BASELINE, Role.TARGET
    for one, other in ((start, end), (end, start)):
        if one.unit is None and other.unit is not None:
            one.kind, one.unit = other.kind, other.unit
            if one.factor == 1.0 and other.factor > 1.0 and one is start:
                one.low, one.high = one.low * other.factor, one.high * other.factor
    return link
