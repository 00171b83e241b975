"""A line that is itself a sentence about many: how many it is true of is its own measure.

Ensure each presenter stands for one of our values → share of presenters who stand for …;
用户可以按类型筛选仓库 → 可以按类型筛选仓库的用户占比.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.coaching.rewriting.anatomy import plain
from assistant.coaching.rewriting.compose import Measure, Tongue, measured
from assistant.coaching.rewriting.drafts import Line
from assistant.coaching.rewriting.effects import Effect, effect_of, said_of_many
from assistant.coaching.rewriting.shortening import END
from assistant.models import Direction

_CLAUSE = re.compile("[,，;；。](?![0-9])")
_NUMBER = re.compile("[0-9]")


def said(text: str, tongue: Tongue) -> Iterator[Line]:
    """Of how many a line's own sentence is true."""
    bare = plain(text).strip(END)
    for part in dict.fromkeys((bare, _CLAUSE.split(bare)[0])):
        effect = effect_of(part)
        if effect and not _NUMBER.search(effect.who):
            yield _line(effect, "", tongue)


def said_with_number(text: str, tongue: Tongue) -> Iterator[Line]:
    """The share of many of whom a line says something, up to the number that it says."""
    counted = said_of_many(text)
    if counted:
        yield _line(*counted, tongue)


def _line(effect: Effect, value: str, tongue: Tongue) -> Line:
    name = tongue.say("outcome.said", who=effect.who, state=effect.state)
    measure = Measure(name, Direction.INCREASE, "%", None, f"said-{effect.who}")
    line = measured(measure, tongue)
    return Line(line.replace(tongue.say("placeholder.target"), value) if value else line, measure)
