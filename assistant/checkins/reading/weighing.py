"""What a clause tells, weighed by its words: a small linear model beside the rules, one a language.

Its weights are of the kind that `language.facts.classifier` explains; `docs/reader-card.md` tells
what they were trained on, `python -m evals.train_reader` writes them. Both scripts share one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from zlib import crc32

from assistant.checkins.reading.clauses import Clause
from assistant.checkins.reading.lexicon import section
from assistant.checkins.reading.names import stem
from assistant.language.facts.classifier import Model, read_models
from assistant.language.facts.features import BUCKETS

KINDS = (None, "blocker", "ask", "next_action")
FACTS, IN_CHINESE = ("tells",), ("tells in Chinese",)
SHARES = (1.5, 1.0)  # of words and of the shape
FILE = "weights.bin"


@dataclass(frozen=True, slots=True)
class _Ahead:
    """What is added for the kind of the rules, for one they guess, for none where they see none."""

    rule: float
    guessed: float
    none: float


# The first is how much a neighbour in the sentence counts; chosen on messages that no rule was
# written on.
_NEIGHBOUR = 0.35
_OF_ENGLISH = _Ahead(rule=0.7, guessed=0.7, none=0.2)
_OF_CHINESE = _Ahead(rule=0.9, guessed=-0.3, none=0.8)
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|[0-9]+|[?!@%]")
_CHINESE = re.compile("[一-鿿]")
_RUN, _SIGN = re.compile("[a-z0-9一-鿿]+"), re.compile("[a-z]+|[0-9]+|[一-鿿]")
_MARKS = ("last", "goes_on", "aside", "asks", "ahead", "named", "apart")
_LATE, _LONG, _STEP, _STEP_OF_SIGNS = 3, 4, 3, 5
_ENDINGS = {"ed": ("past", 4), "ing": ("doing", 5)}


@dataclass(frozen=True, slots=True)
class Said:
    """A clause as it is weighed: its words without the key result's name, and where it stands."""

    words: str
    place: int = 0
    last: bool = False
    goes_on: bool = False
    aside: bool = False
    asks: bool = False  # ends in a question mark
    ahead: bool = False  # names a day to come
    named: bool = False  # has a word of the key result's name
    apart: bool = False  # its line has neither that name nor a number of it


def weigh(
    clauses: Sequence[Clause],
    said: Sequence[Said | None],
    rules: Sequence[str | None],
    *,
    guessed: bool = False,
) -> list[str | None]:
    """What each clause tells; `said` is None where the rules alone decide.

    `guessed`: no word says what the blocker of the rules is, only that it is told besides.
    """
    pairs = zip(said, rules, strict=True)
    scores = [_scores(one, rule, guessed=guessed) if one else None for one, rule in pairs]
    kinds = list(rules)
    for i, own in enumerate(scores):
        if own is not None:
            total = list(own)
            for j in (i - 1, i + 1):
                other = scores[j] if 0 <= j < len(scores) else None
                if other and _is_one_sentence(clauses[i], clauses[j]):
                    total = [a + _NEIGHBOUR * b for a, b in zip(total, other, strict=True)]
            kinds[i] = KINDS[max(range(len(KINDS)), key=total.__getitem__)]
    return kinds


def _is_one_sentence(one: Clause, other: Clause) -> bool:
    return (one.line, one.sentence) == (other.line, other.sentence)


def _scores(said: Said, rule: str | None, *, guessed: bool) -> list[float] | None:
    chinese = is_chinese(said)
    model = _models().get(IN_CHINESE if chinese else FACTS)
    if model is None:
        return None
    scores = model.scores(blocks(said))
    ahead = _OF_CHINESE if chinese else _OF_ENGLISH
    if rule is not None:
        scores[KINDS.index(rule)] += ahead.guessed if guessed and rule == "blocker" else ahead.rule
    else:
        scores[0] += ahead.none
    return scores


def is_chinese(said: Said) -> bool:
    """Whether it is for the model of Chinese."""
    return _CHINESE.search(said.words) is not None


def blocks(said: Said) -> tuple[list[int], list[int]]:
    """The hashed features of a clause: of its words, and of its shape."""
    if is_chinese(said):
        return _hashed(_of_signs(said.words)), _hashed(_of_chinese_shape(said))
    words = _WORD.findall(said.words)
    return _hashed(_of_words(words)), _hashed(_of_shape(words, said))


def _hashed(features: Iterator[str]) -> list[int]:
    return sorted({crc32(feature.encode()) % BUCKETS for feature in features})


def _of_words(words: Sequence[str]) -> Iterator[str]:
    numbers = section("shapes")["number"]
    stems = ["#" if w.isdigit() else "#w" if w in numbers else stem(w) for w in words]
    yield from (f"u:{one}" for one in stems)
    yield from (f"b:{one}_{two}" for one, two in pairwise(stems))


def _of_signs(words: str) -> Iterator[str]:
    """Signs alone, by twos and by threes, of each run without a break; Latin words are one sign."""
    for run in _RUN.findall(words):
        signs = ["#" if sign.isdigit() else sign for sign in _SIGN.findall(run)]
        for size in (1, 2, 3):
            for at in range(len(signs) - size + 1):
                yield f"{size}:{''.join(signs[at : at + size])}"


def _of_chinese_shape(said: Said) -> Iterator[str]:
    kept = said.words.strip()
    classes = [n for n, words in section("signs").items() if any(w in kept for w in words)]
    yield f"first:{kept[:1]}"
    yield f"opens:{kept[:2]}"
    yield f"ends:{kept[-1:]}"
    yield f"ends with:{kept[-2:]}"
    yield from (f"has:{one}" for one in classes)
    yield from (f"both:{one}_{two}" for i, one in enumerate(classes) for two in classes[i + 1 :])
    yield f"long:{min(_LONG, len(kept) // _STEP_OF_SIGNS)}"
    yield from _where(said)


def _where(said: Said) -> Iterator[str]:
    yield f"place:{min(_LATE, said.place)}"
    yield "counts" if any(char.isdigit() for char in said.words) else "counts nothing"
    yield from (n for n in _MARKS if getattr(said, n))


def _of_shape(words: Sequence[str], said: Said) -> Iterator[str]:
    classes = [_class(word) for word in words]
    yield f"first:{' '.join(words[:1])}"
    yield f"opens:{' '.join(words[:2])}"
    yield f"ends:{' '.join(words[-1:])}"
    yield f"opens with:{''.join(classes[:1])}"
    yield from (f"has:{one}" for one in classes)
    yield from (f"pair:{one}_{two}" for one, two in pairwise(classes))
    yield f"long:{min(_LONG, len(words) // _STEP)}"
    yield from _where(said)


def _class(word: str) -> str:
    known = _classes().get(word)
    if known or word.isdigit():
        return known or "digits"
    for ending, (name, longer) in _ENDINGS.items():
        if word.endswith(ending) and len(word) > longer:
            return name
    return "other"


@cache
def _classes() -> dict[str, str]:
    table: dict[str, str] = {}
    for name, listed in section("shapes").items():
        for word in listed:
            table.setdefault(str(word), name)
    return table


@cache
def _models() -> dict[tuple[str, ...], Model]:
    source = files("assistant.checkins.reading").joinpath(FILE)
    return dict(read_models(source.read_bytes())) if source.is_file() else {}
