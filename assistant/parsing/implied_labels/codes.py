"""Key results told by a letter and a number alone: "A1: …", "A2: …" below "A: …" or any title."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from assistant.parsing.labels.marks import Mark, Role
from assistant.parsing.lines.text_lines import Line
from assistant.parsing.names import data
from assistant.patterns import compiled, lazy

# Quarters, halves, priorities, weeks and objectives have letters of their own.
_CODE = lazy(
    r"[*_]{0,3}(?P<letter>[A-GI-NR-VX-Z])(?P<number>\d{1,2})[*_]{0,3} ?[:：.)、]"
    r"\s*(?:[*_]{1,3}\s*)?(?=\S)"
)
_QUESTION = lazy(r"[*_]{0,3}(?:Q|Question|问|問) ?\d{1,2} ?[:：.)、]")
_FEWEST = 2


def take_codes(lines: list[Line]) -> None:
    """Take such codes for labels, where they are counted from 1 and no key result has another."""
    if any(line.mark and line.mark.role is Role.KEY_RESULT for line in lines):
        return
    coded = [line for line in lines if not line.mark and _CODE.match(line.text)]
    letters: dict[str, list[str]] = defaultdict(list)
    for line in coded:
        letter, number = _parts(line)
        letters[letter].append(number)
    counted = {letter for letter, numbers in letters.items() if numbers[0] == "1"}
    if len(coded) < _FEWEST or counted != letters.keys() or any(map(_asks, lines)):
        return
    for before, line in zip([None, *lines], lines, strict=False):
        if not line.mark and _CODE.match(line.text):
            _take_title(before, _parts(line)[0])
            _take(line)


def _asks(line: Line) -> bool:
    """Whether it is a question with its number, so that "A1: …" is what answers it."""
    return _QUESTION.match(line.text) is not None


def _parts(line: Line) -> tuple[str, str]:
    match = _CODE.match(line.text)
    return (match["letter"], match["number"]) if match else ("", "")


def _take(line: Line) -> None:
    match = _CODE.match(line.text)
    if match is not None:
        _part(line, match.end(), Mark(Role.KEY_RESULT, match.end(), "kr", match["number"]))


@cache
def _of_codes() -> re.Pattern[str]:
    """The title over codes, told by their letter: "A: …", "Team A: …", "方向A：…"."""
    words = "|".join(map(re.escape, data("marks")["tracks"]))
    return compiled(
        rf"[*_]{{0,3}}(?:(?:{words}) ?)?(?P<letter>[A-Z]) ?[:：]\s*(?:[*_]{{1,3}}\s*)?(?=\S)"
    )


def _take_title(line: Line | None, letter: str) -> None:
    """Take "A: Grow the club" over "A1: …" for an objective with its label."""
    match = _of_codes().match(line.text) if line and not line.mark else None
    if line is not None and match is not None and match["letter"] == letter:
        _part(line, match.end(), Mark(Role.OBJECTIVE, match.end(), "objective"))


def _part(line: Line, end: int, mark: Mark) -> None:
    line.mark, line.label, line.text = mark, line.text[:end], line.text[end:]
    line.column += end
