"""Whether a line bundles results or deliverables that could succeed or fail separately."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from assistant.language.lexicon import expressions
from assistant.language.reading import Quantity, QuantityKind, Role
from assistant.language.words.deeds import Deed, find_deeds, has_verb, is_barred, is_full
from assistant.language.words.observation import Observation, listed
from assistant.language.words.segments import CHANGE, MADE, Segment
from assistant.language.words.tokens import Token
from assistant.models import Span

_MEASURED = frozenset({"metric", "defect", "more", "out"})
_JOINING = frozenset({"conj", "enum", "comma", "plus"})


class Bundle(StrEnum):
    """What makes a line compound."""

    LEVEL = "level"  # an amount and the level of something else tied to it

    BARS = "bars"  # two parts, each with a bar
    DEEDS = "deeds"  # two verbs, each with an object of its own
    THINGS = "things"  # two deliverables or metrics under one verb
    YIELD = "yield"  # a counted deed and the bar it shall bring


@lru_cache(maxsize=4)  # asked several times of one line
def find_bundle(seen: Observation) -> Bundle | None:
    """What makes a line compound, if anything."""
    if expressions("measures", "numbered").search(seen.folded):
        return Bundle.DEEDS
    if sum(is_barred(s) for s in seen.segments if s.mark != "or") >= 2:
        return None if is_restated(seen) or _is_listed(seen) else Bundle.BARS
    if _is_listed(seen):
        return None
    deeds = find_deeds(seen)
    if any(_separate(a, b) for a, b in pairwise(deeds)):
        return Bundle.DEEDS
    if any(_leads_on(seen, s) for s in seen.segments) or _is_attended(seen):
        return Bundle.YIELD
    if any(_has_level(s) for s in seen.segments):
        return Bundle.LEVEL
    if any(_lists_things(deed) for deed in deeds) or _names_things(seen):
        return Bundle.THINGS
    return None


def is_restated(seen: Observation) -> bool:
    """Whether one value is only said again: sum(adopt) > 70%. 使用人数达到70%."""
    other = any(s.has("metric", "out", "defect") for s in seen.segments[-1:])
    if len(seen.bars) != len(("once", "again")):
        return not other and _is_worked_out(seen.bars)
    first, second = seen.bars
    if {first.role, second.role} == {Role.BASELINE, Role.TARGET}:
        apart = first.kind is second.kind or seen.folded.startswith(",", first.span.end)
        return apart and not other  # at 78%, up from 61%; 12% today; we want 25%
    gap = seen.folded[first.span.end : second.span.start]
    same = (first.low, first.kind) == (second.low, second.kind)
    return same and gap.lstrip().startswith((".", "。", "=>", "("))


def _is_worked_out(bars: Sequence[Quantity]) -> bool:
    """Whether a change and a way from baseline to target are one: 15% less is 240 to 204."""
    by_role = {bar.role: bar for bar in bars}
    if len(bars) != len(by_role) or set(by_role) != {Role.CHANGE, Role.BASELINE, Role.TARGET}:
        return False
    start, end, change = (by_role[role] for role in (Role.BASELINE, Role.TARGET, Role.CHANGE))
    if start.low == 0:
        return False
    if abs(abs(end.low - start.low) - abs(change.low)) <= _ROUNDED * abs(change.low):
        return True
    share = abs(end.low / start.low - 1) * 100
    return change.kind is QuantityKind.PERCENT and abs(share - abs(change.low)) <= 1


_ROUNDED = 0.05  # of a change that is told beside the values it comes from


def _is_listed(seen: Observation) -> bool:
    """Whether what is counted is only named behind a colon or dash: 3 guides: A, B, C."""
    found = expressions("measures", "named_behind").search(seen.folded)
    if found is None or len(seen.bars) != 1:
        return False
    bar = seen.bars[0]
    return bar.kind is QuantityKind.COUNT and bar.span.end <= found.start()


def _separate(left: Deed, right: Deed) -> bool:
    if not right.whole or right.points_back or not (left.whole or left.barred):
        return False
    if left.only_means or left.relates(left.lead, right.lead) or right.goes_on(left):
        return False
    if (
        (right.sums_up and not right.reports)
        or right.opens_with("purpose")
        or right.lead.has("guard")
    ):
        return False
    if left.form != right.form:
        return False
    if right.lead.mark not in ("comma", "enum"):
        return True
    if left.barred or right.barred:
        return right.counts or right.reports or (left.is_plain and right.is_plain)
    if left.works and right.changes:
        return False
    compared = left.lead.has("more") and right.lead.has("more")
    finished = (left.lead.is_done and right.lead.is_done) or (left.states and right.states)
    return right.lead.opens_with_verb or left.lead.first_verb > 0 or compared or finished


def _lists_things(deed: Deed) -> bool:
    """Several deliverables under one verb of work, or several metrics under one of change."""
    for left, right in pairwise(deed.segments):
        if right.mark not in _JOINING or _is_tied(left) or deed.relates(left, right):
            continue
        if deed.puts_out(left, right):
            return True
        ends = (left.tokens[-1].tags[0], right.head)
        if (
            left.tokens[-1].form == "zh"
            and "metric" in left.tokens[-1].tags
            and not right.has("want")
        ):
            ends = ("metric", "metric" if "metric" in right.tokens[-1].tags else right.head)
        if deed.works and ends[0] in MADE and ends[1] in MADE and is_full(left, right):
            return True
        if deed.works and right.mark == "conj" and _is_new(left) and _is_new(right):
            return True
        if deed.lead.has(*CHANGE, "more") and ends[0] in _MEASURED and ends[1] in _MEASURED:
            return True
    return False


def _is_new(segment: Segment) -> bool:
    """Whether it names one thing of its own (the shop, a card)."""
    behind = segment.tokens[segment.first_verb + 1 :]
    return bool(behind) and behind[0].tags[0] == "det" and len(behind) <= _SHORT


_SHORT = 4


def _names_things(seen: Observation) -> bool:
    """Deliverables in a row with no verb at all (new logo, new booth)."""
    if any(s.first_verb >= 0 or s.has("be", "more", "metric") for s in seen.segments):
        return False
    return any(
        (right.mark in ("comma", "semi", "enum", "plus") or _is_full_pair(left, right))
        and (left.tokens[-1].tags[0] in MADE or right.head in MADE)
        and not right.has("metric", "out", "inner")
        and (len(right.tokens) > 1 or right.mark == "plus")
        and right.tokens[0].tag not in _ASIDE
        for left, right in pairwise(seen.segments)
    )


_ASIDE = (
    "after",
    "prep",
    "by",
)  # open a circumstance (, after the new page), not a thing of its own


def _is_full_pair(left: Segment, right: Segment) -> bool:
    """Whether "and" joins two deliverables, each with a name of more than one word."""
    made = left.tokens[-1].tag in MADE and right.tokens[-1].tag in MADE
    return right.mark == "conj" and made and min(len(left.tokens), len(right.tokens)) > 1


def _is_tied(segment: Segment) -> bool:
    behind = segment.tokens[segment.first_verb + 1 :]
    return any(t.tags[0] in ("prep", "of", "to", "by") for t in behind)


def _is_attended(seen: Observation) -> bool:
    """Whether what is counted is tied to how many come: 3 meetups with 40 visitors each."""
    found = expressions("measures", "attended").search(seen.folded)
    return found is not None and any(bar.span.start < found.start() for bar in seen.bars)


def _leads_on(seen: Observation, segment: Segment) -> bool:
    """Whether one amount is there to bring another; not what only tells which are counted."""
    told = listed("measures", "telling_which")
    tags = ["" if told.match(seen.folded, t.start) else t.tags[0] for t in segment.tokens]
    places = [i for i, tag in enumerate(tags) if tag == "target"]
    between = [tags[a + 1 : b] for a, b in pairwise(places)]
    return any(("to" in gap or "by" in gap) and has_verb(gap) for gap in between)


def _has_level(segment: Segment) -> bool:
    """Whether a level of something else is tied to an amount (£2m of revenue at a 40% margin)."""
    places = [i for i, t in enumerate(segment.tokens) if t.tag == "target"]
    gaps = [[t.tag for t in segment.tokens[a + 1 : b]] for a, b in pairwise(places)]
    pairs = zip(pairwise(places), gaps, strict=True)
    return any(_qualifies(segment.tokens[a], segment.tokens[b], gap) for (a, b), gap in pairs)


def _qualifies(first: Token, second: Token, gap: Sequence[str]) -> bool:
    levels = ("percent", "rating", "money")
    other = second.tags[1] in levels and first.tags[1] != second.tags[1]
    starts = second.tags[2] == "baseline" or first.tags[2] == "baseline"
    return other and not starts and "prep" in gap


def parts(seen: Observation) -> tuple[Span, ...]:
    """The joined parts of a line that is compound."""
    deeds = [Span(start=d.lead.start, end=d.segments[-1].end) for d in find_deeds(seen)]
    if len(deeds) > 1:
        return tuple(deeds)
    return tuple(Span(start=s.start, end=s.end) for s in seen.segments)
