"""Lines of examples with their illustrative values taken out."""

from __future__ import annotations

import re

from assistant.guides.statements import AREA
from assistant.language.reading import Role
from assistant.language.said import read_key_result
from assistant.messages import say
from assistant.models import Direction, KeyResult, Language, Span

_OPEN = {Role.BASELINE: "form.baseline", Role.TARGET: "form.target"}
# The number of a value with its sign and multiplier, so that the unit behind it stays.
_NUMBER = re.compile(r"[+-]?\d[\d.,]{0,20}\d|[+-]?\d")


def opened(line: str, language: Language) -> str:
    """The line with a gap in the place of its baseline and target; their unit stays."""
    reading = read_key_result(KeyResult(text=line), 0, 0)
    text = reading.text
    for quantity in sorted(reading.quantities, key=lambda each: -each.span.start):
        if quantity.role in _OPEN:
            text = _with_gap(text, quantity.span, say(AREA, _OPEN[quantity.role], language))
    return text


def heads_for(line: str) -> Direction | None:
    """Whether a line goes up or down from its baseline to its target; none where it has but one."""
    pairs = read_key_result(KeyResult(text=line), 0, 0).pairs
    ends = next(((pair.baseline, pair.target) for pair in pairs), None)
    lows = [each.low for each in ends or () if each is not None and each.low is not None]
    if len(lows) < 2 or lows[0] == lows[1]:
        return None
    return Direction.INCREASE if lows[1] > lows[0] else Direction.DECREASE


def _with_gap(text: str, span: Span, gap: str) -> str:
    number = _NUMBER.search(text, span.start, span.end)
    return text if number is None else text[: number.start()] + gap + text[number.end() :]
