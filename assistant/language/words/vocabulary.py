"""The words of the lists with their classes, English ones in all their forms."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from assistant.kept import kept
from assistant.language.lexicon import section
from assistant.language.script import fold

VERB_CLASSES = (
    "down", "improve", "up", "keep", "get", "win", "reach", "pass", "finish", "light", "act", "make"
)  # fmt: skip
NOUN_CLASSES = ("share", "metric", "defect", "event", "deliv", "out", "inner", "project")
_LISTS = {"verbs": (*VERB_CLASSES, "others"), "nouns": NOUN_CLASSES}
SMALL_CLASSES = (
    "x",
    "none",
    "all",
    "or",
    "conj",
    "guard",
    "percent_done",
    "after",
    "ideal",
    "abstract",
    "by",
    "to",
)
_SMALL_LATE = ("bound", "we", "be", "more", "past", "det", "prep", "of", "want", "pure")
_SECTIONS = ("particles", *_LISTS, "irregular", "taiwan")


class Entry(NamedTuple):
    """What the lists say about a word."""

    tags: tuple[str, ...]
    form: str = ""


@cache
def vocabulary() -> tuple[dict[str, Entry], dict[str, Entry]]:
    """All listed words with their classes: English in all forms, and Chinese."""
    made_of = json.dumps([section(name) for name in _SECTIONS])
    english, chinese = kept(f"vocabulary {made_of}", _written)
    return _entries(english), _entries(chinese)


_Written = dict[str, list[Any]]  # a word, its classes and its form


def _entries(written: _Written) -> dict[str, Entry]:
    """The words as they are looked up; entries that are alike are one."""
    alike = cache(Entry)
    return {word: alike(tuple(tags), form) for word, (tags, form) in written.items()}


def _written() -> list[_Written]:
    """Both vocabularies in a form that can be kept."""
    return [
        {word: [list(entry.tags), entry.form] for word, entry in table.items()}
        for table in _tables()
    ]


def _tables() -> tuple[dict[str, Entry], dict[str, Entry]]:
    english: dict[str, Entry] = {}
    chinese: dict[str, Entry] = {}
    for tag, words in _all_lists():
        for word in split(words.get("zh", "")):
            _put(chinese, word, tag, "zh")
        for word in split(words.get("en", "")):
            for written, form in forms(word, tag):
                _put(english, written, tag, form)
    for word, form in section("taiwan")["forms"].items():
        if word in chinese:
            chinese.setdefault(form, chinese[word])
    return english, chinese


def _all_lists() -> Iterator[tuple[str, dict[str, str]]]:
    particles = section("particles")
    yield from ((tag, particles[tag]) for tag in SMALL_CLASSES)
    for name, tags in _LISTS.items():
        content = section(name)
        yield from ((tag, content[tag]) for tag in tags)
    yield from ((tag, particles[tag]) for tag in _SMALL_LATE)


def split(words: str) -> list[str]:
    """The words of a comma-separated list, folded."""
    return [word.strip() for word in fold(words).replace("\n", " ").split(",") if word.strip()]


def _put(table: dict[str, Entry], word: str, tag: str, form: str = "") -> None:
    known = table.get(word)
    if known is None or known.tags == ("x",):
        table[word] = Entry((tag,), form)
    elif tag not in known.tags:
        table[word] = Entry((*known.tags, tag), known.form or form)


def forms(word: str, tag: str) -> list[tuple[str, str]]:
    """A base form with its inflected ones."""
    if tag in VERB_CLASSES or tag == "others":
        return _verb_forms(word)
    if tag in NOUN_CLASSES:
        return [(word, "s" if word in _plurals() else ""), (_plural(word), "s")]
    return [(word, "")]


@cache
def _plurals() -> frozenset[str]:
    return frozenset(split(section("irregular")["plurals"]))


@cache
def _irregular() -> dict[str, list[str]]:
    return {line[0]: line[1:] for line in map(str.split, section("irregular")["verbs"])}


def _verb_forms(word: str) -> list[tuple[str, str]]:
    head, _, rest = word.partition(" ")
    tail = f" {rest}" if rest else ""
    known = [(form + tail, "ed") for form in _irregular().get(head, [])]
    doubled = head + head[-1] if head in section("irregular")["doubling"].split() else head
    past = head + "d" if head.endswith("e") else _y(head, doubled) + "ed"
    ing = (head[:-1] if head.endswith("e") and not head.endswith("ee") else doubled) + "ing"
    regular = [] if known else [(past + tail, "ed")]
    third = head + "es" if head.endswith("o") else _plural(head)
    return [(word, ""), (third + tail, "s"), (ing + tail, "ing"), *regular, *known]


def _y(head: str, otherwise: str) -> str:
    return head[:-1] + "i" if head.endswith("y") and head[-2:-1] not in "aeiou" else otherwise


def _plural(word: str) -> str:
    if word.endswith(("s", "x", "ch", "sh", "z")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"
