"""Words without those of a key result's name, which tell nothing of how it goes."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.checkins.reading.measures import Measured
from assistant.checkins.reading.names import content_words, groups_in, same_names, stem
from assistant.checkins.reading.other_names import (
    groups_of_name,
    groups_of_term,
    names_in_front,
)

_LATIN = re.compile(r"[a-z][a-z0-9]*(?:['&][a-z]+)?")
_HAN = re.compile("[一-鿿]+")
_LONGEST = 400


@lru_cache(maxsize=1024)
def _stems(folded: str) -> frozenset[str]:
    return frozenset(word for word in content_words(folded) if word.isascii())


def _without_other_names(said: str, folded: str) -> str:
    """Blanked where they are other names of what a key result counts: vacancies, 缺额."""
    for key in ("same", "alike"):
        pattern, groups = same_names(key)
        own = _groups_of_name(folded, key)
        for match in pattern.finditer(said) if own else ():
            if own.intersection(groups[match.group().replace("-", " ")]):
                said = _blanked(said, match.start(), match.end())
    for start, end in names_in_front(said):
        if groups_of_term(said[start:end]) & groups_of_name(folded[:_LONGEST]):
            said = _blanked(said, start, end)
    return said


def _blanked(said: str, start: int, end: int) -> str:
    return said[:start] + " " * (end - start) + said[end:]


@lru_cache(maxsize=2048)
def _groups_of_name(folded: str, key: str) -> frozenset[str]:
    return frozenset(groups_in(folded[:_LONGEST], key))


def without_name(seen: str, start: int, end: int, measured: Measured) -> str:
    """Words with those of a key result's name blanked: 故障 in it is no fault that is told."""
    said = seen[start:end]
    stems, folded = _stems(measured.folded), measured.folded
    said = _without_other_names(said, folded)
    said = _LATIN.sub(lambda m: " " * len(m[0]) if stem(m[0]) in stems else m[0], said)
    signs = list(said)
    for i in range(len(said) - 1):
        if _HAN.fullmatch(said[i : i + 2]) and said[i : i + 2] in folded:
            signs[i] = signs[i + 1] = " "
    return "".join(signs)
