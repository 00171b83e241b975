"""The author's own line in quotation marks: what is said of it is grammatical, whatever it is."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.coaching.rewriting.anatomy import Work
from assistant.coaching.rewriting.compose import Tongue
from assistant.coaching.rewriting.shortening import EDGES, is_half_open, width_of

_LONGEST, _LONGEST_EN = 26, 14  # of a clause that is quoted
_CLAUSE = re.compile("[,，;；。](?![0-9])")
_PAIR = re.compile('"([^"]*)"')
_OPENS, _CLOSES = re.compile("[“「]"), re.compile("[”」]")
_MARKS = re.compile('[“”「」『』《》【】()（）\\[\\]{}"]')


def quoted(work: Work, tongue: Tongue) -> Work:
    """The work with the line's own clause for its thing, in quotation marks."""
    told = tongue.say("quoted", clause=clause_of(work.text, tongue))
    return replace(work, topic=told, done=told if work.chinese else "", doing="")


def clause_of(text: str, tongue: Tongue) -> str:
    """The first clause of a line as it stands inside quotation marks, cut where it is long."""
    clause = _CLAUSE.split(text)[0].strip(EDGES) or text.strip(EDGES)
    clause = inside(_MARKS.sub("", clause) if is_half_open(clause) else clause, tongue)
    if tongue.chinese:
        kept = clause if width_of(clause) <= _LONGEST else clause[:_LONGEST]
    else:
        kept = " ".join(clause.split()[:_LONGEST_EN])
    return kept if kept == clause else f"{kept.rstrip(EDGES)}…"


def inside(text: str, tongue: Tongue) -> str:
    """A text with its own quotation marks turned into the inner sort."""
    opens, closes = tongue.say("quoted.inner", clause="|").split("|")
    text = _PAIR.sub(rf"{opens}\1{closes}", text)
    return _CLOSES.sub(closes, _OPENS.sub(opens, text))
