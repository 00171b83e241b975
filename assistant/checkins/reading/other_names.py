"""Other names of what a key result measures, as people of a trade use them: MTBF, 在制品 for WIP.

They are those of the knowledge base: its synonyms, and the names of its metrics. Asked only where
no word of a key result tells, and only of a name right in front of a number or alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files

from assistant.checkins.reading.lexicon import patterns, section
from assistant.knowledge.library import SYNONYMS, files_in
from assistant.language.script import fold
from assistant.own_data import parsed

_METRICS = "metrics"
_LONGEST_WORDS, _LONGEST_SIGNS, _SHORTEST = 5, 10, 2
_WORD = re.compile("[a-z][a-z0-9&]*")
_HAN = re.compile("[一-鿿]+")


@lru_cache(maxsize=4096)
def groups_of(folded: str) -> frozenset[int]:
    """The groups of names of which one stands in a text."""
    table = _table()
    return frozenset(group for term in _terms(folded) for group in table.get(term, ()))


def groups_of_term(name: str) -> frozenset[int]:
    """The groups of a name that is one term as a whole."""
    return frozenset(_table().get(_plain(name), ()))


@lru_cache(maxsize=2048)
def groups_of_name(folded: str) -> frozenset[int]:
    """As `groups_of`, also of two words with one between: open driver positions."""
    words = [_single(word) for word in _WORD.findall(folded)]
    apart = (f"{one} {other}" for one, other in zip(words, words[2:], strict=False))
    table = _table()
    return groups_of(folded) | {group for term in apart for group in table.get(term, ())}


def groups_in_front(seen: str) -> frozenset[int]:
    """The groups of the names that stand right in front of a number of a text, or alone in it."""
    return frozenset[int]().union(*(groups_of(seen[a:b]) for a, b in names_in_front(seen)))


@lru_cache(maxsize=4096)
def names_in_front(seen: str) -> tuple[tuple[int, int], ...]:
    """Where such names stand."""
    found = patterns("names", "in_front").finditer(seen)
    return tuple(m.span("name" if m["name"] else "alone") for m in found)


def _terms(folded: str) -> Iterator[str]:
    """The longest names at each place."""
    yield from _longest([_single(w) for w in _WORD.findall(folded)], " ", _LONGEST_WORDS)
    for run in _HAN.finditer(folded):
        signs = run.group()
        yield from (t for t in _longest(list(signs), "", _LONGEST_SIGNS) if "不" + t not in signs)


def _longest(pieces: list[str], joint: str, most: int) -> Iterator[str]:
    table, at = _table(), 0
    while at < len(pieces):
        ends = range(min(len(pieces), at + most), at, -1)
        end = next((e for e in ends if joint.join(pieces[at:e]) in table), None)
        if end:
            yield joint.join(pieces[at:end])
        at = end or at + 1


def _single(word: str) -> str:
    """Cards and card are one word, vacancies and vacancy."""
    if word.endswith("ies") and len(word) > _SHORTEST + 2:
        return word[:-3] + "y"
    return word.removesuffix("s") if len(word) > _SHORTEST + 1 else word


@cache
def _table() -> Mapping[str, tuple[int, ...]]:
    of: dict[str, list[int]] = defaultdict(list)
    for number, group in enumerate(_groups()):
        for term in dict.fromkeys(map(_plain, group)):
            if len(term) >= _SHORTEST:
                of[term].append(number)
    return {term: tuple(groups) for term, groups in of.items()}


def _plain(name: str) -> str:
    folded = fold(name)
    if _HAN.search(folded):
        return folded if _HAN.fullmatch(folded) else ""
    return " ".join(map(_single, _WORD.findall(folded)))


def _groups() -> Iterator[Iterable[str]]:
    """Each group of synonyms, and each metric with its names in both languages."""
    left_out = section("names")["no_names"]
    for file in files_in(files("knowledge").joinpath(SYNONYMS), ".yml"):
        for heading, groups in parsed(file.read_text("utf-8")).items():
            yield from groups if heading not in left_out else ()
    for file in files_in(files("knowledge").joinpath(_METRICS), ".yml"):
        for metric in parsed(file.read_text("utf-8")):
            names, aliases = metric["name"], metric.get("aliases", {})
            yield [*names.values(), *(name for listed in aliases.values() for name in listed)]
