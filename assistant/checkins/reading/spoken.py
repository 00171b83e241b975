"""Numbers as they are dictated: 三点一次 for 3.1 次, 日均是三百四十杯 for 340 杯."""

from __future__ import annotations

import re

from assistant.language.figures.numbers import find_numbers, han_value

_DIGIT = "零〇一二两三四五六七八九"
_WHOLE = f"(?:[{_DIGIT}十百]{{1,5}})"
_DECIMAL = re.compile(
    rf"(?<![{_DIGIT}十百千万午上晚早晨周点有一][^{_DIGIT}十百])(?<![{_DIGIT}十百千万午上晚早晨点])"
    rf"(?P<whole>{_WHOLE})点(?P<part>[{_DIGIT}]{{1,2}})(?![{_DIGIT}十点分钟刻])"
)
# Only behind words that a value follows, as 十一 is a holiday and 三百六十行 a saying.
_INTEGER = re.compile(
    rf"(?<=[是到为多少约达涨降升至])(?P<whole>[{_DIGIT}十百千]{{2,8}})(?=[一-鿿%])(?![点月号日分])"
)


# Right behind a rate or a name in letters, at the end of what is said: 配达率八十九, oee六十八.
_OF_RATE = re.compile(rf"(?<=[率a-z])(?P<whole>[{_DIGIT}十百]{{2,5}})(?=[,;。!%\n]|$)")


_ONES = "(?:zero|oh|nought|one|two|three|four|five|six|seven|eight|nine)"
_TENS = "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_TEENS = "(?:ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen)"
_POINTED = re.compile(
    rf"(?<![a-z])(?P<whole>{_TENS}(?:[ -]{_ONES})?|{_TEENS}|{_ONES}|[0-9]{{1,3}}) point "
    rf"(?P<part>{_ONES}(?: {_ONES})?)(?![a-z])"
)
_ZEROS = ("zero", "oh", "nought")


def in_digits(seen: str) -> str:
    """Decimals and larger whole numbers in Chinese signs as digits; the length stays.

    So are decimals in English words: three point nine.
    """
    seen = _POINTED.sub(_pointed, seen)
    return _OF_RATE.sub(_integer, _INTEGER.sub(_integer, _DECIMAL.sub(_decimal, seen)))


def _decimal(match: re.Match[str]) -> str:
    whole = han_value(match["whole"])
    if whole is None:
        return match.group()
    parts = "".join(str(int(han_value(sign) or 0)) for sign in match["part"])
    return _padded(f"{whole:.0f}.{parts}", match.group())


def _pointed(match: re.Match[str]) -> str:
    """With leading zeros, so that all of its words are those of the number."""
    whole = match["whole"] if match["whole"].isdecimal() else f"{_value(match['whole']):.0f}"
    part = "".join(f"{_value(word):.0f}" for word in match["part"].split())
    return f"{whole}.{part}".rjust(len(match.group()), "0")


def _value(word: str) -> float:
    found = next(find_numbers(word), None)
    return found.value if found and word not in _ZEROS else 0.0


def _integer(match: re.Match[str]) -> str:
    whole = han_value(match["whole"])
    return match.group() if whole is None else _padded(f"{whole:.0f}", match.group())


def _padded(digits: str, written: str) -> str:
    return digits.rjust(len(written)) if len(digits) <= len(written) else written
