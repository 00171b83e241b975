"""What follows a magnitude and belongs to the same number: 13万8, 3千5, 2亿3, 11 万 2 千."""

from __future__ import annotations

import re
from functools import cache

from assistant.language.figures.numbers import han_value
from assistant.language.lexicon import section
from assistant.patterns import compiled

_TEN_THOUSAND = 10_000.0


def rest_of(folded: str, at: int, factor: float) -> tuple[float, int]:
    """What the digits behind a Chinese magnitude add, and where they end; nothing: 0 and `at`."""
    added = 0.0
    while at and _is_magnitude(folded[at - 1]) and (scaled := _form("scaled").match(folded, at)):
        scale = float(section("units")["magnitudes"][scaled["scale"]])
        number = _value(scaled["n"])
        if number is None or number * scale >= factor:
            break
        added, at, factor = added + number * scale, scaled.end(), scale
    more, end = _last(folded, at, factor)
    return added + more, end


def _last(folded: str, at: int, factor: float) -> tuple[float, int]:
    if not at or not _is_magnitude(folded[at - 1]):
        return 0.0, at
    full = _form("in_full").match(folded, at) if factor == _TEN_THOUSAND else None
    if full:
        return float(full["n"]), full.end()
    digit = _form("next_place").match(folded, at)
    value = _value(digit[0]) if digit else None
    return (value * factor / 10, at + 1) if value else (0.0, at)


def _value(written: str) -> float | None:
    return float(written) if written[0].isascii() else han_value(written)


def _is_magnitude(char: str) -> bool:
    return char in section("numerals")["behind_magnitude"]["places"]


@cache
def _form(name: str) -> re.Pattern[str]:
    """One of the ways in which a number goes on behind its magnitude."""
    return compiled(section("numerals")["behind_magnitude"][name])
