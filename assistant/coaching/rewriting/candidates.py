"""Measures to think of: what could show the effect of some work, named in the question about it.

Nothing of it enters the line, so a guess here steers nobody; a bare question helps nobody either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from assistant.coaching.rewriting.compose import Tongue
from assistant.language.script import CJK, fold
from assistant.own_data import load
from assistant.patterns import compiled

CLAUSE_END = re.compile("[,，;；。]")
_FORMS, _DONE = "(?:s|es|ing|ment)?", "(?:d|ed)"


@dataclass(frozen=True, slots=True)
class _Sort:
    """A sort of work: the words that tell it, and what can show its effect."""

    words: re.Pattern[str]
    done: re.Pattern[str]  # the same of English words, said to be done
    english: tuple[str, ...]
    chinese: tuple[str, ...]


def such_as(work: str, tongue: Tongue) -> str:
    """The measures to think of for some work, as a question goes on with them; empty for none."""
    sort = _sort_of(CLAUSE_END.split(fold(work))[0]) or _sort_of(fold(work))
    if sort is None:
        return ""
    named = map(tongue.telling, sort.english, sort.chinese)
    return tongue.tell("question.such", measures=tongue.tell("question.joint").join(named))


def _sort_of(folded: str) -> _Sort | None:
    """The sort that a line tells; the last one, of anything made, where no other does.

    An English line begins with its verb, a Chinese name ends with its noun (安全驾驶培训); what is
    only said to be done (a closed beta) speaks where nothing else does.
    """
    *own, anything = _sorts()
    for done in (False, True):
        places = list(_found(own, folded, done=done))
        if places:
            return own[min(places)[2]]
    return anything if anything.words.search(folded) else None


def _found(sorts: list[_Sort], folded: str, *, done: bool) -> Iterator[tuple[int, int, int]]:
    """How far from where it tells most a word of each sort stands, its length, and which sort."""
    for n, one in enumerate(sorts):
        for match in (one.done if done else one.words).finditer(folded):
            chinese = CJK.search(match[0]) is not None
            yield (-match.end() if chinese else match.start()), -len(match[0]), n


@cache
def _sorts() -> tuple[_Sort, ...]:
    listed = load("assistant.coaching", "rewriting/candidates.yml")
    return tuple(
        _Sort(
            compiled(f"{_english(one['en'])}{_FORMS}(?![a-z])|{one['zh'].replace(',', '|')}"),
            compiled(f"{_english(one['en'])}{_DONE}(?![a-z])"),
            tuple(one["show"]["en"]),
            tuple(one["show"]["zh"]),
        )
        for one in listed
    )


def _english(words: str) -> str:
    return f"(?<![a-z/._-])(?:{'|'.join(map(re.escape, words.split(', ')))})"
