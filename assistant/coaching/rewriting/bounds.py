"""A result that a line holds beside its work, with the bound that it sets: the bound is the target.

Assemble the tent in less than 15 minutes → time it takes to assemble the tent, down to less than
15 minutes; 上线自助机，覆盖60%的窗口业务 → 自助机覆盖的窗口业务占比, up to 60%.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.coaching.rewriting.anatomy import plain, take_apart, unmarked
from assistant.coaching.rewriting.compose import Measure, Tongue, measured
from assistant.coaching.rewriting.cutting import is_clean
from assistant.coaching.rewriting.drafts import Line
from assistant.coaching.rewriting.effects import plural_of
from assistant.coaching.rewriting.expressions import expression
from assistant.coaching.rewriting.saying import commands
from assistant.coaching.rewriting.shortening import END, set_apart, small
from assistant.language.facts.verdicts import observe
from assistant.language.script import fold
from assistant.models import Direction

_KEYS = {
    True: ("covered", "called", "filled", "goal", "part", "grown", "within"),
    False: ("effort", "time", "share", "grown", "filled"),
}
_ONE = ("a single", "one")
_LESS = frozenset({"effort", "time"})


def bound(text: str, tongue: Tongue) -> Iterator[Line]:
    """The results that a line bounds, each from a start to fill in to the line's own bound."""
    bare = plain(text).strip(END)
    for key in _KEYS[tongue.chinese]:
        found = _expression(key, tongue).search(fold(bare))
        if found is None:
            continue
        said = {part: bare[slice(*found.span(part))].strip() for part in found.groupdict()}
        name = _name(key, said, bare[: found.start()], tongue)
        if name:
            yield _line(key, name, said["value"], found, tongue)


def kept_whole(text: str, tongue: Tongue, *, key: str = "bounds_all") -> Iterator[Line]:
    """A line of measures that hold their bounds already: it stays as it is, its start is asked."""
    kept = unmarked(text).strip().rstrip(END)
    if expression("bounds", key).fullmatch(fold(kept)):
        base = tongue.say("placeholder.baseline")
        line = tongue.say("with_base", before=kept, baseline=base)
        yield Line(line, Measure(kept, Direction.DECREASE, None))


def _name(key: str, said: dict[str, str], front: str, tongue: Tongue) -> str:
    """What is counted, in the author's words; empty where they make no name of it."""
    if key in ("covered", "called"):
        before = take_apart(front, chinese=True).topic if front.strip() else ""
        thing = said.get("thing") or before
        said["thing"] = set_apart(thing).lstrip() if is_clean(thing, chinese=True) else ""
    if "deed" in said:
        said["deed"] = _deed(said["deed"], tongue)
        if not said["deed"]:
            return ""
    if key == "share":
        said["deed"] = said["deed"].removeprefix("to ")
    if "verb" in said:
        said["verb"] = small(said["verb"])
    if "unit" in said:
        said["unit"] = _many(said["unit"])
    name = tongue.say(f"outcome.bound.{key}", **said)
    return name if tongue.chinese else name[:1].upper() + name[1:]


def _deed(text: str, tongue: Tongue) -> str:
    """What is done, so that it can follow "it takes": to assemble the tent, for it to be built."""
    passive = expression("bounds", "passive_en").match(fold(text))
    if passive:
        return f"for {small(text[: passive.end('who')])} to be {text[passive.end() :]}"
    led = expression("bounds", "able_en").match(fold(text))
    bare = text[led.end() :] if led else text
    if not (led or commands(bare)) or observe(bare).lead.targets:
        return ""
    return f"to {small(bare)}"


def _many(unit: str) -> str:
    """Lines of code, clicks: what is counted, in the plural."""
    first, space, rest = unit.partition(" ")
    return f"{first if first.endswith('s') else plural_of(first)}{space}{rest}"


def _line(key: str, name: str, value: str, found: re.Match[str], tongue: Tongue) -> Line:
    less = key in _LESS or _expression("below", tongue).search(fold(found[0])) is not None
    move = Direction.DECREASE if less else Direction.INCREASE
    unit = "%" if "%" in value else None
    measure = Measure(name, move, unit, None, f"bound-{key}-{name}")
    if key == "within":  # the time is part of what shall be true
        return Line(measured(replace(measure, unit="%"), tongue), measure, tongue.tell("why.said"))
    shown = tongue.say("bound.one") if value.lower() in _ONE else value
    line = measured(measure, tongue).replace(tongue.say("placeholder.target"), shown)
    return Line(line, measure, tongue.tell("why.bound"))


def _expression(key: str, tongue: Tongue) -> re.Pattern[str]:
    return expression("bounds", f"{key}_{tongue.script}")
