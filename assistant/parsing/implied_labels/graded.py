"""Pages of grades, their ranks in any order: "The pool is clean 0.46", "Mend the pump P1 0.7"."""

from __future__ import annotations

from assistant.language.script import fold
from assistant.parsing.labels.marks import OKR, Mark, Role
from assistant.parsing.lines.text_lines import Line
from assistant.parsing.phrases import GRADE
from assistant.parsing.titles.title_fields import title_fields
from assistant.parsing.titles.title_words import is_prose
from assistant.patterns import lazy

_GRADED = lazy(rf"(?<!\s)\s+{GRADE}\s*$")
_RANKED = lazy(rf"(?:(?<!\s)\s+|(?<=[\u4e00-\u9fff]))p[0-4][ ,:]{{1,2}}{GRADE}\s*$")
# What is left of such a heading on a line of its own: "#roads P2 0.3".
_REST = lazy(rf"(?:#[\w-]+\s+){{0,3}}p[0-4][ ,:]{{1,2}}{GRADE}\s*")
_FEWEST = 3


def take_graded(lines: list[Line]) -> None:
    """Where most lines have a priority and a grade, those with a grade alone are over them.

    Args:
        lines: The lines of a text; nothing is taken where any of them has a label.
    """
    if any(line.mark and line.mark.role in OKR for line in lines):
        return
    roles = _roles_of(lines)
    told = [role for role in map(roles.get, map(id, lines)) if role in OKR]
    results = told.count(Role.KEY_RESULT)
    if told[:1] == [Role.OBJECTIVE] and results >= _FEWEST and results * 2 >= len(lines):
        for line in lines:
            if role := roles.get(id(line)):
                line.mark = Mark(role, 0, _WORDS.get(role, ""))


_WORDS = {Role.OBJECTIVE: "objective", Role.KEY_RESULT: "kr"}


def _roles_of(lines: list[Line]) -> dict[int, Role]:
    """What the lines are by their grades; the rest of a heading below it is a remark."""
    found: dict[int, Role] = {}
    for before, line in zip([None, *lines], lines, strict=False):
        if before and _REST.fullmatch(fold(line.text)):
            found[id(before)], found[id(line)] = Role.KEY_RESULT, Role.ASIDE
        elif _RANKED.search(fold(line.text)):
            found[id(line)] = Role.KEY_RESULT
        elif _is_aim(line):
            found[id(line)] = Role.OBJECTIVE
    return found


def _is_aim(line: Line) -> bool:
    graded = _GRADED.search(fold(line.text))
    if graded is None or is_prose(line.text[: graded.start()]):
        return False
    return "cycle" not in title_fields(line.text[: graded.start()])
