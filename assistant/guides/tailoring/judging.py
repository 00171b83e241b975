"""Judges sentences that a model wrote for a guide: what they say has to stand in what they cite.

A sentence that says more is dropped. The checks are lexical and know both languages; they rather
drop a sentence too many than let a figure, a name or a claim of the model's own into a guide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cache
from typing import Any

from assistant.coaching.grounding import Fault as Unmarked
from assistant.coaching.grounding import Material, content_words, faults
from assistant.guides.tailoring.vocabulary import WORD, all_text, companies, ordinary_words
from assistant.language.figures.numbers import find_numbers
from assistant.language.script import CJK, fold
from assistant.models import Language
from assistant.own_data import load

# An address, a tag, a mark of a source, a heading: a sentence is plain words.
_MARKUP = re.compile(r"https?:|www\.|[<>\[\]{}`#*|\\]|^\s*[-–•]\s")
_PROPER = ("nr", "ns", "nt", "nz")  # how the segmenter tags people, places, bodies, brands
LONGEST_PHRASE = 40  # characters
_PER_HUNDRED, _SHARE = "百分之", "share"
_ONE = 1.0  # "one" and 一 stand in words that count nothing


class Fault(StrEnum):
    """What is wrong with a sentence."""

    FORM = "form"
    SAID = "said"  # a number, date, name or language that the passages do not have
    NUMBER = "number"
    NAME = "name"
    STATUS = "status"
    NEGATION = "negation"
    PAY = "pay"
    OVERLAP = "overlap"


def fault_of(text: str, cited: Sequence[str], language: Language) -> tuple[Fault, str] | None:
    """The first fault of a sentence with the words that show it; None where it stands.

    Args:
        text: The sentence; what the reader said of himself is already taken out of it.
        cited: The texts of the passages that it cites, at least one.
        language: Of the guide.
    """
    return next(_faults(text, cited, language), None)


def is_plain(phrase: str) -> bool:
    """Whether words of the reader's may be repeated in a sentence without being judged.

    A long phrase, a number, a name nobody knows or a claim may not: they could carry an order.
    """
    folded = fold(phrase)
    known = " ".join(word for word in WORD.findall(phrase) if word.islower())
    plain = not _MARKUP.search(phrase) and not list(find_numbers(folded))
    named = any(_names(phrase, known))
    return len(phrase) <= LONGEST_PHRASE and plain and not named and not any(_claimed(folded, [""]))


def _faults(text: str, cited: Sequence[str], language: Language) -> Iterator[tuple[Fault, str]]:
    if (found := _MARKUP.search(text)) is not None:
        yield Fault.FORM, found[0]
    if _length(text, language) > _claims()["longest"][_side(language)]:
        yield Fault.FORM, text
    for each in faults(text, Material("", said=cited, language=language)):
        if each.fault is not Unmarked.NUMBER:  # read here with their units, in any script
            yield Fault.SAID, each.quote
    yield from ((Fault.NUMBER, quote) for quote in _numbers(text, cited))
    yield from ((Fault.NAME, name) for name in _names(text, fold(" \n ".join(cited))))
    yield from _claimed(fold(text), [fold(each) for each in cited])
    if not _overlaps(text, cited, language):
        yield Fault.OVERLAP, text


def _length(text: str, language: Language) -> int:
    return len(text.split()) if language is Language.EN else len(text)


def _numbers(text: str, cited: Sequence[str]) -> Iterator[str]:
    """Numbers, and numbers of a unit, that no cited passage has: 30 % is not 30 minutes."""
    known = {pair for each in cited for pair, _ in _measured(each)}
    values = {value for value, _ in known}
    for (value, unit), quote in _measured(text):
        if value not in values or (unit and (value, unit) not in known):
            yield quote


def _measured(text: str) -> Iterator[tuple[tuple[float, str | None], str]]:
    """Each number with its unit, if any; the "one" of words that count nothing is left out."""
    folded = fold(text)
    for number in find_numbers(folded):
        unit = next((name for name, end in _units() if end.match(folded, number.end)), None)
        if folded.endswith(_PER_HUNDRED, 0, number.start):
            unit = _SHARE
        if number.value != _ONE or unit:
            yield (number.value, unit), text[number.start : number.end]


@cache
def _units() -> list[tuple[str, re.Pattern[str]]]:
    found = _claims()["units"].items()
    return [(name, re.compile(rf"\s?个?(?:{'|'.join(ways)})")) for name, ways in found]


def _names(text: str, known: str) -> Iterator[str]:
    """Names that the passages do not hold; at the start of a sentence too."""
    folded = fold(text)
    yield from (name for name in companies() if name in folded and name not in known)
    for word in WORD.findall(text):
        if not _is_known(word, known):
            yield word
    if CJK.search(text):
        yield from _chinese_names(folded, known)


def _is_known(word: str, known: str) -> bool:
    """Whether a Latin word stands in the passages, or is one of everyday use."""
    plain = fold(word)
    if re.search(rf"(?<![a-z0-9]){re.escape(plain)}", known) or plain in _claims()["no_names"]:
        return True
    first_only = word[:1].isupper() and word[1:].islower()
    return (word.islower() or first_only) and plain in ordinary_words()


def _chinese_names(folded: str, known: str) -> Iterator[str]:
    import rjieba  # its dictionary takes a fifth of a second to load

    for word, kind in rjieba.tag(folded):
        if kind[:2] in _PROPER and len(word) > 1 and word not in known and word not in all_text():
            yield word


def _claimed(folded: str, cited: Sequence[str]) -> Iterator[tuple[Fault, str]]:
    """Claims of effect, spread or standing that the passages do not make, and what they forbid."""
    claims, whole = _claims(), " \n ".join(cited)
    for word in _found(claims["never"], folded):
        yield Fault.PAY, word
    for name, ways in claims["status"].items():
        said = _found(ways, folded)
        if said and not _found(ways, whole):
            yield Fault.STATUS, said[0]
        if not said and name in claims["kept"] and all(_found(ways, each) for each in cited):
            yield Fault.STATUS, name
    if _is_negated(folded) not in {_is_negated(each) for each in cited}:
        yield Fault.NEGATION, folded


def _is_negated(folded: str) -> bool:
    claims = _claims()
    for word in claims["not_negated"]:
        folded = folded.replace(word, " ")
    return bool(_found(claims["negated"], folded))


def _found(words: Sequence[str], folded: str) -> list[str]:
    return [word for word in words if _pattern(word).search(folded)]


@cache
def _pattern(word: str) -> re.Pattern[str]:
    escaped = re.escape(word)
    return re.compile(escaped if CJK.search(word) else rf"(?<![a-z]){escaped}(?![a-z])")


def _overlaps(text: str, cited: Sequence[str], language: Language) -> bool:
    """Whether enough of its words are those of the passages."""
    own, theirs = content_words(text), content_words(" \n ".join(cited))
    fewest, share = int(_claims()["fewest"]), float(_claims()["share"][_side(language)])
    return len(own & theirs) >= max(fewest, share * len(own))


def _side(language: Language) -> str:
    return "en" if language is Language.EN else "zh"


@cache
def _claims() -> dict[str, Any]:
    loaded: dict[str, Any] = load("assistant.guides", "tailoring/claims.yml")
    return loaded
