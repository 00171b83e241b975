"""Texts in two languages: both are there, each in its language, with the same numbers."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from assistant.errors import KnowledgeError
from assistant.knowledge.checking.numbers import missing_numbers
from assistant.knowledge.checking.shelf import Placed, Shelf
from assistant.language.script import CJK, simplify
from assistant.models.knowledge import Example, Metric, Words

_Path = tuple[int | str, ...]


def twin_faults(shelf: Shelf) -> Iterator[KnowledgeError]:
    """Faults of the texts of all metrics and examples."""
    parts: list[Placed[Metric] | Placed[Example]] = [*shelf.metrics, *shelf.examples]
    for part in parts:
        for path, words in _texts(part.value, ()):
            yield from _words(part, path, words)


def _texts(value: object, path: _Path) -> Iterator[tuple[_Path, Words]]:
    if isinstance(value, Words):
        yield path, value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name), (*path, name))
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from _texts(each, (*path, number))


def _words(
    part: Placed[Metric] | Placed[Example], path: _Path, words: Words
) -> Iterator[KnowledgeError]:
    for language, text in (("en", words.en), ("zh", words.zh)):
        if not text.strip():
            yield part.fault("empty_text", *path, language)
    if CJK.search(words.en):
        yield part.fault("not_english", *path, "en")
    if words.zh != words.en and path[-1] != "unit" and not CJK.search(words.zh):
        yield part.fault("not_chinese", *path, "zh")
    if simplify(words.zh) != words.zh:
        yield part.fault("not_simplified", *path, "zh")
    if odd := missing_numbers(words.en, words.zh):
        yield part.fault("numbers_differ", *path, what=", ".join(odd))
