"""JSON inside a text: in a block of code, or below the lines that lead to it."""

from __future__ import annotations

import re

from assistant.errors import CoachError
from assistant.models import Unread
from assistant.parsing.formats.structured import SetReader, placer
from assistant.parsing.formats.tree import read_json
from assistant.parsing.labels.marks import OKR, read_mark
from assistant.parsing.reading import LineCount, SetReading
from assistant.patterns import lazy
from assistant.settings import Settings as Limits

_FENCED = lazy(
    r"^[ \t]*```[ \t]*(?:json[c5]?)?[ \t]*\n(?P<value>[ \t]*[{\[].*?)^[ \t]*```", re.S | re.M | re.I
)
_BEGIN = lazy(r"^[{\[]", re.M)
_KEYS = lazy(r"\"[^\"\n]{1,40}\"\s*:")


def read_enclosed(text: str, limits: Limits) -> list[SetReading] | None:
    """The sets of a text whose OKRs stand in JSON; None where they do not.

    What stands around it is unread; where that has labels of its own, the JSON is an example.
    """
    span = _span(text) if _KEYS.search(text) else None
    if span is None:
        return None
    around = _blank(text[slice(*span)]).join((text[: span[0]], text[span[1] :])).split("\n")
    sets = None if any(map(_is_okr, around)) else _read(text, *span, limits)
    if sets:
        lines = enumerate(map(str.strip, around), 1)
        sets[0].unread += [Unread(line=at, text=line) for at, line in lines if _says(line)]
    return sets


def _span(text: str) -> tuple[int, int] | None:
    """Where a block of code with a value stands, or a value that ends the text."""
    if fenced := _FENCED.search(text):
        return fenced.span("value")
    begin = _BEGIN.search(text)
    end = len(text.rstrip().rstrip(";"))
    return (begin.start(), end) if begin and text[:end].endswith(("}", "]")) else None


def _is_okr(line: str) -> bool:
    mark = read_mark(line.strip())
    return mark is not None and mark.role in OKR and mark.start < len(line.strip())


def _says(line: str) -> bool:
    return any(map(str.isalnum, line))


def _read(text: str, begin: int, end: int, limits: Limits) -> list[SetReading] | None:
    """The sets of the JSON that stands there; the places of its lines are those of the text."""
    alone = _blank(text[:begin]) + text[begin:end]
    reader = SetReader(placer(text), limits, LineCount(limits))
    try:
        sets = reader.read(read_json(alone, limits.max_depth))
    except CoachError:
        return None
    return sets if any(each.set.objectives for each in sets) else None


_NO_BREAK = lazy(r"[^\n]")


def _blank(text: str) -> str:
    return _NO_BREAK.sub(" ", text)
