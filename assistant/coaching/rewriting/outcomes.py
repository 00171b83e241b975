"""The measured outcomes that a piece of work serves, the best first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from itertools import product

from assistant.coaching.rewriting.anatomy import Work, is_won, plain, take_apart
from assistant.coaching.rewriting.asking import ANY_WORK, asking, asking_all, asking_how_far
from assistant.coaching.rewriting.compose import (
    Measure,
    Tongue,
    is_open,
    measure_of,
    measured,
)
from assistant.coaching.rewriting.confidence import tells_itself
from assistant.coaching.rewriting.counts import own_count
from assistant.coaching.rewriting.cutting import cut, is_cut, is_rule
from assistant.coaching.rewriting.drafts import Line
from assistant.coaching.rewriting.evidence import (
    asks_first,
    is_known,
    is_named,
    known_first,
    of_any,
)
from assistant.coaching.rewriting.kinds import ANY_KIND, kind_of
from assistant.coaching.rewriting.library import metrics_in
from assistant.coaching.rewriting.near import near
from assistant.coaching.rewriting.purpose import of_purpose
from assistant.coaching.rewriting.quoting import quoted, wholes
from assistant.coaching.rewriting.saying import behaves, holds, of_each, states
from assistant.coaching.rewriting.shortening import thing_of
from assistant.coaching.rewriting.speaking import with_effect
from assistant.coaching.rewriting.surroundings import (
    AGREES,
    COMMON,
    LOOKED,
    OF_BEST,
    OVERRULES,
    TELLS,
    Pair,
    Surroundings,
    found_above,
    industries_of,
    is_in_line,
    metric_of,
)
from assistant.coaching.rewriting.whom import for_whom, names_people
from assistant.coaching.rewriting.works import (
    Match,
    Outcome,
    aims_in,
    beside,
    in_words,
    matches,
    of_metric,
)
from assistant.language.script import fold

_CLEARER = 0.5  # how much more telling an aim must be than a work to lead against it
_CLOSE = 4.0  # a family no more than this behind the best has something to say too
_INDUSTRY, _NAMED, _FOUND = 1.5, 2.5, 0.9
_AIMED, _LATER = 5.0, 2.0  # the first metric of an aim, and how much less each further one
_FAR = 6.0  # how much an industry's own family loses in another industry


def outcomes_of(text: str, around: Surroundings, tongue: Tongue) -> Iterator[Line]:
    """Measured outcomes for a line of work: its own purpose first, then what such work is for."""
    yield from of_purpose(text, tongue)
    work = take_apart(text, chinese=tongue.chinese)
    named = cut(work, tongue)
    pairs = ranked(work, around)
    unnamed = not kind_of(work).score
    yield from of_each(text, tongue)
    named_metric = is_named(pairs[0], work, around)
    yield from near(text, tongue, leads=True, valued=named_metric)
    stated = states(text, tongue)
    if stated and behaves(text, tongue):
        yield from holds(text, tongue)
    if stated and (is_cut(named) or unnamed):
        yield from holds(text, tongue)
    if asks_first(pairs) or tells_itself(pairs[0][0], work):
        yield from own_count(work, tongue)
        yield from near(text, tongue, leads=False)
    if is_won(work) and not is_known(pairs[0], work, around):
        yield from _lines(quoted(work, tongue), *asking_how_far(), tongue)
    yield from _said_of(text, work, named, pairs, around, tongue)


def _said_of(
    text: str, work: Work, named: Work, pairs: list[Pair], around: Surroundings, tongue: Tongue
) -> Iterator[Line]:
    """Outcomes said of the thing; what is asked, and all where none was cut out, of the line."""
    whole = list(wholes(text, work, tongue))
    thing = whole[0] if is_cut(named) else named
    for match, outcome in of_any(pairs, work, around) if is_cut(named) else pairs:
        if thing is not named and match.family.data.id == ANY_KIND:
            continue  # what is quoted is better asked about than guessed about
        told = for_whom(outcome, work, around)
        for one in whole if match.family.data.id == ANY_WORK else [thing]:
            yield from _lines(one, match, told, tongue)


def asked(text: str, around: Surroundings, tongue: Tongue) -> Iterator[Line]:
    """What can be asked of any line, quoted: shorter where its words hold what is wrong."""
    work = take_apart(text, chinese=tongue.chinese)
    whole = replace(work, text=plain(text))
    named = () if is_rule(text, tongue) else wholes(text, work, tongue)
    for thing, (match, outcome) in product(named, asking_all(people=False)):
        yield from _lines(thing, match, for_whom(outcome, work, around), tongue)
    for most in _QUOTED_ZH if tongue.chinese else _QUOTED_EN:
        thing = quoted(whole, tongue, most=most)
        for match, outcome in asking_all(people=names_people(work, around)):
            yield from _lines(thing, match, for_whom(outcome, work, around), tongue)


_QUOTED_EN, _QUOTED_ZH = (30, 10, 6, 4), (40, 14, 8, 4)


def _lines(work: Work, match: Match, outcome: Outcome, tongue: Tongue) -> Iterator[Line]:
    why = match.family.data.why
    for measure in _of_work(work, match, outcome, tongue):
        line = measured(measure, tongue)
        is_asked = is_open(line, tongue)
        told = tongue.tell("why.open") if is_asked else tongue.telling(why.en, why.zh)
        yield Line(line, measure, told, guess=not (is_asked or outcome.said))


def _of_work(work: Work, match: Match, outcome: Outcome, tongue: Tongue) -> Iterator[Measure]:
    """An outcome said of the work; of a mere name, what the objective tells may stand alone."""
    if not outcome.said:
        aside = match.aside or match.other
        outcome = outcome.model_copy(update={"person": True}) if work.whole else outcome
        own = measure_of(outcome, _as_named(work), tongue, done=work.done, aside=aside)
        # of another thing it is another measure
        yield replace(own, outcome=own.name) if match.family.data.kind else own
        return
    if not (work.verbs or work.chinese):
        yield measure_of(outcome, "", tongue)
        outcome = beside(outcome)
    yield measure_of(outcome, thing_of(work.topic), tongue, done=work.doing or work.done)


def _as_named(work: Work) -> str:
    """The thing, with its article where one word alone would read as a name: the garage."""
    if work.chinese or work.whole or not work.topic.isalpha():
        return work.topic
    found = re.search(rf"\b(?:the|our|my|their|its) {fold(work.topic)}\b", work.folded)
    return work.text[slice(*found.span())] if found else work.topic


def ranked(work: Work, around: Surroundings) -> list[Pair]:
    """Outcomes of what fits, in the order in which they are offered; no metric a second time."""
    found = with_effect(_with_found(_by_fit(work, around), work, around), work, around)
    found = known_first(found, work, around)
    spent = {pair[0].family.data.id for pair in found if _is_spent(pair, around)}
    placed = sorted(found, key=lambda p: _is_measured(p, around) + (p[0].family.data.id in spent))
    if placed[0] == found[0] or not _is_guess(placed[0], work, around):
        return placed
    return [asking_all(people=names_people(work, around))[0], *placed]


def _is_guess(pair: Pair, work: Work, around: Surroundings) -> bool:
    """Whether an outcome would lead only because all that is known is measured already."""
    if pair[0].family.data.kind or pair in asking_all(people=True):
        return False
    return not is_known(pair, work, around)


def _is_measured(pair: Pair, around: Surroundings) -> bool:
    """Whether an outcome stands under the objective; to ask again is better than to guess."""
    return pair[1].key in around.measured and pair not in asking_all(people=True)


def _is_spent(pair: Pair, around: Surroundings) -> bool:
    """Whether what the objective is after is measured already: its next metric is a guess."""
    match, outcome = pair
    first = match.family.data.outcomes[0] if match.family.data.outcomes else outcome
    return match.family.data.aim and outcome is first and outcome.key in around.measured


def _with_found(pairs: list[Pair], work: Work, around: Surroundings) -> list[Pair]:
    """What the search has found speaks where the work does not; where neither does, one asks."""
    own = [one.metric for _, one in pairs[:LOOKED]]
    said = metrics_in(around.objective)
    if said and not {one.id for one in said} & set(own):
        return [of_metric(said[0]), *pairs]  # the objective itself names what is to change
    if any(around.found.get(name or "", 0.0) >= AGREES for name in own):
        return pairs
    first = pairs[0][0]
    known = first.named and not first.aside and is_in_line(first, work)
    if known and not first.family.data.means:
        return pairs
    common = not known or (first.family.data.rank <= COMMON and not first.family.data.aim)
    found = next(found_above(TELLS if common else OVERRULES, around), None)
    if found is not None:
        return [of_metric(found), *pairs]
    return [asking(), *pairs] if common else pairs


def _by_fit(work: Work, around: Surroundings) -> list[Pair]:
    fitting = matches(work, fold(around.objective))
    fitting = sorted((_placed(match, around) for match in fitting), key=lambda m: -m.score)
    led = aims_in(around.objective, work.folded)[:1]
    if led and (_is_means(fitting[0]) or _is_far(fitting[0], led[0], around)):
        aimed, own = _best_first(led[0], around), _best_first(fitting[0], around)
        return [*aimed[:OF_BEST], *own, *aimed[OF_BEST:]]
    if not fitting[0].named:  # only the deed is known: the objective may say what it is for
        aims = in_words(around.objective)[:1]
        bare = not work.verbs and not fitting[0].score  # a name alone, e.g. of a book
        known = [*aims, *fitting[:1]] if bare else [*fitting[:1], *aims]
        fitting = [*known, *fitting[1:]]
    near = [m for m in fitting[1:] if fitting[0].score - m.score <= _CLOSE or not fitting[0].named]
    first = _best_first(fitting[0], around)
    later = [pair for match in near[:2] for pair in _best_first(match, around)]
    rest = [pair for match in fitting[-1:] for pair in _best_first(match, around)]
    return [*first[:OF_BEST], *later[:1], *first[OF_BEST:], *later[1:], *rest]


def _is_means(match: Match) -> bool:
    """Whether the work alone does not tell what it is for: a training, an event, a system."""
    return match.family.data.means or match.aside or not match.named


def _is_far(match: Match, aim: Match, around: Surroundings) -> bool:
    """Whether a work known by a common word has nothing to do with what the objective is after."""
    own, aimed = ({o.metric for o in one.family.data.outcomes} for one in (match, aim))
    if own & aimed:
        return False
    found = max((around.found.get(name or "", 0.0) for name in aimed), default=0.0)
    return found >= OVERRULES or aim.family.data.rank - match.family.data.rank >= _CLEARER


def _placed(match: Match, around: Surroundings) -> Match:
    """A family of one industry alone counts less in another."""
    known = industries_of(match)
    if around.industry is None or "any" in known or not known:
        return match
    return replace(match, score=match.score + (2.0 if around.industry in known else -_FAR))


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
    metric = metric_of(outcome)
    if metric is None:
        return 0.0
    fits = around.industry is not None and around.industry in metric.industries
    return _INDUSTRY * fits + named.get(metric.id, 0.0) + _FOUND * around.found.get(metric.id, 0.0)
