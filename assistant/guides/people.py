"""How large a company is, from a name or a number of people as it was typed."""

from __future__ import annotations

import re
from functools import cache

from assistant.guides.choices import WRITTEN, bad, called
from assistant.knowledge.industries import key
from assistant.language.script import fold
from assistant.messages import say
from assistant.models.guide import Size
from assistant.own_data import load

AREA = "guides"
# People; above is a group of divisions. Where large ends is our own reasoning: about so many can be
# led as one company.
LARGEST = {Size.SMALL: 49, Size.MEDIUM: 250, Size.LARGE: 5_000}
MOST = 10_000_000  # people
LONGEST = 60  # characters that are looked at
_TIMES = {"k": 1_000, "千": 1_000, "万": 10_000}
_NUMBER = r"(\d{1,3}(?:,\d{3})+|\d{1,8})\s*([k千万]?)"


def size_of(asked: str) -> Size:
    """A size by name, or by a number of people ("250–1000人" counts by its larger end).

    Raises:
        UsageError: `no_such_value`.
    """
    shown = next((size for size in Size if key(asked) in map(key, _names(size))), None)
    named = shown or called("size", asked, Size)
    return Size(named) if named else _by_people(_people(asked))


def _names(size: Size) -> list[str]:
    keys = (f"size.{size}", f"size.{size}.name")
    return [size, *(say(AREA, each, language) for each in keys for language in WRITTEN)]


@cache
def _pattern() -> re.Pattern[str]:
    words = "|".join(map(re.escape, load("knowledge", "guide/people.yml")))
    around = rf"(?:\s|{words})*"
    return re.compile(rf"{around}{_NUMBER}{around}(?:(?:[-~至到]|to)\s*{_NUMBER}{around})?")


def _people(asked: str) -> int:
    told = _pattern().fullmatch(fold(asked)[:LONGEST])
    if told is None:
        raise bad("size", asked, "size")
    low, by_low, high, by_high = told.groups()
    least = _count(low, by_low)
    upper = _count(high, by_high) if high else least
    if upper < least:
        raise bad("size", asked, "range", least=upper, most=least)
    most = upper + _beyond(asked)
    if not 0 < most <= MOST:
        raise bad("size", asked, "size")
    return most


def _beyond(asked: str) -> int:
    """One where more than the number were told ("250人以上"), one down where fewer ("不到50人")."""
    words = load("knowledge", "guide/words.yml")
    for side, by in (("below", -1), ("above", 1)):  # "no more than" holds "more than"
        if any(each in fold(asked) for each in words[side]):
            return by
    return 0


def _count(digits: str, times: str | None) -> int:
    return int(digits.replace(",", "")) * _TIMES.get(times or "", 1)


def _by_people(people: int) -> Size:
    return next((size for size, most in LARGEST.items() if people <= most), Size.GROUP)
