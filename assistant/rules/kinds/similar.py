"""Checks for lines that say the same: within a set, and against the parent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import ClassVar, Literal

from pydantic import Field

from assistant.patterns import lazy
from assistant.rules.kinds.base import Context, Hit, Line, SetCheck, at
from assistant.rules.kinds.content import content
from assistant.rules.reading_set import KeyResultLine, ReadSet
from assistant.rules.words import WordList

_WRITTEN = lazy(r"[a-z0-9.%]+|[^\W0-9a-z_]")
_MOST_COMPARED = 40  # lines that one line is compared with, so that any set ends in bounded time
_MOST_WORDS = 100
_FEWEST_CHARACTERS = 2  # a single Chinese character is too little to call two lines the same


class SimilarCheck(SetCheck):
    """Two lines of one kind with the same words, or the same metric under other verbs.

    Numbers, units and the words of `ignored` (verbs of change, articles) are left out before
    comparing; `alike` is the share of common words, in percent, from which lines are the same.
    """

    kind: Literal["similar"]
    ignored: str
    alike: int = Field(ge=50, le=100)

    facts: ClassVar[frozenset[str]] = frozenset({"other", "place"})

    def word_lists(self) -> tuple[str, ...]:
        """The words that make no difference."""
        return (self.ignored,)

    def find(self, read_set: ReadSet, context: Context) -> Iterator[Hit]:
        """A hit on each line that repeats an earlier one."""
        ignored = context.words(self.ignored)
        yield from self._repeated(list(read_set.objectives), ignored)
        yield from self._repeated(list(read_set.key_results), ignored)

    def _repeated(self, lines: list[Line], ignored: WordList) -> Iterator[Hit]:
        seen: dict[str, list[int]] = defaultdict(list)
        bags = [_bag(line, ignored) for line in lines]
        for number, (line, bag) in enumerate(zip(lines, bags, strict=True)):
            for other in self._candidates(bag, seen):
                if self._same(bag, bags[other]):
                    yield at(line, None, other=_text(lines[other]), place=_place(lines[other]))
                    break
            for word in bag:
                seen[word].append(number)

    def _candidates(self, bag: frozenset[str], seen: dict[str, list[int]]) -> list[int]:
        """Earlier lines that share one of so many rare words that no alike line is missed."""
        if len("".join(bag)) < _FEWEST_CHARACTERS:
            return []
        rare = sorted(bag, key=lambda word: (len(seen[word]), word))
        enough = len(bag) * (100 - self.alike) // 100 + 1
        shared = {other for word in rare[:enough] for other in seen[word][:_MOST_COMPARED]}
        return sorted(shared)[:_MOST_COMPARED]

    def _same(self, one: frozenset[str], other: frozenset[str]) -> bool:
        """Alike, and one says nothing that the other does not: "in Go" and "in JS" are two."""
        smaller, larger = sorted((one, other), key=len)
        return smaller <= larger and len(smaller) * 100 >= self.alike * len(larger)


class CopyCheck(SetCheck):
    """An objective repeats a text of the parent that it names, word for word."""

    kind: Literal["copy"]

    facts: ClassVar[frozenset[str]] = frozenset({"other"})

    def find(self, read_set: ReadSet, context: Context) -> Iterator[Hit]:
        """A hit on each copied objective whose parent is known."""
        for line in read_set.objectives:
            written = _written(_text(line))
            for parent in read_set.parents.get(line.objective, ()):
                if written and written == _written(parent):
                    yield at(line, None, other=parent)
                    break


def _bag(line: Line, ignored: WordList) -> frozenset[str]:
    return frozenset(content(line.reading, ignored)[:_MOST_WORDS] if line.reading else ())


def _written(text: str) -> str:
    return " ".join(_WRITTEN.findall(text.lower()))


def _text(line: Line) -> str:
    return line.source.text if isinstance(line, KeyResultLine) else line.source.objective


def _place(line: Line) -> str:
    place = f"O{line.objective + 1}"
    return f"{place} KR{line.key_result + 1}" if isinstance(line, KeyResultLine) else place
