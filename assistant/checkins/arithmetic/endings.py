"""Whether later words say that something is over: a field that closes, a comment that tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from assistant.checkins.entries import names
from assistant.language.script import CJK, fold
from assistant.models.cycle import CheckIn
from assistant.own_data import load

_CLAUSES = re.compile(r"[;；。!！?？\n]|(?<=[^\d])[,，.]|[,，.](?=\s|$)|[,，](?=[^\d])")
_WORD = re.compile(r"[a-z0-9][a-z0-9'-]*|[一-鿿]+")
_HALF = 0.5
_STEM = 4  # characters that forms of a word share: call, called
_LEAST = 3  # of a Latin word that tells what a text is about
_MOST = 2000
_PAST = "ed"


@dataclass(frozen=True, slots=True)
class Said:
    """A clause that speaks of something earlier; `sure` where it plainly says that it is over."""

    words: str
    day: date
    sure: bool


@cache
def _data() -> dict[str, Any]:
    loaded: dict[str, Any] = load("assistant.checkins.arithmetic", "carrying.yml")
    return loaded


@cache
def _pattern(key: str, kind: str | None = None) -> re.Pattern[str]:
    return re.compile(str(_data()[key][kind] if kind else _data()[key]))


def plain(text: str) -> str:
    """Words as they are compared: folded, without what ends a sentence."""
    return " ".join(fold(text[:_MOST]).split()).strip(" .。;；")


def closes(words: str) -> bool:
    """Whether a field only says that what it said before is over, or that there is none."""
    marks = tuple(fold(str(mark)) for mark in names()["done"])
    told = plain(words)
    return told.startswith(marks) or any(one.fullmatch(told) for one in _closings())


@cache
def _closings() -> list[re.Pattern[str]]:
    """The ways in which a field says so."""
    said = "|".join(re.escape(str(word)) for word in _data()["closing"])
    behind = _data()["closing_behind"]
    return [re.compile(one) for one in (f"(?:{said})(?:{behind})?", *_data()["closing_phrases"])]


def heard_of(text: str, kind: str, checkin: CheckIn) -> Said | None:
    """What the comment or the evidence of a later check-in says of the end of something."""
    judged = [(clause, _is_over(text, kind, clause)) for clause in _clauses(checkin)]
    heard = [Said(clause, checkin.date, sure) for clause, sure in judged if sure is not None]
    return next((one for one in heard if one.sure), heard[-1] if heard else None)


def _clauses(checkin: CheckIn) -> Iterator[str]:
    for words in (checkin.comment, checkin.evidence):
        for clause in _CLAUSES.split((words or "")[:_MOST]):
            if clause.strip():
                yield clause.strip()


def _is_over(text: str, kind: str, clause: str) -> bool | None:
    """Whether a clause says that something is over; None where it does not speak of it."""
    folded, wanted, told = plain(clause), _units(text), _units(clause)
    if kind == "blocker" and _pattern("unblocked").fullmatch(folded):
        return True
    over = bool(_pattern("over").search(folded)) or _is_deed(wanted, told)
    over = over and not _pattern("not_over").search(folded)
    if kind in _data()["kinds"] and _pattern("kinds", kind).search(folded):
        return over and _pattern("solved").search(folded) is not None
    if over and _pattern("solved").search(folded) and _is_about(_awaited(text), told):
        return True
    shared = _shared(wanted, told)
    if _is_about(wanted, told):
        return over and (kind != "blocker" or _turns(text, folded))
    speaks = shared >= _HALF * len(told) and shared >= (1 if over else 2)
    return False if speaks or (shared and kind == "blocker" and _begins(text, folded)) else None


def _shared(wanted: set[str], told: set[str]) -> int:
    return sum(1 for one in wanted if any(_like(one, other) for other in told))


def _is_about(wanted: set[str], told: set[str]) -> bool:
    """Whether a clause names enough of what a text is about."""
    shared = _shared(wanted, told)
    return shared >= max(1, _HALF * len(wanted)) and shared >= min(2, len(wanted))


def _awaited(text: str) -> set[str]:
    """What a text says that it waits for: the pay approval, of stuck on the pay approval."""
    found = _pattern("waits_for").search(plain(text))
    return _units(found["what"]) if found else set()


def _begins(blocker: str, folded: str) -> bool:
    """Whether a clause tells that something began that may be what a blocker lacked."""
    lacks = _pattern("lacking").search(plain(blocker)) is not None
    return lacks and _pattern("begun").search(folded) is not None


def _turns(blocker: str, folded: str) -> bool:
    """Whether a clause turns a blocker around: it names the cure, or has what was lacking.

    A price that has risen again is no end of a price that rose.
    """
    cured = _pattern("solved").search(folded) is not None
    return cured or _pattern("lacking").search(plain(blocker)) is not None


def _units(text: str) -> set[str]:
    """What a text is about: its Latin words, and each two Chinese characters in a row."""
    found: set[str] = set()
    for run in _WORD.findall(_pattern("over").sub(" ", _pattern("when").sub(" ", plain(text)))):
        if CJK.search(run):
            found |= {run[at : at + 2] for at in range(max(1, len(run) - 1))}
        elif len(run) >= _LEAST and run not in _data()["empty"]:
            found.add(run)
    return found


def _is_deed(wanted: set[str], told: set[str]) -> bool:
    """Whether a verb of what was to be done stands in its past form: replace, replaced."""
    past = [one for one in told if one.endswith(_PAST)]
    return any(_like(one, other) for one in past for other in wanted if one != other)


def _like(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) >= _STEM and one[:_STEM] == other[:_STEM])
