"""Labels of further lines: the next free numbers, and where lines with them stand in order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_NUMBER = re.compile(r"(\d{1,4})[.]?(?=[：:、)）(\s|])")
# A line that begins another objective: the series of the one before has ended.
_OBJECTIVE = re.compile(r"[-*+•>|#\s]*(?:#|o ?\d|obj|目标|目標)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Further:
    """What stands before further lines, and behind how many of the lines that follow they go."""

    leads: tuple[str, ...]
    behind: int = 0


def further(lead: str, behind: Sequence[str], count: int) -> Further:
    """The labels of lines that a line is split into.

    Args:
        lead: What stands in front of the line that is split, e.g. "- KR1: ".
        behind: The lines that follow it.
        count: How many further lines there are.
    """
    head = re.split(r"[(（]", lead)[0]
    numbers = list(_NUMBER.finditer(f"{head} "))
    if not numbers or not count:
        return Further((lead,) * count)
    start, end = numbers[-1].span(1)
    prefix, number = lead[:start], int(lead[start:end])
    last, place = _series(prefix, number, behind)
    leads = (f"{prefix}{last + 1 + n}{lead[end:]}" for n in range(count))
    return Further(tuple(leads), place)


def _series(prefix: str, number: int, behind: Sequence[str]) -> tuple[int, int]:
    """The highest number that lines carry on with, and how many lines the series takes."""
    place, own = 0, True
    for at, line in enumerate(behind, start=1):
        found = re.match(r"\d{1,4}", line[len(prefix) :]) if line.startswith(prefix) else None
        if found and int(found[0]) <= number:
            break
        own = own and (found is not None or _OBJECTIVE.match(line) is None)
        number = int(found[0]) if found else number
        place = at if found and own else place
    while place and place < len(behind) and _indent(behind[place]) > _indent(prefix):
        place += 1
    return number, place


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip()) if line.strip() else 0
