"""A sentence cut into what it says of each key result, and the words by which it claims things."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from assistant.checkins.goal import Place
from assistant.language.script import CJK, fold
from assistant.strict_yaml import read_file

LABEL = re.compile(
    r"(?<![a-z0-9])kr ?(\d{1,3})\.(\d{1,3})(?![\d.]*\d)|(?<![a-z0-9])o(\d{1,3})(?![\d.])"
)
_NEAR = 28  # characters before a word that may turn its meaning


@cache
def lexicon() -> dict[str, Any]:
    """The content of `verify.yml`."""
    found: dict[str, Any] = read_file(
        files("assistant.checkins").joinpath("verify.yml"), "verify.yml"
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
    """What a sentence says of one key result, or of none in particular."""

    text: str
    folded: str
    place: Place | None

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


def segments(text: str, places: dict[str, Place]) -> list[Segment]:
    """The parts of a sentence from one label (KR1.2) to the next; the whole where there is none."""
    # A comma between two numbers (50，1 月 22 日) would make one of them.
    folded = fold(text.replace("，", "；"))
    marks = [match for match in LABEL.finditer(folded) if match[1]]
    found = {(int(match[1]) - 1, int(match[2]) - 1) for match in marks}
    only = found.pop() if len(found) == 1 else None
    if only is not None or not marks:
        return [Segment(text, folded, only)]
    starts = [match.start() for match in marks]
    ends = [*starts[1:], len(text)]
    parts = [Segment(text[: starts[0]], folded[: starts[0]], None)]
    for match, start, end in zip(marks, starts, ends, strict=True):
        place = (int(match[1]) - 1, int(match[2]) - 1)
        parts.append(Segment(text[start:end], folded[start:end], place))
    return parts
