"""The six facts of the labelling guide: what the rules say, and what the classifier makes of it."""

from __future__ import annotations

from assistant.language.facts.baseline import find_baseline
from assistant.language.facts.classifier import KEY_RESULT, OBJECTIVE, Model, model
from assistant.language.facts.compound import find_bundle
from assistant.language.facts.features import features
from assistant.language.facts.kind import find_kind
from assistant.language.facts.measurable import is_measurable
from assistant.language.facts.objective import has_metric, is_task
from assistant.language.facts.open_values import with_values
from assistant.language.facts.settled import settle, settle_objective
from assistant.language.figures.lines import read_line
from assistant.language.figures.values import declared_value
from assistant.language.words.observation import Observation
from assistant.models import (
    BaselineFact,
    KeyResult,
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
        "kind": find_kind(seen),
        "baseline": find_baseline(seen, measurable),
        "compound": _MARK[find_bundle(seen) is not None],
    }


def objective_rules(seen: Observation) -> Verdicts:
    """What the rules alone say of an objective's text."""
    return {"has_metric": _MARK[has_metric(seen)], "is_task": _MARK[is_task(seen)]}


def key_result_verdicts(seen: Observation) -> Verdicts:
    """What the classifier makes of a key result's text and the rules' verdicts."""
    verdicts = _judged(seen)
    filled = with_values(seen)
    if filled is None:
        return verdicts
    later = _judged(observe(filled))
    return verdicts | {name: later[name] for name in ("kind", "compound")}


def _judged(seen: Observation) -> Verdicts:
    rules, weights = key_result_rules(seen), model(KEY_RESULT)
    return settle(seen, _weighed(weights, seen, rules))


def objective_verdicts(seen: Observation) -> Verdicts:
    """What the classifier makes of an objective's text and the rules' verdicts."""
    rules, weights = objective_rules(seen), model(OBJECTIVE)
    return settle_objective(seen, _weighed(weights, seen, rules))


def _weighed(weights: Model | None, seen: Observation, rules: Verdicts) -> Verdicts:
    if weights is None:
        return rules
    return weights.verdicts(features(seen, rules), rules)


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
    elif baseline and (target or settled["baseline"] != BaselineFact.NONE.value):
        settled["baseline"] = BaselineFact.BOTH.value
    elif settled["baseline"] == BaselineFact.NONE.value:
        settled["baseline"] = BaselineFact.TARGET_ONLY.value
    return settled
