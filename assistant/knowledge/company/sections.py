"""Markdown cut into sections that a search can find: by its headings, none too long.

An anchor is made from the heading's words, so it stays the same when other parts change.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from assistant.errors import InputTooLarge
from assistant.language.script import CJK
from assistant.models.knowledge import Section
from assistant.patterns import lazy

LONGEST = 1_400  # about 500 tokens; what is longer, the bundled model reads only the start of
MOST_SECTIONS = 2_000
LONGEST_TITLE = 120
_HEADING = lazy(r"(#{1,6})[ \t]+(.*)")
_FENCE = ("```", "~~~")
_BLANK = lazy(r"\n[ \t]*\n+")
_SENTENCE_END = lazy(r"(?<=[。！？!?；])|(?<=[.;] )|(?<=\n)")
_WORD = lazy(r"[a-z0-9]+")
_MARK = lazy(r"\[([a-z0-9][a-z0-9-]*)\](?!\()")  # what would be read as the mark of a source


@dataclass(slots=True)
class _Part:
    """What stands under one heading; `path` are the headings above it and its own."""

    path: tuple[str, ...]
    lines: list[str] = field(default_factory=list)


def cut(markdown: str, title: str) -> list[Section]:
    """The sections of a text; `title` is that of what stands before the first heading.

    Raises:
        InputTooLarge: `sections`.
    """
    anchors = Counter[str]()
    made: list[Section] = []
    for part in _parts(markdown, title):
        for text in _pieces("\n".join(part.lines)):
            made.append(_section(part, text, anchors))
            if len(made) > MOST_SECTIONS:
                raise InputTooLarge("sections", limit=MOST_SECTIONS)
    return made


def weight(text: str) -> int:
    """How much room a text takes: a Chinese character counts as two others."""
    return len(text) + len(CJK.findall(text))


def _parts(markdown: str, title: str) -> Iterator[_Part]:
    part, levels, fenced = _Part((title,)), list[tuple[int, str]](), False
    for line in markdown.split("\n"):
        fenced ^= line.lstrip().startswith(_FENCE)
        heading = None if fenced else _HEADING.fullmatch(line)
        words = _plain(heading[2]) if heading else ""
        if heading and words:
            yield part
            levels = [one for one in levels if one[0] < len(heading[1])]
            levels.append((len(heading[1]), words))
            part = _Part(tuple(name for _, name in levels))
        else:
            part.lines.append(line)
    yield part


def _plain(heading: str) -> str:
    """A heading's words: no anchor of its own, no closing signs, not too long."""
    words = re.sub(r"[ \t]*\{#[^{}]*\}[ \t]*$|[ \t]+#+[ \t]*$", "", heading).strip()
    return words[:LONGEST_TITLE]


def _section(part: _Part, text: str, anchors: Counter[str]) -> Section:
    name = _anchor(part.path[-1])
    anchors[name] += 1
    number = anchors[name]
    title = " › ".join(part.path[-2:])
    return Section(
        anchor=name if number == 1 else f"{name}-{number}", title=title, text=text, line=1
    )


def _anchor(title: str) -> str:
    words = "-".join(_WORD.findall(title.lower()))[:60].strip("-")
    if CJK.search(title) or not words:
        words = f"s-{hashlib.sha256(title.encode('utf-8')).hexdigest()[:8]}"
    return words


def _pieces(text: str) -> Iterator[str]:
    """The text in pieces that are not too long, each of whole paragraphs where that can be."""
    held = ""
    for paragraph in _BLANK.split(text):
        for piece in _short(paragraph.strip("\n")):
            if held and weight(held) + weight(piece) > LONGEST:
                yield _as_content(held)
                held = piece
            else:
                held = f"{held}\n\n{piece}" if held else piece
    if held.strip():
        yield _as_content(held)


def _short(paragraph: str) -> Iterator[str]:
    """A paragraph, or where it is too long its sentences put together, or cut."""
    if weight(paragraph) <= LONGEST:
        if paragraph.strip():
            yield paragraph
        return
    held = ""
    for sentence in _SENTENCE_END.split(paragraph):
        for start in range(0, len(sentence), LONGEST // 2):
            piece = sentence[start : start + LONGEST // 2]
            if held and weight(held) + weight(piece) > LONGEST:
                yield held.strip()
                held = ""
            held += piece
    if held.strip():
        yield held.strip()


def _as_content(text: str) -> str:
    """The text so that none of it is read as a heading or as the mark of a source."""
    lines = (f"\\{line}" if line.startswith("#") else line for line in text.split("\n"))
    return _MARK.sub(r"\\[\1\\]", "\n".join(lines)).strip()
