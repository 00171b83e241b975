"""What kind of line it is when no label tells: a title, a team's name, a sentence of prose."""

from __future__ import annotations

import re
from functools import cache

from assistant.language.script import CJK, fold
from assistant.language.words.vocabulary import VERB_CLASSES, vocabulary
from assistant.parsing.names import data
from assistant.parsing.phrases import RESULTS
from assistant.parsing.titles.remarks import gives_advice
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
    "{%",
    "http://",
    "https://",
)
_INTRO_END = (":", "：", "︰", "，如", "如下", "...", "……")


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
_TRIM = " \t-–—_*#的与和'’"
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


@cache
def _team_words() -> re.Pattern[str]:
    words = [str(word) for word in data("marks")["team"]]
    latin = "|".join(word for word in words if word.isascii())
    chinese = "|".join(word for word in words if not word.isascii())
    return compiled(rf"(?<![a-z])(?:{latin})(?![a-z])$|(?:{chinese})$")


def is_team(name: str) -> bool:
    """Whether a name ends as those of teams do."""
    return _team_words().search(fold(name)) is not None


def names_a_team(text: str) -> bool:
    """Whether a short title is the name of a team rather than an aim."""
    short = len(text) <= 40 and len(text.split()) <= 4 and not _OF_SOMETHING.search(fold(text))
    return short and not _by_a_team().search(fold(text)) and is_team(text.strip(_TRIM))


# "打开第二条街的市场": the name of a team says of nothing whose it is, or only of us.
_OF_SOMETHING = lazy(r"(?:(?!我们)[\u4e00-\u9fff]){4}的[\u4e00-\u9fff]{2}")


@cache
def _by_a_team() -> re.Pattern[str]:
    """Words of an aim that a team is to reach: "Grow through sales", "把方法推广到研发团队"."""
    words = data("marks")["by_a_team"]
    latin = "|".join(word for word in words if word.isascii())
    chinese = "|".join(word for word in words if not word.isascii())
    return compiled(rf"(?<![a-z])(?:{latin}) [^ ]+$|(?:{chinese})")
