"""Measures to think of: what could show the effect of some work, named in the question about it.

Nothing of it enters the line, so a guess here steers nobody; a bare question helps nobody either.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from assistant.coaching.rewriting.compose import Tongue
from assistant.language.script import fold
from assistant.own_data import load
from assistant.patterns import compiled

_FORMS = "(?:s|es|d|ed|ing|ment)?"


@dataclass(frozen=True, slots=True)
class _Sort:
    """A sort of work: the words that tell it, and what can show its effect."""

    words: re.Pattern[str]
    english: tuple[str, ...]
    chinese: tuple[str, ...]


def such_as(work: str, tongue: Tongue) -> str:
    """The measures to think of for some work, as a question goes on with them; empty for none."""
    found = _sort_of(fold(work))
    if found is None:
        return ""
    first, second, third = map(tongue.telling, found.english, found.chinese)
    return tongue.tell("question.such", first=first, second=second, third=third)


def _sort_of(folded: str) -> _Sort | None:
    """The sort whose word stands first; the last one, of anything made, where no other does."""
    *own, anything = _sorts()
    places = [(match.start(), -len(match[0]), n) for n, match in _found(own, folded)]
    if places:
        return own[min(places)[2]]
    return anything if anything.words.search(folded) else None


def _found(sorts: list[_Sort], folded: str) -> list[tuple[int, re.Match[str]]]:
    matches = ((n, one.words.search(folded)) for n, one in enumerate(sorts))
    return [(n, match) for n, match in matches if match]


@cache
def _sorts() -> tuple[_Sort, ...]:
    listed = load("assistant.coaching", "rewriting/candidates.yml")
    return tuple(
        _Sort(_pattern(one["en"], one["zh"]), tuple(one["show"]["en"]), tuple(one["show"]["zh"]))
        for one in listed
    )


def _pattern(english: str, chinese: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, english.split(", ")))
    return compiled(f"(?<![a-z/._-])(?:{words}){_FORMS}(?![a-z])|{'|'.join(chinese.split(','))}")
