"""What the shape of a line settles, whatever its words weigh.

A metric with a pair or a kept level behind it ("Support calls per visit from 31 to 12") is one
result: the nouns in its name may look like work or like several things to the classifier.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from assistant.language.facts.compound import Bundle, find_bundle, is_restated
from assistant.language.facts.kind import counted_class, is_guarded_work, is_own_progress
from assistant.language.facts.measurable import is_felt, is_measurable
from assistant.language.facts.objective import is_fulfilled, is_task
from assistant.language.facts.shares import is_regular_talk, is_share_of_work
from assistant.language.figures.direction import pair_direction
from assistant.language.figures.marks import kept_before
from assistant.language.lexicon import expressions
from assistant.language.reading import Comparator, Pair, Quantity, QuantityKind, Role
from assistant.language.words.deeds import is_barred
from assistant.language.words.observation import Observation, listed
from assistant.language.words.segments import CHANGE, WORK, Segment
from assistant.language.words.tokens import Token
from assistant.language.words.vocabulary import VERB_CLASSES
from assistant.language.words.wording import has_state
from assistant.models import BaselineFact, Direction, FactKind
from assistant.patterns import lazy

_SUBJECTS = frozenset({"out", "inner", "x", "deed", "project"})
_FINITE = frozenset({*VERB_CLASSES, "others"})
_WORK = frozenset({"make", "act", "deed", "adj", "finish"})
_SHARE = lazy("(?:占比|比例|比率|率)$")  # 发布时带有授权记录的图片占比
_DURING = lazy("[^,;。]{2,6}(?:期间|过程中?|后|时|中)")  # 割接期间客户数据零丢失
_LEVELS = frozenset(
    {QuantityKind.DURATION, QuantityKind.MONEY, QuantityKind.RATING, QuantityKind.POINTS}
)


def settle(seen: Observation, verdicts: dict[str, str]) -> dict[str, str]:
    """The verdicts on a key result, with those that its shape decides."""
    brings = any(_brings(left, right) for left, right in pairwise(seen.segments))
    parted = brings or _has(seen, "numbered")
    settled = verdicts | ({"compound": "y"} if parted else {}) | _by_shape(seen)
    if is_felt(seen) and not is_measurable(seen):
        settled |= {"measurable": "n", "baseline": BaselineFact.NONE.value}
    joined = _has(seen, "brought_together") or _has(seen, "done_with") or is_restated(seen)
    if joined and find_bundle(seen) is None:
        settled["compound"] = "n"
    falls = any(pair_direction(pair) is Direction.DECREASE for pair in seen.line.pairs)
    work = is_share_of_work(seen, _first_value(seen)) or _has(seen, "counted_deeds")
    work = work or _has(seen, "held") or is_regular_talk(seen)
    if work and not falls:
        settled["kind"] = FactKind.OUTPUT.value
    elif _has(seen, "rate_with_pair"):
        settled["kind"] = FactKind.OUTCOME.value
    return settled


def _brings(left: Segment, right: Segment) -> bool:
    """Whether work and the measured change beside it are joined: either can come alone."""
    work = left.opens_with_work and len(left.tokens) > 1 and not left.has(*CHANGE)
    return work and right.mark == "conj" and right.has(*CHANGE) and is_barred(right)


def _first_value(seen: Observation) -> int:
    """Where the first value stands or will stand; the end of the line for none."""
    spans = [*(bar.span for bar in seen.bars), *seen.line.placeholders]
    return min((span.start for span in spans), default=len(seen.folded))


def _by_shape(seen: Observation) -> dict[str, str]:
    pair, kept = _only_pair(seen), _only_kept(seen) or _none_left(seen)
    if pair is None and kept is None:
        return _of_population(seen)
    settled: dict[str, str] = {}
    if find_bundle(seen) is None or _is_one_result(seen):
        settled["compound"] = "n"
    result = pair and pair.target and _is_result(seen, pair, pair.target)
    if kept or result or _is_level_of_what_was_got(seen) or _has(seen, "active"):
        settled["kind"] = FactKind.OUTCOME.value
    elif seen.lead.has("percent_done") and is_own_progress(seen):
        settled["kind"] = FactKind.TASK.value
    return settled


def _of_population(seen: Observation) -> dict[str, str]:
    """The kind of a single share of those put through work, or count of those who joined in."""
    if is_guarded_work(seen):
        return {"kind": FactKind.TASK.value}
    if not seen.bars:
        return _of_all(seen) or _of_wish(seen)
    kind = _of_bar(seen, seen.bars[0]) if len(seen.bars) == 1 else None
    return {"kind": kind.value} if kind else {}


def _of_bar(seen: Observation, bar: Quantity) -> FactKind | None:
    """The kind of a line with one bar, where its shape settles it."""
    if _has(seen, "own_plan"):
        return FactKind.TASK
    if bar.kind is QuantityKind.PERCENT:
        return _of_percent(seen, bar)
    if _is_won(seen, bar) or _is_kept(seen) or _is_bounded(seen, bar) or _some_act(seen, bar):
        return FactKind.OUTCOME
    state = seen.threshold and seen.threshold.start >= bar.span.end
    joined = _joins(seen) or any(_has(seen, key) for key in ("active", "partnered", "all_within"))
    return FactKind.OUTCOME if state or joined else None


def _of_percent(seen: Observation, bar: Quantity) -> FactKind | None:
    if _is_won(seen, bar) or _is_kept(seen):
        return FactKind.OUTCOME
    if _has(seen, "by_channel"):
        return FactKind.OUTCOME
    return FactKind.OUTPUT if _has(seen, "put_share") else None


def _is_kept(seen: Observation) -> bool:
    return seen.lead.opens_with_verb and seen.lead.verb == "keep"


def _is_bounded(seen: Observation, bar: Quantity) -> bool:
    """Whether fewer are better, and it is no work of ours (fewer than 5 escalations a month)."""
    down = bar.comparator in (Comparator.AT_MOST, Comparator.LESS)
    return bar.kind is QuantityKind.COUNT and down and not seen.lead.opens_with_work


def _some_act(seen: Observation, bar: Quantity) -> bool:
    """Whether so many of a group do something themselves (6家农场中至少4家续签)."""
    if seen.lead.opens_with_verb or not expressions("measures", "some_of").search(
        seen.folded, 0, bar.span.start
    ):
        return False
    return not expressions("measures", "done_to_some").match(seen.folded, bar.span.end)


def _of_all(seen: Observation) -> dict[str, str]:
    """Of all: taking part is an amount of work, passing a test or being in time a result."""
    for key, kind in _SETTLING.items():
        if expressions("measures", key).match(seen.folded):
            return {"kind": kind.value}
    return {}


_SETTLING = {
    "felt": FactKind.OUTCOME,
    "nobody": FactKind.OUTCOME,
    "all_take_part": FactKind.OUTPUT,
    "all_have": FactKind.OUTPUT,
    "all_tested": FactKind.OUTCOME,
    "in_time": FactKind.OUTCOME,
    "talked_over": FactKind.TASK,
    "seen_to": FactKind.TASK,
}


def _of_wish(seen: Observation) -> dict[str, str]:
    """Of a metric that shall rise or fall by nobody knows how much, of how things are: a result."""
    if seen.segments and (has_state(seen) or _is_said_of_others(seen)):
        return {"kind": FactKind.OUTCOME.value}
    if len(seen.segments) != 1:
        return {}
    ends = [token.tag for token in seen.lead.tokens[-2:]]
    moves = ends[0] == "metric" and ends[-1] in CHANGE
    moved = seen.lead.verb in CHANGE and seen.lead.head == "metric"
    return {"kind": FactKind.OUTCOME.value} if moves or moved else {}


def _is_said_of_others(seen: Observation) -> bool:
    """Whether the line says how somebody or something is, without a word of work in it."""
    return _has_own_subject(seen) and not any(t.tags[0] in WORK for t in seen.tokens)


def _is_level_of_what_was_got(seen: Observation) -> bool:
    """Whether a count of what came in moves (booked visits per week from 1,200 to 1,800)."""
    first = seen.lead.tokens[0] if seen.lead.tokens else None
    return first is not None and (first.tag, first.form) == ("get", "ed") and bool(seen.line.pairs)


def _is_won(seen: Observation, bar: Quantity) -> bool:
    """Whether customers, orders, money and the like are got (close 10 deals, raise 3 million)."""
    if bar.kind is QuantityKind.MONEY and seen.lead.has("win", "metric"):
        return True
    won = seen.lead.opens_with_verb and seen.lead.verb in ("get", "win")
    if seen.folded.endswith("from ", 0, bar.span.start):
        return False  # collect feedback from ten colleagues
    return won and counted_class(seen.lead, bar) == "out"


def _joins(seen: Observation) -> bool:
    """Whether outsiders join, not that they are only invited."""
    return _has(seen, "joined") and not (seen.lead.opens_with_verb and seen.lead.verb == "act")


def _has(seen: Observation, key: str) -> bool:
    return expressions("measures", key).search(seen.folded) is not None


def settle_objective(seen: Observation, verdicts: dict[str, str]) -> dict[str, str]:
    """The verdicts on an objective: what others do or what a thing does is no work of ours."""
    if is_fulfilled(seen):
        return verdicts | {"is_task": "y"}
    named = len(seen.tokens) == 1 and not is_task(seen)  # a bare area: Procurement
    return verdicts | {"is_task": "n"} if named or _has_own_subject(seen) else verdicts


def _has_own_subject(seen: Observation) -> bool:
    """Whether the sentence has a subject with a verb of its own (Store staff can plan ...)."""
    if not seen.segments:
        return False
    if expressions("measures", "subject").match(seen.folded, seen.lead.start):
        return True
    first, *rest = seen.lead.tokens
    return first.form == "s" and first.tag in _SUBJECTS and bool(rest) and _acts(rest)


def _acts(tokens: Sequence[Token]) -> bool:
    """Whether a plural subject is followed by its verb: drivers accept, buyers still find."""
    after = next((t for t in tokens if t.form != "ly"), tokens[0])
    return not after.form and after.tag in _FINITE and after is not tokens[-1]


def _only_pair(seen: Observation) -> Pair | None:
    """The pair of a line that has no other bar."""
    pairs = [pair for pair in seen.line.pairs if not pair.pending]
    if len(pairs) != 1 or len(seen.bars) != len((Role.BASELINE, Role.TARGET)):
        return None
    return pairs[0] if seen.bars[0].span.start >= pairs[0].span.start else None


def _only_kept(seen: Observation) -> Quantity | None:
    """The level of a line that only says that it is kept, of a metric named before it."""
    if len(seen.bars) != 1:
        return None
    kept = kept_before(seen.folded, seen.bars[0].span.start)
    return seen.bars[0] if kept and kept.start > 0 else None


def _none_left(seen: Observation) -> Quantity | None:
    """The zero of a line that names what shall not happen (客户数据零丢失)."""
    if len(seen.bars) != 1 or seen.bars[0].high != 0 or len(seen.segments) != 1:
        return None
    if seen.lead.opens_with_work and not _DURING.match(seen.folded, seen.lead.start):
        return None
    return seen.bars[0] if seen.bars[0].role is Role.TARGET else None


def _is_one_result(seen: Observation) -> bool:
    """Whether the line has one part, a colon that parts name and values, or joined nouns."""
    marks = [segment.mark for segment in seen.segments[1:]]
    return marks in ([], ["colon"]) or _joins_nouns(seen)


def _joins_nouns(seen: Observation) -> bool:
    """Whether what is joined are nouns in front of one metric, not metrics or deeds."""
    name = seen.folded[: _name_end(seen)]
    if expressions("measures", "joined_name").match(name):
        return True
    if find_bundle(seen) is not Bundle.THINGS:
        return False
    return not any(s.has("metric", "defect", "share") for s in seen.segments[:-1])


def _name_end(seen: Observation) -> int:
    """Where the name of the metric ends: at its first value, or at the words of keeping it."""
    start = seen.bars[0].span.start
    kept = kept_before(seen.folded, start)
    named = seen.folded[: kept.start if kept else start].rstrip()
    return len(named.removesuffix("from").removesuffix("从").removesuffix("由").rstrip())


def _is_result(seen: Observation, pair: Pair, target: Quantity) -> bool:
    if pair_direction(pair) is Direction.DECREASE or target.kind in _LEVELS:
        return True
    if target.kind is QuantityKind.COUNT and not seen.lead.opens_with_verb:
        first = seen.segments[0]
        return first.head == "out" and not any(t.tags[0] in _WORK for t in first.tokens)
    if target.kind is not QuantityKind.PERCENT:
        return False
    name = seen.folded[: pair.span.start]
    if is_imperative(seen):
        return False
    if listed("measures", "qualified").search(name):
        return True
    if is_own_progress(seen) or seen.segments[0].has("percent_done", "project"):
        return False
    return listed("measures", "put_through").search(name) is None


def is_imperative(seen: Observation) -> bool:
    """Whether the line opens with a verb of work; a plural or the start of a name is none."""
    lead = seen.lead
    if not lead.opens_with_work or lead.tokens[lead.first_verb].form not in ("", "zh"):
        return False
    if any(token.form == "ed" for token in lead.tokens) or _has(seen, "counted_per"):
        return False  # order lines scanned at the shelf; support tickets per branch
    return not (seen.bars and _SHARE.search(seen.folded, 0, _name_end(seen)))
