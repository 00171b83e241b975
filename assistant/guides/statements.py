"""From what the knowledge base says to the sentences of a guide, each with its sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import cache, lru_cache
from typing import TypeVar

from assistant.messages import say, traditional
from assistant.models import Language
from assistant.models.guide import Sentence, Style
from assistant.models.knowledge import Words
from assistant.models.plans import Meeting, Statement
from assistant.own_data import load

AREA = "guides"
_ALIKE = 0.78  # of the signs of two sentences
_Sized = TypeVar("_Sized", bound=Statement | Meeting)
_Piece = tuple[str, Style]
_MARK = re.compile(r"\s?\[([a-z0-9]+(?:-[a-z0-9]+)*)\]")
# An end of sentence; the marks of its sources stand before the full stop.
_END = re.compile(
    r"(?<=[.!?])\s+(?=[A-Z0-9“\"(])|(?<=[。！？])(?![”」』）’])|(?<=[。！？][”」』）])"
)
_RULE = re.compile(r"^\|[\s|:-]+$")
_TABLE = re.compile(r"^\|.*(?:\n\|.*)*", re.MULTILINE)
_ITEM = re.compile(r"^(?:[-*]|\d{1,2}\.)\s+")


def written(text: str, language: Language) -> str:
    """A text of the knowledge base as the reader's script has it."""
    return _converted(text) if language is Language.ZH_HANT else text


@cache
def _converted(text: str) -> str:
    return traditional(text)


def words(both: Words, language: Language) -> str:
    """A name or a text in the reader's language."""
    return both.en if language is Language.EN else written(both.zh, language)


def joined(parts: Iterable[str], how: str, language: Language) -> str:
    """Parts with what the catalogue puts between them; `how` is one of its `join` keys."""
    return say(AREA, f"join.{how}", language).join(parts)


def listed(names: Iterable[str], language: Language) -> str:
    """Names one after the other within a sentence or a cell."""
    return joined(names, "names", language)


def for_size(items: Iterable[_Sized], size: str) -> list[_Sized]:
    """Those for a company of this size."""
    return [each for each in items if not each.sizes or size in each.sizes]


def heading(text: str, style: Style = Style.HEADING) -> Sentence:
    """A small heading within a section; what stands under it has the sources."""
    return Sentence(text=text, citations=[], style=style)


def unsaid(sentences: Iterable[Sentence], said: Iterable[Sentence] = ()) -> list[Sentence]:
    """Without what is said already in nearly the same words, as two industries of one source do."""
    new: list[Sentence] = []
    before = [each.text for each in said]
    for each in sentences:
        if not any(alike(each.text, text) for text in before):
            new.append(each)
            before.append(each.text)
    return new


@lru_cache(maxsize=16_384)  # guides of one industry compare the same sentences
def alike(one: str, other: str) -> bool:
    """Whether two sentences say nearly the same; the first two ratios are quick upper bounds."""
    pair = SequenceMatcher(None, one, other)
    bounds = (pair.real_quick_ratio, pair.quick_ratio, pair.ratio)
    return all(ratio() > _ALIKE for ratio in bounds)


def told(
    statements: Iterable[Statement], language: Language, style: Style = Style.TEXT
) -> list[Sentence]:
    """Statements as sentences in the reader's language."""
    return [
        Sentence(
            text=each.en if language is Language.EN else written(each.zh, language),
            citations=each.sources,
            style=style,
        )
        for each in statements
    ]


def titled(key: str, language: Language, style: Style = Style.HEADING, **facts: object) -> Sentence:
    """A small heading from the catalogue."""
    return heading(say(AREA, key, language, **facts), style)


def sentences_of(text: str, language: Language) -> list[Sentence]:
    """The sentences and items of a passage, without its marks.

    A sentence without a mark of its own rests on the next mark of its paragraph, as a mark stands
    at the end of what it carries, or on the one before; a paragraph or an item that has none rests
    on the mark that closes the passage ("the steps are ours [own]").
    """
    blocks = [list(_pieces(line)) for line in _paragraphs(_told_tables(text))]
    closing = next((found for block in reversed(blocks) if (found := _last_mark(block))), [])
    return [
        Sentence(text=written(_bare(piece), language), citations=carried, style=style)
        for block in blocks
        for (piece, style), carried in zip(block, _carried(block, closing), strict=True)
        if _bare(piece) not in _closings()
    ]


def split(text: str) -> list[str]:
    """A text in its sentences."""
    return [each for each in _END.split(text) if each.strip()]


@cache
def _closings() -> frozenset[str]:
    return frozenset(load("knowledge", "guide/closings.yml"))


def _carried(block: list[_Piece], closing: list[str]) -> list[list[str]]:
    marks = [_MARK.findall(piece) for piece, _ in block]
    carried = []
    for at in range(len(block)):
        following = next((mark for mark in marks[at:] if mark), None)
        before = next((mark for mark in reversed(marks[:at]) if mark), None)
        carried.append(list(dict.fromkeys(following or before or closing)))
    return carried


def _last_mark(block: list[_Piece]) -> list[str]:
    return next((found for piece, _ in reversed(block) if (found := _MARK.findall(piece))), [])


def _bare(piece: str) -> str:
    return _MARK.sub("", piece).strip()


def _pieces(line: str) -> Iterator[_Piece]:
    if _ITEM.match(line):
        yield _ITEM.sub("", line), Style.ITEM
    else:
        yield from ((each, Style.TEXT) for each in _END.split(line) if each.strip())


def _told_tables(text: str) -> str:
    """The text with each row of a table as an item; a table without rows names its columns."""
    return _TABLE.sub(lambda found: "\n" + "\n".join(_rows(found.group())) + "\n", text)


def _rows(table: str) -> Iterator[str]:
    head, *rows = (_cells(line) for line in table.splitlines() if not _RULE.match(line))
    if not rows:
        yield "- " + " / ".join(head)
    for first, *rest in rows:
        colon, gap = (": ", "; ") if "".join(head).isascii() else ("：", "；")
        named = [f"{name}{colon}{cell}" for name, cell in zip(head[1:], rest, strict=False)]
        yield f"- {first}{colon}{gap.join(named if len(rest) > 1 else rest)}"


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip().strip("|").split("|")]


def _paragraphs(text: str) -> list[str]:
    """Paragraphs and items, each with its lines joined."""
    lines: list[str] = []
    fresh = True
    for line in text.splitlines():
        if not fresh and line.strip() and not _ITEM.match(line):
            lines[-1] += " " + line.strip()
        elif line.strip():
            lines.append(line.strip())
        fresh = not line.strip()
    return lines
