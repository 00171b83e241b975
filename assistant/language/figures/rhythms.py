"""One rhythm in the place of another (weekly to daily, 由每周一次改为每天一次): times a year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from assistant.language.figures.draft import Draft
from assistant.language.lexicon import section
from assistant.language.reading import QuantityKind
from assistant.patterns import compiled, lazy

_HINT = lazy("(?:nual|ly)[ ,→=-]|每[^每]{1,14}每|报[改变]|(?:a|per|every|each) [a-z]")


def find_rhythms(folded: str) -> Iterator[Draft]:
    """Both rhythms of each change, as counts per year."""
    if not _HINT.search(folded):
        return
    for match in _changes().finditer(folded):
        spans = [span for span in match.regs[1:] if span[0] >= 0]
        turns, per_year = zip(*(_rate(folded[start:end]) for start, end in spans), strict=True)
        if len(set(per_year)) == 1:
            continue  # from 3 times a month to 8 times a month: the numbers compare as they stand
        for (start, end), times, a_year in zip(spans, turns, per_year, strict=True):
            value = times * a_year
            yield Draft(start, end, QuantityKind.COUNT, value, value, "per year")


def _rate(written: str) -> tuple[float, float]:
    """How many times, and how many such spans a year has."""
    lists, found = section("rhythms"), _rhythm().fullmatch(written)
    if found is None:  # 季 of 季报
        return 1.0, float(lists["units"][written])
    if found["adverb"]:
        return 1.0, float(lists["adverbs"][written])
    a_year = float(lists["units"][found["unit"] or found["zh_unit"]])
    times = _number(found["turns"], found["zh_turns"])
    return times, a_year / _number(found["span"], found["zh_span"])


def _number(*written: str | None) -> float:
    word = next(filter(None, written), "1")
    lists = section("rhythms")
    return float(lists["turns"].get(word) or lists["numbers"].get(word) or word)


@cache
def _changes() -> re.Pattern[str]:
    bare = compiled(r"\?P<\w+>").sub("?:", _source())
    return compiled(
        "|".join(f"(?:{one})" for one in section("rhythms")["changes"]).replace(
            "RHYTHM", f"({bare})"
        )
    )


@cache
def _rhythm() -> re.Pattern[str]:
    return compiled(_source())


@cache
def _source() -> str:
    """Source of a pattern for one rhythm: weekly; twice a month; every two weeks; 每两周三次."""
    lists = section("rhythms")
    units, numbers = lists["units"], lists["numbers"]
    digit = f"(?:[1-9][0-9]?|{_any(n for n in numbers if n.isascii())})"
    han = f"(?:[1-9][0-9]?|{_any(n for n in numbers if not n.isascii())})"
    unit, zh_unit = (_any(u for u in units if u.isascii() is latin) for latin in (True, False))
    return (
        "(?<![a-z])(?:"
        f"(?P<adverb>{_any(lists['adverbs'])})"
        f"|(?:(?P<turns>{_any(lists['turns'])}|{digit}(?= times)) (?:times )?(?:an?|per|each) "
        f"|every )(?:(?P<span>{digit}) )?(?P<unit>{unit})s?"
        ")(?![a-z])"
        f"|每(?P<zh_span>{han})?个?(?P<zh_unit>{zh_unit})度?"
        f"(?:(?P<zh_turns>{han})[{lists['measures']}])?"
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))
