"""Checks of the numbers of a key result: base, direction, natural bounds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from assistant.language.reading import KeyResultReading, Quantity, QuantityKind, Role
from assistant.models import BaselineFact, KeyResultKind, Span
from assistant.patterns import lazy
from assistant.rules.kinds.base import Context, Hit, Line, LineCheck, at
from assistant.rules.kinds.values import Values, shown, values_of
from assistant.rules.reading_set import KeyResultLine

_NAME = 40  # how far before a noun of change its article may stand
_BESIDE = 3  # characters that may stand between a base and the word that names it
_VALUED = (Role.BASELINE, Role.TARGET)


class RelativeCheck(LineCheck):
    """A relative target that does not say what it is relative to.

    `periods` lists the words that name a period of comparison (同比, YoY) but not its value,
    `bases` the words beside which the base value stands (from, 基础上).
    """

    kind: Literal["relative"]
    periods: str
    bases: str

    variants: ClassVar[frozenset[str]] = frozenset({"period"})

    def word_lists(self) -> tuple[str, ...]:
        """The words for a period of comparison, and for a base."""
        return (self.periods, self.bases)

    def find(self, line: Line, context: Context) -> Iterator[Hit]:
        """One hit when no base value is in the text or declared."""
        if not isinstance(line, KeyResultLine) or line.reading.relative is None:
            return
        if line.reading.facts.baseline is BaselineFact.BOTH or line.source.baseline is not None:
            return
        if _beside_number(line.reading, context.words(self.bases).find(line.reading.folded)):
            return
        period = context.words(self.periods).first(line.reading.folded)
        if period is None:
            yield at(line, line.reading.relative)
        else:
            yield at(line, _around(line.reading.relative, period), "period")


class DirectionCheck(LineCheck):
    """The numbers go another way than the words, stand still, or are reached already.

    The nearest verb before the target decides; `neutral` lists verbs and joints that say nothing
    of a direction but stand between (improve, by, 改善, 通过). Without a verb the metric decides:
    `good_down` and `good_up` list metrics with one desirable direction, and `turned` what turns
    them round (complaints *resolved*). `counted_down` lists what rises as its number falls (rank).
    """

    kind: Literal["direction"]
    rising: str
    falling: str
    neutral: str
    good_up: str
    good_down: str
    turned: str
    counted_down: str

    variants: ClassVar[frozenset[str]] = frozenset({"worse", "same", "already_met"})
    facts: ClassVar[frozenset[str]] = frozenset({"baseline", "target", "current"})

    def word_lists(self) -> tuple[str, ...]:
        """All lists by which a direction is told."""
        return (
            self.rising,
            self.falling,
            self.neutral,
            self.good_up,
            self.good_down,
            self.turned,
            self.counted_down,
        )

    def find(self, line: Line, context: Context) -> Iterator[Hit]:
        """One hit at most."""
        if not isinstance(line, KeyResultLine) or line.reading.facts.compound:
            return
        values = values_of(line)
        told = self._verb(line.reading, context)
        if (variant := self._fault(line, values, told, context)) is not None:
            said = {name: shown(value) for name, value in values.named()}
            yield at(line, _numbers(line.reading), variant or None, **said)

    def _fault(
        self, line: KeyResultLine, values: Values, verb: int, context: Context
    ) -> str | None:
        """The variant; empty for words against numbers, None for no fault."""
        step = values.step
        if step is None or _is_held(line):
            return self._met(values, verb or self._polarity(line.reading, context))
        if step == 0:
            return "same"
        if verb:
            against = verb != step and not self._rises_by_less(line.reading, verb, context)
            return "" if against else self._met(values, step)
        polarity = self._polarity(line.reading, context)
        return "worse" if polarity == -step else self._met(values, step)

    def _rises_by_less(self, reading: KeyResultReading, verb: int, context: Context) -> bool:
        """Whether raising it makes its number fall: speed told as time, a rank."""
        kinds = {number.kind for number in reading.quantities if number.role in _VALUED}
        if verb > 0 and kinds & {QuantityKind.DURATION, QuantityKind.RANK}:
            return True
        return context.words(self.counted_down).first(reading.folded) is not None

    def _met(self, values: Values, direction: int) -> str | None:
        """Whether the current value has passed the target in this direction."""
        if values.current is None or values.target is None or not direction:
            return None
        return "already_met" if (values.current - values.target) * direction >= 0 else None

    def _verb(self, reading: KeyResultReading, context: Context) -> int:
        """+1 or -1 by the last verb before the target, 0 when it tells no direction."""
        numbers = [number.span.start for number in reading.quantities if number.role in _VALUED]
        first, end = (numbers[0], numbers[-1]) if numbers else (len(reading.folded),) * 2
        ranked = [
            (span.start, sign)
            for name, sign in ((self.rising, 1), (self.falling, -1), (self.neutral, 0))
            for span in context.words(name).find(reading.folded)
            if span.start < end and (not sign or _governs(reading, span, first))
        ]
        return max(ranked)[1] if ranked else 0

    def _polarity(self, reading: KeyResultReading, context: Context) -> int:
        """+1 or -1 for a metric that everyone wants up or down, 0 for any other."""
        if reading.metric is None:
            return 0
        folded, metric = reading.folded, reading.metric
        if context.words(self.turned).within(folded, metric):
            return 0
        head = _head(folded, metric)
        up = context.words(self.good_up).within(folded, head)
        down = context.words(self.good_down).within(folded, head)
        return bool(up) - bool(down)


class BoundsCheck(LineCheck):
    """A value that cannot be: 120% on time, NPS 130, 6 out of 5, minus three schools, rank 0.

    `beyond_100` lists metrics whose percentage may pass 100, `below_0` those that may be negative.
    """

    kind: Literal["bounds"]
    beyond_100: str
    below_0: str
    nps: str

    variants: ClassVar[frozenset[str]] = frozenset({"percent", "nps", "rating", "negative", "rank"})
    facts: ClassVar[frozenset[str]] = frozenset({"low", "high"})

    def word_lists(self) -> tuple[str, ...]:
        """The metrics with bounds of their own."""
        return (self.beyond_100, self.below_0, self.nps)

    def find(self, line: Line, context: Context) -> Iterator[Hit]:
        """One hit at the first impossible value."""
        if not isinstance(line, KeyResultLine):
            return
        for number in line.reading.quantities:
            if number.role in _VALUED and (fault := self._fault(line.reading, number, context)):
                variant, low, high = fault
                yield at(line, number.span, variant, low=low, high=high)
                return

    def _fault(
        self, reading: KeyResultReading, number: Quantity, context: Context
    ) -> tuple[str, str, str] | None:
        folded = reading.folded
        if context.words(self.nps).first(folded):
            outside = number.kind is not QuantityKind.COUNT and abs(number.high) > 100
            return ("nps", "-100", "100") if outside else None
        if (scale := rating_scale(reading, number)) and number.high > scale:
            return "rating", "0", shown(scale)
        if number.kind is QuantityKind.RANK and number.low < 1:
            return "rank", "1", "∞"
        if number.low < 0 and not context.words(self.below_0).first(folded):
            return "negative", "0", "∞"
        if number.kind is QuantityKind.PERCENT and number.high > 100:
            free = context.words(self.beyond_100).first(folded) or reading.relative
            return None if free else ("percent", "0", "100")
        return None


def rating_scale(reading: KeyResultReading, number: Quantity) -> float | None:
    """The end of the scale that a rating names itself (4.5/5, 9 out of 10, 五分制)."""
    if number.kind is not QuantityKind.RATING or not number.unit:
        return None
    end = number.unit.rpartition("/")[2]
    return float(end) if end.isdecimal() and len(end) < 5 else None


# What may stand between a verb of change and the first value; a noun has no such place.
_TO_VALUE = lazy(
    r"[ ,:]{0,2}(?:(?:[a-z]{2,12}ly|back|again|further|the number)[ ,]{0,2}){0,2}"
    r"(?:from|to|by|at|until|within|[ ¥$€£≤≥<>~]){0,4}"
)
_NOUN_BEFORE = lazy(
    r"(?<![a-z])(?:a|an|the|this|each|every|any|no|of|after|before)(?: [a-z-]{1,20}){1,2} $"
)
_OPENING = lazy(r"(?:(?:to|we|will|and|further|help|please|let's|[a-z]{2,12}ly|[^a-z0-9 ]) ?){0,3}")
# In English the head of a metric stands in front of these: time from A to B, share of C with D.
_PREPOSITION = lazy(
    r" (?:from|to|per|in|at|that|who|which|where|with|within|for|before|after|during|by|on|until)"
    r"(?![a-z])"
)


def _is_held(line: KeyResultLine) -> bool:
    """Whether it only has to stay within a bound, by its words or as its author declared."""
    declared = line.source.kind is KeyResultKind.MAINTAIN
    return declared or line.reading.maintained is not None


def _governs(reading: KeyResultReading, verb: Span, first: int) -> bool:
    """Whether a verb of change is said of the values, and is no part of the metric's name."""
    folded = reading.folded
    if verb.start > first or not folded[verb.start].isascii():
        return True
    if _TO_VALUE.fullmatch(folded, verb.end, first):
        return _NOUN_BEFORE.search(folded, max(0, verb.start - _NAME), verb.start) is None
    clause = next((c for c in reading.clauses if c.start <= verb.start < c.end), None)
    return clause is None or _OPENING.fullmatch(folded, clause.start, verb.start) is not None


def _head(folded: str, metric: Span) -> Span:
    """The metric without what a preposition adds to it."""
    end = _PREPOSITION.search(folded, metric.start, metric.end)
    return Span(start=metric.start, end=end.start()) if end else metric


def _numbers(reading: KeyResultReading) -> Span | None:
    spans = [number.span for number in reading.quantities if number.role in _VALUED]
    return Span(start=spans[0].start, end=spans[-1].end) if spans else None


def _around(one: Span, other: Span) -> Span:
    return Span(start=min(one.start, other.start), end=max(one.end, other.end))


def _beside_number(reading: KeyResultReading, words: tuple[Span, ...]) -> bool:
    """Whether one of these words stands next to a number that is not the change itself."""
    numbers = [number.span for number in reading.quantities if number.span != reading.relative]
    return any(
        0 <= number.start - word.end <= _BESIDE or 0 <= word.start - number.end <= _BESIDE
        for word in words
        for number in numbers
    )
