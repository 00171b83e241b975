"""What a line itself says that it is after: its own target, what it shall prevent or bring about.

Collect stamps (target: 8/8) → stamps collected, up to 8/8; add a gate to prevent empty orders →
number of empty orders. What the author gave is never exchanged for a guess of ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.coaching.rewriting.anatomy import Work, plain, take_apart, unmarked
from assistant.coaching.rewriting.compose import Measure, Tongue, measured
from assistant.coaching.rewriting.cutting import is_clean
from assistant.coaching.rewriting.drafts import Line
from assistant.coaching.rewriting.effects import said_of_many
from assistant.coaching.rewriting.expressions import expression
from assistant.coaching.rewriting.saying import said_with_number, states
from assistant.coaching.rewriting.shortening import END, set_apart, small
from assistant.coaching.rewriting.turning import past
from assistant.coaching.rewriting.wanted import wanted
from assistant.language.script import fold
from assistant.models import Direction

_LESS = ("<", "≤", "under", "below", "at most")
_DOWN = frozenset({"decrease", "reduction", "drop", "fall", "decline"})


def aimed(text: str, tongue: Tongue) -> Iterator[Line]:
    """The result that a line names beside its work, up to the value that it sets."""
    yield from _with_target(text, tongue)
    yield from _in_clause(text, tongue)
    if not tongue.chinese:
        yield from _brought(plain(text).strip(END), tongue)
        yield from _beside(plain(text).strip(END), tongue)


def _with_target(text: str, tongue: Tongue) -> Iterator[Line]:
    """A target that the line names as one, in brackets or behind its last comma."""
    said = unmarked(text).strip()
    found = _sign("target", tongue).search(fold(said))
    if found is None:
        return
    aim, front = said[slice(*found.span("aim"))].strip(), said[: found.start()]
    if expression("aiming", "value").match(fold(aim)):
        yield from _of_deed(take_apart(front, chinese=tongue.chinese), aim, tongue)
        return
    yield from said_with_number(aim, tongue)
    yield from _share(aim, tongue)
    yield from _metric(aim, tongue)


def _of_deed(work: Work, value: str, tongue: Tongue) -> Iterator[Line]:
    """What is done, counted up to a value: stamps collected, 收集的印章数."""
    if not work.verbs or not is_clean(work.topic, chinese=work.chinese):
        return
    key = "outcome.done.share" if "%" in value else "outcome.done.count"
    deed = work.verbs[-1] if tongue.chinese else past(work.verbs[-1])
    name = tongue.say(key, verb=deed, what=_set_in(work.topic, tongue))
    yield _up_to(name, value, tongue)


def _set_in(topic: str, tongue: Tongue) -> str:
    return set_apart(topic) if tongue.chinese else topic


def _share(aim: str, tongue: Tongue) -> Iterator[Line]:
    """100% of reruns start jobs → share of reruns that start jobs."""
    found = None if tongue.chinese else expression("aiming", "share_en").match(fold(aim))
    if found:
        who, state, value = (aim[slice(*found.span(one))] for one in ("who", "state", "value"))
        name = tongue.say("outcome.said", who=who, state=f"that {state}")
        yield _up_to(name, value, tongue)


def _metric(aim: str, tongue: Tongue) -> Iterator[Line]:
    found = expression("aiming", "metric").match(fold(aim))
    if found:
        name, value = (aim[slice(*found.span(one))].strip() for one in ("name", "value"))
        yield _up_to(name, value, tongue, wanted(name))


def _in_clause(text: str, tongue: Tongue) -> Iterator[Line]:
    """Of how many a line says it behind its heading, or in its first clause."""
    bare = plain(text).strip(END)
    led = _sign("label", tongue).match(fold(bare))
    rest = bare[led.end() :] if led else bare
    clause = expression("aiming", "clause").split(rest)[0]
    if clause != bare and said_of_many(clause):
        yield from said_with_number(clause, tongue)


def _brought(bare: str, tongue: Tongue) -> Iterator[Line]:
    """… to drive a 10% increase in bookings → raise bookings by 10%."""
    found = expression("aiming", "brings_en").search(fold(bare))
    if found is None:
        return
    name, value = (bare[slice(*found.span(one))].strip() for one in ("name", "value"))
    down = found["way"] in _DOWN
    text = tongue.say(
        f"changed.{'decrease' if down else 'increase'}",
        name=name,
        value=value,
        baseline=tongue.say("placeholder.baseline"),
        target=tongue.say("placeholder.target"),
    )
    move = Direction.DECREASE if down else Direction.INCREASE
    measure = Measure(name, move, None, None, f"brought-{name}")
    yield Line(text, measure, tongue.tell("why.purpose", name=name))


def _beside(bare: str, tongue: Tongue) -> Iterator[Line]:
    """The drill stops a node with recovery < 5 minutes → recovery when the drill stops a node."""
    found = expression("aiming", "with_en").match(fold(bare))
    deed = bare[slice(*found.span("deed"))] if found else ""
    if found is None or not states(deed, tongue):
        return
    name, value = (bare[slice(*found.span(one))].strip() for one in ("name", "value"))
    told = tongue.say("outcome.when", name=name, deed=small(deed))
    move = Direction.DECREASE if value.startswith(_LESS) else Direction.INCREASE
    yield _up_to(told, value, tongue, move)


def prevented(text: str, tongue: Tongue) -> Iterator[Line]:
    """What the work shall keep from happening, or find: its own count or share."""
    bare = plain(text).strip(END)
    found = _sign("prevent", tongue).search(fold(bare))
    what = bare[slice(*found.span("what"))].strip() if found else ""
    if found is None or not is_clean(what, chinese=tongue.chinese):
        return
    caught = not tongue.chinese and expression("aiming", "found_en").fullmatch(found["verb"])
    if not tongue.chinese and not what.split()[-1].endswith("s"):
        return  # of what cannot be counted no number is asked
    move = Direction.INCREASE if caught else Direction.DECREASE
    name = tongue.say("outcome.caught", what=what) if caught else _happening(what, tongue)
    unit = "%" if caught else tongue.words("count", "次")
    measure = Measure(name, move, unit, None, f"prevented-{what}")
    yield Line(measured(measure, tongue), measure, tongue.tell("why.purpose", name=what))


def _happening(what: str, tongue: Tongue) -> str:
    if not tongue.chinese:
        return tongue.say("outcome.cases", name=what)
    if expression("aiming", "counted_zh").search(fold(what)):
        return what
    return tongue.say("outcome.times", name=what)


def _up_to(name: str, value: str, tongue: Tongue, move: Direction | None = None) -> Line:
    shown = name if tongue.chinese else name[:1].upper() + name[1:]
    unit = "%" if "%" in value else None
    measure = Measure(shown, move or Direction.INCREASE, unit, None, f"aim-{name}")
    line = measured(measure, tongue).replace(tongue.say("placeholder.target"), value)
    return Line(line, measure, tongue.tell("why.counted"))


def _sign(name: str, tongue: Tongue) -> re.Pattern[str]:
    return expression("aiming", f"{name}_{tongue.script}")
