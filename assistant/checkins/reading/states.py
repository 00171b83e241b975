"""The state that somebody gives a key result in words: on track, 黄灯, 🔴, won't make it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from assistant.checkins.reading.clauses import Clause
from assistant.checkins.reading.lexicon import before, patterns, section
from assistant.checkins.reading.names import stem
from assistant.language.lexicon import alternation
from assistant.language.script import fold
from assistant.models.cycle import Status

_REACH = 56
_FEWEST_LETTERS = 4
_FEW_WORDS, _FEW_SIGNS = 4, 8
_WORSE = (Status.OFF_TRACK, Status.AT_RISK, Status.ON_TRACK)
_OPPOSITE = {Status.ON_TRACK: Status.OFF_TRACK}
_NOUN = re.compile(
    r" (?!for |from |on |but |and |here|so |at |with |as |again|now|this |in |until )[a-z]"
)
_FILLER = re.compile(r"[^a-z一-鿿]+")


@dataclass(frozen=True, slots=True)
class State:
    """A state and the words that say it."""

    start: int
    end: int
    status: Status

    def is_sign(self, seen: str) -> bool:
        """Whether no word says it: ✅."""
        return not any(char.isalnum() for char in seen[self.start : self.end])


def find_state(seen: str, clause: Clause, name: str = "") -> State | None:
    """The state that a clause gives; the worst where it gives several.

    `name` is that of the key result, folded.
    """
    found = list(_states(seen, clause, name))
    return min(found, key=lambda s: _WORSE.index(s.status)) if found else None


def only_tells(seen: str, clause: Clause, states: Sequence[State]) -> bool:
    """Whether hardly a word is left besides a state: 已经超标, behind schedule."""
    said = [s for s in states if clause.start <= s.start < clause.end]
    letters = sum(char.isalpha() for char in seen[clause.start : clause.end])
    return bool(said) and letters - (said[0].end - said[0].start) < _FEWEST_LETTERS


def _states(seen: str, clause: Clause, name: str) -> Iterator[State]:
    for pattern, statuses in (_anywhere(), _short()):
        for match in pattern.finditer(seen, clause.start, clause.end):
            if pattern is _short()[0] and not _may_be_short(seen, clause, match, name):
                continue
            status = _meant(seen, clause, match, statuses[match.group().replace("-", " ")])
            if status is not None:
                yield State(match.start(), match.end(), status)
    yield from _alone(seen, clause)


def _meant(seen: str, clause: Clause, match: re.Match[str], status: Status) -> Status | None:
    start = max(clause.start, match.start() - _REACH)
    if before("states", "unreal_before").search(seen, start, match.start()):
        return None
    if patterns("states", "unreal_after").match(seen, match.end(), clause.end):
        return None
    if before("states", "not_before").search(seen, start, match.start()):
        return _OPPOSITE.get(status)
    return status


def _may_be_short(seen: str, clause: Clause, match: re.Match[str], name: str) -> bool:
    """Few words, or a word for a state behind "status is": else green is a colour."""
    if clause.label == "status":
        return True
    if _is_judged(seen, clause, match, name):
        return True
    start = seen.rfind(":", clause.start, match.start()) + 1 or clause.start
    end = seen.find(":", match.end(), clause.end)
    said = seen[start : end if end >= 0 else clause.end]
    words_, signs = len(re.findall("[a-z']+", said)), len(re.findall("[一-鿿]", said))
    return words_ + signs / 2 <= _FEW_WORDS or (words_ == 0 and signs <= _FEW_SIGNS)


def _is_judged(seen: str, clause: Clause, match: re.Match[str], name: str) -> bool:
    """Whether somebody says it of the key result, and not of a warehouse or of his mail."""
    near = max(clause.start, match.start() - _REACH)
    named = before("states", "status_before").search(seen, near, match.start())
    if named or patterns("states", "judged_after").match(seen, match.end()):
        return True
    about = patterns("states", "about").match(seen, match.end(), clause.end)
    other = about and not _are_of([about["thing"]], name)
    if other or _NOUN.match(seen, match.end(), clause.end):
        return False
    if before("states", "judged_before").search(seen, near, match.start()):
        return True
    turned = before("states", "turned_before").search(seen, near, match.start())
    return turned is not None and _are_of(_subject(seen, clause, turned.start()), name)


def _subject(seen: str, clause: Clause, end: int) -> list[str]:
    start = seen.rfind(":", clause.start, end) + 1 or clause.start
    return re.findall("[a-z']+|[一-鿿]+", seen[start:end])


def _are_of(said: Sequence[str], name: str) -> bool:
    """Whether words are all of the key result's name, or only point at it."""
    own = {stem(word) for word in re.findall("[a-z]+", name)}
    return all(word in section("states")["judged"] or stem(word) in own for word in said)


def _alone(seen: str, clause: Clause) -> Iterator[State]:
    if any(char.isdigit() for char in seen[clause.start : clause.end]):
        return
    said = _FILLER.sub(" ", seen[clause.start : clause.end]).strip()
    if clause.label not in (None, "status", "progress"):
        return
    said = patterns("states", "around_alone").sub("", said)
    if every := patterns("states", "every_light").fullmatch(said):
        said = every["light"]
    elif clause.label == "status" and (light := patterns("states", "light_behind").search(said)):
        said = light[0]
    status = _by_itself().get(said)
    lit = said in _LIGHTS and clause.aside and not clause.first
    sure = len(said) > 1 or (lit and _NO_WORD.match(seen, clause.end) is not None)
    if status and (clause.label == "status" or said in section("states")["sure_alone"] or sure):
        yield State(clause.start, clause.end, status)


_LIGHTS = frozenset("gayr")  # (G) behind a number or a name, with no word behind it
_NO_WORD = re.compile(r"\)?[\s:~-]*(?:[$€£¥]?[0-9]|[.,;。|/]|$|\n)")


@cache
def _by_itself() -> dict[str, Status]:
    lists = section("states")["alone"]
    return {fold(str(word)): Status(name) for name, listed in lists.items() for word in listed}


@cache
def _anywhere() -> tuple[re.Pattern[str], dict[str, Status]]:
    return _table({status: section("states")[status] for status in Status})


@cache
def _short() -> tuple[re.Pattern[str], dict[str, Status]]:
    return _table({status: section("states")["short"][status] for status in Status})


def _table(lists: dict[Status, list[str]]) -> tuple[re.Pattern[str], dict[str, Status]]:
    table = {fold(str(word)): status for status, listed in lists.items() for word in listed}
    return re.compile(alternation(table)), {w.replace("-", " "): s for w, s in table.items()}
