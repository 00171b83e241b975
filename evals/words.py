"""The words that the product knows, list by list: those of expressions too, each for itself.

Lists stand in data, and some in code. What Taiwan says instead stands as a pair: 用戶 → 使用者.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from assistant.language.script import simplify

LISTS = (
    "rubrics/words/*.yml",
    "assistant/language/lexicon/*.yml",
    "assistant/parsing/*.yml",
    "assistant/checkins/reading/lexicon/*.yml",
    "assistant/checkins/*.yml",
    "assistant/coaching/rewriting/*.yml",
    "assistant/guides/tailoring/*.yml",
    "assistant/retrieval/*.yml",
    "knowledge/guide/words.yml",
    "knowledge/guide/nearest.yml",
    "knowledge/synonyms/*.yml",
)
PAIRS = ("assistant/taiwan.yml", "assistant/language/lexicon/taiwan.yml")
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
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times as fast, where it is built
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
                yield from ((f"{named.with_suffix('')} {place}", word) for word in _words(text))


def _instead(root: Path) -> Iterator[tuple[str, str]]:
    for name in PAIRS:
        if (path := root / name).is_file():
            pairs = loaded(path)
            for word, ours in pairs.get("forms", pairs).items():
                yield "zh-Hant", f"{name.removesuffix('.yml')}: {word} → {ours}"


def words_in_code(root: Path) -> Iterator[tuple[str, str]]:
    """The words of the expressions and lists that stand in code, by module: names come and go."""
    for path in sorted(path for pattern in CODE for path in root.glob(pattern)):
        named = str(path.relative_to(root).with_suffix(""))
        for line in ast.parse(path.read_text("utf-8")).body:
            for text in _strings(line):
                yield from ((named, word) for word in _words(text) if _WORD.search(word))


def _strings(line: ast.stmt) -> Iterator[str]:
    """What a constant of a module holds; of functions and classes only what is Chinese."""
    if not isinstance(line, ast.Assign | ast.FunctionDef | ast.ClassDef):
        return
    told = {id(_docstring(each)) for each in ast.walk(line)}
    for each in ast.walk(line):
        text = each.value if isinstance(each, ast.Constant) and id(each) not in told else None
        if isinstance(text, str) and (isinstance(line, ast.Assign) or _HAN.search(text)):
            yield " ".join(text.split())


def _docstring(node: ast.AST) -> ast.expr | None:
    body = getattr(node, "body", None)
    first = body[0] if isinstance(body, list) and body else None
    return first.value if isinstance(first, ast.Expr) else None


def _language_of(word: str) -> str:
    if not _HAN.search(word):
        return "en"
    return "zh-Hans" if simplify(word) == word else "zh-Hant"


def loaded(path: Path) -> Any:
    """The content of a YAML file of ours."""
    return yaml.load(path.read_text("utf-8"), Loader=LOADER)


def texts(value: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Each text with the keys above it; the places in a list do not count."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield place, str(key)
            yield from texts(inner, f"{place}.{key}" if place else str(key))
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner, place)
    elif isinstance(value, str):
        yield place, value


def _words(text: str) -> Iterator[str]:
    if not _EXPRESSION.search(text):
        yield from (word.strip() for word in _PARTS.split(text) if word.strip(": "))
        return
    for choice in _CHOICE.findall(text):
        yield from _HAN.findall(choice)
    yield from _TOKEN.findall(_ESCAPE.sub(" ", _CHOICE.sub(" ", text)))
