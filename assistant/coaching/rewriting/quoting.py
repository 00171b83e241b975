"""The author's own line in quotation marks: what is said of it is grammatical, whatever it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.coaching.grounding import content_words
from assistant.coaching.rewriting.anatomy import Work, plain, unmarked
from assistant.coaching.rewriting.clauses import clauses_zh, cut_zh, named_whole
from assistant.coaching.rewriting.compose import Tongue
from assistant.coaching.rewriting.cutting import is_rule
from assistant.coaching.rewriting.shortening import EDGES, END, is_half_open, width_of

_LONGEST, _LONGEST_EN = 26, 16  # of a clause that is quoted
_JOINTS = "&+/"
_CALLED = (14, 40)  # English words, Chinese signs
_NUMBERED = re.compile("[(（][^()（）]*[+≥≤<>] ?[0-9][^()（）]*[)）]")
_WHOLE = (32, 72)  # English words, Chinese signs of a line that is quoted unshortened
_MOST = 0.75  # share of a line's words that stand for it
_FEWEST = 5  # English words that a clause has to have
_CLAUSE = re.compile("[,，;；。](?![0-9])")
_PAIR = re.compile('"([^"]*)"')
_OPENS, _CLOSES = re.compile("[“「]"), re.compile("[”」]")
_MARKS = re.compile('[“”「」『』《》【】()（）\\[\\]{}"]')


def quoted(work: Work, tongue: Tongue, *, most: int | None = None) -> Work:
    """The work with the line's own clause for its thing, in quotation marks."""
    told = tongue.say("quoted", clause=clause_of(work.text, tongue, most=most))
    return replace(work, topic=told, done=told if work.chinese else "", doing="")


def wholes(text: str, work: Work, tongue: Tongue) -> Iterator[Work]:
    """The work with its whole line for its thing, quoted where that is no name.

    Where a name holds little of its line, the line itself is quoted before it.
    """
    if not tongue.chinese:
        named = list(named_whole(text))
        things = [replace(work, topic=one, done="", doing="", whole=True) for one in named]
        yield from _with_numbers(text, work, tongue)
        whole, holds = _unshortened(text, work, tongue), bool(named) and _holds(named[0], text)
        yield from (*things, *whole) if holds else (*whole, *things)
        yield quoted(work, tongue)
        return
    yield from _with_numbers(text, work, tongue)
    said = _as_written(work.text, text)
    said = _MARKS.sub("", said) if is_half_open(said) else said
    clauses = list(clauses_zh(said))
    if not clauses or not _holds(clauses[0], text):
        yield from _unshortened(text, work, tongue)
    for clause in clauses:
        told = tongue.say("quoted", clause=inside(clause, tongue))
        yield replace(work, topic=told, done=told, doing="", whole=True)


def _as_written(read: str, text: str) -> str:
    """A text as its author wrote it, where only the spaces differ from what was read."""
    whole = plain(text)
    return whole if whole.replace(" ", "") == read.replace(" ", "") else read


def _holds(name: str, text: str) -> bool:
    """Whether a name holds most of the words of its line."""
    own = content_words(plain(text))
    left = len(own - content_words(name))
    return left <= 1 or left <= (1 - _MOST) * len(own)


def _unshortened(text: str, work: Work, tongue: Tongue) -> Iterator[Work]:
    """The work with all of its line in quotation marks, where that is not too long."""
    yield from _quoting(plain(text).strip(END), work, tongue)


def _with_numbers(text: str, work: Work, tongue: Tongue) -> Iterator[Work]:
    """The same with its brackets, where they hold its numbers: Grow the team (+1 data, +2 web)."""
    if _NUMBERED.search(unmarked(text)):
        yield from _quoting(unmarked(text).strip(END), work, tongue)


def _quoting(whole: str, work: Work, tongue: Tongue) -> Iterator[Work]:
    long = width_of(whole) if tongue.chinese else len(whole.split())
    if long <= _WHOLE[tongue.chinese] and not is_half_open(whole):
        told = tongue.say("quoted", clause=inside(whole, tongue))
        done = told if tongue.chinese else ""
        yield replace(work, topic=told, done=done, doing="", whole=True)


def clause_of(text: str, tongue: Tongue, *, most: int | None = None) -> str:
    """The first clause of a line as it stands inside quotation marks, cut where it is long.

    Args:
        text: The line.
        tongue: What it is written in.
        most: How many English words or Chinese signs are kept.
    """
    clause = "" if is_rule(text, tongue) else _CLAUSE.split(text)[0].strip(EDGES)
    if not clause or (not tongue.chinese and len(clause.split()) < _FEWEST):
        clause = text.strip(EDGES)  # the first of a list says too little
    clause = inside(_MARKS.sub("", clause) if is_half_open(clause) else clause, tongue)
    if tongue.chinese:
        most = most or _LONGEST
        return cut_zh(clause, most)
    kept = " ".join(clause.split()[: most or _LONGEST_EN])
    return kept if kept == clause else f"{kept.rstrip(EDGES + _JOINTS)}…"


def short_of(text: str, tongue: Tongue) -> str:
    """A line as a question or a reason calls it: whole where it is short, else its first words."""
    whole, most = plain(text), _CALLED[tongue.chinese]
    if tongue.chinese:
        return whole if width_of(whole) <= most else clause_of(whole, tongue, most=most)
    words = whole.split()
    kept = " ".join(words[:most]).rstrip(EDGES + _JOINTS)
    return (
        whole if len(words) <= most else f"{_MARKS.sub('', kept) if is_half_open(kept) else kept}…"
    )


def inside(text: str, tongue: Tongue) -> str:
    """A text with its own quotation marks turned into the inner sort."""
    opens, closes = tongue.say("quoted.inner", clause="|").split("|")
    text = _PAIR.sub(rf"{opens}\1{closes}", text)
    return _CLOSES.sub(closes, _OPENS.sub(opens, text))
