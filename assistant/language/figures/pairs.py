"""Baseline and target of one metric: from 4% to 2%, 3天→1天, reach 60 (currently 40)."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from assistant.language.figures.draft import Draft
from assistant.language.lexicon import alternation, expressions, last_match, pattern, section, words
from assistant.language.reading import Comparator, QuantityKind, Role
from assistant.patterns import compiled, lazy

_LONGEST_GAP = 80
_REACH = 26  # how far before a value the word may stand that makes it a baseline
_RANGE_REACH = 40
_OTHER_CLAUSE = lazy(r"[0-9;。]|, ")
_COUNTED = (QuantityKind.BARE, QuantityKind.COUNT)
_LOOSE = frozenset({QuantityKind.BARE, QuantityKind.COUNT, QuantityKind.RATING})


class Link(NamedTuple):
    """A pair as two drafts: where it starts and where it shall end."""

    baseline: Draft
    target: Draft


class _Neighbours(NamedTuple):
    """Two values in the order of the text, and what stands between them."""

    first: Draft
    second: Draft
    gap: str
    folded: str


_Way = Callable[[_Neighbours], Link | None]


def link_pairs(drafts: Sequence[Draft], folded: str) -> list[Link]:
    """Pairs among neighbours; their roles are set. A placeholder has NaN for its values."""
    drafts = [d for d in drafts if d.role is not Role.SCOPE]
    _mark_steps(drafts, folded)
    links: list[Link] = []
    for way in (_firm, _loose):  # "below 7% from 38% to 50%": the plain pair goes first
        taken: set[int] = {id(draft) for link in links for draft in link}
        for first, second in _neighbours(drafts):
            link = None if taken & {id(first), id(second)} else _link(first, second, folded, way)
            if link:
                links.append(_settled(link))
                taken |= {id(first), id(second)}
    return sorted(links, key=lambda link: link.baseline.start)


def _mark_steps(drafts: Sequence[Draft], folded: str) -> None:
    """Set the role of a change that is told before the level it leads to: up 12 to 60."""
    for step, level in pairwise(drafts):
        before, gap = (
            folded[max(0, step.start - _REACH) : step.start],
            folded[step.end : level.start],
        )
        told = expressions("pairs", "step_before").search(before)
        if told and expressions("pairs", "step_behind").fullmatch(gap):
            step.role = Role.CHANGE


def _neighbours(drafts: Sequence[Draft]) -> Iterator[tuple[Draft, Draft]]:
    """Each value with the next, and over one of another sort with that behind it."""
    yield from pairwise(drafts)
    for first, between, last in zip(drafts, drafts[1:], drafts[2:], strict=False):
        if _is_beside(first, between, last):
            yield first, last


def _is_beside(first: Draft, between: Draft, last: Draft) -> bool:
    """Whether a value stands beside a pair: 由 12% 提高 6 个百分点到 18%, 40% ask 3 (now 22%)."""
    if first.unit is None or first.unit != last.unit:
        return False
    return between.kind is QuantityKind.POINTS or not _comparable(first, between)


def _link(first: Draft, second: Draft, folded: str, way: _Way) -> Link | None:
    if second.start - first.end > _LONGEST_GAP or not _comparable(first, second):
        return None
    return way(_Neighbours(first, second, folded[first.end : second.start], folded))


def _firm(pair: _Neighbours) -> Link | None:
    return Link(pair.first, pair.second) if _by_arrow(pair) or _by_from(pair) else None


def _loose(pair: _Neighbours) -> Link | None:
    if (pair.first.role is Role.CHANGE) is not (pair.second.role is Role.CHANGE):
        return None  # from -5 to +20 are two values; 12%, +3% are not
    if any(forward(pair) for forward in (_by_baseline_first, _by_verb, _by_aim, _by_plain_to)):
        return Link(pair.first, pair.second)
    return Link(pair.second, pair.first) if _by_baseline_last(pair) else None


def _comparable(first: Draft, second: Draft) -> bool:
    """Whether two values can be of one metric."""
    if first.kind is second.kind or {first.kind, second.kind} <= _LOOSE:
        return True
    bare = next((one for one in (first, second) if one.kind is QuantityKind.BARE), None)
    timed = QuantityKind.DURATION in (first.kind, second.kind)
    return bare is not None and not (timed and bare.factor > 1)  # 90 s and 5 million


def _same_noun(pair: _Neighbours) -> bool:
    """Whether both count the same; a number without a noun counts what the other does."""
    both_counted = pair.first.kind is pair.second.kind is QuantityKind.COUNT
    return not both_counted or pair.first.unit == pair.second.unit


def _by_arrow(pair: _Neighbours) -> bool:
    """5% → 3%."""
    return expressions("pairs", "arrow").fullmatch(pair.gap) is not None


def _by_from(pair: _Neighbours) -> bool:
    """From X to Y, 由 X 降至 Y."""
    if not expressions("pairs", "reaching").search(pair.gap):
        return False
    return _stands_before("from_before", pair.first, pair.folded)


def _by_baseline_first(pair: _Neighbours) -> bool:
    """Currently X, reach Y; baseline X; target Y; 目前 X，目标 Y."""
    if not _same_noun(pair) or not _states_baseline(pair.first, pair.folded):
        return False
    over_break = expressions("pairs", "break").search(pair.gap)
    return not over_break or pattern("marks", "target_before").search(pair.gap) is not None


def _by_verb(pair: _Neighbours) -> bool:
    """31提到45, 38 rises to 60: a verb of change alone between two values."""
    return _changed_to().fullmatch(pair.gap) is not None


def _by_aim(pair: _Neighbours) -> bool:
    """3.9, want 4.6; 翻台率 2.4 次，冲到 3.1 次."""
    if pair.first.comparator not in (None, Comparator.ABOUT) or not _same_noun(pair):
        return False
    return expressions("pairs", "aimed").fullmatch(pair.gap) is not None


def _by_plain_to(pair: _Neighbours) -> bool:
    """61% to 85%, 0 to 10, and not an amount such as 3 to 5 posts."""
    return is_plain_to(pair.gap) and not _is_range(pair)


def _by_baseline_last(pair: _Neighbours) -> bool:
    """To Y from X; Y (was X); Y instead of X; Y，目前 X."""
    if not _same_noun(pair) or expressions("pairs", "full_stop").search(pair.gap):
        return False
    if expressions("pairs", "turned").fullmatch(pair.gap):
        return True
    return _states_baseline(pair.second, pair.folded)


def mark_lone_baselines(drafts: Sequence[Draft], folded: str) -> None:
    """Set the role of a value that is said to be where things stand, without an end value."""
    for draft in drafts:
        start = max(0, draft.start - _REACH)
        said = _lone_baseline().search(folded, start, draft.start)
        said = said or expressions("pairs", "base_after").match(folded, draft.end)
        if draft.role is Role.OTHER and said:
            draft.role = Role.BASELINE


@cache
def _lone_baseline() -> re.Pattern[str]:
    needs = (
        "(?:现在|目前|当前|right now|currently)[^0-9,;。.]{0,20}(?:是|为|needs?|takes?|is|are|has)"
    )
    return compiled(
        f"{needs}(?: about| around)? ?$|"
        r"(?<![a-z])by [0-9.]{1,8} ?(?:%|percent|points)(?: [a-z]{1,12}){0,2} from ?$|"
        f"(?:{alternation(words('marks', 'baseline_before'))})[ :为是有约达在]{{0,4}}"
        "(?:(?:is|at|of|about) |每[月周天日年] ?|月均 ?|平均 ?|约 ?){0,2}$"
    )


def is_plain_to(gap: str) -> bool:
    """Whether only "to" stands between two numbers."""
    return expressions("pairs", "plain_to").fullmatch(gap) is not None


@cache
def _changed_to() -> re.Pattern[str]:
    moves = [w for key in ("increase", "decrease") for w in words("directions", key)]
    single = "".join(w for w in moves if len(w) == 1)
    chinese = alternation([w for w in moves if len(w) > 1 and not w.isascii()])
    english = alternation([w for w in moves if w.isascii()])
    fill = "[^0-9,;。]{0,8}?"
    return compiled(
        rf" ?{fill}(?:(?:{chinese})[^0-9,;。]{{0,2}}?[到至为成达]?{fill}"
        rf"|[{single}][^0-9,;。]{{0,2}}?[到至为成达]{fill}|(?:{english})[a-z ]{{0,16}}? to{fill})"
    )


def _states_baseline(draft: Draft, folded: str) -> bool:
    """Whether words say that this is where things stand: currently 40, 现状 40, 40 last year."""
    if draft.comparator not in (None, Comparator.ABOUT):
        return False
    start = max(0, draft.start - _REACH)
    if expressions("pairs", "touching").search(folded, start, draft.start):
        return True
    if _stands_before("baseline_before", draft, folded):
        return True
    return expressions("pairs", "baseline_after").match(folded, draft.end) is not None


def _stands_before(key: str, draft: Draft, folded: str) -> bool:
    """Whether a word of the list stands before a value, with no other value or clause between."""
    last = last_match(pattern("marks", key), folded, max(0, draft.start - _REACH), draft.start)
    return last is not None and not _OTHER_CLAUSE.search(folded, last.end(), draft.start)


@cache
def _moves() -> re.Pattern[str]:
    """Verbs of change, but for single characters: 新增 holds one of them."""
    moves = [w for key in ("increase", "decrease") for w in words("directions", key)]
    return compiled(alternation([w for w in moves if len(w) > 1]))


def _is_range(pair: _Neighbours) -> bool:
    first, second = pair.first, pair.second
    if first.low >= second.low or first.low == 0 or first.kind not in _COUNTED:
        return False
    before = pair.folded[max(0, first.start - _RANGE_REACH) : first.start]
    if _moves().search(before):
        return False
    return not pattern("metrics", "nouns").search(before[-_REACH:])


def _settled(link: Link) -> Link:
    """Set the roles; a value without a unit takes that of the other."""
    start, end = link
    start.role, end.role = Role.BASELINE, Role.TARGET
    bare = end.unit is None
    for one, other in ((start, end), (end, start)):
        if one.unit is None and other.unit is not None and not math.isnan(other.low):
            one.kind, one.unit = other.kind, other.unit
        if one.unit == "元" and other.unit in section("units")["in_yuan"]:
            one.unit = other.unit  # 从新台币 2000 万到 3000 万元
    if bare and end.factor == 1.0 and start.factor > 1.0 and _shares_magnitude(end.low, start):
        end.low, end.high = end.low * start.factor, end.high * start.factor  # 产值（万元）从 3 到 5
    _scale(start, end)
    return link


def _scale(start: Draft, end: Draft) -> None:
    """Bring the baseline to the target's unit (2 h → 30 min) and magnitude (由 3 增至 5 万)."""
    ratio = 1.0
    if scale := _common_scale(start, end):
        ratio = scale[str(start.unit)] / scale[str(end.unit)]
        start.unit = end.unit
    elif start.factor == 1.0 and end.factor > 1.0 and start.start < end.start:
        ratio = end.factor if _shares_magnitude(start.low, end) else 1.0
    start.low, start.high = round(start.low * ratio, 9), round(start.high * ratio, 9)


def _common_scale(start: Draft, end: Draft) -> Mapping[str, float] | None:
    """What two different units of one sort are worth: h and min, GB and MB."""
    if start.unit == end.unit:
        return None
    scales = section("units")["scales"].values()
    return next((one for one in scales if start.unit in one and end.unit in one), None)


def _shares_magnitude(bare: float, other: Draft) -> bool:
    """Whether a bare value is nearer to the other with its magnitude: 3 → 5 万, not 8000."""
    if not (bare > 0 and other.low > 0):
        return False
    return abs(math.log(bare * other.factor / other.low)) < abs(math.log(bare / other.low))
