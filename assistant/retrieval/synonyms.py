"""Words that people take for each other, in both languages: `knowledge/synonyms`, a group a line.

What passages and their twins teach (`dictionary.py`) knows no word that stands in neither.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.resources import files
from itertools import pairwise
from types import MappingProxyType

from assistant.knowledge.library import SYNONYMS, files_in
from assistant.language.script import CJK, fold
from assistant.own_data import parsed
from assistant.retrieval.tokens import tokens

LONGEST = 5  # words of a term as they are compared: "month-end close" has four
Term = tuple[str, ...]
Group = Sequence[Term]
NOTHING_SPELLED: Mapping[str, Term] = MappingProxyType({})


def written() -> Iterator[Group]:
    """The groups of the files, their terms as the search compares them."""
    for group in _read():
        terms = dict.fromkeys(filter(None, map(_term, group)))
        if len(terms) > 1:
            yield list(terms)


def spelled() -> dict[str, Term]:
    """The Chinese terms of the files as they are written, and as the search compares them."""
    texts = sorted({fold(word) for group in _read() for word in group if CJK.match(word)})
    terms = ((text, _term(text)) for text in texts if len(text) > 1)
    return {text: term for text, term in terms if term}


def _read() -> Iterator[Sequence[str]]:
    for file in files_in(files("knowledge").joinpath(SYNONYMS), ".yml"):
        for groups in parsed(file.read_text("utf-8")).values():
            yield from groups


def _term(word: str) -> Term | None:
    """A term as the search compares it; None where one common word is left of it: "on call"."""
    words = tuple(tokens(word))
    shrunk = len(words) == 1 < len(word.split())
    return words if 0 < len(words) <= LONGEST and not shrunk else None


class Synonyms:
    """What a question also means.

    Args:
        groups: Terms that are taken for each other.
        texts: Chinese terms as they are written. In a question they are looked for as such too,
            since the words of a term are cut otherwise among others.
    """

    def __init__(
        self, groups: Iterable[Group] = (), texts: Mapping[str, Term] = NOTHING_SPELLED
    ) -> None:
        self.groups = list(groups)
        self.texts = texts
        self._longest = max(map(len, texts), default=0)
        self._of: dict[Term, list[int]] = defaultdict(list)
        for number, group in enumerate(self.groups):
            for term in group:
                self._of[term].append(number)

    def of(self, words: Sequence[str], text: str = "") -> tuple[set[str], set[str]]:
        """What to look for besides: in the language of the word that it stands for, in the other.

        A term of more than one word is looked for as each two that stand side by side.
        """
        own, other = set[str](), set[str]()
        for term in {*_terms(words), *self._in(text)}:
            for number in self._of.get(term, ()):
                for each in self.groups[number]:
                    if each != term:
                        (own if _is_alike(term, each) else other).update(parts(each))
        return own, other

    def _in(self, text: str) -> Iterator[Term]:
        """The Chinese terms in a folded text, of two that share a character the first."""
        start = 0
        while start < len(text):
            lengths = range(min(self._longest, len(text) - start), 1, -1)
            found = next((n for n in lengths if text[start : start + n] in self.texts), 0)
            if found:
                yield self.texts[text[start : start + found]]
            start += max(found, 1)


def parts(term: Term) -> list[str]:
    """How a term is looked for: its word, or each two of its words."""
    return list(term) if len(term) == 1 else [f"{one} {two}" for one, two in pairwise(term)]


def _terms(words: Sequence[str]) -> Iterator[Term]:
    for length in range(1, LONGEST + 1):
        for start in range(len(words) - length + 1):
            yield tuple(words[start : start + length])


def _is_alike(one: Term, other: Term) -> bool:
    """Whether both are of one language."""
    return bool(CJK.search(one[0])) == bool(CJK.search(other[0]))
