"""Word lists as data: a YAML file of lists becomes one compiled pattern, built once.

A list entry is plain text, folded like the lines it is looked for in. In Latin words `*` stands
for any ending and a space also matches a hyphen; Latin words match whole words only.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Mapping
from functools import cache, partial
from typing import Any

from assistant.kept import kept
from assistant.language.script import fold
from assistant.own_data import load
from assistant.patterns import compiled

WORD_START, WORD_END = r"(?<![a-z0-9])", r"(?![a-z0-9])"
_WILD = {"*": "[a-z]*", " ": "[ -]"}


@cache
def section(name: str) -> Mapping[str, Any]:
    """The content of `lexicon/<name>.yml`."""
    content: Mapping[str, Any] = load("assistant.language", f"lexicon/{name}.yml")
    return content


@cache
def words(name: str, key: str) -> tuple[str, ...]:
    """The entries of one list, folded, with the forms of Taiwan."""
    return with_taiwan(fold(word) for word in section(name)[key])


def with_taiwan(entries: Iterable[str]) -> tuple[str, ...]:
    """The entries, and behind them what Taiwan says for some of them (优化: 最佳化)."""
    taiwan, kept = section("taiwan")["forms"], tuple(entries)
    return (*kept, *(taiwan[entry] for entry in kept if entry in taiwan))


@cache
def pattern(name: str, *keys: str) -> re.Pattern[str]:
    """One pattern for all entries of the lists named."""
    return compiled(alternation([word for key in keys for word in words(name, key)]))


@cache
def labelled(name: str, *keys: str) -> re.Pattern[str]:
    """One pattern for several lists; `lastgroup` of a match tells which list it is of."""
    return compiled("|".join(f"(?P<{key}>{alternation(words(name, key))})" for key in keys))


@cache
def expressions(name: str, key: str) -> re.Pattern[str]:
    """One pattern for a list whose entries are regular expressions, not plain words."""
    return compiled("|".join(f"(?:{entry})" for entry in section(name)[key]), re.ASCII)


def last_match(
    pattern_: re.Pattern[str], folded: str, start: int, end: int
) -> re.Match[str] | None:
    """The match that stands last in a piece of a line."""
    return next(iter(deque(pattern_.finditer(folded, start, end), maxlen=1)), None)


def alternation(entries: Iterable[str], end: str = WORD_END) -> str:
    """Source of a pattern that matches the longest entry at a place.

    Latin words match whole words only; `end` is what must follow them.
    """
    written = list(entries)
    return kept(f"words {end}\n" + "\n".join(written), partial(_alternation, written, end))


def _alternation(entries: list[str], end: str) -> str:
    latin: list[str] = []
    other: list[str] = []
    for entry in entries:
        (latin if entry[0].isascii() and entry[0].isalnum() else other).append(entry)
    parts = [f"{WORD_START}(?:{_trie(latin)}){end}"] if latin else []
    return "|".join([*parts, _trie(other)] if other else parts)


def spelled(written: str) -> str:
    """A found word as tables hold it: for the patterns a hyphen is as good as a space."""
    return written.replace("-", " ")


def _trie(entries: Iterable[str]) -> str:
    """Entries by common beginnings, so that few alternatives are tried at each place."""
    rests: dict[str, list[str]] = {}
    for entry in entries:
        rests.setdefault(entry[:1], []).append(entry[1:])
    ends = rests.pop("", None) is not None
    branches = [_WILD.get(char, re.escape(char)) + _trie(rest) for char, rest in rests.items()]
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 and not ends else f"(?:{'|'.join(branches)})"
    return body + "?" if ends else body
