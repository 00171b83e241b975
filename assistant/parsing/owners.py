"""Owners whose names alone stand in brackets behind every key result: "… to 95% [Sam]", "（小敏）".

Behind one line it may be a part of the sentence; behind all, and coming again, they are people.
"""

from __future__ import annotations

import re

from assistant.language.figures.placeholders import find_placeholders
from assistant.language.script import fold
from assistant.models import KeyResult
from assistant.parsing.reading import SetReading
from assistant.parsing.values import is_name_alone, is_whole_name, lacks_value
from assistant.patterns import lazy

_NAME = r"[\u4e00-\u9fff]{2,4}|[A-Z][a-z]{1,15}(?: [A-Z][a-z]{0,15}\.?)?"
_BEHIND = lazy(
    rf"\s*(?:[(（](?P<round>[\u4e00-\u9fff]{{2,3}})[)）]|[\[【](?P<square>{_NAME})[\]】])$"
)
_LONGEST = 40  # characters at a line's end in which it stands
_FEWEST = 3


def take_off_owners(reading: SetReading) -> None:
    """Give the key results of a set their owners, where each has a name behind it."""
    rows = [kr for objective in reading.set.objectives for kr in objective.key_results]
    found = {id(kr): match for kr in rows if (match := _behind(kr))}
    names = {_name(match) for match in found.values()}
    if len(rows) < _FEWEST or len(found) < len(rows) or len(names) == len(rows):
        return
    if any(match["round"] and not is_whole_name(match["round"]) for match in found.values()):
        return  # "（大阪）", "（京都）"
    for kr in rows:
        match = found[id(kr)]
        kr.owner, kr.text = kr.owner or _name(match), kr.text[: match.start()]


def _behind(kr: KeyResult) -> re.Match[str] | None:
    match = _BEHIND.search(kr.text, max(len(kr.text) - _LONGEST, 0))
    if match is None or lacks_value(kr.text[: match.start()]):
        return None
    is_open = find_placeholders(match[0], fold(match[0]))
    return match if is_name_alone(_name(match)) and not is_open else None


def _name(match: re.Match[str]) -> str:
    return match["round"] or match["square"]
