"""Weights and owners behind all lines with blanks only: "… 21%→12% 30% 李想", "… 18%→35% 70% 宁夏".

A percentage behind a line may be its target. It is its weight where a name follows it, behind every
key result of an objective, and where together they make 100. Points in brackets are what an
objective counts for where several have them: "…（+20分）".
"""

from __future__ import annotations

import re

from assistant.models import KeyResult, Objective
from assistant.parsing.reading import Note, SetReading
from assistant.parsing.values import is_name_alone, lacks_value
from assistant.patterns import lazy

_SHARE = r"\s(?P<share>\d{1,3}) ?[%％]"
_KEY_RESULT = lazy(rf"{_SHARE}\s{{1,4}}(?P<owner>[\u4e00-\u9fff]{{2,4}}|[A-Z][a-z]{{1,15}})$")
_OBJECTIVE = lazy(rf"{_SHARE}$")
_ADDED = lazy(r"\s?[(（](?P<points>\+ ?\d{1,3} ?(?:分|points?|pts?))[)）]$")
_LONGEST = 30  # characters at a line's end in which they stand
_FEWEST, _WHOLE = 2, 100


def take_off_weights(reading: SetReading) -> None:
    """Give key results their weights and owners; objectives have no such field: noted."""
    objectives = reading.set.objectives
    taken = [_take_off(objective.key_results) for objective in objectives]
    ends = [_end(_OBJECTIVE, objective.objective) for objective in objectives]
    if all(taken) and _make_whole(ends):
        for objective, end in zip(objectives, filter(None, ends), strict=True):
            reading.notes.append(_without(objective, end, f"{end['share']}%"))
    counted = [(one, found) for one in objectives if (found := _ADDED.search(one.objective))]
    if len(counted) >= _FEWEST:
        reading.notes += [_without(one, found, found["points"]) for one, found in counted]


def _take_off(rows: list[KeyResult]) -> bool:
    ends = [_end(_KEY_RESULT, kr.text) for kr in rows]
    if not _make_whole(ends) or not all(end and is_name_alone(end["owner"]) for end in ends):
        return False
    for kr, end in zip(rows, filter(None, ends), strict=True):
        kr.text, kr.owner = kr.text[: end.start()].rstrip(), kr.owner or end["owner"]
        kr.weight = kr.weight or int(end["share"]) / _WHOLE
    return True


def _end(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    match = pattern.search(text, max(len(text) - _LONGEST, 0))
    return None if match and lacks_value(text[: match.start()]) else match


def _make_whole(ends: list[re.Match[str] | None]) -> bool:
    shares = [int(end["share"]) for end in ends if end]
    return len(ends) >= _FEWEST and len(shares) == len(ends) and sum(shares) == _WHOLE


def _without(objective: Objective, end: re.Match[str], told: str) -> Note:
    objective.objective = objective.objective[: end.start()].rstrip()
    line = objective.at.line if objective.at else None
    return Note("left_out", line, None, {"text": told})
