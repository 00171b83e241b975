"""Checks of wording: words of a list, length, placeholders, and whether the metric is named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

from assistant.language.figures.values import declared_value
from assistant.language.reading import LineReading, Quantity, QuantityKind, Role
from assistant.models import BaselineFact, Language, Span
from assistant.patterns import lazy
from assistant.rules.conditions import open_fields
from assistant.rules.kinds.base import Context, Hit, Line, LineCheck, at
from assistant.rules.kinds.content import content
from assistant.rules.kinds.marks import find_mark
from assistant.rules.reading_set import KeyResultLine

# A Latin word or number, or one letter of any other script.
_COUNTED = lazy(r"[a-z0-9]+(?:['’.-][a-z0-9]+){0,20}|[^\W0-9a-z_]")
_SHORTEST_NAME = 2  # characters
_IDEAS = 2
_OBJECT = 2  # characters at least that an object of its own takes
_NEAR = 3  # characters that may stand between a joint and its verb
_CONTINUES = lazy(r"\s*(?:from|to|by|由|从|自|至|到|达|为|即|将|把|使|让)")
_NAMELESS = frozenset(
    {
        QuantityKind.BARE,
        QuantityKind.PERCENT,
        QuantityKind.POINTS,
        QuantityKind.MULTIPLE,
        QuantityKind.DURATION,
        QuantityKind.MONEY,
    }
)


class WordsCheck(LineCheck):
    """A word of a list stands in the line.

    With `opens_clause` a word counts only where a clause begins with it, with
    `unless_number_follows` only where its clause has no number. The words of `mild` count only in a
    line that has no number at all, and behind the others: "considerably" tells more than "improve".
    """

    kind: Literal["words"]
    words: str
    mild: str | None = None
    opens_clause: bool = False
    unless_number_follows: bool = False

    facts: ClassVar[frozenset[str]] = frozenset({"words"})

    def word_lists(self) -> tuple[str, ...]:
        """The lists that are searched."""
        return (self.words,) if self.mild is None else (self.words, self.mild)

    def find(self, line: Line, context: Context) -> Iterator[Hit]:
        """One hit at the first word that counts; the fact `words` names up to three."""
        reading = line.reading
        if reading is None:
            return
        spans = list(context.words(self.words).find(reading.folded))
        if self.opens_clause:
            spans = [span for span in spans if _opens_clause(reading, span)]
        if self.unless_number_follows:
            spans = [span for span in spans if not number_follows(reading, span)]
        if self.mild is not None and not _values(reading) and not _declares_target(line):
            spans += context.words(self.mild).find(reading.folded)
        if spans:
            named = ", ".join(reading.text[span.start : span.end] for span in spans[:3])
            yield at(line, spans[0], words=named)


def _declares_target(line: Line) -> bool:
    """Whether a field of its own says how much (a column of a table)."""
    return isinstance(line, KeyResultLine) and declared_value(line.source.target)[0] is not None


class LengthCheck(LineCheck):
    """The line is longer than can be remembered: Latin words and Chinese characters."""

    kind: Literal["length"]
    limit_en: str | int
    limit_zh: str | int

    facts: ClassVar[frozenset[str]] = frozenset({"count", "limit"})

    def limits(self) -> tuple[str, ...]:
        """The limits in words and in characters."""
        return tuple(name for name in (self.limit_en, self.limit_zh) if isinstance(name, str))

    def find(self, line: Line, context: Context) -> Iterator[Hit]:
        """One hit when the count is above the limit for the line's language."""
        if line.reading is None:
            return
        english = line.reading.language is Language.EN
        limit = context.limit(self.limit_en if english else self.limit_zh)
        count = len(_COUNTED.findall(line.reading.folded))
        if count > limit:
            yield at(line, None, count=count, limit=limit)


class PlaceholderCheck(LineCheck):
    """A placeholder is left to fill, in the text or in a declared value."""

    kind: Literal["placeholder"]

    variants: ClassVar[frozenset[str]] = frozenset({"baseline", "target"})
    facts: ClassVar[frozenset[str]] = frozenset({"value"})

    def find(self, line: Line, context: Context) -> Iterator[Hit]:
        """One hit at the first placeholder; that of a declared value names which one it is."""
        if line.reading is not None and line.reading.placeholders:
            yield at(line, line.reading.placeholders[0])
        elif isinstance(line, KeyResultLine):
            for name, value in [*open_fields(line).items()][:1]:
                yield at(line, None, name, value=value)


class MetricCheck(LineCheck):
    """A value that belongs to no named metric, or a metric whose value needs a unit and has none.

    A metric is named where words are left beside numbers, dates and what stands in `ignored`.
    `needs_unit` lists metrics of time and money; a count names its unit itself (schools, 所), and
    `unitless` lists what has none or begins with it (ratios, days to ...).
    """

    kind: Literal["metric"]
    needs_unit: str
    unitless: str
    ignored: str

    variants: ClassVar[frozenset[str]] = frozenset({"no_metric", "no_unit"})
    facts: ClassVar[frozenset[str]] = frozenset({"metric"})

    def word_lists(self) -> tuple[str, ...]:
        """The metrics that need a unit or none, and the words that name no metric."""
        return (self.needs_unit, self.unitless, self.ignored)

    def find(self, line: Line, context: Context) -> Iterator[Hit]:
        """One hit at most."""
        if not isinstance(line, KeyResultLine) or _says_all(line):
            return
        reading = line.reading
        if _nameless(reading) and self._names_nothing(reading, context):
            yield at(line, find_mark(reading, "quantity"), "no_metric")
            return
        metric = reading.metric
        if metric is None or line.source.unit is not None or not _bare(reading):
            return
        if context.words(self.unitless).within(reading.folded, metric):
            return
        if context.words(self.needs_unit).within(reading.folded, metric):
            name = reading.text[metric.start : metric.end]
            yield at(line, find_mark(reading, "quantity"), "no_unit", metric=name)

    def _names_nothing(self, reading: LineReading, context: Context) -> bool:
        return len("".join(content(reading, context.words(self.ignored)))) < _SHORTEST_NAME


class JoinedCheck(LineCheck):
    """Two ideas in one line: a second verb after a joint, or clause after clause with a verb.

    Verbs that share one object ("attract and retain") are one idea, and so is a means with its end
    (two clauses without a joint).
    """

    kind: Literal["joined"]
    verbs: str
    joints: str

    def word_lists(self) -> tuple[str, ...]:
        """Verbs that begin an idea, and what joins two."""
        return (self.verbs, self.joints)

    def find(self, line: Line, context: Context) -> Iterator[Hit]:
        """One hit over the parts that the line joins."""
        reading = line.reading
        if reading is None:
            return
        verbs = list(context.words(self.verbs).find(reading.folded))
        if len(verbs) < _IDEAS:
            return
        joints = list(context.words(self.joints).find(reading.folded))
        second = _second_idea(verbs, joints) or _third_clause(reading, verbs)
        if second is not None:
            yield at(line, Span(start=verbs[0].start, end=_clause_end(reading, second)))


def _opens_clause(reading: LineReading, span: Span) -> bool:
    starts = (c.start for c in reading.clauses if 0 <= span.start - c.start <= _NEAR)
    return any(not _OF_OTHERS.search(reading.folded, start, span.start) for start in starts)


# Behind these it is what others do: 来访者坚持, 愿意继续捐.
_OF_OTHERS = lazy("(?:[者人户客员生友]|愿意?|肯)$")


def _second_idea(verbs: list[Span], joints: list[Span]) -> Span | None:
    """The first verb that follows a joint, with words of its own between the verb before and it."""
    for joint in joints:
        before = [verb for verb in verbs if verb.end + _OBJECT <= joint.start]
        after = [verb for verb in verbs if 0 <= verb.start - joint.end <= _NEAR]
        shared = [verb for verb in verbs if joint.start - _OBJECT < verb.end <= joint.start]
        if before and after and not shared:
            return after[0]
    return None


def _third_clause(reading: LineReading, verbs: list[Span]) -> Span | None:
    starts = [
        verb
        for clause in reading.clauses
        for verb in verbs
        if 0 <= verb.start - clause.start <= _NEAR
    ]
    distinct = sorted({(verb.start, verb.end) for verb in starts})
    return Span(start=distinct[2][0], end=distinct[2][1]) if len(distinct) > _IDEAS else None


def _says_all(line: KeyResultLine) -> bool:
    """Lines without a value, or whose standard or quantifier says what is counted."""
    reading = line.reading
    if reading.facts.baseline is BaselineFact.NONE:
        return True
    return reading.standard is not None or reading.all_or_none is not None


def _nameless(reading: LineReading) -> bool:
    """Whether a number leaves open what it measures; 70 kg, 12 schools and top 3 tell it."""
    return any(one.kind in _NAMELESS for one in _amounts(reading))


def _bare(reading: LineReading) -> bool:
    valued = [one for one in reading.quantities if one.role in (Role.BASELINE, Role.TARGET)]
    return bool(valued) and all(one.kind is QuantityKind.BARE for one in valued)


def number_follows(reading: LineReading, span: Span) -> bool:
    """Whether the clause of these words has a number, or the next one goes on with one."""
    amounts = _values(reading)
    position = _clause_of(reading, span)
    if position is None:
        return bool(amounts)
    near = [reading.clauses[position]]
    near += [
        clause
        for clause in reading.clauses[position + 1 : position + 2]
        if _CONTINUES.match(reading.folded, clause.start, clause.end)
    ]
    return any(part.start <= number.start < part.end for part in near for number in amounts)


def _amounts(reading: LineReading) -> list[Quantity]:
    """The numbers that say how much; one that only says of whom or when does not."""
    return [number for number in reading.quantities if number.role is not Role.SCOPE]


def _values(reading: LineReading) -> list[Span]:
    """Where it says how much, be the value still to fill in."""
    return [*(number.span for number in _amounts(reading)), *reading.placeholders]


def _start(span: Span) -> int:
    return span.start


def _clause_end(reading: LineReading, span: Span) -> int:
    position = _clause_of(reading, span)
    return span.end if position is None else reading.clauses[position].end


def _clause_of(reading: LineReading, span: Span) -> int | None:
    for position, clause in enumerate(reading.clauses):
        if clause.start <= span.start < clause.end:
            return position
    return None
