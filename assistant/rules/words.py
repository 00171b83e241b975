"""Word lists and how they are found in a line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, Field

from assistant.models import Span


class Words(BaseModel):
    """Words by language, all in lower case and Simplified, as lines are read."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, defer_build=True)

    en: list[str] = Field(default_factory=list)
    zh: list[str] = Field(default_factory=list)


class WordFile(BaseModel):
    """A word list as it stands in a file.

    `unless` holds longer phrases in which a word of the list means something else. A company's
    file of the same name adds to the bundled list, and takes out what stands under `remove`.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, defer_build=True)

    name: str = Field(pattern=r"^[a-z][a-z0-9_]{1,40}$")
    words: Words
    unless: Words = Field(default_factory=Words)
    remove: Words = Field(default_factory=Words)


@dataclass(frozen=True, slots=True)
class WordList:
    """A list ready to be searched, longest words first."""

    words: tuple[str, ...]
    unless: tuple[str, ...] = ()

    def find(self, folded: str) -> Iterator[Span]:
        """Where words of the list stand, from left to right, none within another."""
        places = [place for word in self.words for place in _places(word, folded)]
        if not places:
            return iter(())
        taken = bytearray(
            len(folded)
        )  # a mask, so that a hostile line costs no more than its length
        for word in self.unless:
            for start, end in _places(word, folded):
                taken[start:end] = b"\1" * (end - start)
        return (Span(start=start, end=end) for start, end in sorted(_free(places, taken)))

    def first(self, folded: str) -> Span | None:
        """The leftmost word of the list in a line."""
        return next(self.find(folded), None)


def compile_list(file: WordFile, base: WordFile | None = None) -> WordList:
    """Make a list searchable, on top of the bundled list of the same name."""
    words = [*file.words.en, *file.words.zh]
    unless = [*file.unless.en, *file.unless.zh]
    if base is not None:
        words += [*base.words.en, *base.words.zh]
        unless += [*base.unless.en, *base.unless.zh]
    removed = {*file.remove.en, *file.remove.zh}
    kept = sorted(set(words) - removed, key=lambda word: (-len(word), word))
    return WordList(tuple(kept), tuple(sorted(set(unless))))


def _free(places: list[tuple[int, int]], taken: bytearray) -> Iterator[tuple[int, int]]:
    for start, end in places:
        if not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            yield start, end


def _places(word: str, folded: str) -> Iterator[tuple[int, int]]:
    start = folded.find(word)
    while start >= 0:
        end = start + len(word)
        if _stands_alone(folded, start, end):
            yield start, end
        start = folded.find(word, end)


def _stands_alone(folded: str, start: int, end: int) -> bool:
    """Latin words end where letters end; Chinese words have no such border."""
    before, first = folded[start - 1 : start], folded[start]
    last, after = folded[end - 1], folded[end : end + 1]
    return not (_latin(before) and _latin(first)) and not (_latin(last) and _latin(after))


def _latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
