"""All lines that could take the place of a key result: each fault has its way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from assistant.coaching.rewriting.aiming import aimed, prevented
from assistant.coaching.rewriting.anatomy import plain
from assistant.coaching.rewriting.bounds import bound, kept_whole
from assistant.coaching.rewriting.compose import Measure, Tongue, both_ways, measured
from assistant.coaching.rewriting.counts import done_by
from assistant.coaching.rewriting.cutting import is_rule, of_rule
from assistant.coaching.rewriting.drafts import Line, wording
from assistant.coaching.rewriting.habits import habit
from assistant.coaching.rewriting.measures import named, numbered, of_so_many
from assistant.coaching.rewriting.outcomes import asked, outcomes_of
from assistant.coaching.rewriting.saying import said, said_with_number
from assistant.coaching.rewriting.standings import has_open_value, standings
from assistant.coaching.rewriting.surroundings import Surroundings
from assistant.coaching.rewriting.targets import (
    bounded,
    counted,
    stated,
    with_base,
    won,
)
from assistant.coaching.rewriting.units import in_unit
from assistant.coaching.rewriting.values import first_value, named_alone
from assistant.coaching.rewriting.wishes import complete, trend
from assistant.language.reading import KeyResultReading, Quantity, QuantityKind
from assistant.language.script import fold
from assistant.models import Direction, FactKind

WORK_RULES = frozenset({"K03", "K04", "K13"})
_BASE_RULES = frozenset({"K02", "K10"})


def ways(
    reading: KeyResultReading, rules: Iterable[str], around: Surroundings, tongue: Tongue
) -> Iterator[Line]:
    """All lines that could take the place of one, the most fitting first."""
    if is_rule(reading.text, tongue):
        yield from asked(of_rule(reading.text, tongue), around, tongue)
    elif wording()["recorded_zh"].match(fold(plain(reading.text))):
        yield from asked(reading.text, around, tongue)  # for how long it is recorded is no value
    else:
        yield from _ways(reading, set(rules), around, tongue)


def _ways(
    reading: KeyResultReading, broken: set[str], around: Surroundings, tongue: Tongue
) -> Iterator[Line]:
    text = reading.text
    work = reading.facts.kind is not FactKind.OUTCOME
    yield from kept_whole(text, tongue)
    yield from said_with_number(text, tongue)
    yield from aimed(text, tongue)
    yield from bound(text, tongue)
    yield from counted(text, tongue)
    if work or broken & {*WORK_RULES, "K01"} or has_open_value(text):
        yield from _as_it_says(text, around, tongue)
    yield from _of_values(reading, broken, tongue)
    if work or broken & WORK_RULES:
        yield from outcomes_of(text, around, tongue)
    elif "K01" in broken or ("K09" in broken and not reading.quantities):
        yield from complete(text, tongue)
        yield from outcomes_of(text, around, tongue)
    if broken & _BASE_RULES:
        yield from named_alone(text, tongue)
        yield from named(text, tongue)
        yield from won(text, tongue)
        yield from numbered(text, tongue) if tongue.chinese else ()
        yield from with_base(text, reading.facts.metric, tongue)
        if not work and not broken - _BASE_RULES - {"K06", "K09"}:
            yield from outcomes_of(text, around, tongue)  # where its own number makes no line
            return
    if "K09" in broken:
        yield from complete(text, tongue)
    if work or not reading.quantities or "K05" in broken:
        yield from outcomes_of(text, around, tongue)


def _as_it_says(text: str, around: Surroundings, tongue: Tongue) -> Iterator[Line]:
    """A value or a trend that the line states itself; how much of a work was done is neither."""
    yield from habit(text, around.objective, tongue, personal=around.personal)
    yield from of_so_many(text, tongue)
    yield from done_by(text, tongue)
    yield from said(text, tongue)
    yield from named(text, tongue)
    yield from first_value(text, tongue)
    yield from named_alone(text, tongue)
    if wording()["of_doing"].fullmatch(fold(plain(text))):
        yield from outcomes_of(text, around, tongue)
    yield from stated(text, tongue)
    yield from won(text, tongue)
    yield from bounded(text, tongue)
    yield from standings(text, tongue)
    yield from trend(text, tongue)
    yield from prevented(text, tongue)
    yield from kept_whole(text, tongue, key="bounds_time")
    yield from numbered(text, tongue)


def _of_values(reading: KeyResultReading, broken: set[str], tongue: Tongue) -> Iterator[Line]:
    """What is wrong with the values themselves is asked for."""
    if broken & {"K11", "K12"}:
        yield from _pointed_out(reading, tongue, direction="K11" in broken)
    if "K06" in broken and reading.facts.kind is FactKind.OUTCOME:
        yield from _named(reading, broken, tongue)


def _named(reading: KeyResultReading, broken: set[str], tongue: Tongue) -> Iterator[Line]:
    """Values without a metric or a unit: what is missing is asked for, the values stay."""
    text = plain(reading.text)
    why = tongue.tell("why.nameless")
    if reading.facts.metric and any(map(_is_share, reading.quantities)):
        return  # a rate that says % has its unit
    if reading.facts.metric is None:
        placeholder = tongue.say("placeholder.metric")
        line = tongue.say("named.metric", before=text, placeholder=placeholder)
        yield Line(line, Measure(text, Direction.INCREASE, None), why)
    started = not broken & _BASE_RULES
    yield from in_unit(text, reading.facts.metric or text, tongue, started=started)


def _is_share(quantity: Quantity) -> bool:
    return quantity.kind is QuantityKind.PERCENT


def _pointed_out(reading: KeyResultReading, tongue: Tongue, *, direction: bool) -> Iterator[Line]:
    """A contradiction or an impossible value: both values are asked for, none is guessed."""
    name = reading.facts.metric or plain(reading.text)
    shown = name if tongue.chinese else name[:1].upper() + name[1:]
    measure = Measure(shown, reading.facts.direction or Direction.INCREASE, reading.facts.unit)
    key = "why.direction" if direction else "why.bounds"
    text = both_ways(measure, tongue) if direction else measured(measure, tongue)
    yield Line(text, measure, tongue.tell(key, name=name))
