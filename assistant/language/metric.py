"""The words that name a key result's metric."""

from __future__ import annotations

import re
from functools import cache

from assistant.language.lexicon import alternation, pattern, words
from assistant.language.reading import LineReading, Quantity, QuantityKind, Role
from assistant.language.script import CJK
from assistant.models import Span

_SENTENCE = re.compile(r"[;。!?]|\. |\n")
_COMMA = re.compile(r",(?!\d{3})")
_EDGE = " ,:;=()[]{}'\"*_`-—·|、。（）《》「」“”~"
_REACH = 24
_COUNTED_ZH = re.compile(r" ?[^\d,;。、()（）:的并且和与在到以 ]{1,12}")


@cache
def _moves() -> list[str]:
    return [w for key in ("increase", "decrease", "maintain") for w in words("directions", key)]


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(f"(?:{alternation([*_moves(), *words('metric', 'lead')])})[ :]{{0,2}}")


@cache
def _trail() -> re.Pattern[str]:
    return re.compile(f"(?:{alternation([*_moves(), *words('metric', 'trail')])})[ :=(]{{0,3}}$")


def find_metric(reading: LineReading) -> Span | None:
    """The metric's name without verb and values; None when the line names none."""
    anchor = _anchor(reading)
    if anchor is None:
        return None
    start, after = anchor
    return _named_before(reading, start) or _named_after(reading, after)


def _anchor(reading: LineReading) -> tuple[int, Quantity | None] | None:
    """Where the values start, and the quantity whose noun may name the metric."""
    if reading.pairs:
        pair = reading.pairs[0]
        first = min((q for q in (pair.baseline, pair.target) if q), key=lambda q: q.span.start, default=None)
        return pair.span.start, first
    for role in (Role.TARGET, Role.CHANGE, Role.BASELINE):
        for quantity in reading.quantities:
            if quantity.role is role:
                return quantity.span.start, quantity
    if reading.placeholders:
        return reading.placeholders[0].start, None
    return None


def _named_before(reading: LineReading, at: int) -> Span | None:
    folded = reading.folded
    begin = 0
    for begin_match in _SENTENCE.finditer(folded, 0, at):
        begin = begin_match.end()
    edges = [begin, *(m.end() for m in _COMMA.finditer(folded, begin, at)), at + 1]
    for start, end in reversed(list(zip(edges, edges[1:], strict=False))):
        span = _trimmed(reading, start, end - 1)
        if span:
            return span
    return None


def _trimmed(reading: LineReading, start: int, end: int) -> Span | None:
    folded = reading.folded
    while True:
        start, end = _edges(folded, start, end)
        if start >= end:
            return None
        moved = _after_lead(reading, start, end), _before_trail(reading, start, end)
        if moved == (start, end):
            break
        start, end = moved
    return Span(start=start, end=end)


def _edges(folded: str, start: int, end: int) -> tuple[int, int]:
    while start < end and folded[start] in _EDGE:
        start += 1
    while start < end and folded[end - 1] in _EDGE:
        end -= 1
    return start, end


def _after_lead(reading: LineReading, start: int, end: int) -> int:
    for mention in reading.dates:
        if mention.span.start == start:
            return min(end, mention.span.end)
    match = _lead().match(reading.folded, start, end)
    return match.end() if match else start


def _before_trail(reading: LineReading, start: int, end: int) -> int:
    for mention in reading.dates:
        if mention.span.end == end:
            return max(start, mention.span.start)
    match = _trail().search(reading.folded, max(start, end - _REACH), end)
    return match.start() if match else end


_OF = re.compile(r" (?:of )?(?:the |our |all |new |more )*")


def _named_after(reading: LineReading, quantity: Quantity | None) -> Span | None:
    """The noun that is counted: 5 家医院, 12 schools, 95% customer satisfaction."""
    if quantity is None:
        return None
    folded, at = reading.folded, quantity.span.end
    if CJK.match(folded, at + (folded[at : at + 1] == " ")):
        match = _COUNTED_ZH.match(folded, at)
        return _cut(folded, at, match.end()) if match else None
    return _english_noun(folded, at) if quantity.kind is not QuantityKind.DURATION else None


def _cut(folded: str, start: int, end: int) -> Span | None:
    stop = pattern("metric", "stop").search(folded, start, end)
    start, end = _edges(folded, start, stop.start() if stop else end)
    return Span(start=start, end=end) if end > start else None


_ENGLISH_NOUN = re.compile(r"[a-z][a-z'/&-]*(?: [a-z][a-z'/&-]*){0,4}")


def _english_noun(folded: str, at: int) -> Span | None:
    begin = _OF.match(folded, at)
    match = _ENGLISH_NOUN.match(folded, begin.end()) if begin else None
    if not match:
        return None
    stops = frozenset(words("units", "english_stops"))
    end = match.start()
    for word in re.finditer(r"[a-z'/&-]+", match.group()):
        if word.group() in stops:
            break
        end = match.start() + word.end()
    return Span(start=match.start(), end=end) if end > match.start() else None
