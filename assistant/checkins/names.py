"""Names in a sentence that stand in none of the facts it cites."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from assistant.checkins.claims import words
from assistant.checkins.evidence import Evidence
from assistant.language.script import CJK, fold
from assistant.models.summary import Fact

_CAPITALISED = re.compile(r"(?<![A-Za-z0-9.])[A-Z][A-Za-z'’-]*(?: [A-Z][A-Za-z'’-]*)*")
_PEOPLE = ("owner", "author", "blocker_owner", "missing")
_PERSON = "nr"
_LEAST = 2


def unknown_names(text: str, evidence: Evidence, everybody: Evidence) -> Iterator[str]:
    """Names that the cited facts do not hold: of people known elsewhere, or of nobody known."""
    for name in people(everybody.facts):
        if fold(name) in fold(text) and not evidence.holds(name):
            yield name
    for run in _CAPITALISED.findall(text):
        yield from _latin(run, evidence)
    if CJK.search(text):
        yield from _chinese(text, evidence)


def people(facts: Iterable[Fact]) -> set[str]:
    """The people that facts are about."""
    names: set[str] = set()
    for fact in facts:
        if fact.kind in _PEOPLE:
            values = fact.value if isinstance(fact.value, list) else [fact.value]
            names |= {str(value) for value in values if len(str(value)) >= _LEAST}
    return {name for name in names if not re.fullmatch(r"KR\d+\.\d+", name)}


def _latin(run: str, evidence: Evidence) -> Iterator[str]:
    """The words of a capitalised run that are neither ordinary words nor in the facts."""
    ordinary = words("no_names")
    for word in re.split(r"[ ’']", run):
        plain = word.lower().strip("-")
        if len(plain) >= _LEAST and plain not in ordinary and not evidence.holds(word):
            yield word


def _chinese(text: str, evidence: Evidence) -> Iterator[str]:
    """What word segmentation takes for a person's name."""
    import rjieba  # its dictionary takes a fifth of a second to load

    ordinary = words("no_names_zh")
    for word, kind in rjieba.tag(fold(text)):
        named = kind == _PERSON and len(word) >= _LEAST and word not in ordinary
        if named and not evidence.holds(word):
            yield word
