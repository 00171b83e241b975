"""Lines that are about OKRs, not part of them: definitions, advice, references to other places."""

from __future__ import annotations

import re
from functools import cache

from assistant.language.script import fold
from assistant.parsing.labels.marks import Role
from assistant.parsing.names import data
from assistant.parsing.phrases import RESULTS
from assistant.patterns import compiled, lazy

_DEFINITION = lazy(
    rf"(?:an? |the )?[*_]{{0,3}}(?:objectives?|{RESULTS}|okrs?|o|目标)"
    r"[*_]{0,3}(?: ?\([^()]{1,40}\))? ?"
    r"(?:(?:are|is|helps?|means?|stands? for|represents?|defines?|describes?|should|answers?)\b"
    r"|和关键结果|相当于|[,，]?(?:就|不)?是|即|[=＝]|要(?!素)|应|必须|需要|不要|不能|不写)"
)
# What stands behind "Objective:" where the label is explained: "定性描述,回答…".
_EXPLANATION = lazy(
    r"(?:an? |\d(?: ?(?:-|–|~|to|到|至) ?\d)? ?[个条项]?)?"
    r"(?:qualitative|quantitative|quantifiable|可量化|可衡量的?(?:结果|成果|指标)"
    r"|measurable (?:outcomes?|results?|metrics?)"
    r"|what (?:you|we|are we|do we|is it) (?:want|try|aim)"
    r"|(?:what|where) (?:do|are|will|am) (?:i|we|you)(?![a-z])"
    r"|how (?:you|we|will we|do we)(?: will|'ll)? (?:know|measure|tell)"
    r"|定性|定量|清晰描述|(?:is|are) (?:an? |made |the |used )|(?:是|即)一[种套个])"
)
_RESULTS = lazy(rf"{RESULTS}(?![a-z])")
# "2 to 4 key results", "3 个 KR": how many there should be is no target.
_HOW_MANY = lazy(
    r"\d{1,2}(?: ?(?:-|–|~|to|or|到|至) ?\d{1,2})? ?[个条项]? ?"
    rf"(?={RESULTS}(?![a-z]))"
)
_DIGIT = lazy(r"\d")
_LINK = lazy(
    r"(?:[^\[\]:：]{1,12}[:：] ?)?\[(?P<text>[^\[\]]*)\]\((?P<url>[^()\s]*)\)[.。]?|(?P<bare>https?://\S+)"
)
_ADVICE = lazy(
    r"\b(?:should|must|have to|has to|needs? to|ought to)\b|应该|应当|必须|需要是|需要满足|要满足"
    r"|要具备"
)
_NUMBERING = lazy(r"^[\W\d_]*(?:第?[一二三四五六七八九十]{1,3}[、.]\s*)?")
_GLOSS = lazy(r"\s*[(（][^()（）]{0,60}[)）]")


def is_definition(text: str) -> bool:
    """Whether a line says what objectives or key results are."""
    return _DEFINITION.match(fold(text[:80])) is not None


def is_explanation(text: str) -> bool:
    """Whether the words behind a label only explain the label."""
    return _EXPLANATION.match(fold(text[:60]).lstrip("*_ ")) is not None


def gives_advice(text: str) -> bool:
    """Whether a lead tells how something should be: "A good objective should be:"."""
    return _ADVICE.search(fold(text[-120:])) is not None


def speaks_of_results(text: str) -> bool:
    """Whether a line without a label speaks about key results; one with a number may be one."""
    folded = fold(text[:400])
    if _RESULTS.search(folded) is None:
        return False
    return _DIGIT.search(_RESULTS.sub("", _HOW_MANY.sub("", folded))) is None


def is_reference(text: str) -> bool:
    """Whether a line only says where OKRs or talk of them are to be found."""
    match = _LINK.fullmatch(text.strip())
    if match is None:
        return False
    return match["bare"] is not None or _reference_words().search(fold(match["text"])) is not None


@cache
def _reference_words() -> re.Pattern[str]:
    return compiled("|".join(map(re.escape, data("marks")["references"])))


def is_about(title: str) -> bool:
    """Whether a title says that what follows is about OKRs, or beside them."""
    folded = _GLOSS.sub("", fold(title[:120])).strip(" *_:")
    folded = _NUMBERING.sub("", folded)
    return folded.startswith(tuple(data("marks")["about"]["starts"])) or _about_title(folded)


def section_named(title: str) -> Role | None:
    """What a title of nothing but known words says of the list under it: "Risks and asks"."""
    folded = _NUMBERING.sub("", _GLOSS.sub("", fold(title[:_LONGEST_TITLE]))).strip(" *_:")
    parts = [part for part in _AND.split(folded) if part]
    work = set(data("marks")["initiative"]["words"])
    if parts and work.issuperset(parts):
        return Role.INITIATIVE
    beside = {*work, *data("marks")["aside"]["words"], *data("marks")["about"]["titles"]}
    return Role.ASIDE if parts and beside.issuperset(parts) else None


def stands_beside(title: str) -> bool:
    """Whether a title is of what stands beside OKRs."""
    return section_named(title) is not None or is_about(title)


_AND = lazy(r"\s*(?:[与和及、/&,，+]|\band\b)\s*")
_LONGEST_TITLE = 60


def _about_title(folded: str) -> bool:
    words, about = folded.split(), data("marks")["about"]
    if folded in about["titles"]:
        return True
    ends = len(words) <= 2 and words[-1:] and words[-1] in about["last_words"]
    return bool(ends) or (len(folded) <= 8 and folded.endswith(tuple(about["endings"])))
