"""Which words of the rules' lists are found in a line, in each script and in Taiwan's wording."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from opencc import OpenCC

from assistant.language.script import fold
from assistant.rules.library import load_library
from evals.faces.rows import Said
from evals.parsed import loaded

LISTS = Path(__file__).parents[2] / "rubrics" / "words"
SCRIPTS = {"in Traditional": "s2t", "in the words of Taiwan": "s2twp"}


def words() -> Iterator[Said]:
    """Of each list: how many of its words a line finds that is written so, and which not."""
    index = load_library().word_index
    for path in sorted(LISTS.glob("*.yml")):
        for part in ("words", "unless"):
            held = loaded(path).get(part) or {}
            for language, how, lines in _written(held.get("en") or [], held.get("zh") or []):
                found = [
                    bool(index.search(fold(one)).get((path.stem, part == "words"))) for one in lines
                ]
                missed = [line for line, known in zip(lines, found, strict=True) if not known]
                told = " ".join([f"{sum(found)} of {len(lines)}", *missed])
                yield language, f"{path.stem} {part} {how}", told


def _written(english: list[str], chinese: list[str]) -> Iterator[tuple[str, str, list[str]]]:
    if english:
        yield "en", "as they stand", english
    if chinese:
        yield "zh-Hans", "as they stand", chinese
        for how, script in SCRIPTS.items():
            yield "zh-Hant", how, OpenCC(script).convert("\n".join(chinese)).split("\n")
