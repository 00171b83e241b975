"""Days named in a message, counted from the day it was written: by Friday, 下周三, 月底, 2/12."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from assistant.checkins.reading.lexicon import before, patterns, section
from assistant.language.figures.dates import find_dates
from assistant.language.figures.numbers import han_value
from assistant.language.lexicon import alternation
from assistant.language.script import fold

_WEEK, _FRIDAY, _YEAR = 7, 4, 365
_HALF_YEAR = 183


@dataclass(frozen=True, slots=True)
class Day:
    """A day that a message names; `day` is None where the words do not settle which."""

    start: int
    end: int
    day: date | None
    loose: bool = False  # "in 7 days" may as well be how long something takes


def find_days(seen: str, as_of: date) -> list[Day]:
    """Every day of a text in order, the longest reading at each place."""
    found = [*_relative(seen, as_of), *_slashed(seen, as_of), *_of_calendar(seen, as_of)]
    found.sort(key=lambda d: (d.start, -d.end))
    kept: list[Day] = []
    for day in found:
        gap = seen[kept[-1].end : day.start] if kept else ""
        if day.day and gap in (" ", ", ", ", the ") and _are_one(seen, kept[-1], day):
            kept[-1] = replace(day, start=kept[-1].start)  # Monday 16 Feb
        elif not kept or day.start >= kept[-1].end:
            kept.append(day)
    return kept


def _are_one(seen: str, first: Day, second: Day) -> bool:
    """Whether the second only says more of the first; by December, today it is another day."""
    words = _patterns()["word"]
    told = (words.fullmatch(seen, one.start, one.end) for one in (first, second))
    return first.day == second.day or not any(told)


def _of_calendar(seen: str, as_of: date) -> Iterator[Day]:
    """What the language layer finds: Feb 20, 13 Feb, 2月20日, 2026-03-01, 三月底, Q3."""
    for mention in find_dates(seen, as_of.year):
        start, end = mention.span.start, mention.span.end
        written = seen[start:end].rstrip(" .")
        day = mention.end
        if day and not re.search("(?:19|20)[0-9]{2}", written):
            day = _in_reach(day, as_of)
        clear = day if mention.start == mention.end or _is_an_end(seen, start, end) else None
        yield Day(start, start + len(written), clear)


def _is_an_end(seen: str, start: int, end: int) -> bool:
    """Whether a month or quarter stands for its last day: by March, 三月底, 3月内."""
    inside = patterns("days", "end").search(seen, start, end)
    told = before("days", "end_of_before").search(seen, max(0, start - 12), start)
    return bool(inside or told or patterns("days", "end_after").match(seen, end))


def _in_reach(day: date, as_of: date) -> date:
    """A day without a year is the one nearest to today."""
    if (as_of - day).days > _HALF_YEAR:
        return _with_year(day, day.year + 1)
    return _with_year(day, day.year - 1) if (day - as_of).days > _HALF_YEAR else day


def _with_year(day: date, year: int) -> date:
    last = calendar.monthrange(year, day.month)[1]
    return day.replace(year=year, day=min(day.day, last))


_SLASHED = re.compile(r"(?<![0-9/.a-z])([0-9]{1,2})/([0-9]{1,2})(?![0-9/%]|k(?![a-z]))")


def _slashed(seen: str, as_of: date) -> Iterator[Day]:
    """2/12: the month first, unless only the other way gives a day."""
    for match in _SLASHED.finditer(seen):
        first, second = int(match[1]), int(match[2])
        for month, day in ((first, second), (second, first)):
            if 1 <= month <= 12 and 1 <= day <= calendar.monthrange(as_of.year, month)[1]:
                named = _in_reach(date(as_of.year, month, day), as_of)
                yield Day(match.start(), match.end(), named)
                break


def _relative(seen: str, as_of: date) -> Iterator[Day]:
    seen = patterns("days", "time_of_day").sub(lambda m: " " * len(m[0]), seen)
    for name, read in _READERS.items():
        for match in _patterns()[name].finditer(seen):
            if name == "weekday" and _is_kind(seen, match):
                continue
            day = read(match, as_of)
            yield Day(match.start(), match.end(), day, loose=name == "after")


def _is_kind(seen: str, match: re.Match[str]) -> bool:
    """Whether a weekday says of what kind something is: the Saturday list."""
    article = before("days", "article_before").search(
        seen, max(0, match.start() - 12), match.start()
    )
    noun = patterns("days", "noun_behind").match(seen, match.end())
    return article is not None and noun is not None


def _said(key: str) -> str:
    return patterns("days", key).pattern


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    lists = section("days")
    english = "|".join(sorted(lists["weekdays"], key=len, reverse=True))
    counts = f"{_said('number')}|{'|'.join(lists['counts'])}"
    return {
        "word": re.compile(alternation([fold(w) for w in lists["words"]])),
        "week": re.compile(alternation([fold(w) for w in lists["week_ends"]])),
        "month": re.compile(alternation([fold(w) for w in lists["month_ends"]])),
        "quarter": re.compile(alternation([fold(w) for w in lists["quarter_ends"]])),
        "weekday": re.compile(
            rf"(?<![a-z])(?:(?P<which>{_said('which_week')}) )?"
            rf"(?P<name>{english})(?P<then> (?:of )?next week| week(?! ))?(?![a-z])"
            rf"(?!{_said('weekday_noun_after')})"
            r"|(?<![a-z])next week(?: on)? "
            rf"(?P<later>{english})(?![a-z])"
        ),
        "han_weekday": patterns("days", "han_weekday"),
        "nth": re.compile(
            rf"{_said('nth_han')}"
            rf"(?!{_said('nth_noun_after')})"
            rf"|(?:{_said('nth_before')})(?P<nth>[0-3]?[0-9])(?:st|nd|rd|th)(?![a-z])"
            rf"(?P<of> of next month)?(?!{_said('nth_of_several_after')})"
        ),
        "spelled": re.compile(
            rf"(?<![a-z]){_said('ordinal_before')}(?:the )?"
            rf"(?P<day>{'|'.join(lists['ordinals']).replace('-', '[ -]')})(?: day)? of "
            rf"(?P<month>{'|'.join(lists['months'])})(?![a-z])"
        ),
        "after": re.compile(
            rf"(?<![a-z])(?:in|within) (?:the next )?(?P<n>{counts}) "
            r"(?P<unit>days?|weeks?|months?)(?![a-z])"
            rf"|(?<![a-z])(?P<from>{counts}) "
            rf"(?P<funit>days?|weeks?|months?)(?:{_said('from_here')})"
            rf"|(?P<zn>{_said('number')}){_said('unit_behind')}"
        ),
    }


def _word(match: re.Match[str], as_of: date) -> date:
    return as_of + timedelta(days=int(section("days")["words"][match.group().replace("-", " ")]))


def _week(match: re.Match[str], as_of: date) -> date:
    """The end of a week of work is its Friday."""
    weeks = _number_of("week_ends", match)
    friday = as_of - timedelta(days=as_of.weekday()) + timedelta(days=_FRIDAY + _WEEK * weeks)
    return max(friday, as_of)


def _month(match: re.Match[str], as_of: date) -> date:
    return _end_of_month(as_of, _number_of("month_ends", match))


def _quarter(match: re.Match[str], as_of: date) -> date:
    return _end_of_month(as_of, (3 - as_of.month % 3) % 3)


def _number_of(key: str, match: re.Match[str]) -> int:
    table = {fold(str(word)).replace("-", " "): n for word, n in section("days")[key].items()}
    return int(table[match.group().replace("-", " ")])


def _end_of_month(as_of: date, months: int) -> date:
    index = as_of.month - 1 + months
    year, month = as_of.year + index // 12, index % 12 + 1
    return date(year, month, calendar.monthrange(year, month)[1])


def _weekday(match: re.Match[str], as_of: date) -> date | None:
    number = int(section("days")["weekdays"][match["name"] or match["later"]])
    if match["later"] or "next" in (match["then"] or match["which"] or ""):
        return _of_week(as_of, 1, number)
    if match["which"] in section("days")["last"]:
        return (
            _of_week(as_of, 0, number) if number < as_of.weekday() else _of_week(as_of, -1, number)
        )
    ahead = (number - as_of.weekday()) % _WEEK or _WEEK
    a_week_on = match["which"] == "a week on" or match["then"] == " week"
    return as_of + timedelta(days=ahead + _WEEK * a_week_on)


def _han_weekday(match: re.Match[str], as_of: date) -> date | None:
    number = int(section("days")["han_weekdays"][match["name"]])
    weeks = section("days")["weeks_on"].get(match["which"])
    if weeks is not None:
        return _of_week(as_of, weeks, number)
    return as_of + timedelta(days=(number - as_of.weekday()) % _WEEK)


def _of_week(as_of: date, weeks: int, weekday: int) -> date:
    return as_of - timedelta(days=as_of.weekday()) + timedelta(days=_WEEK * weeks + weekday)


def _nth(match: re.Match[str], as_of: date) -> date | None:
    day = int(match["day"] or match["nth"])
    ahead = 1 if match["of"] else int(section("days")["months_on"].get(match["month"], 0))
    if not (match["month"] or match["of"]) and day < as_of.day:
        ahead = 1
    last = _end_of_month(as_of, ahead)
    return last.replace(day=day) if 1 <= day <= last.day else None


def _spelled(match: re.Match[str], as_of: date) -> date | None:
    """The second of December, as it is dictated; none where a month has no such day."""
    lists = section("days")
    month = lists["months"].index(match["month"]) + 1
    first = _in_reach(date(as_of.year, month, 1), as_of)
    day = lists["ordinals"].index(match["day"].replace(" ", "-")) + 1
    return first.replace(day=day) if day <= _end_of_month(first, 0).day else None


def _after(match: re.Match[str], as_of: date) -> date | None:
    written = match["n"] or match["zn"] or match["from"]
    unit = match["unit"] or match["zunit"] or match["funit"]
    known = section("days")["counts"].get(written)
    count = known or (int(written) if written.isdecimal() else han_value(written))
    if not count:
        return None
    days = section("days")["unit_days"].get(unit)
    if days is None:
        month = _end_of_month(as_of, int(count))
        return month.replace(day=min(as_of.day, month.day))
    return as_of + timedelta(days=int(count) * int(days))


_READERS: dict[str, Callable[[re.Match[str], date], date | None]] = {
    "word": _word,
    "week": _week,
    "month": _month,
    "quarter": _quarter,
    "weekday": _weekday,
    "han_weekday": _han_weekday,
    "nth": _nth,
    "spelled": _spelled,
    "after": _after,
}
