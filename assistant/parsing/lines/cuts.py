"""Where a line that seems to be one holds several: tags of HTML, cells, a sentence with labels."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from assistant.language.script import fold
from assistant.parsing.labels.label_pattern import CHINESE_DIGITS
from assistant.parsing.labels.marks import OKR, Mark, Role, read_mark
from assistant.parsing.labels.signs import TAGS_WITHIN
from assistant.parsing.lines.entries import as_count, may_name_results
from assistant.parsing.lines.text_lines import Line, take_mark
from assistant.parsing.phrases import RESULTS
from assistant.patterns import lazy
from assistant.records import record


def cut_line(line: Line) -> Iterator[Line]:
    """The lines that a line of the source holds, apart from its entries.

    Args:
        line: A line with its label read; it is shortened where more follow it.
    """
    for part in _at_tags(line):
        if part.mark or part.kind == "|":
            yield part
        elif literal := _literal_in(part.text):
            yield from _at_literal(part, literal)
        elif begins := _counted_objectives(part.text):
            yield from _at_counted(part, begins)
        elif "\t" in part.text:
            yield from _at_label(part)
        elif may_name_results(part.text):
            yield from _at_spoken(part)
        else:
            yield part


# A text of a program or of data that holds a draft: "body: 'O: … KR1 … KR2 …',".
_LITERAL = lazy(r"[:=] ?(?P<sign>[\"'`])(?P<words>(?:(?!(?P=sign)).){8,})(?P=sign)")


def _literal_in(text: str) -> re.Match[str] | None:
    """The quoted text of a line that begins with the label of an objective and names results."""
    for match in _LITERAL.finditer(text):
        mark = read_mark(match["words"][:_LABEL])
        if mark and mark.role is Role.OBJECTIVE and may_name_results(match["words"]):
            return match
    return None


def _at_literal(line: Line, literal: re.Match[str]) -> Iterator[Line]:
    part = _part(line, literal["words"], line.column + literal.start("words"))
    take_mark(part, fold(part.text))
    line.text = line.text[: literal.start()].rstrip()
    yield line
    yield part


def _at_tags(line: Line) -> Iterator[Line]:
    """Cut "<li>KR1: …</li><li>KR2: …</li>" and "O1: …<br>KR1: …"."""
    tags = list(TAGS_WITHIN.finditer(fold(line.text))) if "<" in line.text else []
    whole, column = line.text, line.column
    tags = [match for match in tags if _parts(match[0], whole[match.end() :])]
    ends = [*(match.start() for match in tags), len(whole)]
    line.text = whole[: ends[0]]
    yield line
    for match, end in zip(tags, ends[1:], strict=True):
        part = _part(line, whole[match.end() : end], column + match.end())
        part.kind = "html" if "<li" in match[0] else ""
        take_mark(part, fold(part.text))
        yield part


def _parts(tags: str, behind: str) -> bool:
    """Whether tags part two lines: a mere break may stand within a sentence."""
    breaks = _BREAKS.fullmatch(tags) is not None
    return bool(behind.strip()) and (not breaks or read_mark(behind[:_LABEL]) is not None)


_BREAKS = lazy(r"(?:\s*<br ?/?>)+\s*")
_LABEL = 80  # characters that a label has at most, with signs around it


def _part(line: Line, text: str, column: int) -> Line:
    made = Line(line.number, line.source, column, text.rstrip(), line.indent)
    made.quoted, made.fence = line.quoted, line.fence
    return made


def _at_label(line: Line) -> Iterator[Line]:
    r"""Cut "Finance\tCosts\tO: …" before the cell with a label."""
    for gap in _BEFORE_CELL.finditer(line.text):
        rest = line.text[gap.end() :]
        mark = read_mark(rest)
        if mark and mark.role in OKR and mark.firm and rest[mark.start :].strip():
            part = _part(line, rest, line.column + gap.end())
            take_mark(part, fold(part.text))
            line.text = line.text[: gap.start()].rstrip()
            yield line
            yield part
            return
    yield line


_BEFORE_CELL = lazy(r"\t\s*(?=\S)")


# A page that was pasted as one line: "… Objective 1. Grow Objective 2. Save Objective 3. Learn".
_OBJECTIVE = lazy(
    r"(?<![A-Za-z0-9])(?:Objective|OBJECTIVE|Goal|GOAL|目[标標]) ?"
    rf"(?P<number>\d{{1,2}}|[{CHINESE_DIGITS}])(?: ?[:：]|[.、]) ?(?=\S)"
)
_FEWEST_OBJECTIVES, _LONGEST_OBJECTIVE = 3, 200


def _counted_objectives(text: str) -> list[int]:
    """Where the objectives begin that are counted on from 1 in a line; none where few are."""
    begins: list[int] = []
    for match in _OBJECTIVE.finditer(text):
        if as_count(match["number"]) == len(begins) + 1:
            begins.append(match.start())
    lengths = [end - begin for begin, end in pairwise([*begins, len(text)])]
    counted = len(begins) >= _FEWEST_OBJECTIVES
    return begins if counted and max(lengths) <= _LONGEST_OBJECTIVE else []


def _at_counted(line: Line, begins: list[int]) -> Iterator[Line]:
    """What stands before the first objective, and each of them as a line."""
    whole, column = line.text, line.column
    line.text = whole[: begins[0]].rstrip(_BETWEEN)
    if line.text:
        yield line
    for begin, end in pairwise([*begins, len(whole)]):
        part = _part(line, whole[begin:end].rstrip(_BETWEEN), column + begin)
        take_mark(part, fold(part.text))
        yield part


# A sentence that names an objective and its key results: "O是…，KR1是…，KR2是…".
_IS = r" ?(?:就是|是|为|is(?: to)?(?![a-z]))[:,]? ?"
_AIM = lazy(rf"(?:(?<![a-z])(?:o|objective)|目标){_IS}")
_RESULT = lazy(rf"{RESULTS} ?(?P<number>[1-9]){_IS}")
_ENDS = lazy(r"[。;!?]|\.(?:\s|$)")
_FEWEST = 2
_MOST_BETWEEN = 100  # characters from an objective to its first key result


@record
class _Spoken:
    role: Role
    number: str
    start: int
    begin: int


def _at_spoken(line: Line) -> Iterator[Line]:
    """Cut a sentence before each thing that it names."""
    folded = fold(line.text)
    named = _spoken_in(folded)
    if not named:
        yield line
        return
    whole, column = line.text, line.column
    ends = [*(each.start for each in named), len(whole)]
    line.text = whole[: ends[0]].rstrip(_BETWEEN)
    if line.text:
        yield line
    for each, end in zip(named, ends[1:], strict=True):
        stop = _ENDS.search(folded, each.begin, end)
        text = whole[each.begin : stop.start() if stop else end].rstrip(_BETWEEN)
        part = _part(line, text, column + each.begin)
        part.label, part.indent = whole[each.start : each.begin], line.indent + 1
        part.mark = Mark(each.role, 0, "kr", each.number)
        yield part


_BETWEEN = " ,，、;；"


def _spoken_in(folded: str) -> list[_Spoken]:
    """An objective and at least two key results that are numbered from 1, else none."""
    results = list(_RESULT.finditer(folded))
    for at, first in enumerate(results):
        aim = _aim_before(folded, first)
        if aim is None:
            continue
        chosen = _counted_on(results[at:])
        if len(chosen) < _FEWEST:
            return []
        return [aim, *(_Spoken(Role.KEY_RESULT, m["number"], *m.span()) for m in chosen)]
    return []


def _aim_before(folded: str, result: re.Match[str]) -> _Spoken | None:
    """The objective named shortly before the first of its key results."""
    end = result.start()
    if result["number"] != "1":
        return None
    aims = list(_AIM.finditer(folded, max(end - _MOST_BETWEEN, 0), end))
    return _Spoken(Role.OBJECTIVE, "", *aims[-1].span()) if aims else None


def _counted_on(results: list[re.Match[str]]) -> list[re.Match[str]]:
    chosen = results[:1]
    for match in results[1:]:
        if int(match["number"]) == len(chosen) + 1:
            chosen.append(match)
    return chosen
