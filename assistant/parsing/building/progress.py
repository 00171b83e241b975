"""How far key results are, in a bare percentage behind each: "… from 60 to 25 (30%)", "… — 30%".

Behind a single line, or behind lines without another number, it may be the target; it is progress
where all of an objective's lines have one and half of them name a value besides.
"""

from __future__ import annotations

from assistant.language.figures.placeholders import find_placeholders
from assistant.language.script import fold
from assistant.models import KeyResult
from assistant.parsing.reading import Note, SetReading
from assistant.patterns import lazy

_SHARE = r"\d{1,3}\s*[%％]"
_BARE = lazy(rf"\s*[(（\[【]\s*{_SHARE}\s*[)）\]】]$|(?<=[^\d%％\s])\s+[-–—]{{1,2}}\s*{_SHARE}$")
# The quarter of a line, and how far it was and is: "… Q2 0%-30%".
_QUARTER = lazy(r"(?<!\s)\s+(?:20\d\d ?)?Q[1-4]\s+\d{1,3} ?[%％]\s?[-–~至到]\s?\d{1,3} ?[%％]$")
# How an objective went: "Grow the club – 3", a number behind most objectives of a set.
_GRADE = lazy(r"(?<!\s)\s+[-–—]{1,2}\s*(?:(?:\d(?:\.\d)?|10)(?: ?/ ?(?:5|10))?|\d{1,3} ?[%％])$")
_LONGEST = 12  # characters at a line's end in which it stands
_FEWEST = 2
_AROUND = " ()（）[]【】-–—"
_HALF = "50%"  # the confidence with which a key result begins
_DIGIT = lazy(r"(?<![A-Za-z])\d")  # "in Q3" names no value


def take_off_progress(reading: SetReading) -> None:
    """Take the percentages off the lines of each objective where they are progress."""
    _take_off_quarters(reading)
    for objective in reading.set.objectives:
        rows = [kr for kr in objective.key_results if not _is_open(kr.text)]
        ends = [_bare(kr.text) for kr in rows]
        begins = [end for end in ends if end is not None]
        if len(rows) != len(begins) or len(rows) < _FEWEST:
            continue
        sure = all(
            kr.text[at:].strip(_AROUND) == _HALF for kr, at in zip(rows, begins, strict=True)
        )
        valued = [kr for kr, at in zip(rows, begins, strict=True) if _DIGIT.search(kr.text, 0, at)]
        if len(valued) * 2 >= len(rows) or sure:
            reading.notes += map(_without, rows, begins)


def _take_off_quarters(reading: SetReading) -> None:
    """Take a quarter with its shares off, where each key result of a set has them."""
    rows = [kr for objective in reading.set.objectives for kr in objective.key_results]
    ends = [_QUARTER.search(kr.text) for kr in rows]
    if len(rows) >= _FEWEST and all(ends):
        reading.notes += [
            _without(kr, end.start()) for kr, end in zip(rows, ends, strict=True) if end
        ]


def take_off_grades(reading: SetReading) -> None:
    """Take such numbers off the objectives of a set, where most have one."""
    objectives = reading.set.objectives
    found = [(each, match) for each in objectives if (match := _GRADE.search(each.objective))]
    if len(found) < _FEWEST or len(found) * 2 <= len(objectives):
        return
    for each, match in found:
        line = each.at.line if each.at else None
        reading.notes.append(Note("left_out", line, None, {"text": match[0].strip(" -–—")}))
        each.objective = each.objective[: match.start()]


def _is_open(text: str) -> bool:
    return bool(find_placeholders(text, fold(text)))


def _bare(text: str) -> int | None:
    """Where the percentage behind a line begins."""
    match = _BARE.search(text, max(len(text) - _LONGEST, 0))
    return match.start() if match else None


def _without(kr: KeyResult, begin: int) -> Note:
    share, kr.text = kr.text[begin:].strip(_AROUND), kr.text[:begin]
    return Note("left_out", kr.at.line if kr.at else None, None, {"text": share})
