"""Which industry of the knowledge base somebody means: by its names, else the nearest one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from assistant.guides.material import Material
from assistant.language.script import simplify
from assistant.messages import traditional
from assistant.models.knowledge import Words

ANY = "any"
SHORT = 4  # letters; "oil" is a word of its own, "manufactur" begins one
_BESIDE = re.compile(r"[,，、/&＆]|\s+and\s+|[与與和及]")


def industry_of(asked: str, material: Material) -> str:
    """The industry of that name, the nearest one, or `any`."""
    return _named(asked, material) or _near(asked, material)


def is_called(asked: str, industry: str, material: Material) -> bool:
    """Whether an industry is called so, by itself or as the first of several."""
    return _named(asked, material) == industry


def key(text: str) -> str:
    """A name as it is compared: no blanks, no capitals, Simplified."""
    return "".join(simplify(str(text)).casefold().split()).replace("_", "-")


def keys(name: Words) -> tuple[str, str, str]:
    """What a name of both languages is compared with; Taiwan has words of its own."""
    return key(name.en), *_key_of_ours(name.zh)


def _named(asked: str, material: Material) -> str | None:
    first = _BESIDE.split(asked, maxsplit=1)[0]
    found = (each for text in (asked, first) for each in _called(key(text), material))
    return next(found, None)


def _called(asked: str, material: Material) -> Iterator[str]:
    for each, name in material.knowledge.taxonomy.industries.items():
        called = material.guide.nearest[each].called if each in material.guide.nearest else []
        if asked in (key(each), *keys(name), *_keys(called)):
            yield each


@cache
def _key_of_ours(name: str) -> tuple[str, str]:
    return key(name), key(traditional(name))


def _keys(names: Iterable[str]) -> Iterator[str]:
    return (each for name in names for each in _key_of_ours(name))


def _near(asked: str, material: Material) -> str:
    """The one whose word stands last, as the head of a name does; of two there, the longer."""
    folded = simplify(asked).casefold()
    hits = [
        (match.end(), len(word), each)
        for each, names in material.guide.nearest.items()
        for word in names.near
        for match in _word(word).finditer(folded)
    ]
    return max(hits)[2] if hits else ANY


def _word(word: str) -> re.Pattern[str]:
    plain = re.escape(word.casefold())
    if not word.isascii():
        return re.compile(plain)
    return re.compile(rf"\b{plain}s?\b" if len(word) <= SHORT else rf"\b{plain}")
