"""How labels are written: what dresses them up, their words, numbers and the sign behind."""

from __future__ import annotations

import re
from functools import cache

from assistant.parsing.names import data
from assistant.parsing.phrases import RESULTS
from assistant.patterns import compiled

CHINESE_DIGITS = "一二三四五六七八九十"
# Signs that dress a label up: bold, code, brackets, quotation marks.
_TAG = r"(?:b|strong|em|i|u|span|font|code|mark)"
OPEN = rf"(?:<{_TAG}(?: [^<>]{{0,60}})?>)?[*_`~\[【(<「《\"]{{0,5}}"
CLOSE = rf"[*_`~\]】)>」》\"]{{0,5}}(?:</{_TAG}>)?"
COLON = ":︰﹕∶"
_DELIMITER = rf"[{COLON}.、|丨·•—=▸»›→\-]{{1,3}}>?"
NUMBER = (
    rf"(?:[#\-_. ]{{0,2}}| no\. ?)(?P<number>\d{{1,2}}(?:[-.]\d{{1,2}}){{0,3}}(?:[a-e](?=[ ]?:))?"
    rf"|(?<=kr)(?<!okr)\d{{3,4}}|\d{{3}}(?=[ ]?[{COLON}])"
    rf"|[{CHINESE_DIGITS}]{{1,3}}|[①-⑳]"
    rf"|[a-h](?=[ ]?[{COLON}.)—-])|(?<=-)[a-z]\d{{1,2}}"
    rf"|(?:i{{1,3}}|iv|v|vi{{1,3}}|one|two|three|four|five|six)(?=[ ]?[{COLON}.)—-]))"
    r"(?:\ufe0f?\u20e3| of \d{1,2}(?=:))?"
)
_TAIL = rf"(?P<tail>\s{{0,3}}{CLOSE}\s{{0,3}}(?:(?P<delimiter>{_DELIMITER}){CLOSE}\s{{0,4}})?)"
# "2021-OKR-O1-KRs", "Q3/O1"
_CODES = r"(?:(?:20\d\d|okr|[qh][1-4])[-_/]){0,3}"
# The same label in the other language: "Objective 1 目标一：", "目标/Objective:".
_TWIN = (
    rf"(?:[ /|·]{{0,3}}(?:objectives?|objects|{RESULTS}|o|目标)"
    rf" ?(?:\d{{1,2}}(?:\.\d{{1,2}})?|[{CHINESE_DIGITS}]{{1,3}})?(?= ?(?:[{COLON}*_|(\-]|$)))?"
)
# "关键结果（4 项）", "目标（公司）"
_GLOSS = r"(?: ?\((?:\d{1,2} ?[项个条]|[^()\d%@:]{1,24}|o ?\d{1,2}|kr ?\d{1,2})\))?"
# "Objective for Q1:", "Goal this year:"
_WHEN = (
    r"(?: (?:for |in )?(?:the )?(?:this |next |my )?"
    r"(?:q[1-4]|h[12]|20\d\d|quarter|year|month|season)[\w ]{0,12}(?=:))?"
)


@cache
def _words(role: str) -> str:
    words = sorted(data("marks")[role]["words"], key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", "[ -]?") for word in words)


@cache
def _roles() -> str:
    """The words of all roles, each in a group that names its role."""
    of_objective = r"(?:o|objective|目标) ?-?(?P<of>\d{1,2}) ?[-._·/]? ?"
    return "|".join(
        (
            rf"(?P<key_result>(?:{of_objective})?krs?|{_words('key_result')})",
            rf"(?P<objective>okr|o|(?:{_words('objective')})(?: ?o(?=\d))?)",
            rf"(?P<initiative>{_words('initiative')})",
            rf"(?P<aside>{_words('aside')})",
        )
    )


@cache
def label() -> re.Pattern[str]:
    """A label at the start of a folded line; its word stands in the group named after its role."""
    ordinal = rf"(?:第[\d{CHINESE_DIGITS}]{{1,3}}个)?"
    return compiled(
        rf"(?P<open>{OPEN}) ?{_CODES}{ordinal}(?:{_roles()})(?![a-z]){_GLOSS}"
        rf"(?:{NUMBER}(?![\d%]))?{_WHEN}{_TWIN}{_TAIL}"
    )
