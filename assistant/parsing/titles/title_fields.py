"""What a title tells of its set: whose OKRs of which cycle follow."""

from __future__ import annotations

import re
from functools import cache

from assistant.language.script import CJK, fold
from assistant.parsing.names import data, field_named
from assistant.parsing.phrases import MONTH
from assistant.parsing.titles.title_words import is_generic, is_team
from assistant.parsing.values import without_sentence
from assistant.patterns import lazy

_CYCLE = lazy(
    r"(?:fy ?)?(?:20\d{2}|\d{2}) ?(?:年度?)?[ \-/.]{0,2}"
    r"(?:q[1-4]|h[12]|s[12]|第?[一二三四1-4]季度?|上半年|下半年|全年)?"
    r"|[qhs][1-4][ \-/,']{0,2}(?:fy ?)?(?:20)?\d{2}|[qh][1-4]"
    r"|第[一二三四1-4]季度?|[一二三四]季度|上半年|下半年"
)
# No year: how many people there are, nor a part of a day.
_PEOPLE = r"\s*\+?\s*(?:people|employees|staff|人(?![力事工才民员資资])|名)"
_YEAR = lazy(rf"(?<!\d)20\d{{2}}(?!\d|{_PEOPLE})(?: ?年度?)?")
# "2027-03-31", "2027年3月31日", "31.3.2027", "31 March 2027", "March 31st, 2027"
_NTH = r"\d{1,2}(?:st|nd|rd|th)?"
_DAY = lazy(
    r"(?<!\d)(?:20\d\d ?[-/.年] ?\d{1,2} ?[-/.月] ?\d{1,2}(?!\d)|\d{1,2}[-/.]\d{1,2}[-/.]20\d\d"
    rf"|{_NTH} {MONTH},? 20\d\d|(?<![a-z]){MONTH} {_NTH},? 20\d\d)"
)
_COMPANY = lazy(r"\bcompany\b|公司")


def title_fields(text: str) -> dict[str, str]:
    """What a title says of its set: team, owner, cycle, level. Empty when nothing is clear."""
    folded = fold(text)
    found: dict[str, str] = {}
    cycle = _find_cycle(text, folded)
    if cycle:
        found["cycle"] = cycle
    if _COMPANY.search(folded) and is_generic(text):
        found["level"] = "company"
    rest = text.replace(cycle or "\0", " ")
    for told in _TOLD.finditer(rest):
        if (name := field_named("set", told["name"])) in _OF_PEOPLE:
            found[name] = _value_of(told)
            rest = rest.replace(told[0], "|" * len(told[0]))
    parts = _PARTS.split(rest)
    whose = next(filter(None, map(_whose, parts)), {})
    if cycle and not whose:
        whose = next(({"team": one.strip(_TRIM)} for one in parts if _is_place(one)), {})
    return whose | found


def says_more(text: str, fields: dict[str, str]) -> bool:
    """Whether a title says more than its fields: "Push for renewals (owner: Ann)"."""
    for told in _TOLD.finditer(text):
        if (value := _value_of(told)) in fields.values():
            text = text.replace(told[0], told["value"].partition(value)[2])
    for value in fields.values():
        text = text.replace(value, " ")
    return not is_generic(_OKR_WORDS.sub(" ", _POSSESSIVE.sub(" ", text)))


# "Owner: Priya Nair", "负责人：李敏" beside the name of a set; "Team Falcon" is one with its cycle.
_OF_PEOPLE = ("owner", "team")
_TOLD = lazy(
    r"(?P<name>(?<![A-Za-z])[A-Za-z]{3,15}(?: name)?|[\u4e00-\u9fff]{2,5})\s*[:：]\s*"
    r"(?P<value>[^|｜·,，;；/()（）\[\]【】:：]{2,30})"
)


def _value_of(told: re.Match[str]) -> str:
    return without_sentence(told["value"]).strip(_TRIM).lstrip("@")


def _is_place(part: str) -> bool:
    """Whether a part of a title that names a cycle is what teams are called after: 南仓."""
    name, marks = part.strip(_TRIM), data("marks")
    first, *named = name.split() or [""]
    begins = fold(first) in marks["team_begins"] and 0 < len(named) < 3
    if begins and all(word[:1].isupper() for word in named):
        return True
    return len(name) <= _LONGEST_PLACE and fold(name).endswith(tuple(marks["team_ends"]))


_LONGEST_PLACE = 10


def names_okrs_of(text: str) -> bool:
    """Whether a short line says whose OKRs of which cycle follow: "Sales Q4 2026 OKRs"."""
    fields = title_fields(text) if len(text) <= _LONGEST_TITLE else {}
    named = "team" in fields or _NAMES_OKRS.search(fold(text)) is not None
    return named and "cycle" in fields


_LONGEST_TITLE = 60
_NAMES_OKRS = lazy(r"(?<![a-z])(?:okrs?|objectives|goals)(?![a-z])|目标")


def without_cycle(text: str) -> tuple[str, str | None]:
    """A name and the cycle behind it: "Customer Ops, 2026 Q4"; without one the text itself."""
    cycle = _find_cycle(text, fold(text))
    rest = text.replace(cycle, "").strip(f"{_TRIM},，;；()（）|｜/") if cycle else ""
    return (rest, cycle) if rest else (text, None)


def _find_cycle(text: str, folded: str) -> str | None:
    folded = _DAY.sub(lambda day: " " * len(day[0]), folded)
    spans = [m.span() for m in _CYCLE.finditer(folded) if any(c in "qhs季半年" for c in m[0])]
    if not spans and _OKR_WORDS.search(text) and (year := _YEAR.search(folded)):
        spans = [year.span()]
    if not spans:
        return None
    start, end = max(spans, key=lambda span: span[1] - span[0])
    return text[start:end].strip()


_OKR_WORD = r"(?:(?<![a-z])(?:okrs?|objectives?|goals?|key results?|plan|draft)(?![a-z])"
_OKR_WORD += r"|目标|目標|关键结果|關鍵結果|规划|计划)"
_OKR_WORDS = lazy(rf"{_OKR_WORD}(?:\s*(?:&|\band\b|与|和)\s*{_OKR_WORD})*", re.IGNORECASE)
_PARTS = lazy(r"\s[-–—]\s|[/|｜·,，、:：()（）\[\]【】《》]")
_POSSESSIVE = lazy(r"['’]s?\b|的\s*$")
_TRIM = " \t-–—_*#的与和'’"
_LONGEST_NAME = 30
_LONGEST_OWNER = 4  # Chinese characters: "我们要达成的目标" is nobody's


# "rough cut of London sales team OKRs": not of "Head of Sales OKRs"
_WHAT_IT_IS = lazy(r"^.*\b[a-z]+ of (?:the )?")
# 50 to 250 people, 250人以上: how many there are, not who.
_HEADCOUNT = lazy(rf"\d{_PEOPLE}", re.IGNORECASE)


def _whose(part: str) -> dict[str, str]:
    """Team or owner named by one part of a title."""
    if _HEADCOUNT.search(part):
        return {}
    part = _WHAT_IT_IS.sub("", part)
    rest = _OKR_WORDS.sub(" ", part).strip()
    owned = rest != part.strip() and _POSSESSIVE.search(rest) is not None
    words = _POSSESSIVE.sub(" ", rest).split()
    name = " ".join(w for n, w in enumerate(words) if _is_of_name(words, n)).strip(_TRIM)
    if not name or is_generic(name) or len(name) > _LONGEST_NAME or len(name.split()) > 4:
        return {}
    if is_team(name):
        return {"team": name}
    owned = owned and len(CJK.findall(name)) <= _LONGEST_OWNER
    return {"owner": name.lstrip("@")} if owned or _is_person(name) else {}


def _is_of_name(words: list[str], at: int) -> bool:
    """Whether a word belongs to a name; what joins two names too: Support & Onboarding."""
    if words[at] in _JOINTS:
        return 0 < at < len(words) - 1 and not any(map(is_generic, words[at - 1 : at + 2 : 2]))
    return not is_generic(words[at]) or is_team(words[at])


_JOINTS = ("&", "and")


def _is_person(name: str) -> bool:
    """A handle, or a Chinese name by its first character; English names look like any word."""
    if name.startswith("@"):
        return " " not in name
    if field_named("set", name):  # "周期" begins like a name
        return False
    return 2 <= len(name) <= 3 and CJK.match(name) is not None and fold(name[0]) in surnames()


@cache
def surnames() -> frozenset[str]:
    """The characters that a Chinese name may begin with."""
    return frozenset(data("marks")["surnames"])
