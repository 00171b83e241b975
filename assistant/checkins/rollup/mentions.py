"""Which other team a blocker or an ask names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.language.script import CJK, fold
from assistant.own_data import load

_LEAST = 2  # characters of a name that is looked for
_MOST_TEXT = 500


class TeamNames:
    """Finds the names of teams in what people write; a name goes without "team" or 部, too."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_word: dict[str, str] = {}
        for name in names:
            for word in _ways(name):
                self._by_word.setdefault(word, name)
        words = sorted(self._by_word, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(_bounded, words))) if words else None

    def named(self, text: str, besides: str) -> str | None:
        """The first other team that a text names."""
        if self._pattern is None:
            return None
        for match in self._pattern.finditer(_even(text[:_MOST_TEXT])):
            found = self._by_word[match.group()]
            if found != besides:
                return found
        return None


def _ways(name: str) -> Iterable[str]:
    """A team's name, and without its ending."""
    plain = _even(name)
    if len(plain) >= _LEAST:
        yield plain
    for ending in load("assistant.checkins.rollup", "mentions.yml")["endings"]:
        short = plain.removesuffix(ending).strip()
        if short != plain:
            if len(short) >= _LEAST:
                yield short
            return


def _even(text: str) -> str:
    """One case, one width, one script, and single blanks."""
    return " ".join(fold(text).split())


def _bounded(word: str) -> str:
    """A Latin name stands alone; a Chinese one may stand anywhere."""
    escaped = re.escape(word)
    return escaped if CJK.search(word) else rf"(?<![a-z0-9]){escaped}(?![a-z0-9])"
