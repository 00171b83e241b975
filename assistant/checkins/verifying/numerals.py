"""Numbers and dates of a sentence that do not stand in the facts it cites."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from assistant.checkins.verifying.claims import LABEL, Segment, has, lexicon, words
from assistant.checkins.verifying.evidence import Evidence
from assistant.language.figures.compound import rest_of
from assistant.language.figures.dates import find_dates
from assistant.language.figures.fractions import Fraction, find_fractions
from assistant.language.figures.numbers import Form, Number, find_numbers
from assistant.language.figures.units import magnitude_after
from assistant.language.script import fold

_SHARE = re.compile(r" ?(?:%|percent|个?百分点|percentage points?|points?|pp(?![a-z]))")
_OF_TEN = re.compile(r"(?:/ ?|of |out of |满分 ?)10(?!\d)")
_OF_ALL = re.compile(r"^ of \d+")
_BEHIND = 40  # characters behind a number that tell what it counts
_NEAR_PART = 0.04  # nearly a third
_AROUND = 12  # characters around a part that tell what it is of
_ONES = ("one", "first", "another")


def unknown_dates(segment: Segment, evidence: Evidence) -> Iterator[str]:
    """Days, and longer times, that no cited fact is of."""
    for mention in find_dates(segment.folded, evidence.year):
        words_ = segment.text[mention.span.start : mention.span.end]
        if mention.start is None or mention.end is None or evidence.holds(words_):
            continue
        known = evidence.dates(since=_begins(segment, mention.span.start, mention.span.end))
        if any(has(segment.before(mention.span.start), word) for word in words("checked_in_on")):
            known = {day for day in map(_day, evidence.values("last")) if day} or known
        if not any(mention.start <= day <= mention.end for day in known):
            yield words_


def _day(value: object) -> date | None:
    if isinstance(value, str):
        return date.fromisoformat(value)
    return value if isinstance(value, date) else None


def _begins(segment: Segment, start: int, end: int) -> bool:
    """Whether something is said to be so since a day."""
    before, behind = segment.before(start).rstrip(), segment.folded[end:].lstrip()
    return before.endswith(tuple(words("since"))) or behind.startswith(tuple(words("since_behind")))


def unknown_numbers(segment: Segment, evidence: Evidence) -> Iterator[str]:
    """Numbers that are no facts, as they are written or rounded to the digits that are written."""
    masked = _masked(segment, evidence)
    for part in find_fractions(masked):
        if not _is_part(part, masked, evidence):
            yield segment.text[part.start : part.end]
        masked = masked[: part.start] + " " * (part.end - part.start) + masked[part.end :]
    found = list(_amounts(masked))
    each = len(segment.places) > 1 and len(found) == len(segment.places)
    for index, (number, factor, end) in enumerate(found):
        own = evidence.whole.of(segment.places[index]) if each else evidence
        share = _SHARE.match(masked, end) is not None
        tolerance = 0.5 * factor * 10 ** -_digits(masked[number.start : number.end])
        kinds = _role(segment, masked, number.start, end)
        ahead = any(segment.found("of_forecast"))
        known = list(own.numbers(kinds, ahead=ahead))
        exact = number.value * factor
        told = exact in _in_texts(own) and not (kinds and known)
        if not told and not _is_known(exact, share, tolerance, known):
            yield segment.text[number.start : end]


def _is_part(part: Fraction, masked: str, evidence: Evidence) -> bool:
    """Whether a part or a multiple is told in words that are cited, or is about that of a fact."""
    told = (one.value for text in evidence.texts for one in find_fractions(fold(text)))
    if any(abs(part.value - value) < _NEAR_PART for value in told):
        return True
    around = masked[max(0, part.start - _AROUND) : part.end + _AROUND]
    done = any(has(around, word) for word in words("done_part"))
    known = [*evidence.ratios()] if part.change else [*evidence.shares(done=done)]
    room = _NEAR_PART * max(1.0, part.value)
    return any(abs(part.value - one) <= room for one in known)


def _amounts(masked: str) -> Iterator[tuple[Number, float, int]]:
    """Each amount with its factor, and where it ends: 93 million is one number."""
    chinese, last = not masked.isascii(), 0
    for number in sorted(find_numbers(masked), key=lambda one: one.start):
        if number.start >= last and _counts(number, masked):
            factor, last = magnitude_after(masked, number.end, False, chinese)
            more, last = rest_of(masked, last, factor) if chinese else (0.0, last)
            if more:
                number.value, factor = number.value * factor + more, 1.0
            yield number, factor, last


def _role(segment: Segment, masked: str, start: int, end: int) -> list[str]:
    """The kinds of facts that a number can be of: by a word behind it, else the nearest before."""
    behind, parts = _OF_ALL.subn("", masked[end : end + _BEHIND])
    behind = re.split(r"[,;。、.(]| and |\d", behind)[0]
    for role in lexicon()["roles_behind"].values():
        if any(has(behind, word) for word in role["words"]):
            # What is told of a whole is not the whole: 2 of 3.
            return [str(kind) for kind in role["kinds"] if not parts or kind != "due"]
    before = segment.before(start)
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
    """The text without labels, dates, week, scale of confidence, and words of key results."""
    masked = LABEL.sub(lambda m: " " * len(m.group()), segment.folded)
    masked = _OF_TEN.sub(lambda m: " " * len(m.group()), masked)
    if evidence.week is not None:
        this = rf"(?:week|第) ?{evidence.week}(?!\d)"
        masked = re.sub(this, lambda m: " " * len(m.group()), masked)
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
