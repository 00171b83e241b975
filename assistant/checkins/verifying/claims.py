"""A sentence cut into what it says of each key result, and the words by which it claims things."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from assistant.checkins.arithmetic.goal import Place
from assistant.language.script import CJK, fold
from assistant.strict_yaml import read_file

LABEL = re.compile(
    r"(?<![a-z0-9])kr ?(\d{1,3})\.(\d{1,3})(?![\d.]*\d)|(?<![a-z0-9])o(\d{1,3})(?![\d.])"
)
_BETWEEN = re.compile(r" ?(?:,|、|/|&|and|, and|与|和|及|跟|以及)? ?")
_NEAR = 28  # characters before a word that may turn its meaning


@cache
def lexicon() -> dict[str, Any]:
    """The content of `verify.yml`."""
    found: dict[str, Any] = read_file(
        files("assistant.checkins.verifying").joinpath("verify.yml"), "verify.yml"
    ).value
    return found


def words(key: str) -> list[str]:
    """A list of `verify.yml`."""
    return [str(word) for word in lexicon()[key]]


@cache
def _pattern(word: str) -> re.Pattern[str]:
    escaped = re.escape(word)
    return re.compile(escaped if CJK.search(word) else rf"(?<![a-z]){escaped}(?![a-z])")


def has(folded: str, word: str) -> bool:
    """Whether a word stands in a text, a Latin one as a whole."""
    return _pattern(word).search(folded) is not None


@dataclass(frozen=True, slots=True)
class Segment:
    """What a sentence says of some key results, or of none in particular.

    `places` are those that it is about, in their order; `named` are all that the sentence names.
    """

    text: str
    folded: str
    places: tuple[Place, ...] = ()
    named: frozenset[Place] = frozenset()

    def found(self, key: str) -> Iterator[tuple[str, int]]:
        """The words of a list that stand here, and where."""
        for word in words(key):
            for match in _pattern(word).finditer(self.folded):
                yield word, match.start()

    def claims(self, key: str) -> Iterator[tuple[str, str, int]]:
        """The same for lists by meaning: meaning, word, place; a longer word hides one in it."""
        hits = [
            (match.start(), match.end(), meaning, str(word))
            for meaning, ways in lexicon()[key].items()
            for word in ways
            for match in _pattern(str(word)).finditer(self.folded)
        ]
        for start, end, meaning, word in hits:
            inside = any(a <= start and end <= b and b - a > end - start for a, b, _, _ in hits)
            if not inside:
                yield meaning, word, start

    def before(self, at: int) -> str:
        """The words shortly before a place, in the same clause."""
        near = self.folded[max(0, at - _NEAR) : at]
        return re.split(r"[,;，；。]", near)[-1]


def cuttings(text: str) -> list[list[Segment]]:
    """The ways to cut a sentence by its labels.

    What is said of a key result follows its label, or stands before a label in brackets.
    """
    # A comma between two numbers (50，1 月 22 日) would make one of them.
    folded = fold(text.replace("，", "；"))
    marks = _joined([match for match in LABEL.finditer(folded) if match[1]], folded)
    if len(marks) <= 1:
        places = marks[0].places if marks else ()
        return [[Segment(text, folded, places, frozenset(places))]]
    starts = [0, *(mark.start for mark in marks), len(text)]
    found = [_cut(text, folded, starts, [(), *(mark.places for mark in marks)])]
    if all(folded[mark.start - 1 : mark.start] == "(" for mark in marks):
        ends = [0, *(mark.end for mark in marks[:-1]), len(text)]
        found.append(_cut(text, folded, ends, [mark.places for mark in marks]))
    return found


@dataclass(frozen=True, slots=True)
class _Mark:
    """A label, or several in a row (KR1.1 and KR1.2)."""

    start: int
    end: int
    places: tuple[Place, ...]


def _joined(matches: list[re.Match[str]], folded: str) -> list[_Mark]:
    found: list[_Mark] = []
    for match in matches:
        place = (int(match[1]) - 1, int(match[2]) - 1)
        if found and _BETWEEN.fullmatch(folded, found[-1].end, match.start()):
            last = found.pop()
            found.append(_Mark(last.start, match.end(), (*last.places, place)))
        else:
            found.append(_Mark(match.start(), match.end(), (place,)))
    return found


def _cut(text: str, folded: str, at: list[int], places: list[tuple[Place, ...]]) -> list[Segment]:
    named = frozenset(place for some in places for place in some)
    cuts = zip(at, at[1:], places, strict=False)
    return [Segment(text[a:b], folded[a:b], of, named) for a, b, of in cuts if a < b]
