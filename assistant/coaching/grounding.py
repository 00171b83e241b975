"""Grounding: whether a proposed line says only what its author, or a cited source, has said.

The same test for every writer, be it the rules or a model: no number, date or name that is in
neither draft nor answers, no citation that was not at hand, the author's topic and language kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from itertools import chain
from typing import Any

from assistant.language.figures.dates import find_dates
from assistant.language.figures.fractions import find_fractions
from assistant.language.figures.quantities import find_quantities
from assistant.language.lexicon import alternation
from assistant.language.reading import QuantityKind
from assistant.language.script import CJK, fold, language_of, simplify
from assistant.models import Language
from assistant.own_data import load

_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_PLACEHOLDER = re.compile(r"[\[［][^\[\]［］]{0,24}[\]］]")
_NAME = re.compile(r"(?:[A-Z][A-Za-z]*[a-z][A-Za-z]*)(?:[ -][A-Z][A-Za-z]+)*")
_ACRONYMS = re.compile("[A-Z]{2,}s")
_WORD = re.compile(r"[a-z][a-z0-9'+#.-]*[a-z0-9+#]|[a-z]")
_CHINESE = re.compile(f"{CJK.pattern}+")
# Every line that is proposed for a set is held against each line of the set.
LINES_OF_SETS = 256
_SENTENCE_START = re.compile(r"(?:^|[.!?:;(\"“]\s*)$")


class Fault(StrEnum):
    """What is wrong with a proposed line."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    CITATION = "citation"
    TOPIC = "topic"
    LANGUAGE = "language"


# What a rewrite by our own rules may never do; names and citations are theirs by making.
ALL = "100%"  # what "all of them" is in figures
HARD = frozenset({Fault.NUMBER, Fault.DATE, Fault.TOPIC, Fault.LANGUAGE})


@dataclass(frozen=True, slots=True)
class Ungrounded:
    """A fault with the words that show it."""

    fault: Fault
    quote: str


@dataclass(frozen=True, slots=True)
class Material:
    """All that a line may draw on.

    `before` is the line that is rewritten, empty for a new one; `said` what else the author wrote
    or answered; `cited` the texts of passages and metrics, which give words but no numbers.
    """

    before: str
    said: Sequence[str] = ()
    cited: Sequence[str] = ()
    retrieved: frozenset[str] = frozenset()
    language: Language | None = None

    @property
    def texts(self) -> Sequence[str]:
        """What the author wrote: the line and all else."""
        return (self.before, *self.said)


def faults(after: str, material: Material, citations: Iterable[str] = ()) -> list[Ungrounded]:
    """What a proposed line says without ground; empty where all is well."""
    bare = _PLACEHOLDER.sub(" ", after)
    found = [
        *_numbers(bare, material),
        *_dates(bare, material),
        *_names(bare, material),
        *(Ungrounded(Fault.CITATION, one) for one in citations if one not in material.retrieved),
    ]
    if material.before and not keeps_topic(material.before, bare):
        found.append(Ungrounded(Fault.TOPIC, after))
    if not keeps_language(material, bare):
        found.append(Ungrounded(Fault.LANGUAGE, after))
    return found


def _numbers(after: str, material: Material) -> Iterator[Ungrounded]:
    """Digits and number words that stand neither in the draft nor in a name that is cited."""
    digits = {digits for text in material.texts for digits in _digits(text)}
    folded_texts = map(fold, material.texts)
    if ALL in after and any(map(_every_one().search, folded_texts)):
        digits.add(ALL.rstrip("%"))
    names = " ".join(map(_folded, material.cited))
    values = {value for text in material.texts for value in _values(text)}
    folded = fold(after)
    for match in _NUMBER.finditer(folded):
        word = _word_around(folded, match)
        if _plain(match[0]) not in digits and (word == match[0] or word not in names):
            yield Ungrounded(Fault.NUMBER, word)
    for quantity in find_quantities(after, folded, []):
        quote = folded[quantity.start : quantity.end]
        if not _NUMBER.search(quote) and quantity.low not in values and quote not in names:
            yield Ungrounded(Fault.NUMBER, after[quantity.start : quantity.end])
    for part in find_fractions(folded):
        if round(part.value, 2) not in values:
            yield Ungrounded(Fault.NUMBER, after[part.start : part.end])


@cache
def _every_one() -> re.Pattern[str]:
    """What says that something shall be true of all: no figure of ours is invented by 100%."""
    return re.compile(load("assistant.coaching", "rewriting/stopwords.yml")["every_one"])


@lru_cache(maxsize=LINES_OF_SETS)
def _digits(text: str) -> frozenset[str]:
    """The numbers written in digits, and of 三成 the 30 of 30%."""
    folded = fold(text)
    parts = [one.value for one in find_fractions(folded)]
    written = map(_plain, _NUMBER.findall(folded))
    return frozenset((*written, *(f"{value * 100:g}" for value in parts if value < 1)))


@lru_cache(maxsize=LINES_OF_SETS)
def _values(text: str) -> frozenset[float]:
    """All values that a text gives, in digits or in words; of 50% also a half."""
    found = {round(part.value, 2) for part in find_fractions(fold(text))}
    for quantity in find_quantities(text, fold(text), []):
        found |= {quantity.low, quantity.high}
        if quantity.kind is QuantityKind.PERCENT:
            found |= {round(quantity.low / 100, 2), round(quantity.high / 100, 2)}
    return frozenset(found)


def _plain(number: str) -> str:
    """8,000 as 8000 and 4.50 as 4.5."""
    number = number.replace(",", "")
    return number.rstrip("0").rstrip(".") if "." in number else number


def _word_around(folded: str, match: re.Match[str]) -> str:
    """The whole word that a number is part of: p95, r/1000, 13-month."""
    start, end = match.span()
    while start > 0 and (folded[start - 1].isascii() and folded[start - 1].isalnum()):
        start -= 1
    while end < len(folded) and folded[end].isalpha() and folded[end].isascii():
        end += 1
    return folded[start:end]


def _dates(after: str, material: Material) -> Iterator[Ungrounded]:
    known = {date for text in material.texts for date in _date_words(text)}
    for text in _date_words(after):
        if text not in known and not any(map(_stands_in(text), map(fold, material.texts))):
            yield Ungrounded(Fault.DATE, text)


@lru_cache(maxsize=LINES_OF_SETS)
def _date_words(text: str) -> tuple[str, ...]:
    folded = fold(text)
    spans = [mention.span for mention in find_dates(folded, None)]
    return tuple(re.sub(r"\s+", " ", folded[span.start : span.end]) for span in spans)


def _stands_in(words: str) -> Callable[[str], bool]:
    """Whether a folded text holds these words: a month in the midst of a name is no day there."""
    whole = re.compile(rf"(?<![a-z0-9]){re.escape(words)}(?![a-z0-9])")
    return lambda text: whole.search(text) is not None


def _names(after: str, material: Material) -> Iterator[Ungrounded]:
    """Capitalised words, but for the first of a sentence, that nothing at hand holds."""
    for match in _NAME.finditer(after):
        known = chain(map(fold, material.texts), map(_folded, material.cited))
        if any(map(_held(match[0]), known)):
            continue
        name = match[0].partition(" ")[2] if _is_first_word(after, match) else match[0]
        known = chain(map(fold, material.texts), map(_folded, material.cited))
        if name and not any(map(_held(name), known)):
            yield Ungrounded(Fault.NAME, name)


def _held(name: str) -> Callable[[str], bool]:
    """Whether a folded text holds a name; of an AE there are AEs, of three no HRs."""
    folded = fold(name)
    if not _ACRONYMS.fullmatch(name):
        return lambda text: folded in text
    single = re.compile(rf"(?<![a-z]){re.escape(folded[:-1])}s?(?![a-z])")
    return lambda text: single.search(text) is not None


# Our own words are 30,000 characters, and every line that is proposed is looked up in them.
_folded = lru_cache(maxsize=64)(fold)


def _is_first_word(after: str, match: re.Match[str]) -> bool:
    """Whether only its place explains the capital; within Chinese, it never does."""
    opens = _SENTENCE_START.search(after, 0, match.start()) is not None
    return opens and not CJK.match(after, match.end())


def keeps_topic(before: str, after: str) -> bool:
    """Whether what the line is about is still named: some of its own content words stand in it."""
    words = content_words(before)
    return not words or bool(words & content_words(after))


def content_words(text: str) -> set[str]:
    """Latin words that carry meaning, in their stem, and pairs of Chinese characters."""
    folded = fold(text)
    english, chinese = _stop_words()
    words = {_stem(word) for word in _WORD.findall(folded) if word not in english}
    for piece in _CHINESE.findall(chinese.sub(" ", folded)):
        words |= {piece[i : i + 2] for i in range(max(1, len(piece) - 1))}
    return words


def _stem(word: str) -> str:
    for ending in ("ies", "ing", "ers", "es", "ed", "er", "s", "y", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending)
    return word


@cache
def _stop_words() -> tuple[frozenset[str], re.Pattern[str]]:
    """Words that say nothing about a line's topic: the English ones, and the Chinese as one."""
    loaded: dict[str, str] = load("assistant.coaching", "rewriting/stopwords.yml")
    return frozenset(loaded["en"].split()), re.compile(alternation(loaded["zh"].split()))


def keeps_language(material: Material, after: str) -> bool:
    """Whether the line is in the language and script of the draft."""
    wanted = material.language or language_of(material.before)
    if wanted is Language.EN:
        return not CJK.search(after) or bool(CJK.search(" ".join(material.texts)))
    if wanted is Language.MIXED:
        return True
    if not CJK.search(after):
        return False
    return _script_kept(material, after, wanted)


def _script_kept(material: Material, after: str, wanted: Language) -> bool:
    """Whether no character is of the other script, but for those that the author used."""
    own = set("".join(material.texts))
    foreign = [c for c in after if c not in own and _is_foreign(c, wanted)]
    return not foreign


def _is_foreign(char: str, wanted: Language) -> bool:
    if not CJK.match(char):
        return False
    if wanted is Language.ZH_HANS:
        return simplify(char) != char
    return _traditional(char) != char and simplify(char) == char


@cache
def _traditional(char: str) -> str:
    return str(_to_traditional().convert(char))


@cache
def _to_traditional() -> Any:
    from opencc import OpenCC  # loaded only when Traditional is read

    return OpenCC("s2t")
