"""Whether a proposed line is one that anybody would write: each passes before it is offered.

What is of no such form is not mended here but left out; the honest question, which quotes the
author's line, is always there to take its place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from assistant.coaching.rewriting.anatomy import plain
from assistant.coaching.rewriting.compose import Tongue
from assistant.coaching.rewriting.cutting import stands_for
from assistant.coaching.rewriting.drafts import Line
from assistant.coaching.rewriting.expressions import DOING, expression
from assistant.coaching.rewriting.shortening import is_half_open
from assistant.language.facts.verdicts import observe
from assistant.language.script import fold
from assistant.language.words.tokens import Token
from assistant.language.words.vocabulary import vocabulary

_VERBS = {*DOING, "others", "pure"}
_OURS = re.compile(r"\[[^\[\]]{1,30}\]")
_MARKS = ("**", "__", "`", "](")


def is_whole(line: Line, source: str, tongue: Tongue) -> bool:
    """Whether a line is whole: its marks in pairs, its name a name, and no empty words.

    Args:
        line: The proposed line.
        source: The author's line; what stands in it so is no fault of ours.
        tongue: What it is written in.
    """
    bare = _OURS.sub("", line.text)
    if is_half_open(bare) and not is_half_open(source):
        return False
    if any(mark in bare for mark in _MARKS) or stands_for(bare, tongue):
        return False
    name, *values = expression("forms", f"values_{tongue.script}").split(line.text)
    if values and expression("forms", "at_time").search(fold(name).strip()):
        return False
    return not values or plain(source) in name or is_name(name, tongue)


def is_name(name: str, tongue: Tongue) -> bool:
    """Whether words can stand for what is counted."""
    folded = fold(_unquoted(name))
    if expression("forms", f"broken_{tongue.script}").search(folded):
        return False
    return not (_is_deed_zh(folded) if tongue.chinese else _is_clause_en(folded))


def _is_deed_zh(folded: str) -> bool:
    """Whether a name opens with a verb and no measure closes it: 做好服务."""
    first = next(iter(observe(folded).tokens), None)
    acts = first is not None and not first.start and first.form == "zh" and first.tag in DOING
    return acts and "的" not in folded and expression("forms", "measure_zh").search(folded) is None


def _is_clause_en(folded: str) -> bool:
    """Whether verbs stand where a name has to: two of being, one of work for who does it."""
    if Counter(expression("forms", "being_en").findall(folded)).total() > 1:
        return True
    subject = expression("forms", "subject_en").match(folded)
    if subject and _is_verb(subject["verb"]):
        return True
    tokens = observe(folded).tokens
    if expression("forms", "cut_off_en").fullmatch(folded) and tokens[-1].tag == "x":
        return True  # Walkers fill
    return folded.startswith("number of ") and any(map(_acts(folded), tokens))


def _is_verb(word: str) -> bool:
    """Whether a word is listed as a verb and as nothing else."""
    listed = vocabulary()[0].get(word)
    return listed is not None and not listed.form and set(listed.tags) <= _VERBS


def _acts(folded: str) -> Callable[[Token], bool]:
    """Whether a word is a verb in its third person: number of baker joins with a friend."""

    def acts(token: Token) -> bool:
        behind = expression("forms", "object_en").match(folded, token.end)
        return token.form == "s" and token.tag in DOING and behind is not None

    return acts


def _unquoted(name: str) -> str:
    """A name without what it quotes: that is the author's, whatever its form."""
    return expression("forms", "quoted").sub("“”", name)
