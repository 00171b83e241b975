"""Word lists, and how all of them are found in a line in one pass."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

from pydantic import BaseModel, ConfigDict, Field

from assistant.language.lexicon import with_taiwan
from assistant.models import Span
from assistant.patterns import compiled, lazy
from assistant.records import record

_TOKEN = lazy(r"[a-z0-9]+")
_Place = tuple[int, int]
_Entry = tuple[str, list[tuple[str, bool]]]  # a word, the lists it is in, and whether it counts
Found = Mapping[tuple[str, bool], list[_Place]]  # by list, words (True) and exceptions (False)


class Words(BaseModel):
    """Words by language, all in lower case and Simplified, as lines are read."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, defer_build=True)

    en: list[str] = Field(default_factory=list)
    zh: list[str] = Field(default_factory=list)

    def all(self) -> set[str]:
        """The words of both languages, with the forms of Taiwan."""
        return {*self.en, *with_taiwan(self.zh)}


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


@record
class WordSet:
    """The words of a list, and the phrases in which they do not count."""

    words: frozenset[str]
    unless: frozenset[str]


def merge(file: WordFile, base: WordFile | None = None) -> WordSet:
    """The words of a file, on top of the bundled list of the same name."""
    words, unless = file.words.all(), file.unless.all()
    if base is not None:
        words |= base.words.all()
        unless |= base.unless.all()
    return WordSet(frozenset(words - file.remove.all() - {""}), frozenset(unless - {""}))


class WordIndex:
    """All word lists, found together: by their first Latin word, or their first character."""

    def __init__(self, lists: Mapping[str, WordSet]) -> None:
        self._by_token: dict[str, list[_Entry]] = defaultdict(list)
        self._by_sign: dict[str, list[_Entry]] = defaultdict(list)
        owners: dict[str, list[tuple[str, bool]]] = defaultdict(list)
        for name, one in sorted(lists.items()):
            for each in one.words:
                owners[each].append((name, True))
            for each in one.unless:
                owners[each].append((name, False))
        for word, named in sorted(owners.items()):
            token = _TOKEN.match(word)
            starts = self._by_token[token[0]] if token else self._by_sign[word[0]]
            starts.append((word, named))
        self._signs = compiled("|".join(map(re.escape, self._by_sign)) or "(?!)")

    def search(self, folded: str) -> Found:
        """Where words and exceptions of each list stand in a line, if any do."""
        found: dict[tuple[str, bool], list[_Place]] = defaultdict(list)
        for start, entries in self._starts(folded):
            for word, named in entries:
                end = start + len(word)
                if folded.startswith(word, start) and _ends(folded, end):
                    for owner in named:
                        found[owner].append((start, end))
        return found

    def _starts(self, folded: str) -> Iterator[tuple[int, list[_Entry]]]:
        """The places where a word may start, with the words that start so."""
        for token in _TOKEN.finditer(folded):
            if entries := self._by_token.get(token[0]):
                yield token.start(), entries
        for sign in self._signs.finditer(folded):
            yield sign.start(), self._by_sign[sign[0]]


@record
class WordList:
    """One list, found by a search over all."""

    search: Callable[[str], Found]
    name: str

    def find(self, folded: str) -> tuple[Span, ...]:
        """Where words of the list stand, from left to right, the longest where several do."""
        places = self.search(folded)
        found = places.get((self.name, True))
        if not found:
            return ()
        return _free(found, places.get((self.name, False), []), len(folded))

    def first(self, folded: str) -> Span | None:
        """The leftmost word of the list in a line."""
        found = self.find(folded)
        return found[0] if found else None

    def within(self, folded: str, part: Span) -> Span | None:
        """The leftmost word of the list in a part of a line."""
        inside = (
            one for one in self.find(folded) if part.start <= one.start and one.end <= part.end
        )
        return next(inside, None)


def _ends(folded: str, end: int) -> bool:
    """Latin words end where letters end; Chinese words have no such border."""
    return not (_latin(folded[end - 1]) and _latin(folded[end : end + 1]))


def _latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _free(found: list[_Place], excepted: list[_Place], size: int) -> tuple[Span, ...]:
    """The places that lie in no exception and in no longer word."""
    if len(found) == 1 and not excepted:
        return (Span(start=found[0][0], end=found[0][1]),)
    taken = bytearray(size)  # a mask, so that a hostile line costs no more than its length
    for start, end in excepted:
        taken[start:end] = b"\1" * (end - start)
    kept = []
    for start, end in sorted(found, key=lambda place: (place[0] - place[1], place)):
        if not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            kept.append((start, end))
    return tuple(Span(start=start, end=end) for start, end in sorted(kept))
