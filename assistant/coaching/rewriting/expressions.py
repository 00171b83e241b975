"""The expressions that lines are taken apart with, and what both languages share."""

from __future__ import annotations

import re
from functools import cache

from assistant.language.lexicon import section
from assistant.language.words.observation import Observation
from assistant.language.words.tokens import Token
from assistant.language.words.vocabulary import VERB_CLASSES
from assistant.own_data import load
from assistant.patterns import compiled

DOING = frozenset(VERB_CLASSES)
"""The tags of verbs."""


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """The expressions of `anatomy.yml`."""
    loaded: dict[str, str] = load("assistant.coaching", "rewriting/anatomy.yml")
    return {name: re.compile(with_numerals(source)) for name, source in loaded.items()}


@cache
def expression(file: str, name: str) -> re.Pattern[str]:
    """One expression of a file of this folder, such as `often_en` of `habits`."""
    return compiled(with_numerals(str(load("assistant.coaching", f"rewriting/{file}.yml")[name])))


def _spelt() -> list[str]:
    """One, two, … ninety; nothing is counted with zero."""
    return [word for word, value in section("numerals")["small"].items() if value]


def with_numerals(source: str) -> str:
    """An expression in which `<numeral>` stands for the English number words of the lexicon."""
    return source.replace("<numeral>", "|".join(_spelt()))


def texts(seen: Observation, tokens: list[Token]) -> tuple[str, ...]:
    """The folded words of tokens."""
    return tuple(seen.folded[t.start : t.end] for t in tokens)
