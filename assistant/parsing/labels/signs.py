"""The signs that items of lists begin with: bullets, and numbers of every style."""

from __future__ import annotations

import re

from assistant.parsing.labels.label_pattern import CHINESE_DIGITS
from assistant.parsing.phrases import GRADE
from assistant.patterns import lazy
from assistant.records import record

_BULLETS = "•·・∙●○◦▪▫■□◆◇‣⁃►▶▸✓✔☐☑✅❑❖➢➤⚫⚪★☆♦»※◉🔹🔸🔵🔴👉✨⭐🎯🔑🗝📈🏆🚀📌⬜⬛🟩🟨🟥🟦"
_CHINESE = f"[{CHINESE_DIGITS}]{{1,3}}"
# What follows the number in "1.5 million users": there it is an amount, not a place in a list.
UNITS = (
    r"(?:(?:million|billion|bn|m|k|x|h|days?|hours?|stars?)(?![a-z])|万|亿|倍|星|分|元|小时|天|%)"
)
# Tried on the folded line; the name of the group that matches is the kind of list.
_SIGN = lazy(
    rf"""
      (?P<dash>-)(?:[ ]+|(?=[^\s\d\-.,=>]))
    | (?P<star>[*])[ ]+
    | (?P<plus>[+])[ ]+
    | (?P<tree>[├└][─╴]{{0,3}})[ ]*
    | (?P<hollow>o)[ ]+(?=\S)
    | (?P<long>[—→>])[ ]+
    | (?P<dot>[{_BULLETS}])\ufe0f?[ ]*
    | (?P<keycap>[0-9]\ufe0f?\u20e3)[ ]*
    | (?P<issue>~?\#\d{{1,6}})[ ]*[-:][ ]+
    | (?P<dotted>\d{{1,2}}(?:\.\d{{1,2}}){{1,3}})(?:[.)、][ ]*|[ ]+(?!{UNITS}))
    | (?P<point>\d{{1,3}}[.．])(?!\d)[ ]*
    | (?P<pause>\d{{1,3}}、)[ ]*
    | (?P<half>\d{{1,3}}\))[ ]*
    | (?P<round>\(\d{{1,3}}\))[ ]*
    | (?P<circle>[①-⑳❶-❿])[ ]*[.、]?[ ]*
    | (?P<han>{_CHINESE}[、.])[ ]*
    | (?P<hanround>\({_CHINESE}\))[ ]*、?[ ]*
    | (?P<hanspace>{_CHINESE})[ ]+
    | (?P<letter>[a-z][.)])[ ]+
    | (?P<rank>p[0-9](?:/p?[0-9])?):[ ]+
    | (?P<roman>[ivx]{{1,4}}[.)])[ ]+
    """,
    re.VERBOSE,
)
# A picture before the words: 🌱 Grow, :seedling: Grow.
EMOJI = lazy(
    r"(?::[a-z][a-z0-9_+\-]{2,40}:\s|[\u2600-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff]\ufe0f?)\s*(?=\S)"
)
# How far a line is, before its label: "[0.7] KR1: …", "(60%) KR2: …".
SCORE = lazy(rf"[\[(]\s{{0,2}}(?:{GRADE}|[01]|\d{{1,3}}\s?%)\s{{0,2}}[\])]\s*(?=\S)")
# How it went, in a tag before its label: "<span class="ok">Done</span> KR1: …".
BADGE = lazy(r"(?:<[^<>]{1,200}>[^<>]{0,30}){1,7}(?<=>)\s*(?=[^\s<])")
# What a line is, before its label: "!WIP! Objective: …", "[NEW] KR1: …", "【草稿】目标：…".
STATE = lazy(
    r"(?P<open>[!\[(【*_~]{1,3})(?P<word>[^!\[\]()【】*_~:]{2,16})[!\])】*_~]{1,3}[:.]?\s*(?=\S)"
)
_CHECKBOX = lazy(r"\[[ x✓√]?\][ ]+")


# Tags of HTML around a whole line: "<li>KR1: …</li>".
_BLOCK = r"(?:p|div|ul|ol|li|h[1-6]|summary|details|center|section|article|br)"
_TAGS_BEFORE = lazy(rf"(?:</?{_BLOCK}\b[^<>]{{0,200}}>\s*)+")
_TAGS_BEHIND = lazy(rf"(?:</?{_BLOCK}\b[^<>]{{0,40}}>\s*)+$")
TAGS_WITHIN = lazy(rf"(?<!\s)\s*(?:</?{_BLOCK}\b[^<>]{{0,200}}>\s*)+")
_HEADING_TAG = lazy(r"<h([1-6])\b")


@record
class Tags:
    """The tags of HTML that a line stands in: its kind and rank by them, and where they end."""

    kind: str
    level: int
    end: int


def read_tags(folded: str, start: int) -> Tags | None:
    """The tags with which a folded line begins."""
    match = _TAGS_BEFORE.match(folded, start)
    if match is None:
        return None
    heading = _HEADING_TAG.search(match[0])
    kind = "#" if heading else "html" if "<li" in match[0] else ""
    return Tags(kind, int(heading[1]) if heading else 0, match.end())


def end_before_tags(folded: str, start: int, end: int) -> int:
    """Where the text of a line ends, before the tags behind it."""
    match = _TAGS_BEHIND.search(folded, max(start, end - 120), end)
    return match.start() if match else end


@record
class Sign:
    """A sign: the kind of list it makes, where it ends, and its number if that has levels."""

    kind: str
    end: int
    ordinal: str = ""


def read_sign(folded: str, start: int) -> Sign | None:
    """The sign at a place of a folded line, if one is there and something follows it."""
    if box := _CHECKBOX.match(folded, start):
        return Sign("box", box.end())
    match = _SIGN.match(folded, start)
    if not match or match.end() == len(folded):
        return None
    name = match.lastgroup or ""
    if name == "dot":
        return Sign(match[name], match.end())
    if name == "dotted":
        return Sign(f"dotted{match[name].count('.')}", match.end(), match[name])
    return Sign(name, match.end())
