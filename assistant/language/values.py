"""The metric of a key result, where it goes, and its values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from assistant.language.lexicon import pattern
from assistant.language.lines import read_line
from assistant.language.observation import Observation
from assistant.language.reading import Comparator, Quantity, QuantityKind, Role
from assistant.language.segments import CHANGE, WORK, Segment
from assistant.language.tokens import Token
from assistant.models import Direction, KeyResult, Span

_NOT_NAMING = frozenset(
    {"target", "scope", "date", "placeholder", "by", "to", "none", "all", "cmp", "arrow"}
    | {"dash", "sign", "more", "be", "guard", "after", "past", "quote", "threshold", *CHANGE}
)
_SMALL = frozenset({"want", "det", "prep", "of", "others"})


class Values(NamedTuple):
    """Start and end of the metric, in `unit`."""

    baseline: float | None
    target: float | None
    unit: str | None


def declared_value(value: float | str | None) -> tuple[float | None, str | None]:
    """A declared baseline or target as a number with its unit ("9,300万元")."""
    if isinstance(value, str):
        found = read_line(value).quantities
        return (found[0].high, found[0].unit) if found else (None, None)
    return value, None


def find_values(seen: Observation, key_result: KeyResult) -> Values:
    """What the author declared, else what the text states first."""
    baseline, unit_of_baseline = declared_value(key_result.baseline)
    target, unit_of_target = declared_value(key_result.target)
    pair = next((p for p in seen.line.pairs if p.baseline and p.target), None)
    end = pair.target if pair else _end(seen)
    if baseline is None and pair and pair.baseline:
        baseline = pair.baseline.high
    if target is None and end:
        target = end.high if end.comparator in _UPPER else end.low
    unit = key_result.unit or unit_of_target or unit_of_baseline or (end.unit if end else None)
    return Values(baseline, target, unit)


_UPPER = frozenset({Comparator.AT_MOST, Comparator.LESS})


def _end(seen: Observation) -> Quantity | None:
    return next((q for q in seen.bars if q.role is not Role.BASELINE), None)


def find_direction(seen: Observation, values: Values) -> Direction | None:
    """By the values when both stand, else by the words, else by the comparator."""
    if values.baseline is not None and values.target is not None:
        if values.baseline != values.target:
            rises = values.target > values.baseline
            return Direction.INCREASE if rises else Direction.DECREASE
        return Direction.MAINTAIN
    return _by_words(seen) or _by_comparator(_end(seen))


_BY_VERB = {"up": Direction.INCREASE, "down": Direction.DECREASE, "keep": Direction.MAINTAIN}


def _by_words(seen: Observation) -> Direction | None:
    for token in seen.tokens:
        if token.tags[0] in _BY_VERB:
            return _BY_VERB[token.tags[0]]
    for name in ("increase", "decrease", "maintain"):
        if pattern("directions", name).search(seen.folded):
            return Direction(name)
    return None


def _by_comparator(end: Quantity | None) -> Direction | None:
    if end is None:
        return None
    if end.comparator in _UPPER or end.high == 0:
        return Direction.DECREASE
    return None if end.kind is QuantityKind.DURATION else Direction.INCREASE


def find_metric(seen: Observation) -> Span | None:
    """The words that name what is measured: before the number, else behind it or the verb."""
    segment = _measured_segment(seen)
    if segment is None:
        return None
    bars = segment.targets
    if not bars:
        return _named(seen, segment.tokens)
    before = [t for t in segment.tokens if t.end <= bars[0].start]
    behind = [t for t in segment.tokens if t.start >= bars[-1].end]
    return _named(seen, before) or _named(seen, behind)


def _measured_segment(seen: Observation) -> Segment | None:
    barred = [s for s in seen.segments if s.targets]
    changed = [s for s in seen.segments if s.has("metric", *CHANGE)]
    return next(iter([*barred, *changed]), None)


def _named(seen: Observation, tokens: Sequence[Token]) -> Span | None:
    """The longest run of naming words, the opening verb and small words at its edges aside."""
    runs: list[list[Token]] = [[]]
    for token in tokens:
        opens = not runs[0] and len(runs) == 1 and token.tags[0] in WORK
        if token.tags[0] in _NOT_NAMING or opens:
            runs.append([])
        elif runs[-1] or token.tags[0] not in _SMALL:
            runs[-1].append(token)
    spans = [_span(run) for run in runs if any(t.tags[0] not in _SMALL for t in run)]
    return max(spans, key=lambda s: s.end - s.start, default=None)


def _span(run: list[Token]) -> Span:
    while run[-1].tags[0] in _SMALL:
        run = run[:-1]
    return Span(start=run[0].start, end=run[-1].end)
