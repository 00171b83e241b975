"""Labels at the start of a line: `O1:`, `Key Result 1.2 -`, `目标一：`, `关键结果`, `Owner:`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from assistant.language.script import fold
from assistant.parsing.names import data, field_named, plain_name
from assistant.patterns import compiled, lazy


class Role(StrEnum):
    """What a label says of its line."""

    OBJECTIVE = "objective"
    KEY_RESULT = "key_result"
    INITIATIVE = "initiative"
    FIELD = "field"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class Mark:
    """A label.

    Attributes:
        role: What it says of its line.
        start: Where the text after it begins.
        word: Its word without the number.
        number: Its number; with the objective's before it where it names both: "1.2".
        lead: Whose it is: "VP Sales" of "VP Sales KR:".
        firm: Whether a sign stands behind it, or nothing: "KR1 rose" may only mention one.
    """

    role: Role
    start: int
    word: str = ""
    number: str = ""
    lead: str = ""
    firm: bool = True

    @property
    def of_many(self) -> bool:
        """Whether it is a label of several key results: "Key Results:"."""
        return self.role is Role.KEY_RESULT and not self.number and self.word in _OF_MANY


CHINESE_DIGITS = "一二三四五六七八九十"
_LONGEST_LABEL = 64

# Signs that dress a label up: bold, code, brackets, quotation marks.
_TAG = r"(?:b|strong|em|i|u|span|font|code|mark)"
_OPEN = rf"(?:<{_TAG}(?: [^<>]{{0,60}})?>)?[*_`~\[【(<「《\"]{{0,5}}"
_CLOSE = rf"[*_`~\]】)>」》\"]{{0,5}}(?:</{_TAG}>)?"
_OF_MANY = ("krs", "key results", "keyresults", "success metrics", "success criteria")
_COLON = ":︰﹕∶"
_COLONS = lazy(f"[{_COLON}]")
_LABELS = {
    role.value: role for role in (Role.KEY_RESULT, Role.OBJECTIVE, Role.INITIATIVE, Role.ASIDE)
}
_DELIMITER = rf"[{_COLON}.、|丨·•—=▸»›→\-]{{1,3}}>?"
_NUMBER = (
    rf"(?:[#\-_. ]{{0,2}}| no\. ?)(?P<number>\d{{1,2}}(?:[-.]\d{{1,2}}){{0,3}}(?:[a-e](?=[ ]?:))?"
    rf"|[{CHINESE_DIGITS}]{{1,3}}|[①-⑳]"
    rf"|[a-h](?=[ ]?[{_COLON}.)—-])|(?<=-)[a-z]\d{{1,2}}"
    rf"|(?:i{{1,3}}|iv|v|vi{{1,3}}|one|two|three|four|five|six)(?=[ ]?[{_COLON}.)—-]))"
    r"(?:\ufe0f?\u20e3| of \d{1,2}(?=:))?"
)
_TAIL = rf"(?P<tail>\s{{0,3}}{_CLOSE}\s{{0,3}}(?:(?P<delimiter>{_DELIMITER}){_CLOSE}\s{{0,4}})?)"
# "2021-OKR-O1-KRs", "Q3/O1"
_CODES = r"(?:(?:20\d\d|okr|[qh][1-4])[-_/]){0,3}"
# The same label in the other language: "Objective 1 目标一：", "目标/Objective:".
_TWIN = (
    r"(?:[ /|·]{0,3}(?:objectives?|key results?|krs?|o|目标|关键结果)"
    rf" ?(?:\d{{1,2}}(?:\.\d{{1,2}})?|[{CHINESE_DIGITS}]{{1,3}})?(?= ?(?:[{_COLON}*_|\-]|$)))?"
)
_GLOSS = r"(?: ?\((?:[^()\d%@:]{1,24}|o ?\d{1,2}|kr ?\d{1,2})\))?"
# "Objective for Q1:", "Goal this year:"
_WHEN = (
    r"(?: (?:for |in )?(?:the )?(?:this |next |my )?"
    r"(?:q[1-4]|h[12]|20\d\d|quarter|year|month|season)[\w ]{0,12}(?=:))?"
)
# "KR2 is a leading indicator", "KR1已完成", "KR1 和 KR2": the line speaks about it.
_SPOKEN_OF = lazy(
    r"(?:is|are|was|were|will|has|and|or|depends)(?![a-z])|[是的][^a-z]|(?<! )[为和与已将可][^a-z]"
    r"|[和与] ?(?:kr|o|关键结果)? ?\d"
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
def _label() -> re.Pattern[str]:
    ordinal = rf"(?:第[\d{CHINESE_DIGITS}]{{1,3}}个)?"
    return compiled(
        rf"(?P<open>{_OPEN}) ?{_CODES}{ordinal}(?:{_roles()})(?![a-z]){_GLOSS}"
        rf"(?:{_NUMBER}(?![\d%]))?{_WHEN}{_TWIN}{_TAIL}"
    )


# Words that label a key result only with a number: "Metric 1:".
_NUMBERED_ONLY = ("metric", "measure", "指标", "result", "结果", "成果")
# What may follow "KR1" without a space between.
_JOINED = lazy(r"[\u4e00-\u9fff(\[【]")
# In capitals a bare label needs no sign behind it: "KR NPS 50", "O 提升满意度", "OBJECTIVE Grow".
_WORD_IN_CAPITALS = r"(?:OBJECTIVE|KEY RESULT)(?= (?:[A-Z]?[a-z]|\d))"
_NOT_BARE = (
    r"[:：=\-–—\d#]|[a-hA-H][).:：]|[是的和与與]|要(?![求素闻聞道点點])"
    r"|[应應](?:该|該|当|當|是)|必[须須]|需要|不[要是能写寫]"
)
_BARE = lazy(
    rf"(KR|O|{_WORD_IN_CAPITALS})[ \t\u3000]+(?=\S)(?:(?<=[RET].)|(?=[\u4e00-\u9fff]))"
    rf"(?!{_NOT_BARE})"
)
# A field of reStructuredText: ":krs: …".
_RST_FIELD = lazy(r":([a-z_]{1,20}):(?=\s|$)\s*")
_RST_ROLES = {
    "o": Role.OBJECTIVE,
    "objective": Role.OBJECTIVE,
    "kr": Role.KEY_RESULT,
    "krs": Role.KEY_RESULT,
    "key_results": Role.KEY_RESULT,
}
_FIELD = lazy(
    rf"{_OPEN}\s?(?P<name>[^{_COLON}|,;。，；]{{1,24}}?)\s?{_CLOSE}[{_COLON}]{_CLOSE}\s{{0,4}}"
)
# "VP Eng KR: …", "Marketing Team Objective: …", "销售部目标：…", "例如，目标：…"
_QUALIFIED = lazy(
    rf"{_OPEN}(?P<lead>[^{_COLON}。.!?;；|]{{1,40}}?)"
    r"(?:(?P<key_result>(?<![a-z])krs?|(?<![a-z])key results?|关键结果|关键成果)"
    r"|(?P<objective>(?<![a-z])objectives?|(?<![a-z])goals?|目标|(?<=[\u4e00-\u9fff])o"
    r"|(?<=[\u4e00-\u9fff] )o))"
    rf"(?: ?{_NUMBER})?\s?{_CLOSE}[{_COLON}]{_CLOSE}\s{{0,4}}"
)
_LATE_COMMA = lazy(r".{7,}[,，、]|[\u4e00-\u9fff].{12,}")  # a sentence, not a label
_TELLING = ("kr", "key result", "objective", "goal", "关键", "目标", "o:", "o :")
# Whose it is before a number, and no sign behind: "North Region Objective 2 Open four depots".
_NAMED = lazy(
    r"(?P<lead>(?:[A-Z][\w&.-]{0,15} ){1,3})(?:Objective|OBJECTIVE) (?P<number>\d{1,2})"
    r"(?:[ \t\u3000]{1,3}| ?[-–—] )(?=[A-Z][a-z])"
)


def read_mark(text: str, folded: str | None = None) -> Mark | None:
    """The label with which a line's text begins, if any.

    Args:
        text: The line behind the signs of lists.
        folded: The same folded, where it is known already.
    """
    folded = (fold(text[:_LONGEST_LABEL]) if folded is None else folded)[:_LONGEST_LABEL]
    match = _label().match(folded)
    whole = match is not None and match.end() >= len(text)  # "KR 关键结果"
    if not whole and (bare := _BARE.match(text)):
        role = Role.KEY_RESULT if bare[1].startswith("K") else Role.OBJECTIVE
        return Mark(role, bare.end(), bare[1].lower())
    if match and (mark := _accepted(match, folded, len(text))):
        return mark
    if match := _RST_FIELD.match(folded):
        return Mark(_RST_ROLES.get(match[1], Role.ASIDE), match.end(), match[1])
    if not _COLONS.search(folded):
        return _field_in_cell(text) or _named(text[:_LONGEST_LABEL])
    return _field(folded) or _qualified(folded)


def _accepted(match: re.Match[str], folded: str, length: int) -> Mark | None:
    """The label, unless it could as well be the first word of a sentence."""
    name = next(name for name in _LABELS if match[name])
    role = _LABELS[name]
    delimiter, number = match["delimiter"] or "", match["number"] or ""
    if match[name] in _NUMBERED_ONLY and not number:
        return None
    of_objective = f"{match['of']}." if match["of"] and "." not in number else ""
    word = (
        match[name][match.end("of") - match.start(name) :].lstrip(" -._·/")
        if of_objective
        else match[name]
    )
    end = _before_quotation(match)
    ends = end >= length
    firm = bool(delimiter) or ends
    mark = Mark(role, end, word, of_objective + number, firm=firm)
    if _COLONS.search(delimiter):
        return mark
    if ends:
        return mark if number or mark.word not in ("o", "okr", "uo") else None
    if role in (Role.INITIATIVE, Role.ASIDE):
        return mark if delimiter.startswith(("-", "—")) and match["tail"][0].isspace() else None
    if number:
        if _SPOKEN_OF.match(folded, match.end()):
            return None
        joined = mark.word.endswith(("o", "kr")) and _JOINED.match(folded, match.end())
        glossed = folded.startswith("(", match.end())
        return mark if match["tail"] or joined or glossed else None
    dressed = bool(match["open"]) and match["tail"].strip(" -—=.|") != ""
    dashed = delimiter == "|" or (delimiter.startswith(("-", "—")) and match["tail"][-1].isspace())
    return mark if dressed or dashed else None


def _before_quotation(match: re.Match[str]) -> int:
    """Where a label ends; a quotation mark behind it that it did not open begins the text."""
    quoted = match["tail"].find('"')
    if quoted < 0 or '"' in match["open"]:
        return match.end()
    return match.start("tail") + quoted


@cache
def _no_labels() -> frozenset[str]:
    return frozenset(map(plain_name, data("marks")["no_label"]))


def _field(folded: str) -> Mark | None:
    match = _FIELD.match(folded)
    return Mark(Role.FIELD, match.end(), match["name"]) if match and _known(match["name"]) else None


def _field_in_cell(text: str) -> Mark | None:
    r"""A field whose name stands in a cell of its own: "周期\t2026年"."""
    name, tab, _ = text[:_LONGEST_LABEL].partition("\t")
    name = fold(name).strip()
    return Mark(Role.FIELD, text.index(tab) + 1, name) if tab and name and _known(name) else None


def _known(name: str) -> bool:
    """Whether a label names a field, and is no everyday word."""
    parts = ("set", "key_result", "objective")
    return plain_name(name) not in _no_labels() and any(field_named(part, name) for part in parts)


@cache
def _elsewhere() -> tuple[str, ...]:
    """How a line begins that points to an objective: "Supports Objective 2", "See …"."""
    marks = data("marks")
    return ("see", *marks["elsewhere"], *marks["parents"], *marks["about"]["starts"])


def _named(text: str) -> Mark | None:
    match = _NAMED.match(text)
    lead = fold(match["lead"]).strip() if match else ""
    if match is None or lead.startswith(_elsewhere()):
        return None
    return Mark(Role.OBJECTIVE, match.end(), "objective", match["number"], lead)


@cache
def _about_starts() -> tuple[str, ...]:
    return tuple(data("marks")["about"]["starts"])


@cache
def _holders() -> tuple[str, ...]:
    """Who may have an "O" of their own: "公司 O：", "市场部 O："."""
    return (*data("marks")["leading"]["words"], *data("marks")["team"])


def _qualified(folded: str) -> Mark | None:
    if not any(word in folded for word in _TELLING):
        return None
    match = _QUALIFIED.match(folded)
    if not match or len(match["lead"].split()) > 5:
        return None
    lead = match["lead"].strip(" *_")
    if lead in data("marks")["elsewhere"] or lead.startswith(_about_starts()):
        return Mark(Role.ASIDE, match.end(), match["lead"])
    role = Role.KEY_RESULT if match["key_result"] else Role.OBJECTIVE
    if match[role.value] == "o" and not lead.endswith(_holders()):
        return None
    titled = role is Role.KEY_RESULT and match["lead"].isascii()  # "Head of Sales, Asia KR:"
    if not titled and _LATE_COMMA.search(match["lead"]):
        return None
    return Mark(role, match.end(), match[role.value], match["number"] or "", match["lead"].strip())
