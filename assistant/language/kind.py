"""Whether a key result names a result, a counted activity, or a piece of work."""

from __future__ import annotations

from assistant.language.measurable import all_or_none, frequency, meets_standard
from assistant.language.observation import Observation
from assistant.language.reading import Quantity, QuantityKind
from assistant.language.segments import CHANGE, WORK, Segment
from assistant.language.tokens import Token
from assistant.models import FactKind, Span

_OF_RESULTS = frozenset(
    {
        QuantityKind.POINTS,
        QuantityKind.MONEY,
        QuantityKind.DURATION,
        QuantityKind.RATING,
        QuantityKind.MULTIPLE,
        QuantityKind.RANK,
        QuantityKind.SIZE,
    }
)
_OUTER = frozenset({"out", "metric", "defect"})


def find_kind(seen: Observation) -> FactKind:
    """The kind, from the numbers if there are any, else from verbs and nouns."""
    if seen.bars:
        return _of_bars(seen)
    if meets_standard(seen) or seen.threshold:
        return FactKind.OUTCOME
    if all_or_none(seen) or frequency(seen):
        return _of_quantifier(seen)
    return _of_words(seen)


def _of_bars(seen: Observation) -> FactKind:
    if _is_own_progress(seen):
        return FactKind.TASK
    kinds = [_of_bar(seen, bar) for bar in seen.bars]
    return FactKind.OUTCOME if FactKind.OUTCOME in kinds else FactKind.OUTPUT


def _is_own_progress(seen: Observation) -> bool:
    percent = any(bar.kind is QuantityKind.PERCENT for bar in seen.bars)
    words = any(t.tags[0] in ("percent_done", "past") for t in seen.tokens)
    metric = any(t.tags[0] in ("metric", *CHANGE) for t in seen.tokens)
    return percent and words and not metric and any(s.has("deliv", "make") for s in seen.segments)


def _of_bar(seen: Observation, bar: Quantity) -> FactKind:
    segment = _segment_of(seen, bar)
    if segment is None:
        return FactKind.OUTPUT
    if bar.kind is QuantityKind.PERCENT:
        return _of_percent(segment)
    if bar.kind in _OF_RESULTS and not (segment.opens_with_work and not segment.has("metric")):
        return FactKind.OUTCOME
    return _of_count(segment, bar)


def _of_percent(segment: Segment) -> FactKind:
    if segment.has("metric", "out", "defect", *CHANGE):
        return FactKind.OUTCOME
    return FactKind.OUTPUT if segment.has(*WORK) else FactKind.OUTCOME


def _of_count(segment: Segment, bar: Quantity) -> FactKind:
    counted = _counted(segment, bar)
    verb = _verb(segment)
    if counted == "defect" or verb in ("down", "win", "pass"):
        return FactKind.OUTCOME
    if counted in _OUTER or (verb in CHANGE and counted != "deliv" and counted != "event"):
        return FactKind.OUTPUT if verb in WORK else FactKind.OUTCOME
    if segment.has("metric") and verb not in WORK:
        return FactKind.OUTCOME
    return FactKind.OUTPUT


def _counted(segment: Segment, bar: Quantity) -> str:
    """The class of the noun behind a number; else of the nearest one in front of it."""
    behind = (t.tags[0] for t in segment.tokens if t.start >= bar.span.end)
    nouns = [tag for tag in behind if tag in ("deliv", "event", "inner", *_OUTER)]
    if nouns:
        return nouns[0]
    before = [t.tags[0] for t in segment.tokens if t.end <= bar.span.start]
    return next((t for t in reversed(before) if t in ("deliv", "event", "inner", *_OUTER)), "")


def _verb(segment: Segment) -> str:
    return segment.tokens[segment.first_verb].tags[0] if segment.first_verb >= 0 else ""


def _segment_of(seen: Observation, bar: Quantity) -> Segment | None:
    inside = (s for s in seen.segments if s.start <= bar.span.start < s.end)
    return next(inside, None)


def _of_quantifier(seen: Observation) -> FactKind:
    lead = seen.segments[0]
    if lead.has("defect", "out", "metric") and not lead.opens_with_work:
        return FactKind.OUTCOME
    return FactKind.OUTPUT


def _of_words(seen: Observation) -> FactKind:
    if not seen.segments:
        return FactKind.TASK
    lead = seen.segments[0]
    if lead.opens_with_work:
        return FactKind.TASK
    if lead.has("up", "down", "improve", "keep", "more"):
        made = lead.has("deliv", "event") and not lead.has("metric", "defect", "out")
        return FactKind.TASK if made and _verb(lead) == "improve" else FactKind.OUTCOME
    if lead.has(*WORK):
        return FactKind.TASK
    return FactKind.OUTCOME if lead.has("metric", "defect", "others") else FactKind.TASK


def kind_words(seen: Observation, kind: FactKind) -> Span | None:
    """The verb or noun that makes a line a task or an output; else its first words."""
    if kind is FactKind.OUTCOME or not seen.tokens:
        return None
    verbs = [t for t in seen.tokens if t.tags[0] in WORK]
    nouns = [t for t in seen.tokens if t.tags[0] in ("deliv", "event")]
    shown: Token = (verbs or nouns or seen.tokens)[0]
    return Span(start=shown.start, end=shown.end)
