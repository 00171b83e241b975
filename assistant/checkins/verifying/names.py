"""Names in a sentence that stand in none of the facts it cites."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from assistant.checkins.verifying.claims import lexicon, words
from assistant.checkins.verifying.evidence import Evidence
from assistant.language.script import CJK, fold
from assistant.models.summary import Fact
from assistant.parsing.titles.title_fields import surnames

_CAPITALISED = re.compile(r"(?<![A-Za-z0-9.])[A-Z][A-Za-z'’-]*(?: [A-Z][A-Za-z'’-]*)*")
_PEOPLE = ("owner", "author", "blocker_owner", "reported_by", "missing")
_PERSON = "nr"
_LEAST = 2
_STEM = 5  # characters that another form of a word shares with it


def unknown_names(text: str, evidence: Evidence, everybody: Evidence) -> Iterator[str]:
    """Names that the cited facts do not hold: of people known elsewhere, or of nobody known."""
    for name in people(everybody.facts):
        if _names(name, text) and not evidence.holds(name):
            yield name
    for run in _CAPITALISED.finditer(text):
        yield from _latin(run.group(), evidence, first=not run.start())
    if CJK.search(text):
        yield from _chinese(text, evidence)
    yield from _groups(text, evidence)


def _names(name: str, text: str) -> bool:
    """Whether a name stands in a text: a Latin one as words of their own, one word as written.

    A team that is called IT is not meant by "it".
    """
    if CJK.search(name):
        return fold(name) in fold(text)
    written, said = (name, text) if len(name.split()) == 1 else (fold(name), fold(text))
    return re.search(rf"(?<![A-Za-z0-9]){re.escape(written)}(?![A-Za-z0-9])", said) is not None


def people(facts: Iterable[Fact]) -> set[str]:
    """The people that facts are about."""
    names: set[str] = set()
    for fact in facts:
        if fact.kind in _PEOPLE:
            values = fact.value if isinstance(fact.value, list) else [fact.value]
            names |= {str(value) for value in values if len(str(value)) >= _LEAST}
    return {name for name in names if not re.fullmatch(r"KR\d+\.\d+", name)}


def _latin(run: str, evidence: Evidence, *, first: bool) -> Iterator[str]:
    """The words of a capitalised run that are neither ordinary words nor in the facts."""
    ordinary = words("no_names")
    for index, word in enumerate(re.split(r"[ ’']", run)):
        plain = word.lower().strip("-")
        known = plain in ordinary or evidence.holds(word)
        # A sentence may begin with another form of a word of the facts: Refunds for Refunded.
        known = known or (first and not index and evidence.holds(word[:_STEM]))
        if len(plain) >= _LEAST and not known:
            yield word


def _chinese(text: str, evidence: Evidence) -> Iterator[str]:
    """What word segmentation takes for a person's name, or what stands where one stands."""
    import rjieba  # its dictionary takes a fifth of a second to load

    ordinary, folded = words("no_names_zh"), fold(text)
    found = [word for word, kind in rjieba.tag(folded) if kind == _PERSON and len(word) >= _LEAST]
    found += [match[1] for match in _person().finditer(folded) if match[1][0] in surnames()]
    for word in dict.fromkeys(map(_bare, found)):
        if word not in ordinary and not evidence.holds(word):
            yield word


def _bare(word: str) -> str:
    """A name without the adverb behind it: 王芳仍 is 王芳."""
    return word[:-1] if len(word) > _LEAST and word.endswith(tuple(words("adverbs"))) else word


def _groups(text: str, evidence: Evidence) -> Iterator[str]:
    """Departments and teams that are in no fact: 等财务部处理, waiting on the finance team."""
    folded = fold(text)
    for key, ordinary in (("group_zh", "no_names_zh"), ("group_en", "no_names")):
        for match in re.finditer(str(lexicon()[key]), folded):
            if match[1] not in words(ordinary) and not evidence.holds(match[1]):
                yield match[1]


@cache
def _person() -> re.Pattern[str]:
    behind = "|".join(map(re.escape, words("person_before")))
    return re.compile(rf"(?<![\u4e00-\u9fff])由?([\u4e00-\u9fff]{{2,3}}?)(?={behind})")
