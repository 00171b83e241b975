"""Owners whose names alone stand behind the lines of a set: "… [Sam]", "（小敏）", "… Sam/Priya".

Behind one line it may be a part of the sentence; behind all, and coming again, they are people.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import chain

from assistant.language.figures.placeholders import find_placeholders
from assistant.language.script import fold
from assistant.models import KeyResult, Objective
from assistant.parsing.names import words_of
from assistant.parsing.reading import SetReading
from assistant.parsing.values import is_name_alone, is_whole_name, lacks_value
from assistant.patterns import lazy

_NAME = r"[\u4e00-\u9fff]{2,4}|[A-Z][a-z]{1,15}(?: [A-Z][a-z]{0,15}\.?)?"
_BEHIND = lazy(
    rf"\s*(?:[(（](?P<round>[\u4e00-\u9fff]{{2,3}})[)）]|[\[【](?P<square>{_NAME})[\]】])$"
)
_LATIN = r"[A-Z][a-z]{1,15}(?: [A-Z][a-z]{0,15}\.?)?"
_SIGNED = lazy(rf"\s*\((?P<names>{_LATIN}(?:(?: ?[&,/] ?| and ){_LATIN}){{0,3}})\)[.]?$")
# "Sign 12 donors Priya/Tom", "Open a shop in May Tom"
_UNBRACKETED = lazy(r"\.? (?P<names>[A-Z][a-z]{1,15}(?:/[A-Z][a-z]{1,15}){0,3})$")
_BETWEEN = lazy(r" ?[&,/] ?| and ")
_LONGEST = 40  # characters at a line's end in which it stands
_LONGEST_SIGNED = 90
_FEWEST = 3
_MOST = 0.6  # share of the lines of one kind that have a name, where they are signed

Item = Objective | KeyResult


def take_off_owners(reading: SetReading) -> None:
    """Give the lines of a set their owners, where they have names behind them."""
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


def take_off_signed(readings: Iterable[SetReading]) -> None:
    """Take English names off, if most lines beside have some, one comes again and one is known.

    In round brackets, "Sign 12 donors (Priya & Tom)", or with a slash between those of one line.
    """
    sets = [reading.set.objectives for reading in readings]
    rows: list[list[Item]] = [[*each.key_results] for each in chain(*sets)]
    objectives: list[list[Item]] = [[*each] for each in sets]
    if _sign_all(objectives + rows, _SIGNED, known=1):
        return
    if any("/" in match["names"] for _, match in _signed(chain(*rows), _UNBRACKETED)):
        _sign_all(rows, _UNBRACKETED, known=2)


def _sign_all(groups: list[list[Item]], pattern: re.Pattern[str], known: int) -> bool:
    signed = [each for group in groups for each in _signed(group, pattern)]
    counted = Counter(name for _, match in signed for name in _names(match))
    if len(signed) < _FEWEST or max(counted.values()) < 2 or _known(counted) < known:
        return False
    people = {name for _, match in _of_groups(groups, pattern) for name in _names(match)}
    for item, match in signed:
        if people.issuperset(_names(match)):
            _sign(item, match)
    return True


def _signed(group: Iterable[Item], pattern: re.Pattern[str]) -> list[tuple[Item, re.Match[str]]]:
    found = []
    for item in group:
        text = _text(item)
        match = pattern.search(text, max(len(text) - _LONGEST_SIGNED, 0))
        if match and _is_signed(text[: match.start()], _names(match)):
            found.append((item, match))
    return found


def _of_groups(
    groups: list[list[Item]], pattern: re.Pattern[str]
) -> list[tuple[Item, re.Match[str]]]:
    """The signed lines of the groups in which most are."""
    kept = [(group, _signed(group, pattern)) for group in groups]
    most = [found for group, found in kept if len(group) > 1 and len(found) >= len(group) * _MOST]
    return [each for found in most for each in found]


def _is_signed(text: str, names: list[str]) -> bool:
    """Whether names behind a text may be its owners: "Move traffic to Max" goes on."""
    before = text.split()[-1:]
    goes_on = bool(before) and fold(before[0]) in words_of("leads_to_name")
    return bool(before) and not goes_on and all(map(is_name_alone, names))


def _names(match: re.Match[str]) -> list[str]:
    return _BETWEEN.split(match["names"])


def _known(names: Iterable[str]) -> int:
    """How many of the names begin with a common given name."""
    given = words_of("given_names")
    return sum(fold(name.split()[0]) in given for name in names)


def _text(item: Item) -> str:
    return item.objective if isinstance(item, Objective) else item.text


def _sign(item: Item, match: re.Match[str]) -> None:
    text = _text(item)[: match.start()]
    if isinstance(item, Objective):
        item.objective = text
    else:
        item.text = text
    item.owner = item.owner or ", ".join(_names(match))
