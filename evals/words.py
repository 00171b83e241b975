"""The words that the product knows, list by list: those of expressions too, each for itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

LISTS = (
    "rubrics/words/*.yml",
    "assistant/language/lexicon/*.yml",
    "assistant/parsing/*.yml",
    "assistant/checkins/reading/lexicon/*.yml",
    "assistant/checkins/*.yml",
    "assistant/coaching/rewriting/*.yml",
    "assistant/guides/tailoring/*.yml",
    "assistant/retrieval/stopwords.yml",
)
MADE = "taiwan.yml"  # by `python -m evals.taiwan`, out of the others
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_EXPRESSION = re.compile(r"[\\\[(|^$*?]")
_CHOICE = re.compile(r"\[[^\]]*\]")
_ESCAPE = re.compile(r"\\[a-zA-Z]|\(\?P<[a-z_]+>|\{[0-9, ]*\}")
_TOKEN = re.compile(r"[㐀-鿿]+|[a-z][a-z'-]+", re.IGNORECASE)
_HAN = re.compile(r"[㐀-鿿]")
_PARTS = re.compile(r"\s*[,，]\s*")


def known_words(root: Path) -> Iterator[tuple[str, str]]:
    """Language and `file place: word` of each word, once."""
    found: dict[tuple[str, str], None] = {}
    for pattern in LISTS:
        for path in sorted(root.glob(pattern)):
            if path.name != MADE:
                named = path.relative_to(root).with_suffix("")
                for place, text in _texts(yaml.load(path.read_text("utf-8"), Loader=LOADER)):
                    for word in _words(text):
                        language = "zh-Hans" if _HAN.search(word) else "en"
                        found[language, f"{named} {place}: {word}"] = None
    yield from found


def _texts(value: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Each text with the keys above it; the places in a list do not count."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield place, str(key)
            yield from _texts(inner, f"{place}.{key}" if place else str(key))
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner, place)
    elif isinstance(value, str):
        yield place, value


def _words(text: str) -> Iterator[str]:
    if not _EXPRESSION.search(text):
        yield from (word.strip() for word in _PARTS.split(text) if word.strip(": "))
        return
    for choice in _CHOICE.findall(text):
        yield from _HAN.findall(choice)
    yield from _TOKEN.findall(_ESCAPE.sub(" ", _CHOICE.sub(" ", text)))
