"""A value without its unit: the unit is asked for behind the figure, as a reader writes it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from assistant.coaching.rewriting.anatomy import plain
from assistant.coaching.rewriting.compose import Measure, Tongue, measured
from assistant.coaching.rewriting.drafts import Line
from assistant.coaching.rewriting.targets import with_base
from assistant.language.facts.verdicts import observe
from assistant.language.figures.direction import direction_of
from assistant.language.reading import Role
from assistant.models import Direction


def in_unit(text: str, metric: str, tongue: Tongue, *, started: bool) -> Iterator[Line]:
    """Revenue 5M → Revenue from [baseline to confirm] to 5M [unit to set].

    Args:
        text: The author's line.
        metric: What it names.
        tongue: What to write in.
        started: Whether it says from where; what it does not say is asked for too.
    """
    kept = plain(text)
    lines = [Line(kept, Measure(metric, Direction.INCREASE, None))]
    if not started:
        based = sorted(with_base(kept, metric, tongue), key=lambda line: line.text.startswith(kept))
        lines = [*_lowered(kept, metric, tongue), *based]
    for line in lines:
        asked = _asked(line.text, tongue)
        if asked and line.measure:
            yield replace(line, text=asked, measure=replace(line.measure, unit=None))


def _lowered(text: str, metric: str, tongue: Tongue) -> Iterator[Line]:
    """成本 500万 → 成本从[基线待确认]降到500万: no line says that costs shall rise."""
    seen = observe(text).line
    targets = [one for one in seen.quantities if one.role is Role.TARGET and not one.comparator]
    if targets and direction_of(seen) is Direction.DECREASE:
        measure = Measure(metric, Direction.DECREASE, None)
        value = text[targets[0].span.start : targets[0].span.end]
        told = measured(measure, tongue).replace(tongue.say("placeholder.target"), value)
        yield Line(told, measure)


def _asked(text: str, tongue: Tongue) -> str:
    """A line with the gap for its unit behind its target; empty where it has none."""
    ends = [one.span.end for one in observe(text).line.quantities if one.role is Role.TARGET]
    if not ends:
        return ""
    gap = tongue.words(" ", "") + tongue.say("placeholder.unit")
    return text[: ends[-1]] + gap + text[ends[-1] :]


def with_unit(text: str, mark: str, unit: str) -> str:
    """A line with its unit: 5M EUR, but $5M."""
    at = text.find(mark)
    if at < 0 or len(unit) != 1 or unicodedata.category(unit) != "Sc":
        return text.replace(mark, unit, 1)
    before = text[:at].rstrip()
    blank_at = before.rfind(" ") + 1
    values = [one.span.start for one in observe(before).line.quantities]
    start = values[-1] if values else blank_at
    return f"{before[:start]}{unit}{before[start:]}{text[at + len(mark) :]}"
