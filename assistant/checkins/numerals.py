"""Numbers and dates of a sentence that do not stand in the facts it cites."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.checkins.claims import LABEL, Segment, has, lexicon, words
from assistant.checkins.evidence import Evidence
from assistant.language.dates import find_dates
from assistant.language.numbers import Form, Number, find_numbers
from assistant.language.script import fold
from assistant.language.units import magnitude_after

_SHARE = re.compile(r" ?(?:%|percent|个?百分点|percentage points?|points?|pp(?![a-z]))")
_OF_TEN = re.compile(r"(?:/ ?|of |out of |满分 ?)10(?!\d)")
_ONES = ("one", "first", "another")


def unknown_dates(segment: Segment, evidence: Evidence) -> Iterator[str]:
    """Days, and longer times, that no cited fact is of."""
    known = evidence.dates()
    for mention in find_dates(segment.folded, evidence.year):
        words_ = segment.text[mention.span.start : mention.span.end]
        if mention.start is None or mention.end is None or evidence.holds(words_):
            continue
        if not any(mention.start <= day <= mention.end for day in known):
            yield words_


def unknown_numbers(segment: Segment, evidence: Evidence) -> Iterator[str]:
    """Numbers that are no facts, as they are written or rounded to the digits that are written."""
    masked = _masked(segment, evidence)
    told, ahead = _in_texts(evidence), any(segment.found("of_forecast"))
    chinese = not segment.folded.isascii()
    last = 0
    for number in sorted(find_numbers(masked), key=lambda one: one.start):
        if number.start < last or not _counts(number, masked):
            continue
        factor, end = magnitude_after(masked, number.end, False, chinese)
        last = end  # the "million" of "93 million" is no number of its own
        kinds = _role(segment, number.start)
        known = list(evidence.numbers(kinds, ahead=ahead))
        share = _SHARE.match(masked, end) is not None
        digits = _digits(masked[number.start : number.end])
        exact = number.value * factor
        quoted = exact in told and not (kinds and known)
        if quoted or _is_known(exact, share, 0.5 * factor * 10**-digits, known):
            continue
        yield segment.text[number.start : end]


def _role(segment: Segment, at: int) -> list[str]:
    """The kinds of facts that a number can be of, by the nearest word before it."""
    before = segment.before(at)
    for word in words("no_roles"):
        before = before.replace(word, " ")
    found = [
        (before.rfind(word), role["kinds"])
        for role in lexicon()["roles"].values()
        for word in role["words"]
        if has(before, word)
    ]
    return max(found)[1] if found else []


def _masked(segment: Segment, evidence: Evidence) -> str:
    """The text without labels, dates, the scale of confidence, and the words of key results."""
    masked = LABEL.sub(lambda m: " " * len(m.group()), segment.folded)
    masked = _OF_TEN.sub(lambda m: " " * len(m.group()), masked)
    for mention in find_dates(segment.folded, evidence.year):
        start, end = mention.span.start, mention.span.end
        masked = masked[:start] + " " * (end - start) + masked[end:]
    for fact in evidence.facts:
        if fact.kind in ("text", "team", "cycle", "owner"):
            words_ = fold(str(fact.value))
            masked = masked.replace(words_, " " * len(words_)) if words_ else masked
    return masked


def _in_texts(evidence: Evidence) -> set[float]:
    """The numbers in the words of the facts."""
    return {number.value for text in evidence.texts for number in find_numbers(fold(text))}


def _counts(number: Number, masked: str) -> bool:
    """Whether a numeral is an amount: 一 in 一致 and one in "the one" are none."""
    if number.form is Form.HAN:
        unit = masked[number.end : number.end + 1]
        return number.value != 1 and bool(unit) and unit in str("".join(words("han_units")))
    if number.form is Form.WORDS:
        return masked[number.start : number.end] not in _ONES
    return True


def _digits(written: str) -> int:
    """How many digits stand after the point."""
    return len(written.partition(".")[2])


def _is_known(value: float, share: bool, tolerance: float, known: list[tuple[float, bool]]) -> bool:
    for number, is_share in known:
        scaled = abs(number) * 100 if is_share and share else abs(number)
        if is_share and not share and value > 1:  # 46 of a progress of 0.46 needs its sign
            continue
        if abs(abs(value) - scaled) <= tolerance + 1e-9:
            return True
    return False
