"""Labels in the light of the whole document: it names its key results in one way."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from itertools import pairwise

from assistant.language.script import fold
from assistant.parsing.implied_labels.codes import take_codes
from assistant.parsing.implied_labels.counted import take_counted
from assistant.parsing.implied_labels.graded import take_graded
from assistant.parsing.implied_labels.holders import take_holders
from assistant.parsing.implied_labels.mentions import set_aside_mentions
from assistant.parsing.labels.marks import Mark, Role
from assistant.parsing.lines.text_lines import Line
from assistant.parsing.names import data, words_of
from assistant.patterns import compiled, lazy


def settle_labels(lines: Iterable[Line], *, tabled: bool = False) -> None:
    """Where key results are called so, "Success metrics:" labels a remark, not more of them.

    Args:
        lines: The lines of a text, without those of tables.
        tabled: Whether a table among them holds key results.
    """
    lines = list(lines)
    set_aside_mentions(lines)
    _take_misspelt(lines)
    _take_measures(lines)
    _drop_titles(lines)
    _drop_mentions(lines)
    _raise_titles(lines)
    take_codes(lines)
    take_holders(lines)
    take_graded(lines)
    take_counted(lines)
    second = frozenset(data("marks")["second_names"])
    called = [line.mark for line in lines if line.mark and line.mark.role is Role.KEY_RESULT]
    if not tabled and all(mark.word in second for mark in called):
        return
    for line in lines:
        if line.mark and line.mark.role is Role.KEY_RESULT and line.mark.word in second:
            line.mark = replace(line.mark, role=Role.ASIDE)
        elif not line.mark and (measuring := _measuring().match(fold(line.text[:40]))):
            line.mark = Mark(Role.ASIDE, measuring.end(), measuring["word"])
        elif not line.mark and line.item and (said := _talk().match(fold(line.text[:_REMARK]))):
            line.mark = Mark(Role.ASIDE, said.end("word"), said["word"])


def _take_misspelt(lines: list[Line]) -> None:
    """Take "Object: Grow" for the label that was meant, over one of a key result."""
    for line, below in pairwise(lines):
        match = None if line.mark else _MISSPELT.match(fold(line.text[:_LONGEST_LABEL]))
        result = below.mark is not None and below.mark.role is Role.KEY_RESULT
        if match and result:
            line.mark = Mark(Role.OBJECTIVE, match.end(), "objective", match["number"])
            line.label, line.text = line.text[: match.end()], line.text[match.end() :]
            line.column += match.end()


_MISSPELT = lazy(
    r"[*_]{0,2}(?:objects?|objectivs?|objetives?) ?(?P<number>\d{0,2}) ?:[*_]{0,2} ?(?=\S)"
)
_LONGEST_LABEL = 24


def _take_measures(lines: list[Line]) -> None:
    """Take "Metric: 40 visits" right below an objective for its key result."""
    for line, below in pairwise(lines):
        match = None if below.mark else _measure().match(fold(below.text[:_LONGEST_LABEL]))
        if match and _is_objective(line) and line.kind == below.kind:
            below.mark = Mark(Role.KEY_RESULT, match.end(), "metric")
            below.label, below.text = below.text[: match.end()], below.text[match.end() :]
            below.column += match.end()


@cache
def _measure() -> re.Pattern[str]:
    named = words_of("numbered_only") & words_of("second_names")
    words = "|".join(map(re.escape, sorted(named)))
    return compiled(rf"[*_]{{0,2}}(?:{words}) ?:[*_]{{0,2}} ?(?=\S)")


def _drop_titles(lines: list[Line]) -> None:
    """Take "# Goals: Tessa" for a title where headings without labels stand below it."""
    headings = [line for line in lines if line.heading]
    for line, below in pairwise(headings):
        mark = line.mark
        many = mark is not None and mark.role is Role.OBJECTIVE and mark.word.endswith("s")
        if many and line.text and below.level > line.level and not below.mark:
            line.without_mark()


def _raise_titles(lines: list[Line]) -> None:
    """Take "2. Keep customers" for a heading where such a line stands over most objectives."""
    over = [
        line
        for before, line, below in zip([None, *lines], lines, lines[1:], strict=False)
        if _is_objective(below)
        and line.item
        and not line.mark
        and not (before and before.kind == line.kind)
        and below.indent == line.indent
        and not below.item
    ]
    if len(over) < _FEWEST or len(over) * 2 < sum(map(_is_objective, lines)):
        return
    for line in over:
        line.kind, line.level = "#", _LOWEST


_FEWEST = 2
_LOWEST = 6  # rank of a heading


def _is_objective(line: Line) -> bool:
    return line.mark is not None and line.mark.role is Role.OBJECTIVE and bool(line.text)


def _drop_mentions(lines: list[Line]) -> None:
    """Take a label that stands for itself elsewhere as a part of its text.

    "KR1 is late" after "KR1: …" tells of it; so does "O1 kick-off" of another style than O1's.
    """
    objectives: dict[str, str] = {}
    results: set[str] = set()
    for line in lines:
        mark = line.mark
        if mark is None or not mark.number or mark.role not in (Role.OBJECTIVE, Role.KEY_RESULT):
            continue
        of_objective = mark.role is Role.OBJECTIVE
        if of_objective and mark.word == "okr" and _names_other(line, objectives):
            line.without_mark()
            continue
        other = objectives.get(mark.number, line.kind) != line.kind
        if not mark.firm and (other if of_objective else mark.number in results):
            line.without_mark()
            continue
        results = set() if of_objective else results
        if mark.firm and of_objective:
            objectives.setdefault(mark.number, line.kind)
        elif mark.firm:
            results.add(mark.number)


def _names_other(line: Line, objectives: dict[str, str]) -> bool:
    """Whether "OKR 2: …" in a list names what an objective or key result is for, read before."""
    mark = line.mark
    read = mark is not None and mark.number in objectives and not line.heading
    return read and mark is not None and objectives[mark.number] != line.kind


@cache
def _measuring() -> re.Pattern[str]:
    words = "|".join(map(re.escape, data("marks")["measuring"]))
    return compiled(rf"[*_]{{0,3}}(?P<word>{words})[*_]{{0,3}} ?:[*_]{{0,3}} ?")


@cache
def _talk() -> re.Pattern[str]:
    """What a colleague says of a draft, behind his name: "Tom: shall we …?", "@lena +1"."""
    words = "|".join(map(re.escape, data("marks")["talk"]))
    name = r"(?:@[\w.-]{1,24}|[a-z][a-z.]{1,15}|[\u4e00-\u9fff]{2,4})"
    clock = r"(?: ?[\[(]?\d{1,2}[:：]\d{2}(?: ?[ap]m)?[\])]?)?"
    return compiled(rf"(?P<word>(?:{name}{clock} ?[:：]|@[\w.-]{{1,24}}) ?)(?:{words}|.*[?？]$)")


_REMARK = 200  # characters of a remark that are looked at
