"""What stands behind or before a number: magnitudes, units, currencies, counted nouns."""

from __future__ import annotations

import re
from functools import cache

from assistant.language.lexicon import alternation, section, spelled, words
from assistant.language.reading import QuantityKind
from assistant.patterns import compiled, lazy
from assistant.records import record

_KINDS = ("percent", "points", "money", "duration", "size", "rating", "multiple")
_LATIN_WORD = lazy(r"[a-z°²³$€£%‰×℃]+(?: [a-z]+){0,2}")
_MOST_MAGNITUDES = 3  # 百万亿
_LONGEST_CURRENCY = 5  # characters, with a blank: 新加坡元
_IN_BRACKETS = lazy(r" ?\((?:us(?=\$))?([^()0-9]{1,12})\)")
_NAMED_REACH = 40
_NAMED = lazy(
    r"\([^()0-9]{1,12}\)(?: [a-z]+){0,3} ?(?:from|to|of|at|is|reach(?:es)?|under|below|over|above"
    r"|[从由自到至为达:≥≤<>]|达到|提升到|降到| ){0,4}$"
)
_OF_UNITS = "千百"  # 3.2亿千瓦时 are kilowatt-hours; 2 百米 are metres
_NO_UNIT = "(?![瓦克米卡帕赫字伏])"


@record
class Unit:
    """A unit found behind a number: its kind, its name, what it multiplies by, where it ends."""

    kind: QuantityKind
    name: str | None
    factor: float
    end: int


@cache
def _known() -> dict[str, tuple[QuantityKind, str, float]]:
    """Every way to write a unit, with kind, name and factor; longer lists win over counts."""
    table: dict[str, tuple[QuantityKind, str, float]] = {}
    for word in (*words("units", "count_nouns"), *words("units", "count")):
        table[word] = (QuantityKind.COUNT, word, 1.0)
    for kind in _KINDS:
        for name, ways in section("units")[kind].items():
            unit, _, factor = name.partition("*")
            for way in ways:
                table[str(way)] = (QuantityKind(kind), unit, float(factor or 1))
    return table


@cache
def _spelled() -> dict[str, tuple[QuantityKind, str, float]]:
    return {spelled(way): unit for way, unit in _known().items()}


@cache
def _unit_pattern() -> re.Pattern[str]:
    latin = [w for w in _known() if w[0].isascii() and w[0].isalpha()]
    other = [w for w in _known() if w not in set(latin)]
    return compiled(f"(?:{alternation(other)})|(?:{_bare(latin)})(?![a-z0-9])")


def _bare(latin: list[str]) -> str:
    """Latin units may follow the digit directly, so they have no word start."""
    return "|".join(re.escape(w) for w in sorted(latin, key=len, reverse=True))


@cache
def _magnitudes() -> re.Pattern[str]:
    table = section("units")["magnitudes"]
    han = [w for w in table if not w.isascii()]
    han = [rf"{w}{_NO_UNIT}" if w in _OF_UNITS else w for w in han]
    long = [w for w in table if w.isascii() and len(w) > 2] + ["bn", "mn"]
    return compiled(
        rf" ?(?:(?P<han>{'|'.join(han)})|(?P<long>{'|'.join(long)})(?![a-z])"
        r"|(?P<short>(?<=\d)[kmbw]|(?<=\d)mm)(?![a-z0-9]))"
    )


def magnitude_after(folded: str, at: int, money: bool, chinese: bool) -> tuple[float, int]:
    """The factor of 万, k, million behind a number, and where it ends."""
    factor = 1.0
    for _ in range(_MOST_MAGNITUDES):
        match = _magnitudes().match(folded, at)
        if not match:
            break
        word = match.group().strip()
        if match["short"] and not _short_is_meant(word, money, chinese):
            break
        factor *= float(section("units")["magnitudes"][word])
        at = match.end()
        if not match["han"]:
            break
    return factor, at


def _short_is_meant(word: str, money: bool, chinese: bool) -> bool:
    if word in ("b", "mm"):
        return money
    return chinese if word == "w" else True


def unit_after(folded: str, at: int) -> Unit | None:
    """The unit that stands at a place, blanks and a hyphen aside."""
    start = at
    while start < len(folded) and start < at + 2 and folded[start] in " -":
        start += 1
    match = _unit_pattern().match(folded, start)
    if not match or folded[match.end() : match.end() + 1] in _not_before(match.group()):
        return None
    kind, name, factor = _spelled()[spelled(match.group())]
    return Unit(kind, name, factor, match.end())


def unit_in_brackets(folded: str, at: int) -> Unit | None:
    """The unit in brackets that opens at a place: 5M (EUR), 300（万元）, 2.5 ($m)."""
    bracket = _IN_BRACKETS.match(folded, at)
    if bracket is None:
        return None
    factor, start = magnitude_after(folded, bracket.start(1), money=False, chinese=False)
    unit = unit_after(folded, start)
    behind = _magnitude_of(folded[unit.end : bracket.end(1)]) if unit else None
    if unit is None or behind is None:
        return None
    return Unit(unit.kind, unit.name, unit.factor * factor * behind, bracket.end())


def _magnitude_of(words_: str) -> float | None:
    """What words behind a unit in brackets multiply by ($m, EUR thousand): 1 for none, or None."""
    known = section("units")["magnitudes"] | section("units")["bracketed_magnitudes"]
    return float(known.get(words_.strip(), 0)) or None if words_.strip() else 1.0


def unit_of_name(folded: str, at: int) -> Unit | None:
    """The unit in brackets behind the name of what is measured: Revenue (EUR) from 3M."""
    named = _NAMED.search(folded, max(0, at - _NAMED_REACH), at)
    return unit_in_brackets(folded, named.start()) if named else None


def _not_before(unit: str) -> tuple[str, ...]:
    """What a unit may not stand before; an empty string would match the end of a line."""
    return tuple(section("units")["not_before"].get(unit, ""))


@cache
def _currencies() -> tuple[re.Pattern[str], dict[str, str]]:
    names = {str(w): code for code, ways in section("units")["currencies"].items() for w in ways}
    ways_ = "|".join(re.escape(w) for w in sorted(names, key=len, reverse=True))
    return compiled(f"(?:{ways_}) ?$"), names


def currency_before(folded: str, at: int) -> tuple[str, int] | None:
    """The currency in front of a place, and where it starts."""
    pattern, names = _currencies()
    match = pattern.search(folded, max(0, at - _LONGEST_CURRENCY), at)
    return (names[match.group().strip()], match.start()) if match else None


_COUNTED = lazy(r" ?(?:more |new |additional |different |extra )?([a-z][a-z0-9'/&-]*)")


def counted_noun(folded: str, at: int) -> str | None:
    """The English noun that a number counts: the last plural of the next words, else the last."""
    stops, plurals = _stops(), _plurals()
    last = plural = None
    for _ in range(5):
        match = _COUNTED.match(folded, at)
        if not match or match[1] in stops:
            break
        if last and match[1].endswith(("ing", "ed")):
            break
        last, at = match[1].split("/")[0], match.end()
        if last in plurals or (last.endswith("s") and not last.endswith(("ss", "us", "is"))):
            plural = last
    return plural or last


@cache
def _stops() -> frozenset[str]:
    return frozenset(words("units", "english_stops"))


@cache
def _plurals() -> frozenset[str]:
    return frozenset(words("units", "english_plurals"))
