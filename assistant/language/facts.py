"""The six facts of the labelling guide, each with the words behind it."""

from __future__ import annotations

from typing import Any

from assistant.language.baseline import find_baseline
from assistant.language.classifier import KEY_RESULT, OBJECTIVE, model
from assistant.language.compound import find_bundle, parts
from assistant.language.direction import direction_of
from assistant.language.features import features
from assistant.language.kind import find_kind, kind_words
from assistant.language.lexicon import expressions
from assistant.language.lines import read_line
from assistant.language.marks import kept_before
from assistant.language.measurable import all_or_none, is_measurable
from assistant.language.mentions import find_due, find_owner, find_source
from assistant.language.metric import find_metric
from assistant.language.objective import has_metric, is_task, task_words
from assistant.language.observation import Observation, listed
from assistant.language.reading import KeyResultReading, LineReading, ObjectiveReading, Role
from assistant.language.settled import settle, settle_objective
from assistant.language.values import declared_value, find_values
from assistant.models import (
    BaselineFact,
    FactKind,
    KeyResult,
    KeyResultFacts,
    Objective,
    ObjectiveFacts,
    Span,
)

Verdicts = dict[str, str]
_MARK = ("n", "y")


def observe(text: str, year: int | None = None) -> Observation:
    """A line with all that its facts are decided on; `year` is that of the cycle."""
    return Observation(read_line(text, year))


def key_result_rules(seen: Observation) -> Verdicts:
    """What the rules alone say of a key result's text."""
    measurable = is_measurable(seen)
    return {
        "measurable": _MARK[measurable],
        "kind": find_kind(seen).value,
        "baseline": find_baseline(seen, measurable).value,
        "compound": _MARK[find_bundle(seen) is not None],
    }


def objective_rules(seen: Observation) -> Verdicts:
    """What the rules alone say of an objective's text."""
    return {"has_metric": _MARK[has_metric(seen)], "is_task": _MARK[is_task(seen)]}


def key_result_verdicts(seen: Observation) -> Verdicts:
    """What the classifier makes of a key result's text and the rules' verdicts."""
    rules, weights = key_result_rules(seen), model(KEY_RESULT)
    return settle(seen, weights.verdicts(features(seen, rules)) if weights else rules)


def objective_verdicts(seen: Observation) -> Verdicts:
    """What the classifier makes of an objective's text and the rules' verdicts."""
    rules, weights = objective_rules(seen), model(OBJECTIVE)
    return settle_objective(seen, weights.verdicts(features(seen, rules)) if weights else rules)


def consistent(verdicts: Verdicts, key_result: KeyResult) -> Verdicts:
    """The verdicts with what the author declared, and without contradiction."""
    baseline, target = (
        declared_value(v)[0] is not None for v in (key_result.baseline, key_result.target)
    )
    settled = dict(verdicts)
    if target:
        settled["measurable"] = "y"
    if settled["measurable"] == "n":
        settled["baseline"] = BaselineFact.NONE.value
    elif baseline and target:
        settled["baseline"] = BaselineFact.BOTH.value
    elif settled["baseline"] == BaselineFact.NONE.value:
        settled["baseline"] = BaselineFact.TARGET_ONLY.value
    return settled


def read_key_result(
    key_result: KeyResult, objective_index: int, key_result_index: int, year: int | None = None
) -> KeyResultReading:
    """What a key result says, with its facts and the words behind them.

    `year` is that of the cycle, for dates that name none.
    """
    seen = observe(key_result.text, year)
    verdicts = consistent(key_result_verdicts(seen), key_result)
    kind = FactKind(verdicts["kind"])
    line = seen.line
    values = find_values(line, key_result)
    metric = find_metric(line)
    facts = KeyResultFacts(
        objective=objective_index,
        key_result=key_result_index,
        language=seen.line.language,
        measurable=verdicts["measurable"] == "y",
        kind=kind,
        baseline=BaselineFact(verdicts["baseline"]),
        compound=verdicts["compound"] == "y",
        metric=_words(seen, metric),
        direction=direction_of(line),
        baseline_value=values.baseline,
        target_value=values.target,
        unit=values.unit,
        due=key_result.due or find_due(line),
        source=key_result.source or _words(seen, find_source(line)),
        owner=key_result.owner or _words(seen, find_owner(line)),
    )
    return KeyResultReading(
        **_fields(seen.line),
        facts=facts,
        metric=metric,
        kind_words=kind_words(seen, kind),
        parts=parts(seen) if facts.compound else (),
        standard=seen.standard if seen.meets_standard else None,
        all_or_none=all_or_none(seen) or _whole(seen),
        maintained=_kept(seen) or _first(seen, "keep"),
        relative=_relative(seen),
        activity=_activity(seen),
    )


def read_objective(objective: Objective, index: int, year: int | None = None) -> ObjectiveReading:
    """What an objective says, with its facts and the words behind them."""
    seen = observe(objective.objective, year)
    verdicts = objective_verdicts(seen)
    facts = ObjectiveFacts(
        objective=index,
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


def _kept(seen: Observation) -> Span | None:
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
