"""Amounts that are words or fixed forms: 三成, 百分之三十, 翻番, double, top 3, 过半, 破万."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from assistant.language.figures.draft import Draft
from assistant.language.figures.numbers import han_value
from assistant.language.figures.rhythms import find_rhythms
from assistant.language.lexicon import alternation, expressions, section, spelled
from assistant.language.reading import Comparator, QuantityKind, Role
from assistant.language.script import fold
from assistant.patterns import compiled, lazy


@cache
def _words() -> tuple[re.Pattern[str], dict[str, tuple[QuantityKind, float, str]]]:
    lists = section("special")
    table = {fold(w): (QuantityKind.MULTIPLE, v, "x") for w, v in lists["multiples"].items()}
    table |= {fold(w): (QuantityKind.PERCENT, v, "%") for w, v in lists["shares"].items()}
    table |= {fold(w): (QuantityKind.COUNT, v, "times") for w, v in lists["turns"].items()}
    table |= {fold(w): (QuantityKind.PERCENT, 50.0, ">") for w in lists["more_than_half"]}
    pattern = compiled(alternation(table))
    return pattern, {spelled(word): amount for word, amount in table.items()}


# Not a multiple: "double-check", "double opt-in", "double down".
_NOT_DOUBLE = lazy(r"[ -](?:check|click|blind|opt|down|entry|digit|booking|booked|bookings)")


# Without one of these the two patterns cannot match; most lines are spared them.
_LATIN_HINT = lazy(
    r"[0-9#]|top|number|quarter|among |rank"
    r"|(?:one|two|three|four|five|six|seven|eight|nine) (?:in|out) "
)
_CHINESE_HINT = lazy("[分时天成前第满零破过超逾上达每最]")

# "once" counts only per time: once a week; not "once and for all".
_NEVER = lazy(r"(?<![a-z])(?:never|not|no one|nobody|without|avoid|stop)(?![a-z])|n['’]t ")
_NOT_ONCE = lazy(r"(?! (?:an?|per|every|each) )")


def find_special(folded: str) -> list[Draft]:
    """The amounts of a line that are not simply a number with a unit."""
    rhythms = list(find_rhythms(folded))
    drafts = [one for one in _worded(folded) if not any(one.start == r.start for r in rhythms)]
    if _LATIN_HINT.search(folded):
        drafts += _fixed("latin", folded)
    if _CHINESE_HINT.search(folded):
        drafts += _fixed("chinese", folded)
    return [*drafts, *rhythms]


def _worded(folded: str) -> Iterator[Draft]:
    pattern, table = _words()
    for match in pattern.finditer(folded):
        if (_NOT_ONCE if match.group() == "once" else _NOT_DOUBLE).match(folded, match.end()):
            continue
        if match.group() == "twice" and _NEVER.search(folded, 0, match.start()):
            continue
        kind, value, unit = table[spelled(match.group())]
        draft = Draft(match.start(), match.end(), kind, value, value, unit)
        if unit == ">":
            draft.unit, draft.comparator = "%", Comparator.MORE
        if kind is QuantityKind.MULTIPLE:
            draft.role = Role.CHANGE
        yield draft


def _fixed(key: str, folded: str) -> Iterator[Draft]:
    for match in expressions("special", key).finditer(folded):
        for name, reader in _READERS.items():
            if match.groupdict().get(name):
                kind, value, unit = reader(match)
                yield Draft(match.start(), match.end(), kind, value, value, unit)
                break


def _value(written: str) -> float:
    if written in _ENGLISH:
        return _ENGLISH[written]
    if written[0].isdigit():
        return float(written)
    whole, _, decimals = written.partition("点")
    tail = "".join(str(int(han_value(c) or 0)) for c in decimals)
    return float(f"{int(han_value(whole) or 0)}.{tail or 0}")


_ENGLISH = {word: float(value) for word, value in section("numerals")["small"].items()}
_ROUND = {"十": 10.0, "百": 100.0, "千": 1e3, "万": 1e4, "亿": 1e8}
_PER_WHOLE = {"百": 1.0, "千": 0.1, "万": 0.01}
Read = tuple[QuantityKind, float, str | None]


def _rank(match: re.Match[str]) -> Read:
    groups = match.groupdict()
    names = ("place", "position", "level", "few", "group")
    place = next(groups[name] for name in names if groups.get(name))
    value = _value(str(place))
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
    return _share(match["above"], match["below"])


def _among(match: re.Match[str]) -> Read:
    return _share(match["some"], match["all"])


def _share(part: str, whole: str) -> Read:
    return QuantityKind.PERCENT, round(100 * _value(part) / _value(whole), 4), "%"


# Of a duration in two units: the larger, how many of the smaller it holds, and how that is called.
_DURATIONS = {"days": (24, "h", "小时"), "hours": (60, "min", "分钟"), "minutes": (60, "s", "秒")}


def _lasting(match: re.Match[str]) -> Read:
    name = next(name for name in _DURATIONS if match[name])
    holds, latin, chinese = _DURATIONS[name]
    value = float(match[name]) * holds + float(match[f"over_{name}"])
    return QuantityKind.DURATION, value, latin if match.group().isascii() else chinese


def _square(match: re.Match[str]) -> Read:
    return QuantityKind.SIZE, float(re.split(r"\D+", match["square"])[0]), None


_PARTS = {"quarter": 25.0, "fifth": 20.0, "tenth": 10.0, "half": 50.0, "quarters": 75.0}


_READERS: dict[str, Callable[[re.Match[str]], Read]] = {
    "parts": _percent_of,
    "fraction": _fraction,
    "among": _among,
    "tenths": _tenths,
    "rank": _rank,
    "amongst": _rank,
    "oneof": _rank,
    "placed": _rank,
    "standing": _rank,
    "round": _round,
    "square": _square,
    "lasting": _lasting,
    "times": lambda m: (QuantityKind.MULTIPLE, float(m["factor"]), "x"),
    "ordinal": lambda m: (QuantityKind.RANK, float(m["ordinal"][:-2]), None),
    "ranks": lambda _: (QuantityKind.RANK, 1.0, None),
    "percentile": lambda m: (QuantityKind.RANK, float(re.split(r"\D", m.group())[0]), "percentile"),
    "ranked": lambda m: (QuantityKind.RANK, float(m["ranked"][1:]), None),
    "worded": lambda m: (QuantityKind.PERCENT, _PARTS[m["worded"].split()[1]], "%"),
    "full": lambda m: (QuantityKind.RATING, 100.0, "满分"),
    "none": lambda m: (QuantityKind.COUNT, 0.0, None),
}
