"""Numbers as written: digits, Chinese numerals, English number words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from assistant.language.lexicon import alternation, section
from assistant.language.script import CJK
from assistant.patterns import lazy

# No key result has so many; what comes behind is not read, so that a line of numbers alone costs
# little time.
MOST_NUMBERS = 60


class Form(StrEnum):
    """How a number is written."""

    DIGITS = "digits"
    HAN = "han"  # 三, 十二, 两百
    WORDS = "words"  # three, twenty-five, a dozen


@dataclass(slots=True)
class Number:
    """A number without its unit."""

    start: int
    end: int
    value: float
    form: Form


# Begins with its first digit, and only then looks back: that keeps the search fast.
_DIGITS = lazy(
    r"[.](?<![0-9a-z.].)[0-9]{1,4}(?![0-9.])|[0-9](?<![0-9.].)(?:[0-9]{0,2}(?:,[0-9]{3}){1,6}(?![0-9])|[0-9]{0,14})"
    r"(?:\.[0-9]{1,10})?(?![0-9])"
)
# 24:1 is a ratio of 24, 1:5 of a fifth; "KR1: 5" is none.
_TO_ONE = lazy(r"(?<![a-z][0-9])(?<![a-z][0-9]{2}):1(?![0-9.:%]|,[0-9])")
_ONE_TO = lazy(r"(?<![0-9a-z.:])1:([1-9][0-9]?)(?![0-9.:%]|,[0-9])")
_DIGIT_RUN = lazy(r"[0-9]+")
_HAN_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
_HAN_POWERS = {"十": 10, "百": 100, "千": 1000}
_HAN = lazy("[零〇一二两三四五六七八九十百千]{1,12}")

_SMALL = {str(word): int(value) for word, value in section("numerals")["small"].items()}
_SCALES = {str(word): float(value) for word, value in section("numerals")["scales"].items()}
_WORD = alternation([*_SMALL, *_SCALES])
_WORDS = lazy(
    rf"(?<![a-z0-9-])(?:an? (?=hundred|thousand|million|dozen))?"
    rf"(?:{_WORD})(?:(?: and |[ -])(?:{_WORD})){{0,5}}"
)


def digit_runs(folded: str) -> list[int]:
    """Where digits begin, for as many as are read."""
    return [match.start() for match in islice(_DIGIT_RUN.finditer(folded), MOST_NUMBERS)]


def find_numbers(folded: str) -> Iterator[Number]:
    """The numbers of a line, digits first; what they mean is decided by their surroundings."""
    yield from islice(_digits(folded), MOST_NUMBERS)
    if CJK.search(folded):
        yield from islice(_han(folded), MOST_NUMBERS)
    yield from islice(_english(folded), MOST_NUMBERS)


def _digits(folded: str) -> Iterator[Number]:
    read = 0
    for match in _DIGITS.finditer(folded):
        if match.start() < read:
            continue
        value, read = float(match.group().replace(",", "")), match.end()
        if ratio := _ONE_TO.match(folded, match.start()):
            value, read = 1 / float(ratio[1]), ratio.end()
        elif ratio := _TO_ONE.match(folded, read):
            read = ratio.end()
        yield Number(match.start(), read, value, Form.DIGITS)


def _han(folded: str) -> Iterator[Number]:
    for match in _HAN.finditer(folded):
        value = han_value(match.group())
        if value is not None:
            yield Number(match.start(), match.end(), value, Form.HAN)


def han_value(numeral: str) -> float | None:
    """The value of a Chinese numeral below 10,000; None when it is not well formed (三四百)."""
    total, digit, last_power = 0, None, 10_000
    # 三千五 is 3,500, as 三千零五 is 3,005.
    short = numeral[-2:-1] in ("百", "千") and numeral[-1] in _HAN_DIGITS
    for char in numeral:
        power = _HAN_POWERS.get(char)
        if power is None:
            if digit:
                return None
            digit = _HAN_DIGITS[char]
        elif power >= last_power or (digit is None and power > 10):
            return None
        else:
            total += (1 if digit is None else digit) * power
            digit, last_power = None, power
    return float(total + (digit or 0) * (last_power // 10 if short else 1))


def _english(folded: str) -> Iterator[Number]:
    for match in _WORDS.finditer(folded):
        yield Number(match.start(), match.end(), _word_value(match.group()), Form.WORDS)


def _word_value(words: str) -> float:
    total, current = 0.0, 0.0
    for word in re.findall("[a-z]+", words):
        if word in _SMALL:
            current += _SMALL[word]
        elif word in _SCALES:
            current = (current or 1.0) * _SCALES[word]
            if _SCALES[word] >= 1e3:
                total, current = total + current, 0.0
    return total + current
