"""What a text behind a title says: a sentence of its own, or where that which it names shall be."""

from __future__ import annotations

import re
from functools import cache

from assistant.language.words.vocabulary import VERB_CLASSES, vocabulary
from assistant.parsing.names import data
from assistant.patterns import compiled, lazy

# These verbs move a value, which has to be named: "Grow from 2m to 3m" needs the title before it.
_MOVING = frozenset(("down", "improve", "up", "keep", "get", "win", "reach"))
_FIRST = lazy(r"[a-z'’-]+")
_LONGEST_VERB = 4  # characters, in Chinese


def tells_of_title(rest: str) -> bool:
    """Whether a text tells of what a title before it names: "from 20% to 40%", "reaches 50"."""
    if _bound().match(rest) or _MOVING & _chinese_classes(rest):
        return True
    verb = _FIRST.match(rest)
    known = vocabulary()[0].get(verb[0]) if verb else None
    if verb is None or known is None or not set(VERB_CLASSES) & set(known.tags):
        return False
    moved = bool(_MOVING & set(known.tags))
    return known.form != "" or (moved and _bound().match(rest[verb.end() :].lstrip()) is not None)


def _chinese_classes(rest: str) -> frozenset[str]:
    """The classes of the Chinese verb that a text begins with."""
    known = vocabulary()[1]
    lengths = range(min(_LONGEST_VERB, len(rest)), 0, -1)
    entry = next((known[rest[:n]] for n in lengths if rest[:n] in known), None)
    return frozenset(entry.tags) if entry else frozenset()


@cache
def _bound() -> re.Pattern[str]:
    """A value, or a word that only goes on with what was named before."""
    words = [str(word) for word in data("marks")["bound"]]
    latin = "|".join(re.escape(word) for word in words if word.isascii())
    chinese = "|".join(word for word in words if not word.isascii())
    return compiled(rf"(?:{latin})(?![a-z])|(?:{chinese})|[\d≥≤<>=~%+-]")
