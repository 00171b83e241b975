"""The words that name a key result's metric."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from assistant.language.figures.clauses import trimmed
from assistant.language.lexicon import alternation, expressions, last_match, pattern, words
from assistant.language.reading import LineReading, QuantityKind, Role
from assistant.language.script import CJK
from assistant.models import Span
from assistant.patterns import compiled, lazy

_SENTENCE = lazy(r"[;。!?]|\. |\n")
_COMMA = lazy(r",(?![0-9]{3})")
_EDGE = " ,:;=()[]{}'\"*_`-—·|、《》「」~/"
_TRAIL_REACH = 24
_APART = (" ", ",", "内", "后")  # 90天复购率 is one name, "in 90 days, ..." is not

_GAP = 6  # between a change in points and the value that it leads to: " to ", 至, 达到


class _Values(NamedTuple):
    """Where the values stand that the metric is named for."""

    start: int
    end: int
    kind: QuantityKind | None


class _Name(NamedTuple):
    span: Span
    linked: bool  # whether a word ties it to the value: "to", "from", "≥", 达到


def find_metric(reading: LineReading) -> Span | None:
    """The metric's name without verb and values; None when the line names none."""
    values = _values(reading)
    if values is None:
        return _named_by_verb(reading)
    before = _named_before(reading, values.start)
    if before and (before.linked or _is_plain_level(reading, values)):
        return before.span
    return _named_after(reading, values) or (before.span if before else None)


def _named_by_verb(reading: LineReading) -> Span | None:
    """Improve NPS, 提升用户满意度: a change without a value names its metric behind the verb."""
    folded = reading.folded
    clause = reading.clauses[0] if reading.clauses else None
    move = _moves().match(folded, clause.start) if clause else None
    if clause is None or move is None:
        return None
    start = _after_lead(reading, move.end(), clause.end)
    stop = expressions("metric", "means").search(folded, start, clause.end)
    return trimmed(folded, *_edges(folded, start, stop.start() if stop else clause.end))


def _is_plain_level(reading: LineReading, values: _Values) -> bool:
    """准时率 97%: in Chinese a level may follow its name with no word between."""
    chinese = CJK.match(reading.folded, max(0, values.start - 2), values.start)
    return chinese is not None and values.kind is not QuantityKind.COUNT


def _values(reading: LineReading) -> _Values | None:
    for pair in reading.pairs:
        return _Values(pair.span.start, pair.span.end, None)
    for role in (Role.TARGET, Role.CHANGE, Role.BASELINE):
        for quantity in reading.quantities:
            if quantity.role is role:
                start = _with_its_change(reading, quantity.span.start)
                return _Values(start, quantity.span.end, quantity.kind)
    for span in reading.placeholders:
        return _Values(span.start, span.end, None)
    return None


def _with_its_change(reading: LineReading, at: int) -> int:
    """Where "down 2 points to 3%" begins with its values, given where the 3% stands."""
    points = [q.span for q in reading.quantities if q.kind is QuantityKind.POINTS]
    return next((one.start for one in points if 0 < at - one.end <= _GAP), at)


def _named_before(reading: LineReading, at: int) -> _Name | None:
    """The name in the clause of the value, else in the clause before it."""
    sentence = last_match(_SENTENCE, reading.folded, 0, at)
    begin = sentence.end() if sentence else 0
    edges = [begin, *(m.end() for m in _COMMA.finditer(reading.folded, begin, at)), at + 1]
    for index in range(len(edges) - 2, max(-1, len(edges) - 4), -1):
        name = _stripped(reading, edges[index], edges[index + 1] - 1)
        if name:
            return name
    return None


def _stripped(reading: LineReading, start: int, end: int) -> _Name | None:
    """The clause without what stands around the name."""
    folded, linked = reading.folded, False
    for opener in _openers().finditer(folded, start, end):
        start, linked = opener.end(), linked or opener.lastgroup == "moves"
    before = (-1, -1)
    while before != (start, end):
        before = (start, end)
        start, end = _edges(folded, start, end)
        tail = _before_trail(reading, start, end)
        linked, end = linked or tail < end, tail
        start = _after_lead(reading, start, end)
    span = trimmed(folded, start, end)
    return _Name(span, linked) if span else None


def _edges(folded: str, start: int, end: int) -> tuple[int, int]:
    while start < end and folded[start] in _EDGE:
        start += 1
    while start < end and folded[end - 1] in _EDGE and not _closes(folded, start, end):
        end -= 1
    return start, end


def _closes(folded: str, start: int, end: int) -> bool:
    """Whether a bracket at the end belongs to the name: cycle time (idea to production)."""
    return folded[end - 1] == ")" and folded.count("(", start, end) == folded.count(")", start, end)


@cache
def _openers() -> re.Pattern[str]:
    """What the name comes after: "so that", 将, a verb of change that opens a clause."""
    moves = alternation(words("metric", "moves"))
    return compiled(
        rf"(?!{_whole()})(?:{alternation(words('metric', 'openers'))}) ?"
        rf"|(?:(?<![a-z])(?:to|and|by|that|which) |[以来可并且] ?)(?P<moves>{moves}) ?"
    )


@cache
def _moves() -> re.Pattern[str]:
    return compiled(f"(?:{alternation(words('metric', 'moves'))}) ?")


@cache
def _lead() -> re.Pattern[str]:
    before = [
        *words("metric", "moves"),
        *words("metric", "lead"),
        *words("marks", "baseline_before"),
    ]
    # "win rate", "hold time": here the verb is part of the name.
    verbs, nouns = (alternation(words("metric", key)) for key in ("named_with", "after_verb"))
    return compiled(
        f"(?!(?:{verbs}) (?:{nouns}))(?!{_whole()})(?:{alternation(before)})[ :]{{0,3}}"
    )


@cache
def _whole() -> str:
    return f"(?:{alternation(words('metric', 'whole'))})"


@cache
def _trail() -> re.Pattern[str]:
    moves = [*words("metric", "moves"), *words("metric", "moved"), *words("metric", "trail")]
    return compiled(f"(?<![新递签节违合预])(?:{alternation(moves)})[到至为成]?[ :=(]{{0,3}}$")


def _after_lead(reading: LineReading, start: int, end: int) -> int:
    for mention in reading.dates:
        if mention.span.start <= start < mention.span.end:
            return min(end, mention.span.end)
    for limit in reading.quantities:
        if limit.role is Role.SCOPE and limit.span.start == start:
            behind = limit.span.end
            return min(end, behind + 1) if reading.folded[behind : behind + 1] in _APART else start
    match = _lead().match(reading.folded, start, end)
    return match.end() if match else start


def _before_trail(reading: LineReading, start: int, end: int) -> int:
    folded = reading.folded
    for mention in reading.dates:
        if mention.span.end == end:
            compared = expressions("metric", "compared").search(folded, start, mention.span.start)
            return max(start, compared.start() if compared else mention.span.start)
    match = _trail().search(folded, max(start, end - _TRAIL_REACH), end)
    return match.start() if match else end


def _named_after(reading: LineReading, values: _Values) -> Span | None:
    """The noun behind the value: 5 家医院, 12 schools, 95% customer satisfaction."""
    folded, at = reading.folded, values.end
    for pair in reading.pairs[:1]:
        first = pair.baseline if pair.baseline_span.start == values.start else pair.target
        if first and first.kind is QuantityKind.COUNT and not CJK.search(folded):
            return _english_noun(folded, first.span.end)
    if CJK.match(folded, at + (folded[at : at + 1] == " ")):
        return _chinese_noun(folded, at)
    if values.kind in (None, QuantityKind.DURATION):
        return None
    return _english_noun(folded, at)


def _chinese_noun(folded: str, at: int) -> Span | None:
    match = expressions("metric", "noun_zh").match(folded, at)
    if not match:
        return None
    stop = pattern("metric", "stop").search(folded, at + 1, match.end())
    start, end = match.start(), stop.start() if stop else match.end()
    start = max(start, folded.rfind("的", start, end) + 1)
    return trimmed(folded, *_edges(folded, start, end))


def _english_noun(folded: str, at: int) -> Span | None:
    """The next words up to one that ends a noun phrase; "improvement in X" is X."""
    change = expressions("metric", "change_of").match(folded, at)
    match = expressions("metric", "noun_en").match(folded, change.end() if change else at)
    if not match:
        return None
    start, end = match.start("noun"), match.start("noun")
    for word in re.finditer(r"[a-z'/&-]+", match["noun"]):
        if word.group() in _ends() or (end > start and word.group().endswith("ed")):
            break
        end = start + word.end()
    return Span(start=start, end=end) if end > start else None


@cache
def _ends() -> frozenset[str]:
    return frozenset(words("units", "english_stops"))
