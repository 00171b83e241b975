"""What kind of line it is when no label tells: a title, a team's name, a sentence of prose."""

from __future__ import annotations

import re
from functools import cache

from assistant.language.script import CJK, fold
from assistant.language.words.vocabulary import VERB_CLASSES, vocabulary
from assistant.parsing.names import data, field_named
from assistant.parsing.phrases import MONTH, RESULTS
from assistant.parsing.remarks import gives_advice
from assistant.patterns import compiled, lazy

_WORD = lazy(r"[a-z][a-z'’]*|[\u4e00-\u9fff]+")
_SENTENCE_END = lazy(r"[.!?][\"”)]?\s+(?:[A-Z\"“]|\((?!\d))|[。！？](?=.)")
_LONG_PROSE = 240
_LONG_SENTENCE = 90
_MARKUP = (
    ":::",
    "..",
    "<",
    "```",
    "~~~",
    "---",
    "===",
    "***",
    "__ http",
    "![",
    "http://",
    "https://",
)
_INTRO_END = (":", "：", "︰", "，如", "如下", "...", "……")

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


def is_prose(text: str) -> bool:
    """Whether a plain line is a paragraph rather than an entry of a draft."""
    text = text.strip().rstrip("*_")
    if text.startswith(_MARKUP):
        return True
    if len(text) > _LONG_PROSE or _SENTENCE_END.search(text):
        return True
    if text.endswith((".", "!", "?", "。", "！", "？", "…")):
        return len(text) > _LONG_SENTENCE or text.endswith(("?", "？", "...", "…", "!", "！"))
    return text.endswith(_INTRO_END)


_LONGEST_NAME_OF = {"item": (3, 8), "title": (6, 16)}  # Latin words, Chinese characters
_STAGE = lazy(
    r"(?:阶段|phase|stage|part|step|level|week|p|q) ?\d{1,2}|第[\d一二三四五六七八九十]{1,3}"
    r"|\([^()]*\)"
)


_VERBS = frozenset(VERB_CLASSES)
_SENTENCE = lazy(r"\b(?:is|are|has|have|can|will)\b")


def begins_with_verb(text: str) -> bool:
    """Whether an English line says first what shall be done: "Get the integration released"."""
    words = _WORD.findall(fold(text[:60]))
    if len(words) < 3 or words[1] == "and":
        return False
    known = vocabulary()[0].get(words[0])
    return known is not None and known.form == "" and bool(_VERBS & set(known.tags))


def is_name(text: str, kind: str) -> bool:
    """Whether a short text without a number names a group of lines: "Robustness", "Phase 1".

    Args:
        text: The line.
        kind: "item" of a list, or "title" for a heading or a bold line, which may be longer.
    """
    folded = _STAGE.sub("", fold(text[:200]))
    words, characters = _LONGEST_NAME_OF[kind]
    if begins_with_verb(folded) or _SENTENCE.search(folded):
        return False
    short = len(folded.split()) <= words and len(CJK.findall(folded)) <= characters
    return short and len(text) <= 120 and not any(char.isdigit() for char in folded)


def is_intro(text: str) -> bool:
    """Whether a line only leads to what follows it."""
    return text.rstrip(" *_").endswith(_INTRO_END)


@cache
def _generic() -> re.Pattern[str]:
    words = sorted(map(str, data("marks")["generic"]), key=len, reverse=True)
    chinese = "|".join(word for word in words if not word.isascii())
    latin = "|".join(word for word in words if word.isascii())
    return compiled(rf"(?:{chinese}|(?<![a-z])(?:{latin})(?![a-z])|q[1-4]|[\W\d_])*+")


def is_generic(text: str) -> bool:
    """Whether a title consists of words such as "Q4 OKRs" that name nothing."""
    return _generic().fullmatch(fold(text)[:200]) is not None


_OBJECTIVES_END = lazy(r"(?:objectives?|goals?|目标)[\W_]*$")
# "The bull's eye (goals)", "核心靶心（项目的主要目标）"
_IN_BRACKET = lazy(r"[^(]{2,30}\((?:objectives?|goals?|[^()，。,]{0,8}目标)\)[\W_]*$")
_OBJECTIVES_NEAR = lazy(
    r"(?:\b(?:objectives?|goals?)\b[^.;]{0,50}|目标[^，。,]{0,6}|[\"「『]o[\"」』][^.,;，。]{0,20}):[\W_]*$"
)
_RESULTS_NEAR = lazy(rf"{RESULTS}(?![a-z])[^.;。]{{0,40}}:?[\W_]*$")


def announces_objectives(text: str) -> bool:
    """A generic title that ends in "objectives", or a lead such as "Our goals for Q3:"."""
    folded = fold(text)[-120:]
    if gives_advice(text):
        return False
    if _OBJECTIVES_END.search(folded) and is_generic(text):
        return True
    if _IN_BRACKET.search(folded):
        return True
    return _OBJECTIVES_NEAR.search(folded) is not None and not _RESULTS_NEAR.search(folded)


def announces_key_results(text: str) -> bool:
    """A lead such as "followed by these key results:"."""
    near = is_intro(text) and _RESULTS_NEAR.search(fold(text)[-120:]) is not None
    return near and not gives_advice(text)


@cache
def _initiative_leads() -> re.Pattern[str]:
    return compiled("|".join(map(re.escape, data("marks")["initiative_leads"])))


def announces_initiatives(text: str) -> bool:
    """A lead such as "To get there:"."""
    return is_intro(text) and _initiative_leads().search(fold(text)[-120:]) is not None


def title_fields(text: str) -> dict[str, str]:
    """What a title says of its set: team, owner, cycle, level. Empty when nothing is clear."""
    folded = fold(text)
    found: dict[str, str] = {}
    cycle = _find_cycle(text, folded)
    if cycle:
        found["cycle"] = cycle
    if _COMPANY.search(folded) and is_generic(text):
        found["level"] = "company"
    parts = _PARTS.split(text.replace(cycle or "\0", " "))
    return found | next(filter(None, map(_whose, parts)), {})


def names_okrs_of(text: str) -> bool:
    """Whether a short line says whose OKRs of which cycle follow: "Sales Q4 2026 OKRs"."""
    fields = title_fields(text) if len(text) <= _LONGEST_TITLE else {}
    named = "team" in fields or _NAMES_OKRS.search(fold(text)) is not None
    return named and "cycle" in fields


_LONGEST_TITLE = 60
_NAMES_OKRS = lazy(r"(?<![a-z])(?:okrs?|objectives|goals)(?![a-z])|目标")


def _find_cycle(text: str, folded: str) -> str | None:
    folded = _DAY.sub(lambda day: " " * len(day[0]), folded)
    spans = [m.span() for m in _CYCLE.finditer(folded) if any(c in "qhs季半年" for c in m[0])]
    if not spans and _OKR_WORDS.search(text) and (year := _YEAR.search(folded)):
        spans = [year.span()]
    if not spans:
        return None
    start, end = max(spans, key=lambda span: span[1] - span[0])
    return text[start:end].strip()


_OKR_WORDS = lazy(
    r"(?<![a-z])(?:okrs?|objectives?|goals?|key results?|and|plan|draft)(?![a-z])|&"
    r"|目标|目標|关键结果|關鍵結果|规划|计划",
    re.IGNORECASE,
)
_PARTS = lazy(r"\s[-–—]\s|[/|｜·,，、:：()（）\[\]【】《》]")
_POSSESSIVE = lazy(r"['’]s?\b|的\s*$")
_TRIM = " \t-–—_*#的与和'’"
_LONGEST_NAME = 30
_LONGEST_OWNER = 4  # Chinese characters: "我们要达成的目标" is nobody's


# 50 to 250 people, 250人以上: how many there are, not who.
_HEADCOUNT = lazy(rf"\d{_PEOPLE}", re.IGNORECASE)


def _whose(part: str) -> dict[str, str]:
    """Team or owner named by one part of a title."""
    if _HEADCOUNT.search(part):
        return {}
    rest = _OKR_WORDS.sub(" ", part).strip()
    owned = rest != part.strip() and _POSSESSIVE.search(rest) is not None
    words = _POSSESSIVE.sub(" ", rest).split()
    name = " ".join(w for w in words if not is_generic(w) or _is_team(w)).strip(_TRIM)
    if not name or is_generic(name) or len(name) > _LONGEST_NAME or len(name.split()) > 4:
        return {}
    if _is_team(name):
        return {"team": name}
    owned = owned and len(CJK.findall(name)) <= _LONGEST_OWNER
    return {"owner": name.lstrip("@")} if owned or _is_person(name) else {}


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


@cache
def _team_words() -> re.Pattern[str]:
    words = [str(word) for word in data("marks")["team"]]
    latin = "|".join(word for word in words if word.isascii())
    chinese = "|".join(word for word in words if not word.isascii())
    return compiled(rf"(?<![a-z])(?:{latin})(?![a-z])$|(?:{chinese})$")


def _is_team(name: str) -> bool:
    return _team_words().search(fold(name)) is not None


def names_a_team(text: str) -> bool:
    """Whether a short title is the name of a team rather than an aim."""
    short = len(text) <= 40 and len(text.split()) <= 4 and not _OF_SOMETHING.search(fold(text))
    return short and not _by_a_team().search(fold(text)) and _is_team(text.strip(_TRIM))


# "打开第二条街的市场": the name of a team says of nothing whose it is, or only of us.
_OF_SOMETHING = lazy(r"(?:(?!我们)[\u4e00-\u9fff]){4}的[\u4e00-\u9fff]{2}")


@cache
def _by_a_team() -> re.Pattern[str]:
    """Words of an aim that a team is to reach: "Grow through sales", "把方法推广到研发团队"."""
    words = data("marks")["by_a_team"]
    latin = "|".join(word for word in words if word.isascii())
    chinese = "|".join(word for word in words if not word.isascii())
    return compiled(rf"(?<![a-z])(?:{latin}) [^ ]+$|(?:{chinese})")
