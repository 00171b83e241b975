"""What the line of an example says once its values are open: its measure, unit and system.

The example lines keep to few forms, "NAME from X to Y UNIT (SYSTEM)" and "NAME stays at or below
Y UNIT (SYSTEM)", so that they can be told exactly, without the reader of free drafts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.models import Language

_GAP = r"\[[^\[\]]{1,20}\]"
_NAME = {
    "en": re.compile(rf"(.+?)\s(?:from\s\S?{_GAP}|stays?\s(?:at|above|below|within)\b)"),
    "zh": re.compile(rf"(.+)(?:[从從由][^从從由]{{0,14}}{_GAP}|保持[在为為不]|[维維]持)"),
}
_UNIT = re.compile(rf"([$€£¥]?){_GAP}([^\[\]()]*)(?:\([^()]*\))?$")
_BASIS = re.compile(rf"(?:[从從由]|保持[在为為])([^\[\]从從由]{{1,14}}?)的?{_GAP}")
_BOUND = re.compile(r"以[内內上下]$")
# A span of time or a share that belongs to the measure: "within 14 days", "below 7%".
_FIGURE = re.compile(
    r"\d[\d,]*(?:%|\s(?:working\s)?(?:second|minute|hour|day|week|month|year)s?\b"
    r"|秒|分[钟鐘]|小[时時]|天|[个個](?:月|工作日)|周|年)"
)
_SYSTEM = re.compile(r"[（(]([^（()）]{1,30})[）)]$")


@dataclass(frozen=True)
class Line:
    """The measure of a line, its unit with what it is counted by, and the system it names.

    `figures` are the spans and shares that belong to the measure, whatever its value; `end` is
    where the system begins, or the end of the line.
    """

    name: str
    unit: str
    system: str | None
    figures: tuple[str, ...]
    end: int


def line_of(text: str, language: Language) -> Line:
    """What a line of an example says; its values are gaps in square brackets."""
    side = "en" if language is Language.EN else "zh"
    named = _NAME[side].match(text)
    system = _SYSTEM.search(text)
    name = named[1] if named else text
    unit = _english_unit(text) if side == "en" else _chinese_unit(text[len(name) :])
    end = len(text[: system.start()].rstrip()) if system else len(text)
    return Line(name, unit, system[1] if system else None, tuple(_FIGURE.findall(name)), end)


def _english_unit(text: str) -> str:
    found = _UNIT.search(text)
    unit = "".join(found.groups()).strip() if found else ""
    return "" if unit.startswith("at ") else unit  # a moment is no unit


def _chinese_unit(said: str) -> str:
    """The unit behind the gap; what it is counted by ("每月") stands before the first gap."""
    behind = _BOUND.sub("", said.rpartition("]")[2].partition("（")[0]).strip()
    basis = _BASIS.match(said)
    return f"{behind}（{basis[1]}）" if basis and behind else behind
