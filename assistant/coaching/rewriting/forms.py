"""Whether a proposed line is one that anybody would write: each passes before it is offered.

What is of no such form is not mended here but left out; the honest question, which quotes the
author's line, is always there to take its place.
"""

from __future__ import annotations

import re
from collections import Counter

from assistant.coaching.rewriting.anatomy import plain
from assistant.coaching.rewriting.compose import Tongue
from assistant.coaching.rewriting.cutting import stands_for
from assistant.coaching.rewriting.drafts import Line
from assistant.coaching.rewriting.expressions import expression
from assistant.coaching.rewriting.shortening import is_half_open
from assistant.language.script import fold

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
    return not values or plain(source) in name or is_name(name, tongue)


def is_name(name: str, tongue: Tongue) -> bool:
    """Whether words can stand for what is counted."""
    folded = fold(_unquoted(name))
    found = expression("forms", f"broken_{tongue.script}").search(folded)
    return found is None and not _says_twice(folded, tongue)


def _unquoted(name: str) -> str:
    """A name without what it quotes: that is the author's, whatever its form."""
    return expression("forms", "quoted").sub("“”", name)


def _says_twice(folded: str, tongue: Tongue) -> bool:
    """Whether two clauses were fused: their verbs of being stand twice."""
    if tongue.chinese:
        return False
    return Counter(expression("forms", "being_en").findall(folded)).total() > 1
