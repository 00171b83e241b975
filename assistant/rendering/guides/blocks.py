"""What stands on the page: headings, paragraphs, items and tables, with numbered references."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

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
    by_model: bool


@dataclass(frozen=True)
class Block:
    """One paragraph, item or small heading."""

    style: Style
    runs: list[Run] = field(default_factory=list)

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


def blocks_of(sentences: Iterable[Sentence], numbers: Mapping[str, int]) -> list[Block]:
    """Sentences in a row make a paragraph; each item and heading stands alone."""
    blocks: list[Block] = []
    for sentence in sentences:
        if not blocks or sentence.style is not Style.TEXT or blocks[-1].style is not Style.TEXT:
            blocks.append(Block(sentence.style))
        _append(blocks[-1].runs, _run(sentence, numbers))
    return blocks


def _run(sentence: Sentence, numbers: Mapping[str, int]) -> Run:
    shown = () if sentence.style is Style.HEADING else _numbers(sentence, numbers)
    return Run(sentence.text, shown, sentence.written_by == "model")


def _numbers(sentence: Sentence, numbers: Mapping[str, int]) -> tuple[int, ...]:
    return tuple(sorted(numbers[mark] for mark in sentence.citations if mark in numbers))


def _append(runs: list[Run], run: Run) -> None:
    """Add a run, joined to the one before where both rest on the same sources."""
    if not runs:
        runs.append(run)
        return
    last = runs[-1]
    gap = " " if last.text[-1:].isascii() else ""
    if (last.numbers, last.by_model) == (run.numbers, run.by_model):
        runs[-1] = Run(last.text + gap + run.text, run.numbers, run.by_model)
    else:
        runs.append(Run(gap + run.text, run.numbers, run.by_model))
