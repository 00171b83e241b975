"""Days, months, quarters and half-years named in a line, in both languages."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date

from assistant.language.figures.numbers import MOST_NUMBERS, digit_runs, han_value
from assistant.language.figures.units import unit_after
from assistant.language.lexicon import pattern
from assistant.language.reading import DateMention
from assistant.models import Span
from assistant.patterns import lazy

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_YEAR = "(?:19|20)[0-9]{2}"
_SHORT_YEAR = "[0-9]{2}"
_DAY = "[0-3]?[0-9]"
_NTH = f"{_DAY}(?:st|nd|rd|th)?"
_END = "(?![a-z0-9])"
_HAN_MONTH = "(?:十[一二]?|[一二三四五六七八九])"
_HAN_DAY = "(?:[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
# What follows a year when it is an amount after all: 2000 users, 2,000, 2000+.
_AMOUNT = r"(?:[0-9,.%+]{0,9}[0-9%+]|[a-z万亿]| ?%| ?[a-z]{1,20}s(?![a-z]))"
# Behind "3 月": a noun, not a month (3 月活 is not March).
_NOT_MONTH = "(?!活(?!动)|报(?![考名到税送告])|[均度薪环嫂销租留流费会])"
_MONTH_PART = f"月{_NOT_MONTH}(?: ?(?:{_DAY}|{_HAN_DAY}) ?[日号]|份|底|末|初|[上中下]旬)?"
_QUARTERS = "(?:[一二三四1-4](?:[、-][一二三四1-4])?|q[1-4])"
_HOUR = "(?:2[0-4]|1?[0-9]|[一二三四五六七八九十]{1,3})"
_MINUTES = "(?:半|[0-5]?[0-9]分?)"
_GAP = "[ /-]{1,2}"


def _either(**kinds: str) -> str:
    """Alternatives, each named for the kind of date that it is."""
    return "|".join(f"(?P<{kind}>{source})" for kind, source in kinds.items())


# Tried where digits begin.
_AT_DIGITS = lazy(
    _either(
        iso=f"{_YEAR}[-/.][01]?[0-9][-/.]{_DAY}(?![0-9])",
        yearmonth=f"{_YEAR}[-/][01][0-9](?![0-9-])",
        quarter=f"{_YEAR}(?:年|{_GAP})?第?(?:q[1-4]|[一二三四1-4](?=季))(?:季度?)?末?{_END}",
        half=f"{_YEAR}(?:年|{_GAP})?(?:h[12]{_END}|[上下]半年)",
        zhmonth=f"(?:(?:{_YEAR}|{_SHORT_YEAR}) ?年 ?)?"
        f"(?:1[0-2]|0?[1-9]|{_HAN_MONTH}) ?{_MONTH_PART}",
        daymonth=rf"{_NTH}(?: of)?[ -]{_MONTH}\.?(?:,?[ -]{_YEAR})?{_END}",
        zhquarter=f"(?:{_YEAR}年?)?[1-4](?:[、-][1-4])?季度末?",
        year=f"(?:{_YEAR} ?年度?|{_SHORT_YEAR}年(?=[底末初内上下度第前]|q))(?:[底末初内中](?!国))?",
        zhday="[0-3]?[0-9] ?[日号](?=之?前)",
        clock=r"[0-2]?[0-9]:[0-5][0-9](?![0-9])(?: ?[ap]\.?m(?![a-z]))?|1?[0-9] ?[ap]\.?m(?![a-z])"
        r"|[12]?[0-9][点时](?:半|[0-5][0-9]分?|(?=[前后]))",
        slashed=rf"[01]?[0-9]/{_DAY}(?:/20[0-9]{{2}}|(?= ?(?:之?前|日))|(?<=\([0-9]/..)(?=\)))",
        bareyear=f"{_YEAR}(?!{_AMOUNT})",
    )
)
_RATIO = lazy("(?:比|ratio)[^,;。]{0,24}$")  # 师生比从1:24提高到1:18
_NAME = 40
# The digits belong to an amount or a name that starts further left.
_INSIDE = lazy(r"(?:[0-9]\.|[$¥€£#a-z_])$")
_THOUSANDS = lazy("(?<=[0-9],)[0-9]{3}(?![0-9])")  # 1,200; but 40,2026年 is two numbers
_AFTER_BY = lazy(
    "(?<![a-z])(?:by|before|due|until|on) (?:"
    + _either(
        slashed=f"[01]?[0-9]/{_DAY}(?![0-9/%])",
        dotted=rf"{_DAY}\.[01]?[0-9]\.(?![0-9])",
    )
    + ")"
)
# One end of a change and the way to the other: "from 1200 to 2000", 从1900增加到2050, 1900 → 2000.
_OTHER = "(?P<other>[0-9][0-9.,]{0,11})"
_ARROW = " ?(?:→|->|=>) ?"
_CHANGED_TO = lazy(f"(?: to |{_ARROW}| ?[一-鿿]{{0,4}}[到至] ?){_OTHER}")
_CHANGED_FROM = lazy(
    f"(?:(?<=from )|(?<=[从由])|(?<=[从由] )|(?=[0-9.,]{{1,12}}{_ARROW}$))"
    f"{_OTHER}(?: to |{_ARROW}| ?[一-鿿]{{0,4}}[到至] ?)$"
)
_SLASH_OR_DOT = lazy("[0-9][/.]")
# "may" and "march" are verbs too: a lone month needs one of these words in front.
_IN_WORDS = lazy(
    "(?<![a-z0-9])(?:"
    + _either(
        quarter="q[1-4](?:季度?)?(?:[ /'-]{0,2}(?:fy ?'?)?"
        f"(?:{_YEAR}|{_SHORT_YEAR}(?![0-9.%])))?{_END}",
        half=f"h[12](?:[ /-]?{_YEAR})?{_END}",
        fiscal=f"(?:fy|fiscal(?: year)?) ?'?(?:20)?{_SHORT_YEAR}(?:/{_SHORT_YEAR})?"
        f"(?:[ -]?[qh][1-4])?{_END}",
        monthday=rf"{_MONTH}\.? {_NTH}(?![0-9]|[%.,][0-9]| ?%)(?:,? ?{_YEAR})?{_END}",
        month=rf"{_MONTH}\.?,? ?{_YEAR}{_END}",
    )
    + "|(?:by|in|until|till|before|since|from|through|to|of|due|end|mid|early|late)[ -](?:the )?"
    + _either(baremonth=f"(?:end of )?{_MONTH}(?![a-z0-9-]|[ ,.]{{1,2}}[0-9])")
    + ")"
)
_IN_CHINESE = lazy(
    _either(
        zhmonth=f"{_HAN_MONTH}{_MONTH_PART}(?!个)",
        zhquarter=f"(?:今年|本年)?(?:[第前]{_QUARTERS}|[一二三四](?=季))季?度?末?(?<=[季度末])",
        zhhalf="(?:今年|本年)?[上下]半年(?:末|底)?",
        clock=f"(?:早上?|上午|中午|下午|晚上?|凌晨) ?{_HOUR}[点时]{_MINUTES}?",
    )
)
_HAS_CHINESE_DATE = lazy("[月季半点时]")


def find_dates(folded: str, year: int | None = None) -> tuple[DateMention, ...]:
    """Every date of a line, in order; `year` is taken where the line names none.

    A mention without a year, or of a feast, a time of day or a fiscal year, has no start and end.
    """
    mentions: list[DateMention] = []
    for start, back, kind in sorted(_matches(folded))[:MOST_NUMBERS]:
        end = -back
        if mentions and start < mentions[-1].span.end:
            continue
        first, last = _resolve(kind, folded[start:end], year)
        no_day = first is None and _is_no_day(kind, folded[start:end], year)
        mentions.append(DateMention(Span(start=start, end=end), first, last, no_day))
    return tuple(mentions)


def _matches(folded: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and kind of each; the end negative, so that the longest is sorted first."""
    for match in pattern("dates", "ends", "feasts").finditer(folded):
        yield match.start(), -match.end(), "phrase"
    yield from map(_found, _IN_WORDS.finditer(folded))
    if _HAS_CHINESE_DATE.search(folded):
        yield from map(_found, _IN_CHINESE.finditer(folded))
    if _SLASH_OR_DOT.search(folded):
        yield from map(_found, _AFTER_BY.finditer(folded))
    yield from map(_found, _at_digits(folded))


def _at_digits(folded: str) -> Iterator[re.Match[str]]:
    for at in digit_runs(folded):
        match = None if _is_inside(folded, at) else _AT_DIGITS.match(folded, at)
        if match and match["clock"] and _RATIO.search(folded, max(0, at - _NAME), at):
            continue
        if match and not (match["bareyear"] and _is_amount(folded, match)):
            yield match


def _is_inside(folded: str, at: int) -> bool:
    return bool(_INSIDE.search(folded, max(0, at - 2), at) or _THOUSANDS.match(folded, at))


def _is_amount(folded: str, match: re.Match[str]) -> bool:
    """Whether four digits are no year: a unit follows, or they are one end of a change."""
    if unit_after(folded, match.end()):
        return True
    other = _CHANGED_TO.match(folded, match.end()) or _CHANGED_FROM.search(
        folded, max(0, match.start() - 24), match.start()
    )
    return other is not None and not (_is_near(match.group()) and _is_near(other["other"]))


def _is_near(digits: str) -> bool:
    """Whether it may well be a year of somebody's plan: from 2024 to 2026."""
    return digits.isdecimal() and 2000 < int(digits) < 2040


def _found(match: re.Match[str]) -> tuple[int, int, str]:
    kind = str(match.lastgroup)
    return match.start(kind), -match.end(kind), kind


_LEAP_YEAR = 2000


def _is_no_day(kind: str, mention: str, year: int | None) -> bool:
    """Whether it names a day of a month that has no such day; without a year, in any."""
    months = _months(kind, mention)
    if not months or not months[2] or not 1 <= months[0] <= len(MONTHS):
        return False
    of_year = _year_of(mention) or year or _LEAP_YEAR
    return months[2] > calendar.monthrange(of_year, months[0])[1]


def _year_of(mention: str) -> int | None:
    named = re.search(f"{_YEAR}|^{_SHORT_YEAR}(?= ?年)", mention)
    if not named:
        return None
    return int(named.group()) + (2000 if len(named.group()) == len("26") else 0)


def _resolve(kind: str, mention: str, year: int | None) -> tuple[date | None, date | None]:
    of_year = _year_of(mention) or year
    months = _months(kind, mention)
    if of_year is None or months is None:
        return None, None
    first, last, day = months
    try:
        if day:
            return date(of_year, first, day), date(of_year, first, day)
        return date(of_year, first, 1), date(of_year, last, calendar.monthrange(of_year, last)[1])
    except ValueError:
        return None, None


def _months(kind: str, mention: str) -> tuple[int, int, int] | None:
    """First and last month, and the day (0 for none), that a mention names."""
    if kind in ("quarter", "zhquarter"):
        return _quarter(re.sub(_YEAR, "", mention))
    if kind in ("half", "zhhalf"):
        return (7, 12, 0) if "h2" in mention or "下" in mention else (1, 6, 0)
    if kind in ("year", "bareyear"):
        return (1, 1, 0) if mention.endswith("初") else (1, 12, 0)
    if kind in ("iso", "yearmonth", "slashed", "dotted"):
        return _numeric(kind, mention)
    if kind == "zhmonth":
        return _chinese_month(mention)
    return _english_month(mention) if kind in _ENGLISH else None


_ENGLISH = ("monthday", "daymonth", "month", "baremonth")


def _quarter(mention: str) -> tuple[int, int, int] | None:
    """第三季度, Q3, 第三、四季度; "the first three quarters" is from the first on."""
    numbers = [_number(char) for char in re.findall("[一二三四1-4]", mention)]
    if not numbers:
        return None
    first = 1 if "前" in mention else numbers[0]
    last = numbers[1] if len(numbers) > 1 and "q" not in mention else numbers[0]
    return 3 * first - 2, 3 * last, 0


def _numeric(kind: str, mention: str) -> tuple[int, int, int]:
    parts = [int(p) for p in re.split("[-/.]", mention.strip("."))]
    if kind == "dotted":
        return parts[1], parts[1], parts[0]
    if kind == "slashed":
        return parts[0], parts[0], parts[1]
    return parts[1], parts[1], parts[2] if len(parts) > 2 else 0


def _chinese_month(mention: str) -> tuple[int, int, int]:
    month, _, day = re.sub("^[0-9]+ ?年 ?", "", mention).partition("月")
    return _number(month), _number(month), _number(day)


def _english_month(mention: str) -> tuple[int, int, int] | None:
    name = re.search(_MONTH, mention)
    if not name:
        return None
    month = MONTHS.index(name.group()[:3]) + 1
    day = re.search("[0-9]+", re.sub(_YEAR, "", mention))
    return month, month, int(day.group()) if day else 0


def _number(written: str) -> int:
    digits = re.search("[0-9]+", written)
    if digits:
        return int(digits.group())
    return int(han_value(re.sub("[^一二三四五六七八九十]", "", written)) or 0)
