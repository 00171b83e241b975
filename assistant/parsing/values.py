"""Single values: text to dates, numbers and words of a closed set; None where it is none."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from assistant.language.figures.dates import MONTHS
from assistant.language.script import fold
from assistant.parsing.names import words_of
from assistant.patterns import lazy

_DATE = lazy(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[t ][\d:.z+-]*)?")
_ENGLISH_DATE = lazy(
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)? )?(?P<month>[a-z]{3,9})\.?"
    r"(?: (?P<day2>\d{1,2})(?:st|nd|rd|th)?)?(?:,? (?P<year>\d{4}))?"
)
_SHORT_DATE = lazy(r"(\d{1,2})(?:[/.-]|\s*月\s*)(\d{1,2})\s*[日号]?")
_MONTH_END = lazy(
    r"(?:(?P<year>\d{4}) ?[年/.-] ?)?(?P<number>\d{1,2}) ?月[底末]"
    r"|end of (?P<month>[a-z]{3,9})(?:,? (?P<year2>\d{4}))?"
)
_ENDS = " \t\u3000.。!"
_NAME_ALONE = lazy(r"[A-Z][a-z]{1,15}(?: [A-Z][a-z]{0,15}\.?)?|[\u4e00-\u9fff]{2,4}")
# Not "Mary J. Smith", "Dr. Lee": words of a sentence that are no names have small letters.
_SENTENCE_BEHIND = lazy(
    r"(?P<name>(?:[A-Z]\. ?){0,2}[^.。!！]*(?:[A-Za-z]{3}|[\u4e00-\u9fff]{2}))[.。!！]\s*"
    r"(?=\S.*(?:\b[a-z]{2,}|[\u4e00-\u9fff]{3})).*"
)
# What a value has to follow: "… from 30 to", "…提升到".
_LEADS_TO_VALUE = lazy(
    r"(?:[到至达为于≥≤><=→:]|超过|低于|(?<![a-z])(?:to|by|of|at|from|above|below|under|over|least|than))$"
)
_POINTS = lazy(r"\d{1,3}(?:\.\d{1,3})?(?: ?[%分]| ?/ ?10{1,2})?")
_NUMBER = lazy(r"[-+]?(?:\d{1,3}(?:,\d{3}){1,6}|\d{1,18})(?:\.\d{1,18})?")
_PERCENT = lazy(rf"({_NUMBER.pattern})\s*%")


def read_date(value: object, year: int | None = None) -> date | None:
    """A day as ISO, `2026/11/30`, `2026年11月30日` or `Nov 30, 2026`; the end of a month.

    Args:
        value: The text, or a day.
        year: The year of a day that is written without one: `30 Sep`, `9月30日`.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or len(value) > 40:
        return None
    text = fold(value).strip()
    if match := _DATE.fullmatch(text):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if year and (match := _SHORT_DATE.fullmatch(text)):
        return _day(year, int(match[1]), int(match[2]))
    return _month_end(text, year) or _english_date(text, year)


def _month_end(text: str, year: int | None) -> date | None:
    match = _MONTH_END.fullmatch(text)
    if match is None or (match["month"] and match["month"][:3] not in MONTHS):
        return None
    named = match["year"] or match["year2"]
    year = int(named) if named else year
    month = int(match["number"]) if match["number"] else MONTHS.index(match["month"][:3]) + 1
    following = _day(year + month // 12, month % 12 + 1, 1) if year and month <= 12 else None
    return following - timedelta(days=1) if following else None


def _english_date(text: str, year: int | None) -> date | None:
    match = _ENGLISH_DATE.fullmatch(text)
    day = match and (match["day"] or match["day2"])
    if not match or not day or match["month"][:3] not in MONTHS:
        return None
    year = int(match["year"]) if match["year"] else year
    month = MONTHS.index(match["month"][:3]) + 1
    return _day(year, month, int(day)) if year else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def read_number(value: object) -> float | None:
    """A number as it is; text may have thousands' commas."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return _finite(value)
    if isinstance(value, str) and _NUMBER.fullmatch(text := fold(value).strip()):
        return float(text.replace(",", ""))
    return None


def _finite(value: float) -> float | None:
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if abs(number) <= 1e18 else None


def read_share(value: object) -> float | None:
    """A weight: a number as it is; 30% is 0.3."""
    if isinstance(value, str) and (match := _PERCENT.fullmatch(fold(value).strip())):
        return round(float(match[1].replace(",", "")) / 100, 6)
    return read_number(value)


def read_amount(value: object) -> float | str | None:
    """A baseline, target or current value: a number, or text with its unit."""
    number = read_number(value)
    if number is not None:
        return number
    return value.strip() if isinstance(value, str) and not is_nothing(value) else None


def is_name_alone(text: str) -> bool:
    """Whether a text could be nothing but a person's name: "Wang Ting", "王婷"."""
    return _NAME_ALONE.fullmatch(text) is not None and fold(text) not in words_of("no_names")


def is_whole_name(text: str) -> bool:
    """Whether a text is a person's whole name: "Wang Ting", or "王婷" by its surname."""
    known = (text[:1].isascii() and " " in text) or fold(text[:1]) in words_of("surnames")
    return known and is_name_alone(text)


def without_sentence(name: str) -> str:
    """A name without the sentence behind it: "Priya Shah. Please comment by Friday."."""
    found = _SENTENCE_BEHIND.match(name)
    return found["name"] if found else name


def lacks_value(text: str) -> bool:
    """Whether a text breaks off before its value, which is then no field beside it."""
    return _LEADS_TO_VALUE.search(fold(text[-20:]).rstrip()) is not None


def is_points(text: str) -> bool:
    """Whether a text is a share or a score: "30%", "0.7", "85分"."""
    return _POINTS.fullmatch(text.strip()) is not None


def is_nothing(text: str) -> bool:
    """Whether a text only says that there is nothing: "-", "n/a", "None.", "无"."""
    return fold(text).strip(_ENDS) in words_of("nothing")
