"""Values that are still to be filled in: X%, N天, TBD, ＿＿, [baseline to confirm]."""

from __future__ import annotations

from assistant.language.lexicon import expressions, pattern
from assistant.models import Span


def find_placeholders(text: str, folded: str) -> tuple[Span, ...]:
    """The placeholders of a line, in order.

    `text` is the line as typed: a single letter stands for a value only as a capital, or before
    a percent sign.
    """
    found = [m.span() for m in pattern("placeholders", "words").finditer(folded)]
    found += [m.span() for m in expressions("placeholders", "forms").finditer(folded)]
    found += [m.span() for m in expressions("placeholders", "letters").finditer(text)]
    return tuple(Span(start=start, end=end) for start, end in _outermost(sorted(found)))


def _outermost(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for start, end in spans:
        if kept and start < kept[-1][1]:
            kept[-1] = (kept[-1][0], max(end, kept[-1][1]))
        else:
            kept.append((start, end))
    return kept
