"""The measured outcomes that a piece of work serves, the best first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache

from assistant.coaching.rewriting.anatomy import Work, take_apart
from assistant.coaching.rewriting.compose import (
    Measure,
    Tongue,
    is_open,
    measure_of,
    measured,
)
from assistant.coaching.rewriting.drafts import Line
from assistant.coaching.rewriting.effects import effect_of
from assistant.coaching.rewriting.library import metric_in, metrics_in
from assistant.coaching.rewriting.purpose import purpose
from assistant.coaching.rewriting.shortening import thing_of
from assistant.coaching.rewriting.works import (
    Match,
    Outcome,
    aims_in,
    asking,
    in_words,
    matches,
    of_effect,
    of_metric,
)
from assistant.knowledge.library import shipped_knowledge
from assistant.language.facts.verdicts import observe
from assistant.language.figures.direction import direction_of, wanted_direction
from assistant.language.script import CJK, fold
from assistant.language.words.vocabulary import vocabulary
from assistant.models.knowledge import Metric
from assistant.own_data import load

Pair = tuple[Match, Outcome]

# Scores of the search: near enough to agree with a family, to speak alone, to speak against one.
_AGREES, _TELLS, _OVERRULES = 0.5, 0.77, 0.9
_CLEARER = 0.5  # how much more telling an aim must be than a work to lead against it
_COMMON = 1.9  # the rank of works known by a word as common as project, system or process
_LOOKED = 3  # of the outcomes of the works, those that would be offered
_REACHING = frozenset({"get", "win", "reach", "up", "down", "improve", "keep", "pass"})
_CLOSE = 4.0  # a family no more than this behind the best has something to say too
_OF_BEST = 2  # outcomes of the best family before those of the next
_INDUSTRY, _NAMED, _FOUND = 1.5, 2.5, 0.9
_AIMED, _LATER = 5.0, 2.0  # the first metric of an aim, and how much less each further one
_FAR = 6.0  # how much an industry's own family loses in another industry


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What else is known of a line: its objective, its industry, metrics found and measured."""

    objective: str = ""
    industry: str | None = None
    found: Mapping[str, float] = field(default_factory=dict)  # by the search, with their scores
    measured: frozenset[str] = (
        frozenset()
    )  # metrics and outcomes that stand under the objective already


def outcomes_of(text: str, around: Surroundings, tongue: Tongue) -> Iterator[Line]:
    """Measured outcomes for a line of work: its own purpose first, then what such work is for."""
    own = _own_purpose(text, tongue)
    if own:
        yield own
    work = take_apart(text, chinese=tongue.chinese)
    for match, outcome in ranked(work, around):
        measure = _of_work(work, match, outcome, tongue)
        text = measured(measure, tongue)
        why = match.family.data.why
        told = tongue.tell("why.open") if is_open(text, tongue) else tongue.telling(why.en, why.zh)
        yield Line(text, measure, told)


def _of_work(work: Work, match: Match, outcome: Outcome, tongue: Tongue) -> Measure:
    if outcome.said:
        thing = thing_of(work.topic) if work.verbs or work.chinese else ""
        return measure_of(outcome, thing, tongue, done=work.doing or work.done)
    aside = match.aside or match.other
    return measure_of(outcome, work.topic, tongue, done=work.done, aside=aside)


@cache
def _of_doing() -> frozenset[str]:
    """Metrics that only count how much was done: they tell nothing of what it was for."""
    return frozenset(load("assistant.coaching", "rewriting/of_doing.yml"))


def _own_purpose(text: str, tongue: Tongue) -> Line | None:
    seen = observe(text)
    name = purpose(seen)
    if name is None or any(not char.isascii() for char in name) is not tongue.chinese:
        return None
    known = metric_in(name)
    move = direction_of(seen.line) or (known.direction if known else wanted_direction(fold(name)))
    unit = tongue.words(known.unit.en, known.unit.zh) if known else None
    shown = name if tongue.chinese else name[:1].upper() + name[1:]
    measure = Measure(shown, move, unit, known.id if known else None)
    return Line(measured(measure, tongue), measure, tongue.tell("why.purpose", name=name))


def ranked(work: Work, around: Surroundings) -> list[Pair]:
    """Outcomes of what fits, in the order in which they are offered; no metric a second time."""
    found = _with_effect(_with_found(_by_fit(work, around), around), work, around)
    return sorted(found, key=lambda pair: pair[1].key in around.measured)


def _with_found(pairs: list[Pair], around: Surroundings) -> list[Pair]:
    """What the search has found speaks where the work does not; where neither does, one asks."""
    own = [one.metric for _, one in pairs[:_LOOKED]]
    said = metrics_in(around.objective)
    if said and not {one.id for one in said} & set(own):
        return [of_metric(said[0]), *pairs]  # the objective itself names what is to change
    if any(around.found.get(name or "", 0.0) >= _AGREES for name in own):
        return pairs
    first = pairs[0][0]
    known = first.named and not first.aside
    if known and not first.family.data.means:
        return pairs
    common = not known or (first.family.data.rank <= _COMMON and not first.family.data.aim)
    found = next(_found_above(_TELLS if common else _OVERRULES, around), None)
    if found is not None:
        return [of_metric(found), *pairs]
    return [asking(), *pairs] if common else pairs


def _with_effect(pairs: list[Pair], work: Work, around: Surroundings) -> list[Pair]:
    """What the objective itself tells comes first where nothing speaks for a metric of ours."""
    effect = effect_of(around.objective)
    if effect is None or bool(CJK.search(effect.state)) is not work.chinese:
        return _best_found_first(pairs, around)
    own, state = of_effect(effect), fold(effect.state)
    pairs = [p for p in pairs if p[0].family.data.rank and not _is_strange(p, around)]
    spoken = [pair for pair in pairs[:_LOOKED] if _is_spoken_for(pair, work, state, around)]
    if spoken or (pairs and (_is_result(work) or _is_of_trade(pairs[0][0], work, around))):
        others = [pair for pair in pairs if pair not in spoken]
        led = [*_best_found_first(spoken, around), *others]
        return [*led[:_OF_BEST], own, *led[_OF_BEST:]]
    return [own, *pairs]


def _best_found_first(pairs: list[Pair], around: Surroundings) -> list[Pair]:
    """What the search is as good as sure of, in front; all else in its order."""

    def found(pair: Pair) -> float:
        score = around.found.get(pair[1].metric or "", 0.0)
        return score if score >= _OVERRULES else 0.0

    looked = sorted(pairs[:_LOOKED], key=lambda pair: -found(pair))
    return [*looked, *pairs[_LOOKED:]]


def _is_spoken_for(pair: Pair, work: Work, state: str, around: Surroundings) -> bool:
    """Whether more than the line's own words speak for an outcome.

    Of whom the objective says something tells only the trade; what it says of them tells the aim.
    """
    match, outcome = pair
    if outcome.metric in {one.id for one in metrics_in(around.objective)}:
        return True
    words = match.family.words if match.family.data.rank > _COMMON else None
    if words is not None and words.search(state):
        return match.family.data.aim or words.search(work.folded) is not None
    return around.found.get(outcome.metric or "", 0.0) >= _AGREES


def _is_result(work: Work) -> bool:
    """Whether the line tells what shall be reached, so that nothing comes after it: get reviews."""
    listed = vocabulary()[1 if work.chinese else 0].get(work.verbs[0]) if work.verbs else None
    return listed is not None and listed.tags[0] in _REACHING


def _is_of_trade(match: Match, work: Work, around: Surroundings) -> bool:
    """Whether the thing itself is known by a name of the author's own trade."""
    data, words = match.family.data, match.family.words
    if match.aside or match.other or data.means or data.aim or words is None:
        return False
    return around.industry in _industries(match) and bool(words.search(fold(work.topic)))


def _is_strange(pair: Pair, around: Surroundings) -> bool:
    """Whether a metric is of a trade that neither the author nor the objective names."""
    metric = _metric(pair[1])
    if metric is None or "any" in metric.industries:
        return False
    if around.found.get(metric.id, 0.0) >= _AGREES:
        return False
    return not {around.industry, *_trades(around.objective)} & set(metric.industries)


@lru_cache(maxsize=64)
def _trades(objective: str) -> frozenset[str]:
    """The industries that an objective's words belong to."""
    named = [_industries(match) for match in (*in_words(objective), *aims_in(objective))]
    return frozenset().union(*(known for known in named if "any" not in known))


def _found_above(least: float, around: Surroundings) -> Iterator[Metric]:
    """Metrics that the search finds near enough, best first; a trade's own only within it."""
    for name, score in sorted(around.found.items(), key=lambda item: -item[1]):
        metric = shipped_knowledge().metrics.get(name)
        if metric is None or score < least or name in _of_doing():
            continue
        trades = {"any", around.industry}
        if score >= _OVERRULES:
            trades |= _trades(around.objective)
        if trades & set(metric.industries):
            yield metric


def _by_fit(work: Work, around: Surroundings) -> list[Pair]:
    fitting = matches(work, fold(around.objective))
    fitting = sorted((_placed(match, around) for match in fitting), key=lambda m: -m.score)
    led = aims_in(around.objective, work.folded)[:1]
    if led and (_is_means(fitting[0]) or _is_far(fitting[0], led[0], around)):
        aimed, own = _best_first(led[0], around), _best_first(fitting[0], around)
        return [*aimed[:_OF_BEST], *own, *aimed[_OF_BEST:]]
    if not fitting[0].named:  # only the deed is known: the objective may say what it is for
        aims = in_words(around.objective)[:1]
        bare = not work.verbs and not fitting[0].score  # a name alone, e.g. of a book
        known = [*aims, *fitting[:1]] if bare else [*fitting[:1], *aims]
        fitting = [*known, *fitting[1:]]
    near = [m for m in fitting[1:] if fitting[0].score - m.score <= _CLOSE or not fitting[0].named]
    first = _best_first(fitting[0], around)
    later = [pair for match in near[:2] for pair in _best_first(match, around)]
    rest = [pair for match in fitting[-1:] for pair in _best_first(match, around)]
    return [*first[:_OF_BEST], *later[:1], *first[_OF_BEST:], *later[1:], *rest]


def _is_means(match: Match) -> bool:
    """Whether the work alone does not tell what it is for: a training, an event, a system."""
    return match.family.data.means or match.aside or not match.named


def _is_far(match: Match, aim: Match, around: Surroundings) -> bool:
    """Whether a work known by a common word has nothing to do with what the objective is after."""
    own, aimed = ({o.metric for o in one.family.data.outcomes} for one in (match, aim))
    if own & aimed:
        return False
    found = max((around.found.get(name or "", 0.0) for name in aimed), default=0.0)
    return found >= _OVERRULES or aim.family.data.rank - match.family.data.rank >= _CLEARER


def _placed(match: Match, around: Surroundings) -> Match:
    """A family of one industry alone counts less in another."""
    known = _industries(match)
    if around.industry is None or "any" in known or not known:
        return match
    return replace(match, score=match.score + (2.0 if around.industry in known else -_FAR))


def _industries(match: Match) -> set[str]:
    metrics = (_metric(outcome) for outcome in match.family.data.outcomes)
    return {industry for metric in metrics if metric for industry in metric.industries}


def _best_first(match: Match, around: Surroundings) -> list[Pair]:
    outcomes = match.family.data.outcomes
    named = {metric.id: _NAMED for metric in metrics_in(around.objective)}
    if not match.family.data.aim:  # an aim's own outcomes stand in their order
        named = {**_aimed_at(around.objective), **named}
    worth = {
        id(outcome): _worth(outcome, around, named) - place
        for place, outcome in enumerate(outcomes)
    }
    return [(match, one) for one in sorted(outcomes, key=lambda each: -worth[id(each)])]


@lru_cache(maxsize=64)  # asked for each family that fits a line under it
def _aimed_at(objective: str) -> Mapping[str, float]:
    """Metrics of what the objective is after, and how much that speaks for each."""
    aims = aims_in(objective)[:1]
    outcomes = [one for match in aims for one in match.family.data.outcomes]
    return {one.metric: _AIMED - _LATER * n for n, one in enumerate(outcomes) if one.metric}


def _worth(outcome: Outcome, around: Surroundings, named: Mapping[str, float]) -> float:
    metric = _metric(outcome)
    if metric is None:
        return 0.0
    fits = around.industry is not None and around.industry in metric.industries
    return _INDUSTRY * fits + named.get(metric.id, 0.0) + _FOUND * around.found.get(metric.id, 0.0)


def _metric(outcome: Outcome) -> Metric | None:
    return shipped_knowledge().metrics.get(outcome.metric) if outcome.metric else None
