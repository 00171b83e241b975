"""Digits that are part of a name: standards, versions, numbered places, links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from assistant.language.figures.units import unit_after
from assistant.language.lexicon import alternation, expressions, words
from assistant.patterns import compiled, lazy

_REACH = 20
_TAIL = lazy(
    r"[0-9]{1,9}(?:[-:./][0-9]{1,5}){0,3}"
    r"(?: ?(?:type ?(?:i{1,2}|[12])|level ?[0-9]|a{1,3}(?![a-z])))?"
)
_LABEL = lazy(r"[0-9]{1,6}(?:\.[0-9]{1,3})?(?:[/&,-] ?[0-9]{1,3}(?![0-9%]))?(?![0-9.]* ?%)")
_LABELS = lazy(r"[0-9]{1,4}(?: ?(?:to|through|and|or|-|&|,|~) ?[0-9]{1,4}){0,4}(?![0-9.]* ?%)")
# "last year 47": the word is a time, not what the number labels.
_ANY_TIME = lazy(r"(?<![a-z])(?:last|per|each|every|this|next|a|one|previous) $")
_MAJOR = lazy(r"[0-9]{1,2}\.0(?![0-9%])(?! ?(?:→|->|to ))")
_LATIN_BEFORE = lazy(r"([a-z][a-z.+-]*) $")
_WITH_LINKS = lazy(r"[/\[<@]")


@cache
def _words_before() -> re.Pattern[str]:
    groups = "|".join(
        f"(?P<{key}>{alternation(words('names', key), end='')})"
        for key in ("standards", "products", "numbered")
    )
    return compiled(rf"(?:{groups})[ .#-]{{0,2}}$")


def find_names(text: str, folded: str, digit_runs: list[int]) -> Iterator[tuple[int, int]]:
    """The places of a line whose digits measure nothing; `digit_runs` is where digits begin."""
    for match in expressions("names", "typed").finditer(text) if digit_runs else ():
        yield match.span()
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
        return _named_by(before, folded, at)
    return _major_version(folded, at)


def _named_by(before: re.Match[str], folded: str, at: int) -> int | None:
    """The end of a number that belongs to the word before it, unless it has a unit."""
    if before["standards"]:
        match = _TAIL.match(folded, at)
        return match.end() if match else None
    if _ANY_TIME.search(folded, max(0, before.start() - 8), before.start()):
        return None
    several = before.group().rstrip(" .#-").endswith("s")
    match = (_LABELS if several else _LABEL).match(folded, at)
    return None if match is None or unit_after(folded, match.end()) else match.end()


def is_label(folded: str, at: int) -> bool:
    """Whether a number in words is the label of the noun before it: chapter two."""
    before = _words_before().search(folded, max(0, at - _REACH), at)
    return before is not None and before["numbered"] is not None


def _major_version(folded: str, at: int) -> int | None:
    match = _MAJOR.match(folded, at)
    before = _LATIN_BEFORE.search(folded, max(0, at - _REACH), at) if match else None
    if match is None or before is None or before[1] in words("names", "valued"):
        return None
    return None if unit_after(folded, match.end()) else match.end()
