"""Which key result some words speak of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from assistant.checkins.reading.lexicon import patterns, section
from assistant.checkins.reading.measures import Measured, Place
from assistant.checkins.reading.other_names import groups_in_front, groups_of_name
from assistant.language.lexicon import alternation
from assistant.language.script import fold

_LATIN = re.compile(r"[a-z][a-z0-9]*(?:['&][a-z]+)?")
_HYPHENED = re.compile(r"(?<![a-z-])([a-z]{2,})-([a-z]{2,})(?![a-z-])")
_HAN = re.compile("[一-鿿]+")
_PER = re.compile("(?<![a-z])per [a-z]+")
_BY = 0.8
_STEM = 5
_LONGEST = 400
_SHORTEST = 3
_SHORT_HAN = (4, 3, 2)
ENOUGH = 0.85
"""Weight of words that name a key result: about one word that only one of them has."""


class Match(NamedTuple):
    """A key result, the weight of the words that name it, and how far the next one is behind."""

    place: Place
    weight: float
    lead: float


class Names:
    """The words of the key results of a set, weighed by how few of them have each."""

    def __init__(self, measured: Sequence[Measured]) -> None:
        self._places = [m.place for m in measured]
        self._words = [_name_words(m.folded[:_LONGEST]) for m in measured]
        self._by = [_counted_by(m.folded[:_LONGEST]) for m in measured]
        self._folded = [m.folded for m in measured]
        self._heads = [frozenset(_LATIN.findall(m.name)) for m in measured]
        self._texts = [_letters(m.folded) for m in measured]
        self._alike = [frozenset(groups_in(m.folded[:_LONGEST], "alike")) for m in measured]
        counts = Counter(word for words in self._words for word in words)
        total = len(measured)
        self._weight = {w: _weight(w, n, total) for w, n in counts.items()}

    @cached_property
    def _known(self) -> list[frozenset[int]]:
        return [groups_of_name(text[:_LONGEST]) for text in self._folded]

    def best(self, seen: str) -> Match | None:
        """The key result that the words name, if they name any."""
        weights = self.weights(seen)
        if not weights:
            return None
        ranked = sorted(range(len(weights)), key=weights.__getitem__, reverse=True)
        top = weights[ranked[0]]
        second = weights[ranked[1]] if len(ranked) > 1 else 0.0
        return Match(self._places[ranked[0]], top, top - second) if top > 0 else None

    def weights(self, seen: str) -> list[float]:
        """How strongly the words name each key result."""
        said = set(content_words(seen))
        weights = [
            sum(self._weight[w] * (_BY if w in by else 1.0) for w in said & words)
            for words, by in zip(self._words, self._by, strict=True)
        ]
        if max(weights, default=0.0) >= ENOUGH:
            return weights
        short = [run for run in _HAN.findall(seen) if len(run) > 1]
        weights = [
            w + self._shortened(short, text) for w, text in zip(weights, self._texts, strict=True)
        ]
        return (
            self._in_other_words(seen, weights) if max(weights, default=1.0) < ENOUGH else weights
        )

    def _in_other_words(self, seen: str, weights: list[float]) -> list[float]:
        """With a word more for the only one that has another name of what is said."""
        added = list(weights)
        said = [[group in own for own in self._alike] for group in set(groups_in(seen, "alike"))]
        said += [[_begins(short, text) for text in self._folded] for short in _shorts(seen)]
        said += [[word in head for head in self._heads] for word in _measures(seen)]
        if not any(map(any, said)):
            said = [[group in own for own in self._known] for group in groups_in_front(seen)]
        for having in said:
            if sum(having) == 1:
                added[having.index(True)] += 1.0
        return added

    def has_word(self, seen: str, place: Place) -> bool:
        """Whether a whole word of a key result stands there: staff, not staffing."""
        text = dict(zip(self._places, self._folded, strict=True))[place]
        theirs = {word.removesuffix("s") for word in _LATIN.findall(text)}
        ours = {word.removesuffix("s") for word in _LATIN.findall(seen) if word not in _stop()}
        joined = any(match.group() in text for match in _HYPHENED.finditer(seen))
        return bool(theirs & ours) or joined or _HAN.search(seen) is not None

    def heads(self, seen: str, place: Place) -> bool:
        """Whether the first word that tells anything is one of a key result, as `has_word`."""
        words = (m.group() for m in _LATIN.finditer(seen) if m.group() not in _stop())
        first = next((word for word in words if len(word) > 1), None)
        own = self._words[self._places.index(place)]
        named = first is None or stem(first) in own or bool(set(groups_in(first, "same")) & own)
        return named and self.has_word(seen, place)

    def _shortened(self, runs: list[str], text: str) -> float:
        """准交率 for 准时交付率: its signs stand in the name, in order, from the first sign on."""
        return 1.0 if any(_abbreviates(run, text) for run in runs) else 0.0


def _weight(word: str, count: int, total: int) -> float:
    """1 for a word that only one key result has, falling to 0 for one that all have."""
    if count == total > 1:
        return 0.1
    return 1.0 / count if total > 1 else 1.0


@lru_cache(maxsize=4096)
def _name_words(folded: str) -> frozenset[str]:
    turned = (pair[::-1] for pair in content_words(folded) if _HAN.fullmatch(pair))
    names = {*content_words(folded), *_initials(folded), *_drawn_together(folded)}
    return frozenset(names | {pair for pair in turned if pair not in _stop()})


def _counted_by(folded: str) -> frozenset[str]:
    """The words it counts by, and is hardly about: per vet per month."""
    per = " ".join(_PER.findall(folded))
    return frozenset(content_words(per)) - frozenset(content_words(_PER.sub(" ", folded)))


def content_words(folded: str) -> Iterator[str]:
    """Stems of English words, pairs of Chinese signs, and what stands for several names."""
    stop, folded = _stop(), patterns("names", "not_named").sub(" ", folded)
    for match in _LATIN.finditer(folded):
        if match.group() not in stop and len(match.group()) > 1:
            yield stem(match.group())
    for match in _HYPHENED.finditer(folded):  # same-day, of two words that name nothing alone
        second = next((w for w in (match[2], *_singular(match[2])) if w in stop), None)
        if match[1] in stop and second:
            yield stem(match[1] + second)
    for match in _HAN.finditer(patterns("names", "joins").sub(" ", folded)):
        yield from (pair for pair in _pairs(match.group()) if pair not in stop)
    yield from groups_in(folded, "same")


def _singular(word: str) -> Iterator[str]:
    """First-timers, of first-time."""
    yield from (word.removesuffix(ending) for ending in ("s", "rs") if word.endswith(ending))


def groups_in(folded: str, key: str) -> Iterator[str]:
    """The groups of a list of names for one thing that have a word in the text."""
    pattern, groups = same_names(key)
    for match in pattern.finditer(folded):
        if folded[match.start() - 1 : match.start()] != "不":
            yield from groups[match.group().replace("-", " ")]


_ENDING = re.compile(
    r"(?<=[a-z]{3})(?:ings?|ed|es?|s)$|(?<=[a-z]{4})ers?$|(?<=([b-df-hj-np-tv-z]))\1$"
)


def stem(word: str) -> str:
    """Answers and answered, ship and shipping are one word."""
    shorter = _ENDING.sub("", word)
    while shorter != word:
        word, shorter = shorter, _ENDING.sub("", shorter)
    return (word[:-1] + "i" if word.endswith("y") else word)[:_STEM]  # flaky, flakiness


def _pairs(run: str) -> Iterator[str]:
    """Signs two by two; 不良率 is no 良率."""
    for i in range(len(run) - 1):
        if i == 0 or run[i - 1] != "不":
            yield run[i : i + 2]


@cache
def _stop() -> frozenset[str]:
    return frozenset(fold(str(word)) for word in section("names")["stop"])


@cache
def same_names(key: str) -> tuple[re.Pattern[str], dict[str, list[str]]]:
    """A pattern for all names of a list of groups, and the groups that each is in."""
    groups: dict[str, list[str]] = {}
    for number, same in enumerate(section("names")[key]):
        for name in same:
            groups.setdefault(fold(str(name)).replace("-", " "), []).append(f"={number}")
    return re.compile(alternation(groups)), groups


def _initials(folded: str) -> Iterator[str]:
    """CFR for change failure rate, DAUs for daily active users: of three to five words."""
    words = [m.group() for m in re.finditer("[a-z]+", folded)]
    for size in (3, 4, 5):
        for i in range(len(words) - size + 1):
            some = words[i : i + size]
            yield stem("".join(word[0] for word in some))
            if "to" in some:  # t2p for trial to paid
                yield stem("".join("2" if word == "to" else word[0] for word in some))


_TWO_WORDS = re.compile(r"(?<![a-z0-9])(?=([a-z]+)[ -]([a-z]+|[0-9]{1,3})(?![a-z0-9]))")


def _drawn_together(folded: str) -> Iterator[str]:
    """Two words written as one: crashfree for crash-free, d7 for day 7."""
    for match in _TWO_WORDS.finditer(folded):
        first, second = match.groups()
        yield stem(first + second)
        if second.isdecimal() or len(second) >= _SHORTEST:
            yield stem(first[0] + second)


# crits: 41, veg 33 %, conv. is at 4
_SHORT_WORD = re.compile(
    r"(?<![a-z0-9])([a-z]{3,7})(?=\.?:? ?(?:(?:is|are|at|now|up|down|around|about|still) ){0,2}"
    r"[+~-]?[0-9])"
)


def _shorts(seen: str) -> set[str]:
    """Words right in front of a number that may be the beginnings of longer ones."""
    found = (match[1] for match in _SHORT_WORD.finditer(seen))
    return {short.removesuffix("s") for short in found if short not in _stop()}


def _measures(seen: str) -> set[str]:
    """Words for what is counted that stand right in front of a number, or alone."""
    known = section("names")["measures"]
    said = {match[1] for match in _SHORT_WORD.finditer(seen)} | {seen.strip()}
    return said.intersection(known)


def _begins(short: str, text: str) -> bool:
    return len(short) >= _SHORTEST and re.search(rf"(?<![a-z]){short}[a-z]{{2}}", text) is not None


def _letters(folded: str) -> str:
    return "".join(_HAN.findall(re.split("从|由|提升到|提高到|[0-9]", folded)[0] or folded))


def _abbreviates(run: str, name: str) -> bool:
    """Whether a run begins with a short word that leaves signs of the name out."""
    return any(_in_order(run[:size], name) for size in _SHORT_HAN if len(run) >= size)


def _in_order(short: str, name: str) -> bool:
    signs = iter(name)
    return len(name) > len(short) and short[0] in name and all(sign in signs for sign in short)
