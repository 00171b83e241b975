"""Days, months, quarters and half-years named in a line, in both languages."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from assistant.language.lexicon import alternation, section, words
from assistant.language.reading import DateMention
from assistant.language.script import CJK
from assistant.models import Span

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_HAN = {c: i for i, c in enumerate("一二三四五六七八九十", 1)}
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_YEAR = r"(?:19|20)\d\d"
_DAY = r"[0-3]?\d"
# "may" and "march" are verbs too, "mar", "dec" may be cut words: a month stands after one of these
# words or beside a number.
_BEFORE_MONTH = (
    r"(?<![a-z])(?:by|in|until|till|before|since|from|through|to|of|due|end|mid|early|late|,)[ -]"
)

_LATIN = re.compile(
    rf"(?<![\d.])(?P<iso>{_YEAR}[-/.][01]?\d[-/.]{_DAY})(?!\d)"
    rf"|(?<![\d.])(?P<yearmonth>{_YEAR}[-/][01]\d)(?![\d-])"
    rf"|(?<![a-z0-9])(?P<quarter>(?:{_YEAR}|fy ?'?\d\d)?[ /-]{{0,3}}q[1-4](?:[ /'-]{{0,2}}(?:fy ?'?)?(?:{_YEAR}|\d\d(?![\d.%])))?)(?![a-z0-9])"
    rf"|(?<![a-z0-9])(?P<half>(?:{_YEAR}[ /-]?)?h[12](?:[ /-]?{_YEAR})?)(?![a-z0-9])"
    r"|(?<![a-z0-9])(?P<fiscal>fy ?'?(?:20)?\d\d(?:/\d\d)?|fiscal(?: year)? ?'?(?:20)?\d\d)(?![a-z0-9])"
    rf"|(?<![a-z0-9])(?P<monthday>{_MONTH}\.? {_DAY}(?:st|nd|rd|th)?(?!\d|[%.,]\d| ?%)(?:,? ?{_YEAR})?)(?![a-z0-9])"
    rf"|(?<![a-z0-9.])(?P<daymonth>{_DAY}(?:st|nd|rd|th)?(?: of)?[ -]{_MONTH}\.?(?:,?[ -]{_YEAR})?)(?![a-z0-9])"
    rf"|(?<![a-z0-9])(?P<month>{_MONTH}\.?,? ?{_YEAR})(?![a-z0-9])"
    rf"|{_BEFORE_MONTH}(?P<baremonth>(?:the end of )?{_MONTH})(?![a-z0-9-])"
    rf"|(?<![a-z0-9])(?:by|before|due|until) (?P<slashed>[01]?\d/{_DAY})(?![\d/%])"
    r"|(?<![\d:.])(?P<clock>[0-2]?\d:[0-5]\d(?!\d)(?: ?[ap]\.?m(?![a-z]))?|1?\d ?[ap]\.?m(?![a-z]))"
    rf"|(?<![\d.,$¥€£#a-z])(?P<year>{_YEAR})(?![\d,.%+a-z万亿年]|\.\d| ?(?:%|[a-z]+s\b|[个名家次篇万亿元人份台件条]))"
)
_CHINESE = re.compile(
    rf"(?P<zhmonth>(?:(?:{_YEAR}|\d\d) ?年 ?)?(?<!\d)(?:1[0-2]|[1-9]|0[1-9]|十[一二]?|[一二三四五六七八九]) ?月(?!活|均|度|薪|环|嫂|销|租|留|流)"
    r"(?: ?(?:[0-3]?\d|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九]) ?[日号]|份|底|末|初|[上中下]旬)?)"
    rf"|(?P<zhquarter>(?:{_YEAR}年?|今年|本年)?(?:第|前)?(?:[一二三四1-4](?:[、-][一二三四1-4])?|q[1-4])季度?(?!个)末?)"
    rf"|(?P<zhhalf>(?:{_YEAR}年|今年|本年)?[上下]半年(?:末|底)?)"
    rf"|(?P<zhyear>{_YEAR} ?(?:年度|年)(?:[底末初中](?!国))?)"
    r"|(?P<zhday>(?<!\d)[0-3]?\d ?[日号](?=[前之内]))"
    r"|(?P<zhclock>(?:早上?|上午|中午|下午|晚上?|凌晨)(?:2[0-4]|1?\d|[一二三四五六七八九十]{1,3})[点时](?:半|[0-5]?\d分?)?|(?<!\d)[12]?\d点(?:半|[0-5]\d分?)|(?<!\d)[12]?\d点(?=[前后]))"
)


@cache
def _phrases() -> re.Pattern[str]:
    return re.compile(alternation([w for key in section("dates") for w in words("dates", key)]))


def find_dates(folded: str, year: int | None = None) -> tuple[DateMention, ...]:
    """Every date of a line, in order; `year` is taken where the line names none.

    A mention without a year, or of a feast or a fiscal year, has no start and end.
    """
    found = sorted(_matches(folded), key=lambda m: (m[1], -m[2]))
    mentions: list[DateMention] = []
    for kind, start, end in found:
        if mentions and start < mentions[-1].span.end:
            continue
        first, last = _resolve(kind, folded[start:end], year)
        mentions.append(DateMention(Span(start=start, end=end), first, last))
    return tuple(mentions)


def _matches(folded: str) -> Iterator[tuple[str, int, int]]:
    for match in _phrases().finditer(folded):
        yield "phrase", *match.span()
    for pattern in (_LATIN, _CHINESE) if CJK.search(folded) else (_LATIN,):
        for match in pattern.finditer(folded):
            kind = str(match.lastgroup)
            yield kind, *match.span(kind)


def _resolve(kind: str, words_: str, year: int | None) -> tuple[date | None, date | None]:
    named = re.search(_YEAR, words_)
    of_year = int(named.group()) if named else year
    months = _months(kind, words_)
    if of_year is None or months is None:
        return None, None
    first, last, day = months
    try:
        if day:
            return date(of_year, first, day), date(of_year, first, day)
        end_day = calendar.monthrange(of_year, last)[1]
        return date(of_year, first, 1), date(of_year, last, end_day)
    except ValueError:
        return None, None


def _months(kind: str, words_: str) -> tuple[int, int, int] | None:
    """First and last month, and the day (0 for none), that a mention names."""
    if kind in ("quarter", "zhquarter"):
        number = _number(re.sub(_YEAR, "", words_))
        return None if "前" in words_ or not number else (3 * number - 2, 3 * number, 0)
    if kind in ("half", "zhhalf"):
        second = "h2" in words_ or "下半" in words_
        return (7, 12, 0) if second else (1, 6, 0)
    if kind in ("year", "zhyear"):
        return 1, 12, 0
    return _month_and_day(kind, words_)


def _month_and_day(kind: str, words_: str) -> tuple[int, int, int] | None:
    if kind in ("iso", "yearmonth"):
        parts = [int(p) for p in re.split("[-/.]", words_)]
        return parts[1], parts[1], parts[2] if len(parts) > 2 else 0
    if kind == "zhmonth":
        month, _, day = re.sub(r"^\d+年", "", words_).partition("月")
        return _number(month), _number(month), _number(day)
    name = re.search(_MONTH, words_)
    if kind not in ("monthday", "daymonth", "month", "baremonth") or not name:
        return None
    month_number = _MONTHS.index(name.group()[:3]) + 1
    day_number = re.search(r"\d+", re.sub(_YEAR, "", words_))
    return month_number, month_number, int(day_number.group()) if day_number else 0


def _number(words_: str) -> int:
    digits = re.search(r"\d+", words_)
    if digits:
        return int(digits.group())
    tens, ten, ones = re.sub("[^一二三四五六七八九十]", "", words_).partition("十")
    if not ten:
        return _HAN.get(tens[:1], 0)
    return 10 * _HAN.get(tens[:1], 1) + _HAN.get(ones[:1], 0)
