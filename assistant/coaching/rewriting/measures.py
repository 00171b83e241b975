"""A line that is itself the name of a measure, or a number of things: its values are asked.

Runs lost to a failure, variance of the night shifts, 完成付费维修订单数, 5 out of 5 tasks decided:
no verb of work opens such a line, and its head is what is counted. It is no finished work whose
effect could be asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.coaching.rewriting.anatomy import plain, take_apart
from assistant.coaching.rewriting.compose import Measure, Tongue, both_ways, measured
from assistant.coaching.rewriting.drafts import Line
from assistant.coaching.rewriting.expressions import expression
from assistant.coaching.rewriting.library import metric_in
from assistant.coaching.rewriting.shortening import END, is_half_open, set_apart
from assistant.coaching.rewriting.wanted import surely, wanted
from assistant.coaching.rewriting.wishes import with_bracket, without_vague
from assistant.language.script import fold
from assistant.language.words.vocabulary import NOUN_CLASSES, vocabulary
from assistant.models import Direction

_MOST_WORDS, _MOST_SIGNS = 14, 36
_JOINT = re.compile("[,，;；。:：≥≤<>=、]|(?<![0-9])/[^/]{0,8}$")


def named(text: str, tongue: Tongue) -> Iterator[Line]:
    """The measure that a line is the name of, with both values to fill in."""
    bare = plain(text).strip(END)
    if not bare or is_half_open(bare):
        return
    yield from _chinese(bare, text, tongue) if tongue.chinese else _english(bare, tongue)


def _english(bare: str, tongue: Tongue) -> Iterator[Line]:
    bare = without_vague(bare, tongue)
    folded = fold(bare)
    if _sign("number_en").search(folded) or len(folded.split()) > _MOST_WORDS:
        return
    if _sign("clause_en").search(folded) or not _is_measure(folded):
        return
    shown = bare[:1].upper() + bare[1:]
    known = metric_in(bare)
    unit = tongue.words(known.unit.en, known.unit.zh) if known else None
    measure = Measure(shown, _way(folded), unit, known.id if known else None)
    yield Line(measured(measure, tongue), measure)


def _is_measure(folded: str) -> bool:
    """Whether the head of an English name is what is measured, or what befell many."""
    tail = _sign("tail_en").search(folded)
    *front, last = (folded[: tail.start()] if tail else folded).split()
    if _opens_with_deed(folded, tail, front):
        return False
    if re.fullmatch(_source("befell_en"), last):
        return bool(front) and front[-1].endswith("s") and not front[-1].endswith("ss")
    named_alone = bool(front) or tail is not None or _sign("alone_en").fullmatch(last) is not None
    return named_alone and re.fullmatch(_source("heads_en"), last) is not None


def _opens_with_deed(folded: str, tail: re.Match[str] | None, front: list[str]) -> bool:
    """Whether a verb of work opens a line: cut cost per order; not: return rate of parcels."""
    if _sign("deed_en").match(folded):
        return True
    verbs = take_apart(folded, chinese=False).verbs[:1]
    if not (verbs and folded.startswith(verbs[0])) or verbs[0].endswith("ing"):
        return False
    listed = vocabulary()[0].get(verbs[0])
    noun = listed is not None and bool({*NOUN_CLASSES} & set(listed.tags))
    joined = tail is not None and tail[0].strip() in ("and", "or")
    return not noun or joined or (bool(front) and not _is_compound(folded, tail, front))


def _is_compound(folded: str, tail: re.Match[str] | None, front: list[str]) -> bool:
    """Whether a verb that may be a noun too is one: where nobody would do it to what follows.

    A rate or a score has an article where something is done to it, nobody designs errors, and
    what is told per something is counted: review time, design errors, support hours per guest.
    """
    if len(front) > 1:
        return False
    if tail is not None and tail[0].strip() == "per":
        return True
    return _sign("compound_en").match(folded) is not None


def _way(folded: str) -> Direction:
    """Which way it shall go: what is lost shall be less."""
    way = wanted(folded)
    worse = re.search(rf"\b(?:{_source('worse_en')})\b", folded)
    return way or (Direction.DECREASE if worse else Direction.INCREASE)


def _chinese(bare: str, text: str, tongue: Tongue) -> Iterator[Line]:
    bare = without_vague(bare, tongue)
    folded = fold(bare)
    led = _sign("reached_zh").match(folded)
    name = bare[led.end() :] if led and len(bare) - led.end() > 1 else bare
    if len(name) > _MOST_SIGNS or _sign("deed_zh").match(fold(name)):
        return
    if not re.search(f"{_source('tail_zh')}$", fold(name)) or _JOINT.search(name):
        return
    known, way = metric_in(name), wanted(name)
    unit = tongue.words(known.unit.en, known.unit.zh) if known else None
    shown = with_bracket(name, text) if not led else name
    measure = Measure(shown, way or surely(name), unit, known.id if known else None)
    told = way or _sign("more_zh").search(fold(name))
    yield Line(measured(measure, tongue) if told else both_ways(measure, tongue), measure)


def of_so_many(text: str, tongue: Tongue) -> Iterator[Line]:
    """How many of how many: 5 out of 5 tasks decided."""
    yield from () if tongue.chinese else _numbered("out_of_en", text, tongue)


def numbered(text: str, tongue: Tongue) -> Iterator[Line]:
    """A number of things and what is said of them, up to the line's own number."""
    yield from _numbered("many_zh" if tongue.chinese else "many_en", text, tongue)


def _numbered(key: str, text: str, tongue: Tongue) -> Iterator[Line]:
    bare = plain(text).strip(END)
    found = _sign(key).match(fold(bare))
    said = {part: bare[slice(*at)].strip(END) for part, at in _spans(found).items()}
    if found and tongue.chinese:
        said["who"] = _as_set(bare, found)
    if said and not any(map(is_half_open, said.values())):
        yield _counted(said, tongue)


def _as_set(bare: str, found: re.Match[str]) -> str:
    """The things of a Chinese line, with the blanks that their author set them apart with."""
    start, end = found.span("who")
    return bare[start - bare[:start].endswith(" ") : end + bare[end:].startswith(" ")]


def _spans(found: re.Match[str] | None) -> dict[str, tuple[int, int]]:
    return {part: found.span(part) for part in found.groupdict()} if found else {}


def _counted(said: dict[str, str], tongue: Tongue) -> Line:
    if tongue.chinese:
        name = f"{said['state']}{tongue.own('的')}{set_apart(said['who'])}"
    else:
        name = tongue.say("outcome.cases", name=said["what"])
    measure = Measure(name, Direction.INCREASE, tongue.words("count", "个"), None, f"count-{name}")
    line = measured(measure, tongue).replace(
        tongue.say("placeholder.target"), said["value"].lower()
    )
    return Line(line, measure, tongue.tell("why.counted"))


def _source(name: str) -> str:
    return f"(?:{_sign(name).pattern})"


def _sign(name: str) -> re.Pattern[str]:
    return expression("measures", name)
