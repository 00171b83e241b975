"""Whether a text and its twin in the other language name the same numbers.

A number in digits has to stand in the other text too, in digits or in words: 12万 as 120,000,
五天 as 5 days. Words alone ("a dozen", 一起) prove nothing and are not asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.language.figures.numbers import Form, find_numbers, han_value
from assistant.language.script import fold
from assistant.patterns import lazy

_MARK = lazy(r"\[[a-z0-9-]+\]|^[0-9]+\. ", re.MULTILINE)  # of a source; of a list
_MONTHS = [
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
]
_MONTH = lazy(rf"\b({'|'.join(_MONTHS)})\b")
# Words that say a number without one: next-day retention is that of day 1.
_SAID = {"次日": 1, "首日": 1, "首周": 1, "首月": 1, "当日": 0, "百分制": 0, "百": 1e2, "千": 1e3}
_SAID |= {"万": 1e4, "千亿": 1e11}
_TENTHS = lazy("([一二三四五六七八九])[到至]?([一二三四五六七八九]?)成")  # 七八成, 六到七成
_LETTER = lazy("[a-z]")  # before a digit: a name (B2B, D7, P95), not an amount
_SCALES = (
    (lazy(r"\s?万亿"), 1e12),
    (lazy(r"\s?(?:亿)"), 1e8),
    (lazy(r"\s?百万"), 1e6),
    (lazy(r"\s?[余多]?万"), 1e4),
    (lazy(r"\s?(?:billion|bn)\b"), 1e9),
    (lazy(r"\s?(?:million|m)\b"), 1e6),
    (lazy(r"\s?(?:thousand|k)\b|\s?千(?![克瓦米伏])"), 1e3),
)


def missing_numbers(text: str, twin: str) -> list[str]:
    """The numbers in digits of either text that the other one does not have."""
    one, other = _numbers(text), _numbers(twin)
    odd = {
        value
        for here, there in ((one, other), (other, one))
        for value, form in here
        if form is Form.DIGITS and value not in {each for each, _ in there}
    }
    return [f"{value:g}" for value in sorted(odd)]


def _numbers(text: str) -> set[tuple[float, Form]]:
    folded = _MARK.sub(" ", fold(text))
    named = [_MONTHS.index(month[1]) + 1.0 for month in _MONTH.finditer(folded)]
    named += [float(value) for sign, value in _SAID.items() if sign in folded]
    named += [
        10 * value
        for tenths in _TENTHS.findall(folded)
        for each in tenths
        if (value := han_value(each))
    ]
    return {*_amounts(folded), *((value, Form.WORDS) for value in named)}


def _amounts(folded: str) -> Iterator[tuple[float, Form]]:
    for number in find_numbers(folded):
        in_name = number.form is Form.DIGITS and _LETTER.fullmatch(
            folded[number.start - 1 : number.start]
        )
        scale = next((by for sign, by in _SCALES if sign.match(folded, number.end)), 1.0)
        yield round(number.value * scale, 6), Form.WORDS if in_name else number.form
