"""Amounts that are words or fixed forms: 三成, 百分之三十, 翻番, double, top 3, 过半, 破万."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from assistant.language.draft import Draft
from assistant.language.lexicon import alternation, section
from assistant.language.numbers import han_value
from assistant.language.reading import Comparator, QuantityKind, Role
from assistant.language.script import fold

_HAN_NUMBER = r"[零一二两三四五六七八九十百]{1,5}(?:点[零一二三四五六七八九]{1,3})?"
_NUMBER = rf"(?:\d{{1,6}}(?:\.\d{{1,4}})?|{_HAN_NUMBER})"

_LATIN = re.compile(
    r"(?<![a-z])(?P<rank>(?:top[ -]?(?=\d{1,3}|[a-z])|(?:no\. ?|number |#)(?=(?:\d|10|[a-z]{3,6})(?![\d-])))(?P<place>\d{1,3}|one|two|three|five|ten|twenty)(?![a-z\d.%]))"
    r"|(?<![a-z0-9])(?P<square>\d{1,5} ?[x×*] ?\d{1,5}) ?(?:cm|mm|m|px|厘米|毫米|像素)(?![a-z])"
    r"|(?<![a-z0-9.])(?P<times>[x×] ?(?P<factor>\d{1,3}(?:\.\d{1,2})?))(?![\da-z])"
    r"|(?<![a-z])by (?P<part>(?P<above>[1-9])/(?P<below>[2-9]|10))(?![\d/])"
    r"|(?<![\d.])(?P<percentile>\d{1,2}(?:st|nd|rd|th) percentile)"
)
_CHINESE = re.compile(
    rf"(?P<parts>(?P<whole>[百千万])分之(?P<part>{_NUMBER}))"
    r"|(?P<fraction>(?P<below>[二三四五六七八九十])分之(?P<above>[一二三四五六七八九]))"
    r"|(?P<tenths>(?<!第)(?P<tenth>[一二两三四五六七八九]|(?<![\d.])\d)成(?![为员本功果立长效熟交型就品不])(?P<half>[一二三四五六七八九](?![个家名次])|半)?)"
    r"|(?P<rank>(?<![之以目日号底末月年节周此])(?:前 ?(?P<first>\d{1,3}|[一二三五十百]{1,2})(?![\d.%]| ?(?:个?[天日周月年季]|个?小时|[次轮步期台项件批场章页]|万|亿)))(?:名|位|强)?"
    r"|(?:第(?P<place>[一二三四五六七八九十\d]{1,3})[名位])"
    r"|(?<=[名居列业国场域省市内额])第(?P<standing>[一二三四五六七八九十\d]{1,3})(?![名位季个])(?=[,。;)的 ]|$))"
    r"|(?P<round>(?:(?<=[破过超逾上])|(?<=达到))(?:[百千万亿]|[十百千][万亿])(?![分一-九]))"
    r"|(?P<full>满分(?! ?\d))"
    r"|(?P<none>零(?![售件食钱花散星头工配基距信代部点容担接碳存成一二三四五六七八九十])|(?<=[归清])零)"
)


@cache
def _words() -> tuple[re.Pattern[str], dict[str, tuple[QuantityKind, float, str]]]:
    lists = section("special")
    table = {fold(w): (QuantityKind.MULTIPLE, v, "x") for w, v in lists["multiples"].items()}
    table |= {fold(w): (QuantityKind.PERCENT, v, "%") for w, v in lists["shares"].items()}
    table |= {fold(w): (QuantityKind.COUNT, v, "times") for w, v in lists["turns"].items()}
    table |= {fold(w): (QuantityKind.PERCENT, 50.0, ">") for w in lists["more_than_half"]}
    return re.compile(alternation(table)), table


# Not a multiple: "double-check", "double opt-in", "double down".
_NOT_DOUBLE = re.compile(r"[ -](?:check|click|blind|opt|down|entry|digit|booking|booked|bookings)")


# Without one of these the two patterns cannot match; most lines are spared them.
_LATIN_HINT = re.compile(r"[0-9#]|top|number")
_CHINESE_HINT = re.compile("[分成前第满零破过超逾上达]")


def find_special(folded: str) -> list[Draft]:
    """The amounts of a line that are not simply a number with a unit."""
    drafts = list(_worded(folded))
    if _LATIN_HINT.search(folded):
        drafts += _fixed(_LATIN, folded)
    if _CHINESE_HINT.search(folded):
        drafts += _fixed(_CHINESE, folded)
    return drafts


def _worded(folded: str) -> Iterator[Draft]:
    pattern, table = _words()
    for match in pattern.finditer(folded):
        if _NOT_DOUBLE.match(folded, match.end()):
            continue
        kind, value, unit = table[match.group()]
        draft = Draft(match.start(), match.end(), kind, value, value, unit)
        if unit == ">":
            draft.unit, draft.comparator = "%", Comparator.MORE
        if kind is QuantityKind.MULTIPLE:
            draft.role = Role.CHANGE
        yield draft


def _fixed(pattern: re.Pattern[str], folded: str) -> Iterator[Draft]:
    for match in pattern.finditer(folded):
        for name, reader in _READERS.items():
            if match.groupdict().get(name):
                kind, value, unit = reader(match)
                yield Draft(match.start(), match.end(), kind, value, value, unit)
                break


def _value(written: str) -> float:
    if written[0].isdigit():
        return float(written)
    whole, _, decimals = written.partition("点")
    tail = "".join(str(int(han_value(c) or 0)) for c in decimals)
    return float(f"{int(han_value(whole) or 0)}.{tail or 0}")


_ENGLISH_PLACES = {"one": 1.0, "two": 2.0, "three": 3.0, "five": 5.0, "ten": 10.0, "twenty": 20.0}
_ROUND = {"十": 10.0, "百": 100.0, "千": 1e3, "万": 1e4, "亿": 1e8}
_PER_WHOLE = {"百": 1.0, "千": 0.1, "万": 0.01}
Read = tuple[QuantityKind, float, str | None]


def _rank(match: re.Match[str]) -> Read:
    groups = match.groupdict()
    place = groups.get("place") or groups.get("first") or groups.get("standing")
    value = _ENGLISH_PLACES.get(str(place)) or _value(str(place))
    return QuantityKind.RANK, value, None


def _tenths(match: re.Match[str]) -> Read:
    rest = {"半": 5.0, None: 0.0}.get(match["half"])
    return (
        QuantityKind.PERCENT,
        10 * _value(match["tenth"]) + (_value(match["half"]) if rest is None else rest),
        "%",
    )


def _round(match: re.Match[str]) -> Read:
    value = 1.0
    for char in match.group():
        value *= _ROUND[char]
    return QuantityKind.BARE, value, None


def _percent_of(match: re.Match[str]) -> Read:
    return QuantityKind.PERCENT, round(_value(match["part"]) * _PER_WHOLE[match["whole"]], 6), "%"


def _fraction(match: re.Match[str]) -> Read:
    return (
        QuantityKind.PERCENT,
        round(100 * _value(match["above"]) / _value(match["below"]), 4),
        "%",
    )


def _square(match: re.Match[str]) -> Read:
    return QuantityKind.SIZE, float(re.split(r"\D+", match["square"])[0]), None


_READERS: dict[str, Callable[[re.Match[str]], Read]] = {
    "parts": _percent_of,
    "fraction": _fraction,
    "part": _fraction,
    "tenths": _tenths,
    "rank": _rank,
    "round": _round,
    "square": _square,
    "times": lambda m: (QuantityKind.MULTIPLE, float(m["factor"]), "x"),
    "percentile": lambda m: (QuantityKind.RANK, float(re.split(r"\D", m.group())[0]), "percentile"),
    "full": lambda m: (QuantityKind.RATING, 100.0, "满分"),
    "none": lambda m: (QuantityKind.COUNT, 0.0, None),
}
