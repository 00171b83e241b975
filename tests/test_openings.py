"""A search that is told what a match begins with finds what any other finds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest
import yaml

from assistant import openings, patterns

LINES = [
    "Raise on-time delivery from 82% to 95% by 30 June (source: MES)",
    "in order to Reduce repeat samples by 1,200.5 kg, 3-5 times a week; ISO 27001",
    "计划达成率由82%提升到95%，例如：破损率、缺货率等三项（数据来源：MES）",
    "計畫達成率由 82% 提升到 95%，上線新版排產系統①一期②二期",
    "Q3 上线 v2.1, launch with 零 P0 bugs → 99.9%\nowner: @sam_lee",
    "",
    "a",
    "。",
]
SOURCES = [
    "(?<![a-z])(?:by|before)",
    "(?:x?y?|z)",
    "x{0,3}[0-9]",
    "(?:a|b*)c",
    "^(?:Q|R)",
    "(?<=由)[0-9]+",
    "[^0-9]{2}%",
    r"\d+%|\s到",
    "(?P<a>在|于)?[一-鿿]",
    "(?=9)[0-9]{2}|上",
    "(?>R|r)aise",
    "(?i:raise)|Q",
    r"(r)?\1educe",
    "[\U00020000-\U0003ffff]|①",
]


@pytest.mark.parametrize("source", SOURCES)
def test_a_told_search_finds_the_same_places(source: str) -> None:
    _assert_alike(source, 0)


def test_every_expression_of_the_word_lists_finds_the_same_places() -> None:
    sources = set(_expressions())
    assert len(sources) > 300
    for source in sources:
        _assert_alike(source, re.ASCII)


def test_letters_of_either_case_are_left_to_python() -> None:
    _assert_alike("(?<![a-z])(?:RAISE|launch)", re.IGNORECASE)


def test_what_a_match_begins_with_is_noted_behind_a_lookbehind() -> None:
    _, told = openings.program("(?<![a-z])(?:by|on)", 0)
    _, plain = openings.program("(?:.by|on)", 0)
    assert (told[2], plain[2]) == (4, 0)


def _assert_alike(source: str, flags: int) -> None:
    plain, told = re.compile(source, flags), patterns.compiled(source, flags)
    for line in LINES:
        for text in (line, line.lower()):
            for start in (0, 3, len(text) // 2):
                expected = [match.regs for match in plain.finditer(text, start)]
                assert [match.regs for match in told.finditer(text, start)] == expected, source
                assert bool(told.match(text, start)) is bool(plain.match(text, start)), source


def _expressions() -> Iterator[str]:
    for file in files("assistant.language").joinpath("lexicon").iterdir():
        for entry in _strings(yaml.safe_load(file.read_text(encoding="utf-8"))):
            try:
                re.compile(entry)
            except re.error:  # a plain word that is no expression
                continue
            yield entry


def _strings(content: Any) -> Iterator[str]:
    if isinstance(content, str):
        yield content
    elif isinstance(content, dict):
        for inner in content.values():
            yield from _strings(inner)
    elif isinstance(content, list):
        for inner in content:
            yield from _strings(inner)
