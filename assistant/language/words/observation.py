"""What all six facts are decided on: the classed words of a line, its parts, its bars."""

from __future__ import annotations

import re
from functools import cache, cached_property

from assistant.language.lexicon import alternation, expressions, section, with_taiwan
from assistant.language.reading import LineReading, Quantity, QuantityKind, Role
from assistant.language.words.segments import CHANGE, WORK, Segment, cut
from assistant.language.words.tokens import BREAKS, Held, Token, tokenize
from assistant.language.words.vocabulary import split
from assistant.models import Span
from assistant.patterns import compiled, lazy

_LONGEST_TOPIC = 5  # words in front of a colon that only name the topic
_NUMBER_OF_STANDARD = lazy(r"[ -]?[0-9]{3,6}(?:[:-][0-9]{1,4})?")
_LINK = lazy(r"\[(?P<name>[^\[\]]{1,80})\](?:\([^() ]{0,400}\)|\[[^\]]{0,40}\])")  # of Markdown
BARS = frozenset({Role.TARGET, Role.CHANGE, Role.BASELINE})
MEASURED = frozenset({"metric", "share", "defect"})  # tags of words that name what can be measured


def listed_words(name: str, key: str) -> list[str]:
    """The words of a comma-separated list in both languages."""
    words = section(name)[key]
    return [*split(words.get("en", "")), *with_taiwan(split(words.get("zh", "")))]


@cache
def listed(name: str, key: str) -> re.Pattern[str]:
    """One pattern for a list of comma-separated words in both languages."""
    return compiled(alternation(listed_words(name, key)))


class Observation:
    """A line reading with everything derived from it that the rules and the classifier share."""

    def __init__(self, line: LineReading) -> None:
        """Derive from one line; nothing of it is changed."""
        self.line = line
        self.folded = line.folded

    @cached_property
    def tokens(self) -> list[Token]:
        """The classed words."""
        tokens = tokenize(self.folded, _without_overlap(self._held()))
        end = self._aside.start if self._aside else len(self.folded)
        return [token for token in tokens if token.start < end] or tokens

    @cached_property
    def classes(self) -> frozenset[str]:
        """The classes that its words have at their places."""
        return frozenset([token.tags[0] for token in self.tokens])

    def has(self, *tags: str) -> bool:
        """Whether a word has one of the classes at its place."""
        return not self.classes.isdisjoint(tags)

    @cached_property
    def segments(self) -> list[Segment]:
        """The parts between commas and conjunctions."""
        if not self.tokens:
            return []
        return cut(self.tokens, self._details()) or [Segment(self.tokens, "edge")]

    def _details(self) -> list[tuple[int, int]]:
        """The stretches that are one, whatever breaks stand in them."""
        if self.classes.isdisjoint(BREAKS):
            return []
        keys = ("detail", "done_with")
        found = (expressions("measures", key).finditer(self.folded) for key in keys)
        return [match.span() for matches in found for match in matches]

    @cached_property
    def lead(self) -> Segment:
        """The part that says what the line is about; not a topic in front of a colon or dash."""
        first, *others = self.segments
        means = first.tokens[0].tag == "by" and not first.targets
        if means and others and others[0].mark == "comma":
            return others[0]
        named = others and others[0].mark == "colon" and len(first.tokens) <= _LONGEST_TOPIC
        if named and not first.has("metric", "target") and not first.opens_with_verb:
            return others[0]
        return first

    @cached_property
    def bars(self) -> list[Quantity]:
        """The numbers that say how much is to be reached."""
        stated = [q for q in self.line.quantities if q.role in BARS and not self._is_aside(q)]
        only_start = all(q.role is Role.BASELINE for q in stated)
        return [] if only_start or _is_version(stated, self.folded) else stated

    def _is_aside(self, quantity: Quantity) -> bool:
        return self._aside is not None and quantity.span.start > self._aside.start

    @cached_property
    def _aside(self) -> Span | None:
        return _first(expressions("measures", "aside"), self.folded)

    @cached_property
    def standard(self) -> Span | None:
        """The first named standard."""
        found = next(map(_span, self._standards["standard"]), None)
        if found is None:
            return None
        number = _NUMBER_OF_STANDARD.match(self.folded, found.end)
        return Span(start=found.start, end=number.end()) if number else found

    @cached_property
    def threshold(self) -> Span | None:
        """The first threshold in words."""
        open_at = {
            place.start for place in self.line.placeholders
        }  # 实现盈利X元: nobody knows how much
        found = map(_span, self._standards["threshold"])
        return next((span for span in found if span.end not in open_at), None)

    @cached_property
    def _standards(self) -> dict[str, list[re.Match[str]]]:
        """By class, where standards and thresholds are named."""
        keys = {"standard": "named", "threshold": "words"}
        return {
            tag: list(listed("standards", key).finditer(self.folded)) for tag, key in keys.items()
        }

    @cached_property
    def meets_standard(self) -> bool:
        """Whether a named standard is met, not only worked towards."""
        if self.standard is None or listed("standards", "only_try").search(self.folded):
            return False
        met = listed("standards", "passed").search(self.folded)
        return (met or expressions("standards", "completed").search(self.folded)) is not None

    @cached_property
    def another(self) -> bool:
        """Whether one more of something is asked for."""
        return expressions("measures", "another").search(self.folded) is not None

    @cached_property
    def frequency(self) -> Span | None:
        """A stated rhythm of work without a number (every week, 每天); not of a metric."""
        found = _first(listed("measures", "rhythm"), self.folded)
        if found is None or not any(s.has(*WORK) or not s.has("metric") for s in self.segments):
            return None
        lead = self.lead
        if lead.opens_with_verb and lead.tokens[lead.first_verb].tags[0] in CHANGE - {"keep"}:
            return None
        return found

    @cached_property
    def first_finish(self) -> int:
        """Place of the first word for what is completed; behind the last token for none."""
        found = (i for i, token in enumerate(self.tokens) if token.tags[0] == "finish")
        return next(found, len(self.tokens))

    def _held(self) -> list[Held]:
        bars = {id(q) for q in self.bars}
        held = [_of_quantity(q, id(q) in bars) for q in self.line.quantities]
        held += [Held(d.span.start, d.span.end, ("date",)) for d in self.line.dates]
        held += [Held(p.start, p.end, ("placeholder",)) for p in self.line.placeholders]
        for match in _LINK.finditer(self.folded):
            held.append(Held(match.start(), match.start("name"), ("quote",)))
            held.append(Held(match.end("name"), match.end(), ("quote",)))
        for tag, matches in self._standards.items():
            held += [Held(match.start(), match.end(), (tag,)) for match in matches]
        return held


def _of_quantity(quantity: Quantity, is_bar: bool) -> Held:
    role = "target" if is_bar else "scope"
    return Held(quantity.span.start, quantity.span.end, (role, quantity.kind, quantity.role))


def _is_version(stated: list[Quantity], folded: str) -> bool:
    bare = all(q.kind is QuantityKind.BARE for q in stated)
    return bare and expressions("measures", "version").search(folded) is not None


def _without_overlap(held: list[Held]) -> list[Held]:
    kept: list[Held] = []
    for piece in sorted(held, key=lambda h: (h.start, -h.end)):
        if not kept or piece.start >= kept[-1].end:
            kept.append(piece)
    return kept


def _first(pattern: re.Pattern[str], folded: str) -> Span | None:
    match = pattern.search(folded)
    return _span(match) if match else None


def _span(match: re.Match[str]) -> Span:
    return Span(start=match.start(), end=match.end())
