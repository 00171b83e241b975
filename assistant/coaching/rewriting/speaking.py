"""Whether a metric of ours or the objective's own sentence comes first."""

from __future__ import annotations

from assistant.coaching.rewriting.anatomy import Work
from assistant.coaching.rewriting.asking import asking
from assistant.coaching.rewriting.effects import effect_of
from assistant.coaching.rewriting.library import metrics_in
from assistant.coaching.rewriting.surroundings import (
    AGREES,
    COMMON,
    LOOKED,
    OF_BEST,
    OVERRULES,
    SPEAKS,
    Pair,
    Surroundings,
    industries_of,
    is_in_line,
    metric_of,
    trades_of,
)
from assistant.coaching.rewriting.works import Match, of_effect
from assistant.language.script import CJK, fold
from assistant.language.words.vocabulary import vocabulary

_REACHING = frozenset({"get", "win", "reach", "up", "down", "improve", "keep", "pass"})


def with_effect(pairs: list[Pair], work: Work, around: Surroundings) -> list[Pair]:
    """What the objective itself tells comes first where nothing speaks for a metric of ours."""
    effect = effect_of(around.objective)
    if effect is None or bool(CJK.search(effect.state)) is not work.chinese:
        return _best_found_first(pairs, around)
    own, state = of_effect(effect), fold(effect.state)
    pairs = [p for p in pairs if p[0].family.data.rank and not _is_strange(p, around)]
    spoken = [pair for pair in pairs[:LOOKED] if _is_spoken_for(pair, work, state, around)]
    if spoken or (pairs and (_is_result(work) or _is_of_trade(pairs[0][0], work, around))):
        others = [pair for pair in pairs if pair not in spoken]
        led = [*_best_found_first(spoken, around), *others]
        return [*led[:OF_BEST], own, *led[OF_BEST:]]
    return [own, *pairs, asking()]  # to ask is left where the sentence makes no good line


def _best_found_first(pairs: list[Pair], around: Surroundings) -> list[Pair]:
    """What the search is as good as sure of, in front; all else in its order."""

    def found(pair: Pair) -> float:
        score = around.found.get(pair[1].metric or "", 0.0)
        return score if score >= OVERRULES else 0.0

    looked = sorted(pairs[:LOOKED], key=lambda pair: -found(pair))
    return [*looked, *pairs[LOOKED:]]


def _is_spoken_for(pair: Pair, work: Work, state: str, around: Surroundings) -> bool:
    """Whether more than the line's own words speak for an outcome.

    Of whom the objective says something tells only the trade; what it says of them tells the aim.
    """
    match, outcome = pair
    if outcome.metric in {one.id for one in metrics_in(around.objective)}:
        return True
    words = match.family.words if match.family.data.rank > COMMON else None
    if words is not None and words.search(state):
        return match.family.data.aim or words.search(work.folded) is not None
    least = SPEAKS if is_in_line(match, work) else OVERRULES
    return around.found.get(outcome.metric or "", 0.0) >= least


def _is_result(work: Work) -> bool:
    """Whether the line tells what shall be reached, so that nothing comes after it: get reviews."""
    listed = vocabulary()[1 if work.chinese else 0].get(work.verbs[0]) if work.verbs else None
    return listed is not None and listed.tags[0] in _REACHING


def _is_of_trade(match: Match, work: Work, around: Surroundings) -> bool:
    """Whether the thing itself is known by a name of the author's own trade."""
    data, words = match.family.data, match.family.words
    if match.aside or match.other or data.means or data.aim or words is None:
        return False
    return around.industry in industries_of(match) and bool(words.search(fold(work.topic)))


def _is_strange(pair: Pair, around: Surroundings) -> bool:
    """Whether a metric is of a trade that neither the author nor the objective names."""
    metric = metric_of(pair[1])
    if metric is None or "any" in metric.industries:
        return False
    if around.found.get(metric.id, 0.0) >= AGREES:
        return False
    return not {around.industry, *trades_of(around.objective)} & set(metric.industries)
