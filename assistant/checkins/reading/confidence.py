"""How sure somebody is, on the scale from 0 to 10: 6/10, 信心从7掉到5, 六成把握, 70 %."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from assistant.checkins.reading.clauses import Clause
from assistant.checkins.reading.lexicon import before, patterns, words
from assistant.language.figures.numbers import han_value

_HAN = "[一二三四五六七八九十]"
_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
    "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
}  # fmt: skip
_ENGLISH = "|".join(_WORDS)
_AMOUNT = (
    rf"(?:(?P<n>[0-9]{{1,3}}(?:\.[0-9]{{1,2}})?)(?: ?(?:/|out of) ?(?P<of>5|10|100)(?![0-9]))?"
    rf"(?P<unit> ?(?:%|percent|成|分))?|(?P<han>{_HAN}{{1,2}}|两(?=成))(?P<hunit>成半?|分)?"
    rf"|(?P<word>{_ENGLISH})(?![a-z])(?: out of (?P<wof>ten))?)"
)
_MOVED = re.compile(
    r" ?(?:/10|%|成|分)?[ ,]?(?:→|->|=>|-->|to|down to|up to|up|down|到|至|变成|变为"
    r"|[升提涨增降掉跌回下减调改]{1,3}[高升到至为成]{0,2}了?)[ :]?"
    rf"{_AMOUNT}(?![a-z0-9]| ?[万亿千百个家人名件单户台元块间场次天周月号日条])"
)
_FILL = r"[^0-9,;。!?\n一二三四五六七八九十]{0,16}?"
_STILL = (
    r"(?:[^0-9,;。!?\n]{0,16}(?:不变|没变|持平|unchanged|same)[^0-9,;。!?\n]{0,4}, ?"
    r"(?:(?:还是|仍是|仍为|仍|依然是|still|at)[^0-9,;。!?\n]{0,4}"
    r"|(?=[0-9](?:/10|分)?(?:$|[.。;!\n]))))"
)
_NOT_LEVEL = re.compile(r" ?(?:intervals?|区间|level of|bands?)")
_COUNTED = re.compile(
    r" ?(?:[个家名位台套条项件人支门场次篇份所间户单]"
    r"|(?!we|that|on|for|it|this|and|but|still|now|from)[a-z]{3,}s(?![a-z]))"
)
_JUDGED = re.compile(r"(?<![a-z0-9./-])(?:10|[0-9](?:\.5)?)(?![0-9/%]|\.[0-9])")
_FAR = re.compile(r"[^0-9]{0,16}[a-z一-鿿]")
_OF_ONE = re.compile(r"[^0-9,;。、]{1,12}?[ :]?(?=[0-9]{1,3}(?:\.[0-9])?(?:/10|%|分|成)?$)")
MOST = 10.0
_REACH = 60


@dataclass(frozen=True, slots=True)
class Level:
    """A confidence on the scale from 0 to 10, and the words it was read off."""

    start: int
    end: int
    value: float
    named: bool  # the word confidence stands with it
    judged: bool = False  # a bare number, which may as well rate something


def find_levels(seen: str, clauses: Sequence[Clause]) -> list[Level]:
    """The levels that clauses state, in order; the first of a change is not among them."""
    found: list[Level] = []
    for clause in clauses:
        for level in _of_clause(seen, clause):
            if not any(level.start < other.end and other.start < level.end for other in found):
                found.append(level)
    return sorted(found, key=lambda level: level.start)


def find_tenths(seen: str) -> list[tuple[int, int]]:
    """Numbers in tenths right in front of the word for it, be they a level or not: 没有七成把握."""
    word = words("states", "confidence").pattern
    tenths = rf"(?:[0-9]{{1,2}}|(?:{_HAN}|两){{1,3}}) ?成半? ?的?(?:{word})"
    return [match.span() for match in re.finditer(tenths, seen)]


def _of_clause(seen: str, clause: Clause) -> Iterator[Level]:
    if clause.label == "confidence" and clause.own:
        lead = _OF_ONE.match(seen, clause.start, clause.end)
        match = _amount().match(seen, lead.end() if lead else clause.start, clause.end)
        if match:
            yield from _level(seen, clause, match, named=True)
            return
    for match in patterns("states", "even_chances").finditer(seen, clause.start, clause.end):
        yield Level(match.start(), match.end(), MOST / 2, named=True)
    named = (*_named().finditer(seen, clause.start, _stop(seen, clause)),)
    turned = (*_turned().finditer(seen, clause.start, clause.end),)
    named = (*(m for m in named if not _is_of_goal(seen, m, turned)),)
    turned = (*(t for t in turned if not any(_is_inside(m.start(), t) for m in named)),)
    for match in (*named, *turned):
        if match.start() < clause.end and not _NOT_LEVEL.match(seen, match.end()):
            yield from _level(seen, clause, match, named=True)
    for match in _of_ten().finditer(seen, clause.start, clause.end):
        if not _is_due(seen, clause, match) and not _COUNTED.match(seen, match.end(), clause.end):
            yield from _level(seen, clause, match, named=False)
    yield from _judged(seen, clause)


def _is_inside(at: int, match: re.Match[str]) -> bool:
    return match.start() < at < match.end()


def _is_of_goal(seen: str, named: re.Match[str], turned: Sequence[re.Match[str]]) -> bool:
    """Whether a number far behind the word is no level, as one stands in front: 七成把握到 6 万."""
    last = next((t for t in turned if _is_inside(named.start(), t)), None)
    return last is not None and _FAR.match(seen, last.end(), named.end()) is not None


def _judged(seen: str, clause: Clause) -> Iterator[Level]:
    """A bare number that somebody gives for himself: I'd say a 7, call it an 8, a solid 8."""
    for match in _JUDGED.finditer(seen, clause.start, clause.end):
        opens = match.start() - clause.start <= _REACH
        start = clause.start if opens else match.start() - _REACH - 1
        head = seen[start : match.start()] if opens else "." + seen[start + 1 : match.start()]
        said = before("states", "level_before").search(head)
        rest = seen[match.end() : min(clause.end, match.end() + _REACH)]
        if said and patterns("states", "level_after").match(rest):
            at = start + said.start()
            yield Level(at, match.end(), float(match[0]), named=False, judged=True)


def _is_due(seen: str, clause: Clause, match: re.Match[str]) -> bool:
    """By 3/10, 3/10前: a day."""
    start = max(clause.start, match.start() - 10)
    by = before("days", "due_before").search(seen, start, match.start())
    by = None if by and by[0].startswith("target") else by  # not worried about the target: 8/10
    return bool(by or patterns("days", "due_after").match(seen, match.end(), clause.end))


def _stop(seen: str, clause: Clause) -> int:
    """The clause, and the next where it goes on with the same: 信心不变，还是8."""
    stop = re.compile(r"[;。!?\n]").search(seen, clause.end)
    return min(stop.start() if stop else len(seen), clause.end + 12)


@cache
def _amount() -> re.Pattern[str]:
    return re.compile(_AMOUNT)


@cache
def _named() -> re.Pattern[str]:
    word = words("states", "confidence").pattern
    return re.compile(
        rf"(?:{word})(?:{_STILL}|{_FILL}|(?<=feeling good), |(?<=confident), |(?<=ok), )"
        # Sure that we make 4 is no 4 of 10.
        r"(?<!this )(?<!that )"  # about this one
        r"(?<!make )(?<!hit )(?<!reach )(?<!get to )(?<!manage )(?<!land at )"
        r"(?<![达做冲推追压拿得会能要][到至])(?<!达标)"
        r"(?<![达做冲推追压拿得会能要][到至] )(?<!达标 )"
        rf"(?<![a-z0-9.-]){_AMOUNT}(?![a-z0-9]|\.[0-9])"
    )


@cache
def _turned() -> re.Pattern[str]:
    word = words("states", "confidence").pattern
    denied, lead = (patterns("states", key).pattern for key in ("no_level", "level_lead"))
    return re.compile(rf"{denied}(?:{lead}){_AMOUNT} ?的?(?:{word})(?!都没|也没|都不|也不)")


@cache
def _of_ten() -> re.Pattern[str]:
    return re.compile(
        r"(?<![0-9./-])(?P<n>10|[0-9](?:\.[0-9])?) ?(?:/|out of) ?(?P<of>10)(?![0-9/%])"
        rf"|(?<![a-z])(?P<word>{_ENGLISH}) out of (?P<wof>ten)(?![a-z])"
    )


def _level(seen: str, clause: Clause, match: re.Match[str], *, named: bool) -> Iterator[Level]:
    last = match
    moved = _MOVED.match(seen, match.end(), max(clause.end, match.end()))
    if moved:
        last = moved
    value = _value({k: v for k, v in last.groupdict().items() if v})
    if value is not None:
        yield Level(match.start(), last.end(), value, named)


def _value(groups: dict[str, str]) -> float | None:
    if "word" in groups:
        return float(_WORDS[groups["word"]])
    if "han" in groups:
        tenth = han_value(groups["han"])
        half = 0.5 if groups.get("hunit") == "成半" else 0.0
        return None if tenth is None else _bounded(tenth + half)  # 六七成 is no one level
    if "n" not in groups:
        return None
    number, of = float(groups["n"]), groups.get("of")
    if of:
        return _bounded(number * MOST / float(of))
    if groups.get("unit", "").strip() in ("%", "percent"):
        return _bounded(number / MOST)
    return _bounded(
        number * MOST if _is_share(groups["n"]) else number if number <= MOST else number / MOST
    )


def _is_share(written: str) -> bool:
    """0.7 is seven of ten."""
    return written.startswith("0.")


def _bounded(value: float) -> float | None:
    return round(value, 2) if 0 <= value <= MOST else None
