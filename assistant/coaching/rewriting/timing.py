"""The time that leads an objective, set apart: 3 月底前把退货率降到 2%; By the end of March, …."""

from __future__ import annotations

from typing import NamedTuple

from assistant.coaching.rewriting.compose import Tongue
from assistant.coaching.rewriting.expressions import expression
from assistant.coaching.rewriting.shortening import END, small
from assistant.language.facts.verdicts import observe

_DATE = "⌚"


class Timed(NamedTuple):
    """What a line says, and when it shall be so, in the author's words; empty where untold."""

    when: str
    rest: str


def time_apart(text: str, tongue: Tongue) -> Timed:
    """The time in front of a line and the line without it, or the line alone."""
    found = expression("timing", f"lead_{tongue.script}").match(_with_dates_marked(text))
    if not found:
        return Timed("", text)
    when = text[: found.end("when")].strip(f"{END} ") if found["when"] else ""
    return Timed(when, text[found.end() :])


def timed(line: str, when: str, tongue: Tongue) -> str:
    """A line with its time again: in front of a Chinese one, behind an English one."""
    if not when:
        return line
    return f"{when}，{line}" if tongue.chinese else f"{line} {small(when)}"


def _with_dates_marked(text: str) -> str:
    seen = observe(text)
    marked = seen.folded
    for one in seen.line.dates:
        start, end = one.span.start, one.span.end
        marked = marked[:start] + _DATE * (end - start) + marked[end:]
    return marked
