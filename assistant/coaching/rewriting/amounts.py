"""The amount that an objective names: what is left without it, and which key result tells it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.coaching.rewriting.anatomy import plain
from assistant.coaching.rewriting.compose import Tongue
from assistant.coaching.rewriting.drafts import wording
from assistant.coaching.rewriting.expressions import DOING
from assistant.coaching.rewriting.library import metric_in
from assistant.coaching.rewriting.saying import commands, said
from assistant.coaching.rewriting.shortening import END, small
from assistant.coaching.rewriting.timing import Timed, time_apart
from assistant.coaching.rewriting.unnumbered import is_done_to, says_who, without_number
from assistant.language.facts.verdicts import observe
from assistant.language.figures.direction import direction_of
from assistant.language.figures.metric import find_metric
from assistant.language.reading import LineReading, Quantity, QuantityKind, Role
from assistant.language.script import fold
from assistant.language.words.segments import CHANGE
from assistant.models import Direction, Objective

_LONGEST_THING = 60
_SHORTEST_CLAUSE = 5


def is_aim(text: str) -> bool:
    """Whether the number of an objective is the aim itself: 行业第一, nothing left to chance."""
    folded = fold(plain(text))
    rest = wording()["none"].sub("", folded)
    if rest != folded:
        return not observe(rest).bars  # a world without complaints
    bars = observe(plain(text)).bars
    return bool(bars) and all(one.kind is QuantityKind.RANK for one in bars)


def without_amount(text: str, tongue: Tongue) -> Iterator[str]:
    """The objective without its numbers; none where one only describes a thing: (5 cards)."""
    yield from _other_clause(text, tongue)
    if not observe(plain(text)).bars:
        return
    parts = with_numbers(text, tongue)
    if len(parts) > 1:
        states = [next(_stated(part.rest, tongue), "") for part in parts]
        if all(states):
            yield _listed(states, tongue)
        yield from (state for state in states if state)
    else:
        yield from _stated(text, tongue)


def _stated(text: str, tongue: Tongue) -> Iterator[str]:
    return _directed(without_number(text, tongue), text, tongue)


def _listed(states: list[str], tongue: Tongue) -> str:
    if tongue.chinese:
        return "，".join(states)
    *most, last = (states[0], *map(small, states[1:]))
    return f"{', '.join(most)} and {last}"


def with_numbers(text: str, tongue: Tongue) -> list[Timed]:
    """Each clause that has a number of its own, its time apart; the whole where none stands alone.

    Cut churn to 3% and raise NPS to 50 has two, 营收1.2亿，成为华南第一 has one.
    """
    when, rest = time_apart(plain(text), tongue)
    clauses = [one.strip(END) for one in wording()["between_amounts"].split(rest)]
    counted = [one for one in clauses if _names_and_counts(one, tongue)]
    whole = not counted or sum(bool(observe(one).bars) for one in clauses) > len(counted)
    return [Timed(when, one[:1].upper() + one[1:]) for one in ([rest] if whole else counted)]


def _names_and_counts(clause: str, tongue: Tongue) -> bool:
    return bool(observe(clause).bars) and bool(without_number(clause, tongue))


def told_under(objective: Objective, text: str) -> int | None:
    """The place of the key result that has the metric of a clause of it, and its value, already."""
    bars = observe(text).bars
    named = _bare(text)
    for number, one in enumerate(objective.key_results):
        line = observe(one.text).line
        name = find_metric(line)
        if name and _is_said(line.folded[name.start : name.end], named) and _is_met(bars, line):
            return number
    return None


def _bare(text: str) -> str:
    return re.sub(r"\s+", " ", fold(text))


def _is_said(name: str, text: str) -> bool:
    """Whether a metric is named in a text: Monthly churn, Reduce churn to 3%."""
    known = metric_in(name)
    if known and known == metric_in(text):
        return True
    last = name.split()[-1] if name.split() else ""
    return bool(last) and (_bare(name) in text or (last.isascii() and f" {last} " in f" {text} "))


def _is_met(bars: list[Quantity], line: LineReading) -> bool:
    """Whether a line's target is one of the amounts, or says where a change by one leads."""
    ends = [one.high for one in line.quantities if one.role in (Role.TARGET, Role.BASELINE)]
    led = len(ends) > 1 and any(one.role is Role.CHANGE for one in bars)
    return led or any(one.high in ends for one in bars if one.role is Role.TARGET)


def _other_clause(text: str, tongue: Tongue) -> Iterator[str]:
    """The clause without the number, where it can stand alone: 营收1.2亿，成为华南第一."""
    whole = time_apart(plain(text), tongue).rest
    clauses = [one.strip(END) for one in re.split("[,，;；]| and ", whole)]
    bare = [one for one in clauses if not observe(one).bars]
    if len(clauses) > len(bare) == 1 and len(bare[0]) >= _SHORTEST_CLAUSE:
        yield bare[0][:1].upper() + bare[0][1:]


def _directed(bare: str, text: str, tongue: Tongue) -> Iterator[str]:
    """The objective without its number; one that then has no verb is told which way to go."""
    bare = bare[:1].upper() + bare[1:]
    if _stands_alone(bare, text, tongue):
        yield bare
        return
    reach = wording()[f"reach_{tongue.script}"].match(fold(bare))
    thing = bare[reach.end() :].strip(END) if reach else bare
    way = _way_left(thing, tongue)
    if way:
        yield _towards(way.strip(), text, tongue)
    elif not reach and any(token.tag in CHANGE for token in observe(bare).tokens):
        yield bare
    elif _is_work(reach, thing) if tongue.chinese else _is_sentence(thing):
        return
    elif _takes_time(text) and not _is_metric(thing):
        return  # our app loads in under 2 seconds
    elif 1 < len(thing) <= _LONGEST_THING and not any(sign in thing for sign in ",，"):
        yield _towards(thing, text, tongue)


def _stands_alone(bare: str, text: str, tongue: Tongue) -> bool:
    """Whether it says who does what, has a verb of its own, or is a sentence about many."""
    short = tongue.chinese and wording()["short_way_zh"].match(fold(bare))
    many = not tongue.chinese and (text[:1].isdigit() or any(said(bare, tongue)))
    placed = tongue.chinese and wording()["placed_zh"].match(fold(bare))
    return bool(short or placed) or many or says_who(bare, tongue) or is_done_to(bare, tongue)


def _way_left(bare: str, tongue: Tongue) -> str | None:
    """The thing whose way is told without a number too: 交付周期缩短, bring returns down."""
    found = wording()[f"way_left_{tongue.script}"].match(fold(bare))
    if not found or (tongue.chinese and found.span("thing") == (0, len(bare))):
        return None
    thing = bare[slice(*found.span("thing"))]
    if not tongue.chinese and not found["way"] and not _is_metric(thing):
        return None
    return thing


def _towards(thing: str, text: str, tongue: Tongue) -> str:
    gap = " " if tongue.chinese and f" {thing}" in text else ""
    thing, seen = f"{gap}{thing}" if tongue.chinese else small(thing), observe(text)
    upward = wording()["upward_en"].match(seen.folded)
    if not upward and direction_of(seen.line) is Direction.DECREASE:
        return tongue.say("objective.lower", thing=thing)
    counts = all(one.kind is QuantityKind.COUNT for one in seen.bars)
    return tongue.say("objective.more" if counts else "objective.grow", thing=thing)


def _is_work(reach: re.Match[str] | None, thing: str) -> bool:
    """Whether what is completed is a piece of work and no metric: 完成50家门店改造."""
    return bool(reach and wording()["completed_zh"].fullmatch(reach[0])) and not _is_metric(thing)


def _takes_time(text: str) -> bool:
    return all(one.kind is QuantityKind.DURATION for one in observe(text).bars)


def _is_metric(thing: str) -> bool:
    return any(token.tag == "metric" for token in observe(thing).tokens)


def _is_sentence(thing: str) -> bool:
    """Whether it has a verb of its own, or is nothing but a day."""
    verbs = any(token.tag in DOING and token.form in ("", "s") for token in observe(thing).tokens)
    return commands(thing) or verbs or _is_time(thing)


def _is_time(thing: str) -> bool:
    """Whether nothing but a day is left: Reach 30% by Q3."""
    return wording()["time_tail_en"].fullmatch(f" {fold(thing)}") is not None
