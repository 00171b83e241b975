"""How sure somebody is, on the scale from 0 to 10: 6/10, 信心从7掉到5, 六成把握, 70 %."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from assistant.checkins.reading.clauses import Clause
from assistant.checkins.reading.lexicon import before, patterns, section, words
from assistant.language.figures.numbers import han_value

_HAN = "[一二三四五六七八九十]"


def _amount_pattern() -> str:
    said, none = "|".join(section("levels")["numbers"]), patterns("levels", "no_digit").pattern
    return (
        r"(?:(?P<n>[0-9]{1,3}(?:\.[0-9]{1,2})?)"
        r"(?: ?(?:/|out of|in(?= 10)) ?(?P<of>5|10|100)(?![0-9]))?"
        r"(?P<unit> ?(?:%|percent|成|分))?"
        rf"|(?P<han>(?!{none}){_HAN}{{1,2}}|两(?=成))(?P<hunit>成半?|分)?"
        rf"|(?P<word>{said})(?![a-z])(?: out of (?P<wof>ten))?)"
    )


_JUDGED = re.compile(
    r"(?<![a-z0-9./-])(?:(?P<n>10|[0-9](?:\.5)?)(?: ?(?:/|out of) ?(?P<of>5|10))?"
    r"(?![0-9/%]|\.[0-9])(?: ?[分成])?"
    r"|(?P<word>one|two|three|four|five|six|seven|eight|nine|ten)(?![a-z-])"
    r"|(?P<han>[一二三四五六七八九]|两)成(?![一-鿿]*[一-鿿]率))"
)
_FAR = re.compile(r"[^0-9]{0,16}[a-z一-鿿]")
_OF_ONE = re.compile(r"[^0-9,;。、]{1,30}?[ :]?(?=[0-9]{1,3}(?:\.[0-9])?(?:/10| ?%| ?分| ?成)?$)")
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
    yield from _odds(seen, clause)
    named = (*_named().finditer(seen, clause.start, _stop(seen, clause)),)
    turned = (*_turned().finditer(seen, clause.start, clause.end),)
    named = (*(m for m in named if not _is_of_goal(seen, m, turned)),)
    turned = (*(t for t in turned if not any(_is_inside(m.start(), t) for m in named)),)
    for match in (*named, *turned):
        if (
            match.start() < clause.end
            and not _is_no_level(seen, match.end())
            and not _aims(seen, match)
        ):
            yield from _level(seen, clause, match, named=True)
    for match in _of_ten().finditer(seen, clause.start, clause.end):
        if not _is_due(seen, clause, match) and not _is_counted(seen, match.end(), clause.end):
            yield from _level(seen, clause, match, named=False)
    yield from _judged(seen, clause)


def _odds(seen: str, clause: Clause) -> Iterator[Level]:
    """Two shares of a hundred, or of ten: 60/40 that we make it, 六四开."""
    for match in patterns("levels", "odds").finditer(seen, clause.start, clause.end):
        pair = match["for"] or match["han"], match["against"] or match["rest"]
        shares = [han_value(one) if match["han"] else float(one) / MOST for one in pair]
        said = match["han"] or before("levels", "odds_before").search(
            seen[clause.start : match.start()]
        )
        if None not in shares and said and sum(one or 0.0 for one in shares) == MOST:
            yield Level(match.start(), match.end(), float(shares[0] or 0.0), named=True)


def _aims(seen: str, match: re.Match[str]) -> bool:
    """Sure that we make 4 is no 4 of 10."""
    at = match.end("fill") if "fill" in match.groupdict() else match.start()
    return before("levels", "of_goal_before").search(seen, match.start(), at) is not None


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
            value = _value({k: v for k, v in match.groupdict().items() if v})
            if value is not None:
                yield Level(at, match.end(), value, named=False, judged=True)


def _is_due(seen: str, clause: Clause, match: re.Match[str]) -> bool:
    """By 3/10, 3/10前: a day."""
    start = max(clause.start, match.start() - 10)
    by = before("days", "due_before").search(seen, start, match.start())
    by = None if by and by[0].startswith("target") else by  # not worried about the target: 8/10
    done = "/" in match[0] and patterns("days", "doing_after").match(seen, match.end(), clause.end)
    return bool(by or done or patterns("days", "due_after").match(seen, match.end(), clause.end))


def _stop(seen: str, clause: Clause) -> int:
    """The clause, and the next where it goes on with the same: 信心不变，还是8."""
    stop = re.compile(r"[;。!?\n]").search(seen, clause.end)
    return min(stop.start() if stop else len(seen), clause.end + 12)


@cache
def _amount() -> re.Pattern[str]:
    return re.compile(_amount_pattern())


@cache
def _named() -> re.Pattern[str]:
    word = words("states", "confidence").pattern
    still, fill = (patterns("levels", key).pattern for key in ("still", "fill"))
    step = patterns("levels", "step").pattern
    return re.compile(
        rf"(?:{word})(?P<fill>{still}|{step}|{fill})"
        r"(?<!this )(?<!that )"  # about this one
        rf"(?<![a-z0-9.-]){_amount_pattern()}(?![a-z0-9]|\.[0-9])"
    )


@cache
def _turned() -> re.Pattern[str]:
    word = words("states", "confidence").pattern
    denied, lead = (patterns("states", key).pattern for key in ("no_level", "level_lead"))
    return re.compile(
        rf"{denied}(?:{lead}){_amount_pattern()} ?的?(?:{word})(?!都没|也没|都不|也不)"
    )


@cache
def _of_ten() -> re.Pattern[str]:
    said = "|".join(section("levels")["numbers"])
    return re.compile(
        r"(?<![0-9./-])(?P<n>10|[0-9](?:\.[0-9])?) ?(?:/|out of) ?(?P<of>10)(?![0-9/%])"
        r"(?! ?(?:-|~|—|至|到|to) ?[0-9]{1,2}/(?!10(?![0-9]))[0-9])"  # 3/10-3/13: days
        rf"|(?<![a-z])(?P<word>{said}) out of (?P<wof>ten)(?![a-z])"
    )


def _level(seen: str, clause: Clause, match: re.Match[str], *, named: bool) -> Iterator[Level]:
    moved = _moved(seen, match.end(), clause)
    if not moved and _is_past_or_change(seen, match):
        return
    last = moved or match
    value = _value({k: v for k, v in last.groupdict().items() if v})
    if value is not None:
        yield Level(match.start(), last.end(), value, named)


def _moved(seen: str, at: int, clause: Clause) -> re.Match[str] | None:
    """The amount that it moved to, right behind the first: from 7 to 4; was 7, now 4."""
    stop = re.compile(r"[;。!?\n]").search(seen, at)
    end = max(clause.end, at, stop.start() if stop else len(seen))
    moved = _moved_pattern().match(seen, at, end)
    return moved if moved and not _is_counted(seen, moved.end(), end) else None


def _is_past_or_change(seen: str, match: re.Match[str]) -> bool:
    """Whether the amount is that of last week alone, or by how much it moved: 信心掉了 3 分."""
    fill = match.groupdict().get("fill")
    if fill is None:
        return False
    head = seen[match.start() : match.end("fill")]
    if before("levels", "by_how_much_before").search(head):
        return True
    was = before("levels", "was_before").search(head)
    return was is not None and patterns("levels", "the_same").search(head) is None


def _is_counted(seen: str, at: int, end: int) -> bool:
    return patterns("levels", "counted").match(seen, at, end) is not None


def _is_no_level(seen: str, at: int) -> bool:
    return patterns("levels", "not_level").match(seen, at) is not None


@cache
def _moved_pattern() -> re.Pattern[str]:
    moved, none = (patterns("levels", key).pattern for key in ("moved", "no_amount"))
    return re.compile(rf"(?:{moved}){_amount_pattern()}(?!{none})")


def _value(groups: dict[str, str]) -> float | None:
    if "word" in groups:
        return float(section("levels")["numbers"][groups["word"]])
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
