"""A key result or objective as it is read: its facts, each with the words behind it.

What a text says is kept for the lines that come again: a page checks the whole draft at each
change, teams take over the lines of others, and a stream may hold the versions of one set.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache, wraps
from typing import Any, TypeVar

from assistant.language.facts.compound import find_bundle, parts
from assistant.language.facts.kind import kind_words
from assistant.language.facts.measurable import all_or_none
from assistant.language.facts.objective import task_words
from assistant.language.facts.verdicts import (
    Verdicts,
    consistent,
    key_result_verdicts,
    objective_verdicts,
    observe,
)
from assistant.language.figures.direction import direction_of
from assistant.language.figures.marks import kept_before
from assistant.language.figures.mentions import find_due, find_owner, find_source
from assistant.language.figures.metric import find_metric
from assistant.language.figures.values import declared_value, find_values
from assistant.language.lexicon import expressions
from assistant.language.reading import KeyResultReading, LineReading, ObjectiveReading, Role
from assistant.language.words.observation import MEASURED, Observation, listed
from assistant.language.words.segments import WORK
from assistant.models import (
    BaselineFact,
    Direction,
    FactKind,
    KeyResult,
    KeyResultFacts,
    Objective,
    ObjectiveFacts,
    Span,
)
from assistant.records import record

# What is kept at most: lines, none longer than this in characters, so that memory stays flat.
KEPT_LINES = 2_000
KEPT_CHARS = 200

_T = TypeVar("_T")
_Read = Callable[[str, int | None], _T]


def _kept(read: _Read[_T]) -> _Read[_T]:
    """Keep what was read off the last short lines."""
    keeping = lru_cache(KEPT_LINES)(read)

    @wraps(read)
    def reading(text: str, year: int | None) -> _T:
        return (keeping if len(text) <= KEPT_CHARS else read)(text, year)

    return reading


@record
class _KeyResultText:
    """What the text of a key result says, whatever its author declares besides.

    `measured` tells that it names something to measure, or at least no work.
    """

    verdicts: Verdicts
    reading: KeyResultReading
    measured: bool


def read_key_result(
    key_result: KeyResult, objective_index: int, key_result_index: int, year: int | None = None
) -> KeyResultReading:
    """What a key result says, with its facts and the words behind them.

    `year` is that of the cycle, for dates that name none.
    """
    said = _valued(_key_result_text(key_result.text, year), key_result, year)
    place = {"objective": objective_index, "key_result": key_result_index}
    facts = said.reading.facts.model_copy(update=place | _with_declared(said, key_result))
    return replace(said.reading, facts=facts)


def _valued(said: _KeyResultText, key_result: KeyResult, year: int | None) -> _KeyResultText:
    """A bare metric with its values in fields of their own is of the kind of a line that says them.

    "新签 ACV" in a table with the columns baseline and target is no work to be done.
    """
    values = (key_result.baseline, key_result.target)
    amounts = [declared_value(value)[0] for value in values]
    stated = said.reading.facts.baseline is not BaselineFact.NONE
    if stated or not said.measured or amounts in ([None, None], [0, 1]):  # 0 to 1: done or not
        return said
    shown = " → ".join(str(value) for value in values if value is not None)
    whole = _key_result_text(f"{key_result.text} {shown}", year)
    if whole.reading.facts.kind is not FactKind.OUTCOME:
        return said
    facts = said.reading.facts.model_copy(update={"kind": FactKind.OUTCOME})
    return replace(said, reading=replace(said.reading, facts=facts, kind_words=None))


def _with_declared(said: _KeyResultText, key_result: KeyResult) -> dict[str, Any]:
    """The facts that depend on what the author declared."""
    verdicts = consistent(said.verdicts, key_result)
    values = find_values(said.reading, key_result)
    own = {name: getattr(key_result, name) for name in ("due", "source", "owner")}
    return {
        "measurable": verdicts["measurable"] == "y",
        "baseline": BaselineFact(verdicts["baseline"]),
        "baseline_value": values.baseline,
        "target_value": values.target,
        "unit": values.unit,
        **{name: value for name, value in own.items() if value},
    }


@_kept
def _key_result_text(text: str, year: int | None) -> _KeyResultText:
    seen = observe(text, year)
    verdicts = key_result_verdicts(seen)
    metric = find_metric(seen.line)
    facts = _text_facts(seen, verdicts, metric)
    reading = KeyResultReading(
        **_fields(seen.line),
        facts=facts,
        metric=metric,
        kind_words=kind_words(seen, facts.kind),
        parts=parts(seen) if facts.compound else (),
        standard=seen.standard if seen.meets_standard else None,
        all_or_none=all_or_none(seen) or _whole(seen),
        maintained=_kept_level(seen) or _first(seen, "keep"),
        relative=_relative(seen),
        activity=_activity(seen),
    )
    tags = {token.tags[0] for token in seen.tokens}
    measured = bool(tags & MEASURED) or not tags & {*WORK, "deliv", "event"}
    return _KeyResultText(verdicts, reading, measured)


def _text_facts(seen: Observation, verdicts: Verdicts, metric: Span | None) -> KeyResultFacts:
    line = seen.line
    return KeyResultFacts(
        objective=0,
        key_result=0,
        language=line.language,
        measurable=verdicts["measurable"] == "y",
        kind=FactKind(verdicts["kind"]),
        baseline=BaselineFact(verdicts["baseline"]),
        compound=verdicts["compound"] == "y",
        metric=_words(seen, metric),
        direction=_direction(seen, verdicts["kind"]),
        due=find_due(line),
        source=_words(seen, find_source(line)),
        owner=_words(seen, find_owner(line)),
    )


def _direction(seen: Observation, kind: str) -> Direction | None:
    """Where the metric goes; work without a value goes nowhere."""
    if not (seen.bars or seen.line.placeholders or kind == FactKind.OUTCOME):
        return None
    none = any(token.tag == "none" for token in seen.tokens)  # no parcel arrives damaged
    return direction_of(seen.line) or (Direction.DECREASE if none else None)


def read_objective(objective: Objective, index: int, year: int | None = None) -> ObjectiveReading:
    """What an objective says, with its facts and the words behind them."""
    said = _objective_text(objective.objective, year)
    return replace(said, facts=said.facts.model_copy(update={"objective": index}))


@_kept
def _objective_text(text: str, year: int | None) -> ObjectiveReading:
    seen = observe(text, year)
    verdicts = objective_verdicts(seen)
    facts = ObjectiveFacts(
        objective=0,
        language=seen.line.language,
        has_metric=verdicts["has_metric"] == "y",
        is_task=verdicts["is_task"] == "y",
    )
    return ObjectiveReading(
        **_fields(seen.line),
        facts=facts,
        task_words=task_words(seen) if facts.is_task else None,
        parts=parts(seen) if find_bundle(seen) else (),
        maintained=_first(seen, "keep"),
    )


def _fields(line: LineReading) -> dict[str, Any]:
    return {name: getattr(line, name) for name in LineReading.__dataclass_fields__}


def _words(seen: Observation, span: Span | None) -> str | None:
    return seen.line.text[span.start : span.end] if span else None


def _first(seen: Observation, tag: str) -> Span | None:
    token = next((t for t in seen.tokens if t.tags[0] == tag), None)
    return Span(start=token.start, end=token.end) if token else None


def _kept_level(seen: Observation) -> Span | None:
    """The words in front of a level that shall stay (stays at or below)."""
    found = (kept_before(seen.folded, bar.span.start) for bar in seen.bars)
    return next(filter(None, found), None)


def _whole(seen: Observation) -> Span | None:
    match = expressions("measures", "whole").search(seen.folded)
    return Span(start=match.start(), end=match.end()) if match else None


def _relative(seen: Observation) -> Span | None:
    return next((q.span for q in seen.bars if q.role is Role.CHANGE), None)


def _activity(seen: Observation) -> Span | None:
    """A verb of help or study that opens the line."""
    lead = seen.segments[0] if seen.segments else None
    if lead is None or not lead.opens_with_verb:
        return None
    verb = lead.tokens[lead.first_verb]
    match = listed("verbs", "assist").match(seen.folded, verb.start)
    return Span(start=match.start(), end=match.end()) if match else None
