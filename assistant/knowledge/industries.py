"""Which industry of the knowledge base somebody means: by its names, else the nearest one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files

from assistant.knowledge.library import shipped_knowledge
from assistant.language.script import simplify
from assistant.messages import traditional
from assistant.models.guide_material import Names
from assistant.models.knowledge import Words
from assistant.own_data import parsed

ANY = "any"
SHORT = 4  # letters; "oil" is a word of its own, "manufactur" begins one
_BESIDE = re.compile(r"[,，、/&＆]|\s+and\s+|[与與和及]")


def industry_of(asked: str) -> str:
    """The industry of that name, the nearest one, or `any`."""
    return industries_of(asked)[0]


def industries_of(asked: str) -> list[str]:
    """The industries that a name holds, the first one first; `any` where none is known."""
    return [industry for _, industry in halves_of(asked)]


def halves_of(asked: str) -> list[tuple[str, str]]:
    """The parts of a name, each with its industry: by its own name, else the nearest one.

    A part that touches an industry of a part before tells more of that one, and counts for none.
    """
    whole = _named(asked)
    if whole:
        return [(asked, whole)]
    found: dict[str, str] = {}
    for half in _halves(asked):
        industry = _named(half) or _near(half)
        if industry != ANY and found.keys().isdisjoint(_touched(half)):
            found[industry] = half
    if len(found) > 1:
        return [(half, industry) for industry, half in found.items()]
    return [(asked, next(iter(found), None) or _near(asked))]


def unknown_halves(asked: str) -> list[str]:
    """The parts of a name of which nothing is known, where something is of others."""
    if _named(asked):
        return []
    halves = _halves(asked)
    unknown = [half for half in halves if _named(half) is None and not _touched(half)]
    return unknown if len(unknown) < len(halves) else []


def is_called(asked: str, industry: str) -> bool:
    """Whether an industry is called so, by itself or as the first of several."""
    return _named(asked) == industry or _named(_halves(asked)[0]) == industry


def _halves(asked: str) -> list[str]:
    """What stands between commas and the like; the whole where a part is too short for a name."""
    halves = [half.strip() for half in _BESIDE.split(asked)]
    return halves if all(len(half) > 1 for half in halves) else [asked]


def key(text: str) -> str:
    """A name as it is compared: no blanks, no capitals, Simplified."""
    return "".join(simplify(str(text)).casefold().split()).replace("_", "-")


def keys(name: Words) -> tuple[str, str, str]:
    """What a name of both languages is compared with; Taiwan has words of its own."""
    return key(name.en), *_key_of_ours(name.zh)


@cache
def _names() -> Mapping[str, Names]:
    written = parsed(files("knowledge").joinpath("guide", "nearest.yml").read_text("utf-8"))
    return {name: Names.model_validate(each) for name, each in written.items()}


def _named(asked: str) -> str | None:
    return next(_called(key(asked)), None)


def _called(asked: str) -> Iterator[str]:
    for each, name in shipped_knowledge().taxonomy.industries.items():
        called = _names()[each].called if each in _names() else []
        if asked in (key(each), *keys(name), *_keys(called)):
            yield each


@cache
def _key_of_ours(name: str) -> tuple[str, str]:
    return key(name), key(traditional(name))


def _keys(names: Iterable[str]) -> Iterator[str]:
    return (each for name in names for each in _key_of_ours(name))


def _near(asked: str) -> str:
    """The one whose word stands last, as the head of a name does; of two there, the longer."""
    hits = list(_hits(asked))
    return max(hits)[2] if hits else ANY


def _touched(asked: str) -> set[str]:
    return {industry for _, _, industry in _hits(asked)}


def _hits(asked: str) -> Iterator[tuple[int, int, str]]:
    """End and length of each word that leads to an industry, unless another keeps it away."""
    text = spaced(asked)
    for each, words in _words().items():
        apart = _apart(each)
        if apart is None or not apart.search(text):
            yield from ((match.end(), len(match[0]), each) for match in words.finditer(text))


@cache
def _apart(industry: str) -> re.Pattern[str] | None:
    words = _names()[industry].apart
    return pattern_of(words) if words else None


@cache
def _words() -> Mapping[str, re.Pattern[str]]:
    return {each: pattern_of([*names.called, *names.near]) for each, names in _names().items()}


def pattern_of(words: Iterable[str]) -> re.Pattern[str]:
    """Any of the words, in either script of Chinese, as `spaced` writes a text."""
    return _any_of(tuple(words))


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    written = {spaced(each) for word in words for each in (word, traditional(word))}
    return re.compile("|".join(map(_word, sorted(written, key=len, reverse=True))))


def _word(word: str) -> str:
    plain = re.escape(word)
    if not word.isascii():
        return plain
    return rf"\b{plain}s?\b" if len(word) <= SHORT else rf"\b{plain}"


def spaced(text: str) -> str:
    """A text as words are looked for in it: Simplified, no capitals, blanks for hyphens."""
    return simplify(text).casefold().replace("_", " ").replace("-", " ")
