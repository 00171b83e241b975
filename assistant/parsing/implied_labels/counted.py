"""Key results with a bare number among labelled ones: "1. …" and "2. …" before "KR3: …"."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from assistant.parsing.labels.marks import Mark, Role
from assistant.parsing.lines.text_lines import Line
from assistant.patterns import lazy

_KINDS = ("point", "pause", "half", "round", "keycap", "circle", "han", "hanround", "hanspace")
_DIGITS = lazy(r"\d{1,4}|[①-⑳❶-❿一二三四五六七八九十]")


def take_counted(lines: list[Line]) -> None:
    """Take numbered items for labelled key results, where one count goes through both.

    A list that begins anew below a key result tells of it, and one before "KR1:" of the objective;
    one that began above the objective goes on behind its key results: points of minutes.

    Args:
        lines: The lines of a text.
    """
    begun: dict[tuple[str, int], int] = {}
    for block in _blocks(lines):
        for line in [*_counted(block, begun)] if _is_objective(block[0]) else []:
            line.mark = Mark(Role.KEY_RESULT, 0, "kr", str(_number(line)))
        begun |= {_list_of(line): _number(line) for line in block if _is_bare(line)}


def _blocks(lines: Iterable[Line]) -> list[list[Line]]:
    """The lines from each objective with a label, or heading without one, to the next."""
    blocks: list[list[Line]] = []
    for line in lines:
        if not blocks or _is_objective(line) or (line.heading and not line.mark):
            blocks.append([])
        blocks[-1].append(line)
    return blocks


def _counted(block: Iterable[Line], begun: Mapping[tuple[str, int], int]) -> Iterator[Line]:
    """The numbered items that a label goes on from, or that go on from one."""
    following, labelled = 1, False
    waiting: list[Line] = []
    for line in block:
        number = _number(line)
        if _is_labelled(line):
            yield from waiting if number == following > 0 else ()
            waiting, labelled, following = [], True, number + 1
        elif _is_bare(line):
            goes_on = number == following > 0 and begun.get(_list_of(line)) != number - 1
            waiting = [*waiting, line] if goes_on else []
            following = number + 1 if goes_on else 0
            if labelled:
                yield from waiting
                waiting = []


def _is_objective(line: Line) -> bool:
    return line.mark is not None and line.mark.role is Role.OBJECTIVE and bool(line.text)


def _is_bare(line: Line) -> bool:
    return line.kind in _KINDS and not line.mark


def _list_of(line: Line) -> tuple[str, int]:
    return line.kind, line.indent


def _is_labelled(line: Line) -> bool:
    return line.mark is not None and line.mark.role is Role.KEY_RESULT and not line.mark.of_many


def _number(line: Line) -> int:
    """The last number before the text of a line; -1 where there is none."""
    found = _DIGITS.findall(line.source[: line.column])
    return (
        int(unicodedata.numeric(found[-1]) if len(found[-1]) == 1 else found[-1]) if found else -1
    )
