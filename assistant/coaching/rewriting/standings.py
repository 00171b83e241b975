"""A line that names its own metric and tells its value in words: both values are asked for.

车辆准点率维持正常水准, margin at the industry average, fewer manual entries, pick-up rate ≥ X%.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.coaching.rewriting.anatomy import plain
from assistant.coaching.rewriting.compose import Measure, Tongue, measured
from assistant.coaching.rewriting.drafts import Line, wording
from assistant.coaching.rewriting.library import metric_in
from assistant.coaching.rewriting.shortening import END
from assistant.coaching.rewriting.wanted import surely
from assistant.coaching.rewriting.wishes import without_vague
from assistant.language.facts.verdicts import observe
from assistant.language.script import fold
from assistant.language.words.observation import MEASURED, Observation
from assistant.models import Direction

_BELOW = re.compile("[≤<]|不高于|不超过|控制|降|below|under|most|less")
_RATE = "率度额量"
_CLAUSE = re.compile("[,，;；]")


def standings(text: str, tongue: Tongue) -> Iterator[Line]:
    """The line's own metric from a value to a value, where it tells the value in words."""
    whole = plain(text)
    first, *more = _CLAUSE.split(whole)
    told = (whole, first, *(one for one in more if has_open_value(one)))
    for bare in dict.fromkeys(without_vague(part, tongue) for part in told):
        for measure in (*_open(bare, tongue), *_worded(bare, tongue)):
            yield Line(measured(measure, tongue), measure)


def has_open_value(text: str) -> bool:
    """Whether a line names a metric and holds a place open for its value: 满意度≥Y分."""
    seen = observe(text)
    return _is_measured(seen) and any(token.tag == "placeholder" for token in seen.tokens)


def _open(bare: str, tongue: Tongue) -> Iterator[Measure]:
    seen = observe(bare)
    if not has_open_value(bare):
        return
    place = next(token for token in seen.tokens if token.tag == "placeholder")
    if place.start == 0:
        return
    led = wording()[_in("open_value", tongue)].search(seen.folded, 0, place.start)
    name = bare[: led.start() if led else place.start].strip(END)
    down = _BELOW.search(led[0]) if led else None
    if len(name) > 1 and _is_measured(observe(name)):
        yield _measure(name, tongue, Direction.DECREASE if down else None)


def _worded(bare: str, tongue: Tongue) -> Iterator[Measure]:
    for key, down in (("standing", "most"), ("grown", "down")):
        found = _found(key, bare, tongue)
        if found and _is_name(found["name"], tongue):
            move = Direction.DECREASE if found.groupdict().get(down) else None
            yield _measure(_cut(bare, found, "name"), tongue, move)
    avoided = _found("avoided", bare, tongue)
    if avoided:
        yield from _counted(bare, avoided, tongue)
    faster = _found("faster", bare, tongue)
    if faster and (name := _taken(_cut(bare, faster, "deed"), tongue)):
        yield Measure(name, Direction.DECREASE, None, outcome="time-taken")


def _taken(deed: str, tongue: Tongue) -> str:
    """Time it takes to close the books, but time until invoices are paid."""
    forms = [token.form for token in observe(deed).tokens]
    if tongue.chinese or not forms or (forms[0] not in ("ing", "s") and forms[-1] != "ed"):
        return tongue.say("outcome.taken", deed=deed)
    name, _, done = deed.rpartition(" ")
    if forms[-1] != "ed" or name.endswith((" is", " are")):
        return ""
    many = name.endswith("s") and not name.endswith("ss")
    return tongue.say("outcome.until", name=name, be="are" if many else "is", done=done)


def _counted(bare: str, found: re.Match[str], tongue: Tongue) -> Iterator[Measure]:
    """What shall not happen, as a number; what is a metric of its own is left to itself."""
    name = _cut(bare, found, "name")
    if tongue.chinese:
        key = "outcome.cases" if found["case"] else "outcome.times"
        yield Measure(tongue.say(key, name=name), Direction.DECREASE, None)
    elif metric_in(name) is None and not (found["less"] and _is_measured(observe(name))):
        yield Measure(tongue.say("outcome.times", name=name), Direction.DECREASE, None)


def _found(key: str, bare: str, tongue: Tongue) -> re.Match[str] | None:
    expression = wording().get(_in(key, tongue))
    return expression.match(fold(bare)) if expression else None


def _in(key: str, tongue: Tongue) -> str:
    return f"{key}_{'zh' if tongue.chinese else 'en'}"


def _cut(bare: str, found: re.Match[str], group: str) -> str:
    cut = bare[slice(*found.span(group))].strip(END)
    if group == "deed" and not cut[:2].isupper():
        return cut[:1].lower() + cut[1:]
    return cut


def _is_name(name: str, tongue: Tongue) -> bool:
    """Whether words name something with a value: a listed metric, or a Chinese rate."""
    return _is_measured(observe(name)) or (tongue.chinese and fold(name)[-1:] in _RATE)


def _is_measured(seen: Observation) -> bool:
    return any(token.tag in MEASURED for token in seen.tokens)


def _measure(name: str, tongue: Tongue, move: Direction | None) -> Measure:
    known = metric_in(name)
    way = move or surely(name)
    unit = tongue.words(known.unit.en, known.unit.zh) if known else None
    shown = name if tongue.chinese else name[:1].upper() + name[1:]
    return Measure(shown, way, unit, known.id if known else None)
