"""Whether a third party could decide from the text alone that a key result was met."""

from __future__ import annotations

from assistant.language.lexicon import expressions
from assistant.language.words.observation import Observation, listed
from assistant.language.words.tokens import Token
from assistant.language.words.vocabulary import NOUN_CLASSES
from assistant.models import Span

_COUNTABLE = frozenset(NOUN_CLASSES) - {"metric"}
_CLAUSE = 2  # more words than these make a sentence
_REACH = 6  # tokens between a quantifier and what it counts


def is_measurable(seen: Observation) -> bool:
    """A bar in numbers or words, a frequency, an all or none, or a named standard met."""
    if seen.bars or seen.another:
        return True
    if seen.threshold or seen.meets_standard:
        return True
    if is_felt(seen):
        return False
    return all_or_none(seen) is not None or seen.frequency is not None


def _is_unknown_thing(token: Token) -> bool:
    long = token.form == "zh" and token.end - token.start > 1
    return token.tags[0] == "x" and (token.form == "s" or long)


def exam(seen: Observation) -> bool:
    """Whether the standard is a test of a person's skill, not of an organisation."""
    return listed("standards", "exams").search(seen.folded) is not None


def is_felt(seen: Observation) -> bool:
    """Whether all only feel so, or all is only said to be so, by no test that could tell."""
    start = seen.lead.start if seen.segments else 0
    if expressions("measures", "felt").match(seen.folded, start) is None:
        return False
    return expressions("measures", "felt_test").search(seen.folded) is None


def all_or_none(seen: Observation) -> Span | None:
    """The word that leaves none out, or none in, of something countable."""
    if is_felt(seen):
        return None
    if nobody := _nobody(seen):
        return nobody
    for i, token in enumerate(seen.tokens):
        if token.tags[0] in ("all", "none") and _counts(seen, i):
            return Span(start=token.start, end=token.end)
    for key in ("all_behind", "in_time"):
        if found := expressions("measures", key).search(seen.folded):
            return Span(start=found.start(), end=found.end())
    return next((q.span for q in seen.bars if q.high == 0), None)


def _nobody(seen: Observation) -> Span | None:
    """The word for nobody, where the line says what happens to none."""
    start = seen.lead.start if seen.segments else 0
    if expressions("measures", "nobody").match(seen.folded, start) is None:
        return None
    return Span(start=start, end=seen.lead.tokens[0].end)


def _counts(seen: Observation, i: int) -> bool:
    tokens = seen.tokens
    if seen.folded.startswith(_BOUNDS, tokens[i].start):
        return False
    if expressions("measures", "one_project").match(seen.folded, tokens[i].start):
        return False
    if seen.folded.startswith(_EACH, tokens[i].start) and i + 1 < len(tokens):
        return seen.frequency is None and not seen.line.placeholders  # each shop adds X members
    if tokens[i].tags[0] == "none" and i == 0 and len(tokens) > _CLAUSE:
        return True  # no parcel arrives damaged
    nearby = tokens[i + 1 : i + 1 + _REACH]
    if not any(t.tags[0] in _COUNTABLE or _is_unknown_thing(t) for t in nearby):
        return False
    if tokens[i].tags[0] == "none":
        return any(set(t.tags) & {"defect", "out", "inner", "deliv"} for t in nearby[:5])
    return i <= seen.first_finish


_BOUNDS = ("no more than", "no fewer than", "no less than", "no later than", "no longer than")
_EACH = ("each", "every", "每", "逐")
