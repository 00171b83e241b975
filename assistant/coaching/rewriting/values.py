"""A line's own value where it stands in front of its metric, behind it, or where it is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.coaching.rewriting.anatomy import plain
from assistant.coaching.rewriting.compose import Measure, Tongue, both_ways, measured
from assistant.coaching.rewriting.drafts import Line, wording
from assistant.coaching.rewriting.library import metric_in
from assistant.coaching.rewriting.saying import commands
from assistant.coaching.rewriting.shortening import END
from assistant.coaching.rewriting.wanted import surely, wanted
from assistant.coaching.rewriting.wishes import with_bracket, without_vague
from assistant.language.facts.verdicts import observe
from assistant.language.reading import Comparator, Quantity, QuantityKind, Role
from assistant.language.script import fold
from assistant.language.words.observation import Observation
from assistant.models import Direction, Language

_UP_TO = re.compile(r"\bup to $")
_TIMES = frozenset({"s", "min", "h", "hours", "days", "weeks", "months", "quarters", "years"})
_BELOW = (Comparator.AT_MOST, Comparator.LESS)


def started(seen: Observation, measure: Measure, tongue: Tongue) -> Iterator[Line]:
    """The line that says where it stands, in the form in which that is read: （现状：4.0）."""
    key = f"stands_{'zh' if tongue.chinese else 'en'}"
    if found := wording()[key].search(seen.folded):
        text, at = seen.line.text, found.end("lead")
        yield Line(f"{text[:at]}{tongue.say('colon')}{text[at:].lstrip()}", measure)


def value_first(seen: Observation, target: Quantity, tongue: Tongue) -> Iterator[Line]:
    """70% or higher pass rate in the course → Pass rate in the course from […] to 70% or higher."""
    found = None if tongue.chinese else wording()["value_first_en"].match(seen.folded)
    if found is None or found.end("front") != target.span.start:
        return
    if target.unit in _TIMES or observe(seen.line.text[found.start("name") :]).lead.first_verb >= 0:
        return  # a two-day course: the number is no value of it
    name, value = (seen.line.text[slice(*found.span(part))].strip() for part in ("name", "value"))
    measure = Measure(name[:1].upper() + name[1:], direction_to(target), target.unit)
    line = measured(measure, tongue).replace(tongue.say("placeholder.target"), value.rstrip("."))
    yield Line(line, measure)


def bounded_by(seen: Observation, target: Quantity, tongue: Tongue) -> Iterator[Line]:
    """Mean waiting time (door to desk) is ≤ 9 minutes → from […] to ≤ 9 minutes."""
    found = None if tongue.chinese else wording()["bounded_by_en"].match(seen.folded)
    if found and found.start("value") <= target.span.start <= found.end("lead"):
        text = seen.line.text
        name = text[: found.end("name")].strip()
        measure = Measure(name, direction_to(target), target.unit)
        line = measured(measure, tongue)
        told = text[found.start("value") :].strip()
        yield Line(line.replace(tongue.say("placeholder.target"), told), measure)


def first_value(text: str, tongue: Tongue) -> Iterator[Line]:
    """A metric that is to be measured first: its baseline is asked for, not the work's effect."""
    kept = plain(text).rstrip(END)
    found = wording()[f"first_value_{'zh' if tongue.chinese else 'en'}"].match(fold(kept))
    if found:
        name = kept[slice(*found.span("name"))].strip()
        known = metric_in(name)
        move = surely(name)
        shown = name if tongue.chinese else name[:1].upper() + name[1:]
        measure = Measure(
            shown,
            move,
            tongue.words(known.unit.en, known.unit.zh) if known else None,
            known.id if known else None,
        )
        yield Line(measured(measure, tongue), measure)


def direction_to(target: Quantity) -> Direction:
    """Which way a value is wanted to go: at most is down."""
    return Direction.DECREASE if target.comparator in _BELOW else Direction.INCREASE


def first_of(seen: Observation, role: Role) -> Quantity | None:
    """The first value of its role; a bound in % outranks a time in the name (30日出勤率 ≥72%)."""
    found = [one for one in seen.line.quantities if one.role is role]
    found = _without_size(found, seen)
    bounds = [one for one in found if one.comparator and one.kind is QuantityKind.PERCENT]
    is_time = found and found[0].kind is QuantityKind.DURATION and not found[0].comparator
    return bounds[0] if is_time and bounds else next(iter(found), None)


def _without_size(found: list[Quantity], seen: Observation) -> list[Quantity]:
    """The values without how large a thing may be, where another is bounded: files up to 5MB."""
    sized = [one for one in found if _UP_TO.search(seen.folded[: one.span.start])]
    others = [one for one in seen.line.quantities if one.comparator and one not in sized]
    return [one for one in others if one not in found] or found if sized and others else found


def without_value(name: str, value: str, tongue: Tongue) -> str:
    """A name without the value that stands in front of it: 3,000 家注册 → 注册数."""
    bare = name.removeprefix(value).strip()
    if bare == name or len(bare) <= 1:
        return name
    return bare + tongue.own("数") if tongue.chinese and fold(bare)[-1] not in "数量率" else bare


def least_from(folded: str, start: int) -> int:
    """Where a value begins with the bound in front of it: 至少6个, ≥3 个."""
    found = wording()["least"].search(folded, 0, start)
    return found.start() if found else start


def told_of(name: str, tongue: Tongue) -> str:
    """What is done to things, as their number: 洞察被采用 → 被采用的洞察数."""
    found = wording()["told_of_zh"].fullmatch(fold(name))
    if found is None:
        return name
    who, state = (name[slice(*found.span(part))] for part in ("who", "state"))
    return tongue.say("outcome.many", who=who, state=state)


def named_alone(text: str, tongue: Tongue) -> Iterator[Line]:
    """A line that is the name of a metric and nothing else: 搜索安装转化率.

    Which way it shall go the library knows, or a word of loss in it; else the line does not say.
    """
    kept = without_vague(plain(text).rstrip(END), tongue)
    if tongue.chinese and wording()["named_alone_zh"].fullmatch(fold(kept)):
        move = wanted(kept)
        measure = Measure(with_bracket(kept, text), move or Direction.INCREASE, None)
        yield Line(measured(measure, tongue) if move else both_ways(measure, tongue), measure)
    yield from () if tongue.chinese else _counted_alone(kept)


def _counted_alone(kept: str) -> Iterator[Line]:
    """# of engaged projects, constraint violations per week: a count that the line names."""
    found = wording()["named_alone_en"].fullmatch(fold(kept))
    if found is None or commands(kept) or observe(kept).lead.opens_with_verb:
        return
    counted = kept[slice(*found.span("counted"))] if found["counted"] else ""
    name = f"Number of {counted}" if counted else kept[:1].upper() + kept[1:]
    measure = Measure(name, surely(kept), None)
    yield Line(measured(measure, Tongue(Language.EN)), measure)
