"""Which industry of the knowledge base somebody means: by its names, else the nearest one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files

from assistant.knowledge.library import shipped_knowledge
from assistant.language.script import simplify
from assistant.messages import traditional
from assistant.models.knowledge import Words
from assistant.models.plans import Names
from assistant.own_data import parsed

ANY = "any"
SHORT = 4  # letters; "oil" is a word of its own, "manufactur" begins one
_BESIDE = re.compile(r"[,，、/&＆]|\s+and\s+|[与與和及]")


def industry_of(asked: str) -> str:
    """The industry of that name, the nearest one, or `any`."""
    return _named(asked) or _near(asked)


def is_called(asked: str, industry: str) -> bool:
    """Whether an industry is called so, by itself or as the first of several."""
    return _named(asked) == industry


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
    first = _BESIDE.split(asked, maxsplit=1)[0]
    return next((each for text in (asked, first) for each in _called(key(text))), None)


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
    text = _spaced(asked)
    hits = [
        (match.end(), len(match[0]), each)
        for each, words in _words().items()
        for match in words.finditer(text)
    ]
    return max(hits)[2] if hits else ANY


@cache
def _words() -> Mapping[str, re.Pattern[str]]:
    return {each: _any_of([*names.called, *names.near]) for each, names in _names().items()}


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    written = {_spaced(each) for word in words for each in (word, traditional(word))}
    return re.compile("|".join(map(_word, sorted(written, key=len, reverse=True))))


def _word(word: str) -> str:
    plain = re.escape(word)
    if not word.isascii():
        return plain
    return rf"\b{plain}s?\b" if len(word) <= SHORT else rf"\b{plain}"


def _spaced(text: str) -> str:
    return simplify(text).casefold().replace("_", " ").replace("-", " ")
