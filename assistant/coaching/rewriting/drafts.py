"""A suggestion while it is being made: the seam between writers and the judge."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from assistant.coaching.rewriting.compose import Measure
from assistant.coaching.rewriting.expressions import with_numerals
from assistant.models.suggestion import Action, Alternative, WrittenBy
from assistant.own_data import load


@dataclass(frozen=True, slots=True)
class Line:
    """A proposed line; `measure` is the metric it names, where it names one of its own.

    `guess` tells that the metric is one of ours, of which the author has said nothing.
    """

    text: str
    measure: Measure | None = None
    why: str = ""
    guess: bool = False

    @property
    def measured(self) -> str | None:
        """The metric or the outcome that the line names, where it names one of ours."""
        return (self.measure.metric or self.measure.outcome) if self.measure else None


@dataclass(frozen=True, slots=True)
class Draft:
    """What a writer proposes for a place; nothing of it is shown before it has been judged.

    `lines` begin with the one that takes the place of `before`; each may carry placeholders.
    `initiative` is the author's own work, kept beside the result; `anchor` is the author's text
    that a new line belongs to, where it takes the place of none.
    """

    action: Action
    objective: int | None
    key_result: int | None
    before: str
    lines: tuple[Line, ...]
    why: str
    alternatives: tuple[Alternative, ...] = ()
    initiative: str | None = None
    assumed: tuple[str, ...] = ()
    citations: tuple[str, ...] = ()
    anchor: str = ""
    written_by: WrittenBy = WrittenBy.RULES


@cache
def wording() -> dict[str, re.Pattern[str]]:
    """The expressions of `wording.yml`."""
    loaded: dict[str, str] = load("assistant.coaching", "rewriting/wording.yml")
    return {name: re.compile(with_numerals(source)) for name, source in loaded.items()}


def is_alike(line: Line, other: Line) -> bool:
    """Whether two lines say the same, or say the same of a thing that is called otherwise."""
    if line.text == other.text:
        return True
    mine, theirs = (one.measure.outcome if one.measure else None for one in (line, other))
    return mine is not None and mine == theirs


def citations(lines: Iterable[Line]) -> Iterator[str]:
    """The metrics of the library that lines name."""
    for line in lines:
        if line.measure and line.measure.metric:
            yield f"metrics#{line.measure.metric}"
