"""What stands on the page: headings, paragraphs, items and tables, with numbered references."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from assistant.models.guide import (
    GuideSection,
    Reference,
    Sentence,
    Style,
    Table,
)


@dataclass(frozen=True)
class Run:
    """Sentences in a row that rest on the same sources; `numbers` count from 1."""

    text: str
    numbers: tuple[int, ...]


@dataclass(frozen=True)
class Block:
    """One paragraph, item or small heading; all of it from one writer."""

    style: Style
    runs: list[Run] = field(default_factory=list)
    by_model: bool = False

    @property
    def text(self) -> str:
        """Its text without the marks."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True)
class Part:
    """One section."""

    id: str
    title: str
    blocks: list[Block]
    tables: list[Table]


def parts_of(sections: Iterable[GuideSection], references: Iterable[Reference]) -> list[Part]:
    """The sections as they stand on the page."""
    numbers = {reference.id: at for at, reference in enumerate(references, start=1)}
    return [
        Part(section.id, section.title, blocks_of(section.sentences, numbers), section.tables)
        for section in sections
    ]


def groups_of(table: Table) -> list[list[list[str]]]:
    """The rows of a table, those together that begin with the same cell."""
    return [list(rows) for _, rows in groupby(table.rows, key=lambda row: row[0])]


def blocks_of(sentences: Iterable[Sentence], numbers: Mapping[str, int]) -> list[Block]:
    """Sentences in a row make a paragraph; each item and heading stands alone."""
    blocks: list[Block] = []
    for sentence in sentences:
        by_model = sentence.written_by == "model"
        if not blocks or not _goes_on(blocks[-1], sentence.style, by_model):
            blocks.append(Block(sentence.style, by_model=by_model))
        _append(blocks[-1].runs, _run(sentence, numbers))
    return blocks


def _goes_on(block: Block, style: Style, by_model: bool) -> bool:
    """Whether a sentence of that style and writer goes on with the paragraph."""
    return block.style is style is Style.TEXT and block.by_model is by_model


def _run(sentence: Sentence, numbers: Mapping[str, int]) -> Run:
    shown = () if sentence.style.heads else _numbers(sentence, numbers)
    return Run(sentence.text, shown)


def _numbers(sentence: Sentence, numbers: Mapping[str, int]) -> tuple[int, ...]:
    return tuple(sorted(numbers[mark] for mark in sentence.citations if mark in numbers))


def _append(runs: list[Run], run: Run) -> None:
    """Add a run, joined to the one before where both rest on the same sources."""
    if not runs:
        runs.append(run)
        return
    last = runs[-1]
    gap = " " if last.text[-1:].isascii() else ""
    if last.numbers == run.numbers:
        runs[-1] = Run(last.text + gap + run.text, run.numbers)
    else:
        runs.append(Run(gap + run.text, run.numbers))
