"""Judges sentences that a model wrote: what they claim has to stand in the facts they cite.

A sentence that claims more is dropped. The checks are lexical and know both languages; they rather
drop a sentence too many than let a false number in front of a manager.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from assistant.checkins.verifying.claims import Segment, cuttings, has, words
from assistant.checkins.verifying.evidence import Evidence
from assistant.checkins.verifying.names import unknown_names
from assistant.checkins.verifying.numerals import unknown_dates, unknown_numbers
from assistant.language.script import fold
from assistant.models.summary import Summary

_QUOTED = re.compile(r"[“「『\"]([^“”「」『』\"]{1,400})[”」』\"]")
_CLAUSE = re.compile(r"[,;。.!?，；]")
_GRAMS = 2  # characters of a Chinese word, about
_SHARE = 0.5  # of the words of a cause that have to be somebody's


class Fault(StrEnum):
    """What is wrong with a sentence."""

    NO_FACTS = "no_facts"
    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    STATUS = "status"
    CAUSE = "cause"
    TREND = "trend"
    KEY_RESULT = "key_result"
    QUOTATION = "quotation"
    FORBIDDEN = "forbidden"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The faults of a sentence, each with the words that show it; none is well."""

    faults: tuple[tuple[Fault, str], ...]

    @property
    def stands(self) -> bool:
        """Whether the sentence may be shown."""
        return not self.faults


class Verifier:
    """Judges sentences about one summary."""

    def __init__(self, summary: Summary) -> None:
        self._facts = {fact.fact_id: fact for fact in summary.facts}
        self._year, self._week = summary.header.cutoff.year, summary.header.week
        self._all = Evidence(summary.facts, self._year)

    def judge(self, text: str, cited: Sequence[str]) -> Verdict:
        """The verdict on a sentence and the ids of the facts that it cites."""
        if not cited or any(fact_id not in self._facts for fact_id in cited):
            return Verdict(((Fault.NO_FACTS, text),))
        evidence = self._of(cited)
        return Verdict(tuple(dict.fromkeys(self._faults(text, evidence))))

    def names(self, title: str, cited: Sequence[str]) -> bool:
        """Whether a title is made of the cited words and shares some with each of the facts."""
        facts = [self._of([fact_id]) for fact_id in cited]
        wanted = _pieces(fold(title))
        shared = (wanted & _pieces(fold(" ".join(one.statements))) for one in facts)
        return _is_stated(fold(title), self._of(cited)) and all(shared)

    def _of(self, cited: Sequence[str]) -> Evidence:
        return Evidence([self._facts[fact_id] for fact_id in cited], self._year, self._week)

    def _faults(self, text: str, evidence: Evidence) -> Iterator[tuple[Fault, str]]:
        quotes, plain = _unquoted(text)
        for quote in quotes:
            if not evidence.says(quote):
                yield Fault.QUOTATION, quote
        folded = fold(plain)
        for word in words("never"):
            if has(folded, word):
                yield Fault.FORBIDDEN, word
        for name in unknown_names(plain, evidence, self._all):
            yield Fault.NAME, name
        yield from self._swapped(plain, evidence)
        judged = [list(_judged(cut, evidence)) for cut in cuttings(plain)]
        yield from min(judged, key=len)

    def _swapped(self, plain: str, evidence: Evidence) -> Iterator[tuple[Fault, str]]:
        """A key result that is named, while what is cited is of others."""
        for place, named in self._all.named(plain):
            if place not in evidence.places:
                yield Fault.KEY_RESULT, named


def _judged(cut: list[Segment], evidence: Evidence) -> Iterator[tuple[Fault, str]]:
    for segment in cut:
        own = evidence.of(*segment.places) if segment.places else evidence
        yield from _claims_without_ground(segment, own)


def _claims_without_ground(segment: Segment, evidence: Evidence) -> Iterator[tuple[Fault, str]]:
    for date in unknown_dates(segment, evidence):
        yield Fault.DATE, date
    for number in unknown_numbers(segment, evidence):
        yield Fault.NUMBER, number
    for check, fault in _CHECKS:
        for word in check(segment, evidence):
            yield fault, word


def _unquoted(text: str) -> tuple[list[str], str]:
    """The quotations of a sentence, and the sentence without them."""
    return _QUOTED.findall(text), _QUOTED.sub(" ", text)


def false_status(segment: Segment, evidence: Evidence) -> Iterator[str]:
    """Statuses that the cited facts do not bear out, or contradict."""
    for status, word, at in segment.claims("status"):
        before = segment.before(at)
        ahead = before.endswith(tuple(words("modal"))) and any(segment.found("of_forecast"))
        if ahead or any(has(before, one) for one in words("negated")):
            continue
        said = any(has(before, one) for one in words("reported"))
        counted = any(has(before, one) for one in words("computed"))
        past = any(has(before, one) for one in words("past"))
        asked = {"reported": said and not counted, "past": past, "counted": counted}
        if not all(one.bears(status, **asked) for one in _meant(segment, evidence, before)):
            yield word
    for side in ("behind", "ahead"):
        for word, _ in segment.found(side):
            if not evidence.stands(side):
                yield word


def _meant(segment: Segment, evidence: Evidence, before: str) -> list[Evidence]:
    """What a status is said of: the key result in hand, or each one that is meant by "both"."""
    if not any(has(before, one) for one in words("each")):
        return [evidence]
    whole = evidence.whole
    places = segment.named & whole.places or whole.places
    return [whole.of(place) for place in places] or [evidence]


def unstated_cause(segment: Segment, evidence: Evidence) -> Iterator[str]:
    """Causes that nobody stated in the cited facts."""
    for word, at in segment.found("cause_after"):
        cause = _CLAUSE.split(segment.folded[at + len(word) :])[0]
        if not _is_stated(cause, evidence):
            yield f"{word} {cause.strip()}"
    for pattern in _cause_patterns():
        for match in pattern.finditer(segment.folded):
            if not _is_stated(match[1], evidence):
                yield match.group()
    for word, at in segment.found("cause_before"):
        cause = _CLAUSE.split(segment.folded[:at].rstrip(" ,，"))[-1]
        if not _is_stated(cause, evidence):
            yield f"{cause.strip()} {word}"


@cache
def _cause_patterns() -> list[re.Pattern[str]]:
    return [re.compile(one) for one in words("cause_patterns")]


def _is_stated(cause: str, evidence: Evidence) -> bool:
    """Whether the words of a cause are those of a comment, a blocker or a reason."""
    wanted = _pieces(cause)
    stated = _pieces(fold(" ".join(evidence.statements)))
    return bool(wanted) and len(wanted & stated) >= _SHARE * len(wanted)


def _pieces(text: str) -> set[str]:
    """Latin words without the short ones, and pairs of Chinese characters."""
    latin = {word for word in re.findall(r"[a-z][a-z'-]+", text) if len(word) > _GRAMS + 1}
    han = re.findall(r"[\u3400-\u9fff]+", text)
    return latin | {run[i : i + _GRAMS] for run in han for i in range(len(run) - 1)}


def unsupported_trend(segment: Segment, evidence: Evidence) -> Iterator[str]:
    """Movements and futures that the cited facts do not show."""
    for word, _ in segment.found("unproven"):
        yield word
    for side in ("rising", "falling"):
        for word, at in segment.found(side):
            if _is_no_move(segment, word, at, evidence):
                continue
            if not evidence.moves(side, _subject(segment.before(at))):
                yield word
    future = list(segment.found("future"))
    if future and not evidence.has_forecast:
        yield future[0][0]
    elif future:
        yield from _false_future(segment, evidence)


def _is_no_move(segment: Segment, word: str, at: int, evidence: Evidence) -> bool:
    """To fall short is to miss; dropped calls, two words of a key result, are what is measured."""
    if any(has(segment.folded[at : at + len(word) + 6], one) for one in words("future_miss")):
        return True
    texts = " ".join(fold(str(text)) for text in evidence.values("text"))
    behind = re.match(r" ([a-z]+)", segment.folded[at + len(word) :])
    return behind is not None and has(texts, word) and has(texts, behind[1])


def _false_future(segment: Segment, evidence: Evidence) -> Iterator[str]:
    misses = list(segment.found("future_miss"))
    reaches = [] if misses else list(segment.found("future_reach"))
    for word, _ in misses:
        if not evidence.forecast_misses:
            yield word
    for word, _ in reaches:
        if evidence.forecast_misses:
            yield word


def _subject(before: str) -> str | None:
    """Whether confidence or progress moves, by the nearest word in front."""
    found = {
        kind: max((before.rfind(word) for word in words(f"of_{kind}")), default=-1)
        for kind in ("confidence", "progress")
    }
    kind = max(found, key=lambda one: found[one])
    return kind if found[kind] >= 0 else None


_CHECKS: tuple[tuple[Callable[[Segment, Evidence], Iterator[str]], Fault], ...] = (
    (false_status, Fault.STATUS),
    (unstated_cause, Fault.CAUSE),
    (unsupported_trend, Fault.TREND),
)
