"""Whether the words cut out of a line name its thing, and what is said where they do not."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from assistant.coaching.rewriting.anatomy import Work
from assistant.coaching.rewriting.compose import Tongue
from assistant.coaching.rewriting.expressions import DOING
from assistant.coaching.rewriting.shortening import EDGES, is_half_open, thing_of, width_of
from assistant.coaching.rewriting.works import Outcome
from assistant.language.facts.verdicts import observe
from assistant.language.script import fold
from assistant.own_data import load

_MOST_WORDS, _MOST_SIGNS = 8, 16


def cut(work: Work, tongue: Tongue) -> Work:
    """The work with its thing, or with "this work" where the thing cannot be cut out cleanly."""
    if is_clean(work.topic, chinese=work.chinese) and not _goes_on(work):
        return work
    short = _shorter(work)
    if (
        short
        and short != work.topic
        and is_clean(short, chinese=work.chinese)
        and not _goes_on(work)
    ):
        return replace(work, topic=short, done=work.done.replace(work.topic, short))
    if work.chinese:
        return replace(work, topic=tongue.own(_text("instead_zh")), done=_text("over_zh"))
    return replace(work, topic=_text("instead_en"), done="", doing="")


def is_rule(text: str, tongue: Tongue) -> bool:
    """Whether a line says what to do in a case: no thing in it is what it is about."""
    return _sign(f"rule_{tongue.script}").match(fold(text.strip(EDGES))) is not None


def of_rule(text: str, tongue: Tongue) -> str:
    """What can be quoted of a rule: in Chinese what is then done, in English the whole."""
    found = _sign("rule_zh").match(fold(text.strip(EDGES))) if tongue.chinese else None
    return text.strip(EDGES)[found.end() :] if found else text


def _shorter(work: Work) -> str:
    if not work.chinese:
        return thing_of(work.topic)
    tail = _sign("tail_zh").search(fold(work.topic))
    bare = (work.topic[: tail.start()] if tail else work.topic).strip(EDGES)
    head = _sign("head_zh").match(fold(bare))
    return bare[head.end() :].strip(EDGES) if head else bare


def is_cut(work: Work) -> bool:
    """Whether a work stands for its thing."""
    return work.topic == _text("instead_en") or work.done == _text("over_zh")


def stands_for(text: str, tongue: Tongue) -> bool:
    """Whether a line says "this work" for its thing, which then stands beside it."""
    instead = (_text("instead_zh"), _text("over_zh") + "后") if tongue.chinese else ()
    return any(tongue.own(one) in text for one in (*instead, _text("instead_en")))


def fits_any(outcome: Outcome) -> bool:
    """Whether an outcome can be said of "this work" too: no "regular this work"."""
    fitting = ("after {topic}", "Effect of {topic}")
    return "{topic}" not in outcome.en or any(one in outcome.en for one in fitting)


def is_clean(words: str, *, chinese: bool) -> bool:
    """Whether words name a thing: no half sentence, mark, address or list."""
    folded = fold(words)
    if is_half_open(words) or _sign("marked").search(folded):
        return False
    if chinese:
        return width_of(words) <= _MOST_SIGNS and not _sign("verb_zh").search(folded)
    if len(words.split()) > _MOST_WORDS or _says_something(words):
        return False
    if any(_sign(name).search(folded) for name in ("verb_en", "adverb_en")):
        return False
    return bool(_sign("name_en").match(words)) or not _sign("opens_en").search(folded)


def is_half(name: str, *, chinese: bool) -> bool:
    """Whether the name of a measure is half a sentence, however long it is."""
    half = is_half_open(name) or _sign("marked").search(fold(name)) is not None
    return half or (not chinese and _sign("verb_en").search(fold(name)) is not None)


def _says_something(words: str) -> bool:
    """Whether a verb in its third person stands between two nouns: the system triggers alerts."""
    tokens = observe(words).tokens
    return any(
        verb.form == "s" and verb.tag in DOING and left.tag == "x" and right.tag in ("x", "det")
        for left, verb, right in zip(tokens, tokens[1:], tokens[2:], strict=False)
    )


def _goes_on(work: Work) -> bool:
    """Whether the words are only who or what a sentence is said of: 用户可以通过配置创建仓库."""
    if not work.chinese and _sign("into_en").search(fold(work.topic)):
        return True
    at = work.text.find(work.topic)
    rest = work.folded[at + len(work.topic) :] if at >= 0 else ""
    return bool(_sign("goes_on_zh" if work.chinese else "goes_on_en").search(rest))


@cache
def _text(name: str) -> str:
    return str(load("assistant.coaching", "rewriting/cutting.yml")[name])


@cache
def _sign(name: str) -> re.Pattern[str]:
    return re.compile(_text(name))
