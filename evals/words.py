"""The words that the product knows, list by list: those of expressions too, each for itself.

Lists stand in data, and some in code. What Taiwan says instead stands as a pair: 用戶 → 使用者.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from assistant.language.script import simplify
from evals.parsed import loaded, modules, texts

LISTS = (
    "rubrics/words/*.yml",
    "assistant/language/lexicon/*.yml",
    "assistant/parsing/**/*.yml",
    "assistant/checkins/**/*.yml",
    "assistant/coaching/rewriting/*.yml",
    "assistant/guides/*.yml",
    "assistant/guides/tailoring/*.yml",
    "assistant/commands/*.yml",
    "assistant/retrieval/*.yml",
    "assistant/coaching/rewriting/works/*.yml",
    "knowledge/guide/words.yml",
    "knowledge/guide/nearest.yml",
    "knowledge/guide/people.yml",
    "knowledge/guide/bodies.yml",
    "knowledge/synonyms/*.yml",
)
SENTENCES = ("why", "objective", "outcomes")  # of a work: what is said of it, not known by it
PAIRS = (
    "assistant/taiwan.yml",
    "assistant/hong-kong.yml",
    "assistant/language/lexicon/taiwan.yml",
)
CODE = (  # what reads and writes language
    "assistant/language/**/*.py",
    "assistant/parsing/*.py",
    "assistant/checkins/**/*.py",
    "assistant/coaching/**/*.py",
    "assistant/rules/**/*.py",
    "assistant/retrieval/*.py",
    "assistant/llm/*.py",
    "assistant/messages.py",
    "assistant/prompts.py",
)
_EXPRESSION = re.compile(r"[\\\[(|^$*?]")
_CHOICE = re.compile(r"\[[^\]]*\]")
_ESCAPE = re.compile(r"\\[a-zA-Z]|\(\?P<[a-z_]+>|\{[0-9, ]*\}")
_TOKEN = re.compile(r"[㐀-鿿]+|[a-z][a-z'-]+", re.IGNORECASE)
_HAN = re.compile(r"[㐀-鿿]")
_WORD = re.compile(r"[㐀-龥]|[a-z]{2}", re.IGNORECASE)
_PARTS = re.compile(r"\s*[,，]\s*")


def known_words(root: Path) -> Iterator[tuple[str, str]]:
    """Language and `place: word` of each word, once."""
    listed = (pair for pattern in LISTS for pair in _of_lists(root, pattern))
    found = (
        (_language_of(word), f"{place}: {word}") for place, word in (*listed, *words_in_code(root))
    )
    yield from dict.fromkeys((*found, *_instead(root)))


def _of_lists(root: Path, pattern: str) -> Iterator[tuple[str, str]]:
    for path in sorted(root.glob(pattern)):
        named = path.relative_to(root)
        if str(named) not in PAIRS:
            for place, text in texts(loaded(path)):
                if "/works/" in str(named) and place.startswith(SENTENCES):
                    continue
                yield from ((f"{named.with_suffix('')} {place}", word) for word in _words(text))


def _instead(root: Path) -> Iterator[tuple[str, str]]:
    for name in PAIRS:
        if (path := root / name).is_file():
            pairs = loaded(path)
            for word, ours in pairs.get("forms", pairs).items():
                yield "zh-Hant", f"{name.removesuffix('.yml')}: {word} → {ours}"


def words_in_code(root: Path) -> Iterator[tuple[str, str]]:
    """The words of the expressions and lists that stand in code, by module: names come and go."""
    for path, module in modules(root, CODE):
        found = (word for text in module.strings for word in _words(text))
        yield from ((str(path.with_suffix("")), word) for word in found if _WORD.search(word))


def _language_of(word: str) -> str:
    if not _HAN.search(word):
        return "en"
    return "zh-Hans" if simplify(word) == word else "zh-Hant"


def _words(text: str) -> Iterator[str]:
    if not _EXPRESSION.search(text):
        yield from (word.strip() for word in _PARTS.split(text) if word.strip(": "))
        return
    for choice in _CHOICE.findall(text):
        yield from _HAN.findall(choice)
    yield from _TOKEN.findall(_ESCAPE.sub(" ", _CHOICE.sub(" ", text)))
