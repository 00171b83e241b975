"""Parts and multiples told in words: a third, two thirds, half of, 三分之一, 七成, doubled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from assistant.language.figures.numbers import han_value
from assistant.language.lexicon import section

_HAN = "[一二两三四五六七八九十百]{1,4}"
_COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4}


class Fraction(NamedTuple):
    """A part or a multiple, and where it stands."""

    start: int
    end: int
    value: float
    change: bool = False  # by how much something grew or fell, not what it is


def find_fractions(folded: str) -> Iterator[Fraction]:
    """The parts and multiples of a folded text that no digit tells, in the order of their kinds."""
    for match in _english().finditer(folded):
        if _time().search(folded, max(0, match.start() - 8), match.end() + 3):
            continue
        change = _is_change(folded, *match.span())
        yield Fraction(*match.span(), _COUNTS[match["n"]] / _parts()[match["of"]], change)
    for match in _chinese().finditer(folded):
        value = _han_value(match)
        if value is not None:
            yield Fraction(*match.span(), value, _is_change(folded, *match.span()))
    for pattern, value in _words():
        for match in pattern.finditer(folded):
            change = value > 1 or _is_change(folded, *match.span())
            yield Fraction(*match.span(), value, change)


_CHANGED_BEFORE = re.compile(
    r"(?:(?<![a-z])(?:by|in)|[少多降减增升涨低高]了?|下降|减少|增加|增长) ?$"
)
_CHANGED_BEHIND = re.compile(
    r" (?:fewer|less|more|lower|higher|faster|slower|shorter|longer)(?![a-z])"
)
_VERB = re.compile("halv|减半|对半")


def _is_change(folded: str, start: int, end: int) -> bool:
    before = _CHANGED_BEFORE.search(folded, max(0, start - 8), start)
    return bool(before or _CHANGED_BEHIND.match(folded, end) or _VERB.match(folded, start))


def _han_value(match: re.Match[str]) -> float | None:
    if match["tenths"]:
        tenths = han_value(match["tenths"])
        return None if tenths is None else (tenths + (0.5 if match["more"] else 0.0)) / 10
    whole, part = han_value(match["whole"]), han_value(match["part"])
    return part / whole if whole and part is not None else None


@cache
def _parts() -> dict[str, int]:
    return {str(word): int(of) for word, of in section("numerals")["parts"].items()}


@cache
def _english() -> re.Pattern[str]:
    counts, parts = "|".join(_COUNTS), "|".join(_parts())
    behind = section("numerals")["part_behind"]
    return re.compile(rf"(?<![a-z])(?P<n>{counts})[ -](?P<of>{parts})(?![a-z]){behind}")


@cache
def _time() -> re.Pattern[str]:
    return re.compile(section("numerals")["part_of_year"])


@cache
def _chinese() -> re.Pattern[str]:
    tenths = section("numerals")["no_tenths"]
    return re.compile(
        rf"(?P<whole>{_HAN})分之(?P<part>{_HAN})|(?P<tenths>{_HAN})成(?P<more>半)?{tenths}"
    )


@cache
def _words() -> list[tuple[re.Pattern[str], float]]:
    return [(re.compile(words), float(v)) for words, v in section("numerals")["part_words"].items()]
