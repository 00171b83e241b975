"""Digits that are part of a name: standards, versions, numbered places, links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from assistant.language.lexicon import alternation, expressions, words
from assistant.language.units import unit_after

_REACH = 20
_TAIL = re.compile(
    r"[0-9]{1,9}(?:[-:./][0-9]{1,5}){0,3}(?: ?(?:type ?(?:i{1,2}|[12])|level ?[0-9]|a{1,3}(?![a-z])))?"
)
_LABEL = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,3})?(?:[/&,-] ?[0-9]{1,3}(?![0-9%]))?(?![0-9.]* ?%)")
_MAJOR = re.compile(r"[0-9]{1,2}\.0(?![0-9%])(?! ?(?:→|->|to ))")
_LATIN_BEFORE = re.compile(r"([a-z][a-z.+-]*) $")
_WITH_LINKS = re.compile(r"[/\[<@]")


@cache
def _words_before() -> re.Pattern[str]:
    groups = "|".join(
        f"(?P<{key}>{alternation(words('names', key), end='')})"
        for key in ("standards", "products", "numbered")
    )
    return re.compile(rf"(?:{groups})[ .#-]{{0,2}}$")


def find_names(folded: str, digit_runs: list[int]) -> Iterator[tuple[int, int]]:
    """The places of a line whose digits measure nothing; `digit_runs` is where digits begin."""
    for match in expressions("names", "anywhere").finditer(folded):
        yield match.span()
    if _WITH_LINKS.search(folded):
        for match in expressions("names", "links").finditer(folded):
            yield match.span()
    for at in digit_runs:
        end = _name_end(folded, at)
        if end is not None:
            yield at, end


def _name_end(folded: str, at: int) -> int | None:
    match = expressions("names", "at_digits").match(folded, at)
    if match:
        return match.end()
    before = _words_before().search(folded, max(0, at - _REACH), at)
    if before:
        return _named_by(str(before.lastgroup), folded, at)
    return _major_version(folded, at)


def _named_by(group: str, folded: str, at: int) -> int | None:
    """The end of a number that belongs to the word before it, unless it has a unit."""
    match = (_TAIL if group == "standards" else _LABEL).match(folded, at)
    if match is None or (group != "standards" and unit_after(folded, match.end())):
        return None
    return match.end()


def _major_version(folded: str, at: int) -> int | None:
    match = _MAJOR.match(folded, at)
    before = _LATIN_BEFORE.search(folded, max(0, at - _REACH), at) if match else None
    if match is None or before is None or before[1] in words("names", "valued"):
        return None
    return None if unit_after(folded, match.end()) else match.end()
