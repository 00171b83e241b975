"""Labels at the start of a line: `O1:`, `Key Result 1.2 -`, `目标一：`, `关键结果`, `Owner:`."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

from assistant.language.script import fold
from assistant.parsing.labels.label_pattern import CHINESE_DIGITS, CLOSE, COLON, NUMBER, OPEN, label
from assistant.parsing.names import data, field_named, plain_name, words_of
from assistant.parsing.phrases import RESULTS
from assistant.patterns import lazy
from assistant.records import record


class Role(StrEnum):
    """What a label says of its line."""

    OBJECTIVE = "objective"
    KEY_RESULT = "key_result"
    INITIATIVE = "initiative"
    FIELD = "field"
    ASIDE = "aside"


OKR = (Role.OBJECTIVE, Role.KEY_RESULT)


@record
class Mark:
    """A label.

    Attributes:
        role: What it says of its line.
        start: Where the text after it begins.
        word: Its word without the number.
        number: Its number; with the objective's before it where it names both: "1.2".
        lead: Whose it is: "VP Sales" of "VP Sales KR:".
        holder: Who is to bring it about, where the label or what encloses the line says so.
        firm: Whether a sign stands behind it, or nothing: "KR1 rose" may only mention one.
    """

    role: Role
    start: int
    word: str = ""
    number: str = ""
    lead: str = ""
    holder: str = ""
    firm: bool = True

    @property
    def of_many(self) -> bool:
        """Whether it is a label of several key results: "Key Results:"."""
        return self.role is Role.KEY_RESULT and not self.number and self.word in words_of("of_many")


_LONGEST_LABEL = 64
_COLONS = lazy(f"[{COLON}]")
_LABELS = {
    role.value: role for role in (Role.KEY_RESULT, Role.OBJECTIVE, Role.INITIATIVE, Role.ASIDE)
}
# "KR2 is a leading indicator", "KR1已完成", "KR1 和 KR2": the line speaks about it.
_SPOKEN_OF = lazy(
    r"(?:is|are|was|were|will|has|and|or|depends)(?![a-z])|[是的][^a-z]|(?<! )[为和与已将可][^a-z]"
    r"|[和与] ?(?:kr|o|关键结果)? ?\d"
)
# "KR2-KR4 were late"
_RANGE = lazy(r"(?:kr|o) ?\d{1,2}(?:\.\d{1,2})?(?![\d.:])")
# What may follow "KR1" without a space between.
_JOINED = lazy(r"[\u4e00-\u9fff(\[【]")
# In capitals a bare label needs no sign behind it: "KR NPS 50", "O 提升满意度", "OBJECTIVE Grow".
_WORD_IN_CAPITALS = r"(?:OBJECTIVE|KEY RESULT)(?= (?:[A-Z]?[a-z]|\d))"
_NOT_BARE = (
    r"[:：=\-–—\d#]|[a-hA-H][).:：]|[是的和与與]|之[间間]|要(?![求素闻聞道点點])"
    r"|[应應](?:该|該|当|當|是)|必[须須]|需要|不[要是能写寫]"
)
_BARE = lazy(
    rf"(KR|O|{_WORD_IN_CAPITALS})[ \t\u3000]+(?=\S)(?:(?<=[RET].)|(?=[\u4e00-\u9fff]))"
    rf"(?!{_NOT_BARE})"
)
# A paragraph that begins with what it is: "Objective. Grow", "Key Result. Churn falls", "目标。…".
_STOPPED = lazy(
    r"(?:Objective|目[标標]|(?P<result>Key Result|关键结果|關鍵結果))"
    r"(?:\.[ \t]+(?=[A-Z\u4e00-\u9fff])|。[ \t]*(?=\S))"
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
    rf"{OPEN}\s?(?P<name>[^{COLON}|,;。，；]{{1,24}}?)\s?{CLOSE}[{COLON}]{CLOSE}\s{{0,4}}"
)
# "VP Eng KR: …", "Marketing Team Objective: …", "销售部目标：…", "例如，目标：…"
_QUALIFIED = lazy(
    rf"{OPEN}(?P<lead>[^{COLON}。.!?;；|]{{1,40}}?)"
    rf"(?:(?P<key_result>{RESULTS})"
    r"|(?P<objective>(?<![a-z])objectives?|(?<![a-z])goals?|目标|(?<=[\u4e00-\u9fff])o"
    r"|(?<=[\u4e00-\u9fff] )o))"
    rf"(?: ?{NUMBER})?\s?{CLOSE}[{COLON}]{CLOSE}\s{{0,4}}"
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
    match = label().match(folded)
    whole = match is not None and match.end() >= len(text)  # "KR 关键结果"
    if not whole and (bare := _BARE.match(text)):
        role = Role.KEY_RESULT if bare[1].startswith("K") else Role.OBJECTIVE
        return Mark(role, bare.end(), bare[1].lower())
    if stopped := _STOPPED.match(text):
        role = Role.KEY_RESULT if stopped["result"] else Role.OBJECTIVE
        return Mark(role, stopped.end(), "key result" if stopped["result"] else "objective")
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
    if match[name] in words_of("numbered_only") and not match["number"]:
        return None
    mark = _as_mark(match, name, length)
    if _COLONS.search(match["delimiter"] or ""):
        return mark
    if mark.start >= length:
        return mark if mark.number or mark.word not in ("o", "okr", "uo") else None
    if mark.role in (Role.INITIATIVE, Role.ASIDE):
        return mark if _is_dashed(match) else None
    stands = _numbered(match, mark, folded) if match["number"] else _dressed(match)
    return mark if stands else None


def _as_mark(match: re.Match[str], name: str, length: int) -> Mark:
    """The label as it was written; "O1KR2" has the number 1.2."""
    word, number, delimiter = match[name], match["number"] or "", match["delimiter"]
    if match["of"] and "." not in number:
        word = word[match.end("of") - match.start(name) :].lstrip(" -._·/")
        number = f"{match['of']}.{number}"
    end = _before_quotation(match)
    return Mark(_LABELS[name], end, word, number, firm=bool(delimiter) or end >= length)


def _numbered(match: re.Match[str], mark: Mark, folded: str) -> bool:
    """Whether "KR1" is parted from what follows, and not spoken about: "KR1 is late"."""
    end = match.end()
    if match["tail"] == "-" and match["number"].isalpha() and folded[end : end + 1].isalpha():
        return False  # "okr-kr-b-notes.md"
    if _SPOKEN_OF.match(folded, end) or (match["tail"] == "-" and _RANGE.match(folded, end)):
        return False
    counts = mark.word == "okr" and match["number"] in CHINESE_DIGITS  # "OKR 四象限"
    if counts and not match["delimiter"]:
        return False
    joined = mark.word.endswith(("o", "kr")) and _JOINED.match(folded, end)
    return bool(match["tail"] or joined or folded.startswith("(", end))


def _dressed(match: re.Match[str]) -> bool:
    """Whether "**Objective**" is dressed up on both sides, or a dash or a bar stands behind."""
    closed = match["tail"].strip(" -—=.|") != ""
    return (bool(match["open"]) and closed) or match["delimiter"] == "|" or _is_spaced(match)


def _is_dashed(match: re.Match[str]) -> bool:
    """Whether a dash with a space before it stands behind the label."""
    return _has_dash(match) and match["tail"][0].isspace()


def _is_spaced(match: re.Match[str]) -> bool:
    """Whether a dash with a space behind it stands behind the label."""
    return _has_dash(match) and match["tail"][-1].isspace()


def _has_dash(match: re.Match[str]) -> bool:
    return (match["delimiter"] or "").startswith(("-", "—"))


def _before_quotation(match: re.Match[str]) -> int:
    """Where a label ends; a quotation mark, a "`" or "~~" that it did not open begins the text."""
    for sign in ('"', "~~", "`"):
        begin = match["tail"].find(sign)
        if begin >= 0 and sign not in match["open"]:
            return match.start("tail") + begin
    return match.end()


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
