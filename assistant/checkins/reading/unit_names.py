"""The unit of a value as it was written."""

from __future__ import annotations

import re

from assistant.checkins.reading.figure import Figure
from assistant.checkins.reading.lexicon import section
from assistant.checkins.reading.measures import Measured
from assistant.language.figures.numbers import find_numbers
from assistant.language.reading import QuantityKind as Kind
from assistant.language.script import fold

_NEAR = 16
_PER = re.compile("(?: ?[a-z]{1,14})?(/(?:[A-Za-z]{1,8}|[一-鿿]{1,2}))(?![a-z])")


def unit_of(figure: Figure, text: str, measured: Measured) -> str | None:
    """The unit as it was written; percent and money by their common names."""
    unit = figure.unit
    if unit is None and measured.unit_word:
        behind = text[figure.end : figure.end + len(measured.unit_word) + 1].lstrip()
        return measured.unit_word if fold(behind).startswith(measured.unit_word) else None
    if unit is None and measured.per:
        behind = fold(text[figure.end : figure.end + len(measured.per) + 1]).lstrip()
        return measured.per if behind == measured.per else None
    if unit is None or figure.kind in (Kind.PERCENT, Kind.POINTS, Kind.MONEY):
        return unit
    written = _written(figure, text, unit)
    return written and written + _per(figure, text, measured)


def _per(figure: Figure, text: str, measured: Measured) -> str:
    """What stands behind a slash, where the key result has it too: 94 件/小时, 97 lines/h."""
    behind = _PER.match(text, figure.end)
    return behind[1] if behind and fold(behind[1]) in measured.folded else ""


def _written(figure: Figure, text: str, unit: str) -> str | None:
    near = text[figure.start : figure.end + _NEAR]
    at = fold(near).find(fold(unit))
    if not unit.isascii():
        return near[at : at + len(unit)] if at >= 0 else unit
    if figure.kind is Kind.COUNT:
        return unit
    return _latin(figure, text, unit)


def _latin(figure: Figure, text: str, unit: str) -> str | None:
    """Hours, not h, where hours are written; NPS is no unit that stands behind a number."""
    written = text[figure.start : figure.end].lstrip("+-0123456789., \u3000").lower()
    if written == "m" and figure.kind is Kind.DURATION:
        return unit
    written = written.rpartition(" and a half ")[2]
    if (number := next(find_numbers(written), None)) and not number.start:
        written = written[number.end :].rpartition(" ")[2]
    if written.startswith("half "):
        return unit
    plain = written.isascii() and not any(char.isdigit() for char in written)
    return written if written and plain else None if figure.kind is Kind.RATING else unit


def are_apart(one: str | None, other: str | None) -> bool:
    """Whether two measure words count unlike things: 15 单, where 人 are counted."""
    classes = [
        {i for i, c in enumerate(section("values")["measure_words"]) if u in c}
        for u in (one, other)
    ]
    return all(classes) and classes[0].isdisjoint(classes[1])
