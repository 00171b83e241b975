"""Whether what speaks for a metric is more than one word that other trades use too.

A word as common as store, event or session leads a line into a trade that is not its own. So a
metric comes first only where the objective or the line names it, where two words or more speak for
it, or one that only this trade uses and that names the thing itself. Else the line keeps its own
subject (see kinds.py), and the metric is one to choose from.
"""

from __future__ import annotations

from functools import cache, partial

from assistant.coaching.grounding import content_words
from assistant.coaching.rewriting.anatomy import Work
from assistant.coaching.rewriting.asking import asking, asking_all
from assistant.coaching.rewriting.confidence import is_proved, is_torn, leads_surely, tells_itself
from assistant.coaching.rewriting.cutting import fits_any
from assistant.coaching.rewriting.expressions import expression
from assistant.coaching.rewriting.kinds import ANY_KIND, CODE, HEAD, LEADS, kind_of, of_kind
from assistant.coaching.rewriting.library import metrics_in
from assistant.coaching.rewriting.own_life import is_personal
from assistant.coaching.rewriting.surroundings import (
    AGREES,
    LOOKED,
    OVERRULES,
    Pair,
    Surroundings,
    metric_of,
)
from assistant.coaching.rewriting.weights import clear, singular, together, weight
from assistant.coaching.rewriting.whom import names_people
from assistant.coaching.rewriting.works import (
    PREPOSITION,
    Match,
    aims_in,
    closes,
    effect_key,
    split,
)
from assistant.language.script import fold
from assistant.models.knowledge import Metric
from assistant.own_data import load

_ENOUGH = 1.5


def known_first(pairs: list[Pair], work: Work, around: Surroundings) -> list[Pair]:
    """What the evidence is strong for in front, else what any work of its kind is for."""
    if pairs and pairs[0][1].key == effect_key():  # which may make no good line
        return [pairs[0], *known_first(pairs[1:], work, around)]
    if not (leads_surely(work) or is_proved(kind_of(work))):
        return _asked_first(pairs, work, around)
    if pairs and is_known(pairs[0], work, around):
        return pairs
    known = next(
        (one for one in _candidates(pairs, work, around) if is_known(one, work, around)), None
    )
    own = [pair for pair in of_kind(work) if pair[0].family.data.id != ANY_KIND]
    first, *more = asking_all(people=names_people(work, around))
    rest = [one for one in pairs[:LOOKED] if one != known and _is_near(one, work, around)]
    if known:
        return [known, *(own or [first])[:1], *rest, *own[1:], asking()]
    if own and own[0][0].score >= LEADS and not _says_what_for(own[0], work):
        return [own[0], *rest[:1], *own[1:2], asking(), *own[2:], *rest[1:]]
    return [first, *own[:1], *rest[:1], *more, *own[1:]]  # to ask is better than to guess


def _asked_first(pairs: list[Pair], work: Work, around: Surroundings) -> list[Pair]:
    """What is asked, and behind it what enough speaks for; a metric that is named stands first."""
    known = [one for one in _candidates(pairs, work, around) if is_known(one, work, around)]
    named = [one for one in known if is_named(one, work, around) and not is_torn(work)]
    named += [one for one in known if tells_itself(one[0], work) and one not in named]
    return [*named, *asking_all(people=False), *(one for one in known if one not in named)]


def _says_what_for(pair: Pair, work: Work) -> bool:
    """Whether a line of means says itself what they are for: meetings to capture terms."""
    said = _sign("for_zh" if work.chinese else "for_en").search(work.folded)
    return said is not None and pair[0].family.data.id in _words("means")


def _is_near(pair: Pair, work: Work, around: Surroundings) -> bool:
    """Whether an outcome is one to choose from: a word of its trade names the thing."""
    match, outcome = pair
    if outcome.person and not is_of_people(match, work):
        return False
    kind = match.family.data.kind or not match.family.data.rank
    if kind or _against(metric_of(outcome), work, around):
        return False
    if work.chinese and _names_in(match, fold(work.topic)):
        return True
    return _is_own(match, work, around) or closes(match, work)


def asks_first(pairs: list[Pair]) -> bool:
    """Whether nothing tells what a work is for, so that one asks."""
    return bool(pairs) and pairs[0] in asking_all(people=True)


def of_any(pairs: list[Pair], work: Work, around: Surroundings) -> list[Pair]:
    """Outcomes that can be said of "this work", what is no guess in front."""
    asked = asking_all(people=names_people(work, around))
    fitting = [*asked, *pairs, *(one for one in of_kind(work) if one not in pairs)]
    fitting = [one for one in fitting if fits_any(one[1])]
    return sorted(fitting, key=lambda one: _guessed(one, work, around))


def _guessed(pair: Pair, work: Work, around: Surroundings) -> int:
    """How much of a guess an outcome is: where nothing is known, one asks before one guesses."""
    if pair in asking_all(people=True):
        return 1
    if pair[0].family.data.id in (ANY_KIND, CODE):
        return 2
    if pair[0].family.data.kind or pair[0].family.data.aim:
        return 2  # of words that name no thing they tell little
    if pair[1].key in around.measured:
        return 3  # it stands under the objective already
    return 0 if is_known(pair, work, around) else 3


def _candidates(pairs: list[Pair], work: Work, around: Surroundings) -> list[Pair]:
    aims = aims_in(around.objective, work.folded)[:1]
    return [*pairs[:LOOKED], *((aim, one) for aim in aims for one in aim.family.data.outcomes)]


def is_known(pair: Pair, work: Work, around: Surroundings) -> bool:
    """Whether enough speaks for an outcome to lead with it."""
    match, outcome = pair
    if is_named(pair, work, around):
        return True
    metric = metric_of(outcome)
    if _is_elsewhere(pair, work):
        return False
    if match.family.data.rank and not match.named and not match.family.data.aim:
        return False
    if match.family.avoid and match.family.avoid.search(fold(around.objective)):
        return False
    against = _against(metric, work, around)
    if match.family.data.aim:
        return not against and _is_aimed(match, work, around)
    if not _is_done(work):
        return False
    told = _told(pair, work, around) - against
    if told >= _ENOUGH and (_is_at_home(metric, around) or _is_own(match, work, around)):
        return True
    return told >= 1 and _is_thing(match, work)


def is_named(pair: Pair, work: Work, around: Surroundings) -> bool:
    """Whether the line or its objective names a metric, or the objective says what is to change."""
    if pair[1].key == effect_key():
        return True
    said = metrics_in(f"{work.text}\n{around.objective}")
    return pair[1].metric in {one.id for one in said}


def _is_done(work: Work) -> bool:
    """Whether something is done to a thing; to look whether it is there changes nothing."""
    if not work.verbs:
        return work.chinese  # whose lists of verbs are shorter than what people write
    return any(verb not in _words("idle") for verb in work.verbs)


def _head_of(work: Work) -> str:
    """The thing without what stands behind its preposition: alerts for stuck payments."""
    topic = fold(work.topic)
    return topic if work.chinese else PREPOSITION.split(topic)[0]


def _is_elsewhere(pair: Pair, work: Work) -> bool:
    """Whether a work has an effect of its own, or an outcome is of others than it is said of."""
    match, outcome = pair
    kind = kind_of(work)
    if kind.score >= HEAD and kind.family.data.id in _words("own_effect"):
        return True
    if match.family.data.id in _words("of_service") and _sign("aid").search(_head_of(work)):
        return True
    return outcome.person and not is_of_people(match, work)


def _is_at_home(metric: Metric | None, around: Surroundings) -> bool:
    """Whether a metric is of the industry that is declared."""
    return metric is not None and around.industry in metric.industries


def _is_own(match: Match, work: Work, around: Surroundings) -> bool:
    """Whether the deed or the thing itself is of a family's trade, or line and objective are."""
    if match.family.words is None or match.family.sure & set(work.verbs):
        return True
    head = _head_of(work)
    said = f"{'' if work.chinese else ' '}".join((*work.verbs, head))
    names = _names_in(match, said)
    beside = clear(_names_in(match, work.folded)), clear(_names_in(match, fold(around.objective)))
    return bool(clear(names)) or len(names) > 1 or (all(beside) and beside[0] != beside[1])


def _names_in(match: Match, text: str) -> set[str]:
    """A family's words that stand in a folded text."""
    words = match.family.words
    return {singular(found[0]) for found in words.finditer(text)} if words else set()


def is_of_people(match: Match, work: Work) -> bool:
    """Whether the people are named that an outcome is counted on: no classifiers are trained so."""
    if not (match.family.sure | match.family.does) & set(work.verbs):
        return False
    return _sign("no_people").search(_head_of(work)) is None


def is_told(match: Match, work: Work, around: Surroundings) -> bool:
    """Whether a text tells that it is of a family's trade."""
    return any(is_known((match, one), work, around) for one in match.family.data.outcomes[:1])


def _is_aimed(match: Match, work: Work, around: Surroundings) -> bool:
    """Whether an objective says what it is after in a word of its own, or in two."""
    objective = fold(around.objective)
    names = _names_in(match, objective)
    near = _beside(match, names, f"{objective} {work.folded}")
    own = sum(map(weight, names))
    return bool(clear(names)) or (own >= 1 and own + near >= _ENOUGH)


def _beside(match: Match, names: set[str], text: str) -> float:
    known = match.family.near
    near = {singular(found[0]) for found in known.finditer(text)} - names if known else set()
    return min(1.0, max(map(weight, near), default=0.0))


def _told(pair: Pair, work: Work, around: Surroundings) -> float:
    """How much the words of line and objective, and the search, speak for an outcome."""
    match, outcome = pair
    words = _words_told(match, work, around)
    names = set(words)
    done = any(verb.endswith(name) for verb in work.verbs for name in clear(names))
    deeds = 2 * bool(match.family.sure & set(work.verbs)) + done
    text = f"{work.folded} {fold(around.objective)}"
    metric = metric_of(outcome)
    of_name = 0.0 if match.family.words else _shared(metric, text) / 2
    told = together(words) + _beside(match, names, text) + deeds + of_name
    told += _is_at_home(metric, around)
    return told + _found(outcome.metric, around) - match.aside - match.other / 2


def _words_told(match: Match, work: Work, around: Surroundings) -> dict[str, float]:
    """A family's words and how much each tells; half as much where it is not of the thing."""
    if match.family.words is None:
        return {}
    text = f"{work.folded} {fold(around.objective)}"
    thing = f"{' '.join(work.verbs)} {fold(work.topic)} {fold(around.objective)}"
    names = _names_in(match, text)
    return {name: weight(name) / (1 if name in thing else 2) for name in names}


def _found(metric: str | None, around: Surroundings) -> float:
    """How much the search speaks for a metric: nearly as much as a word, where it is sure."""
    score = around.found.get(metric or "", 0.0)
    return 1.0 if score >= OVERRULES else 0.5 if score >= AGREES else 0.0


def _shared(metric: Metric | None, text: str) -> int:
    """How many words of a metric's name stand in a text, those of many trades left out."""
    if metric is None:
        return 0
    names = (metric.name.en, metric.name.zh, *metric.aliases.en, *metric.aliases.zh)
    return len((content_words(" ".join(names)) & content_words(text)) - _words("common"))


def _against(metric: Metric | None, work: Work, around: Surroundings) -> float:
    """How much speaks against a metric: a line of software or of one's own life."""
    if metric is None or around.industry in metric.industries:
        return 0.0
    text = f"{work.folded} {fold(around.objective)}"
    software = _sign("software").search(text) and not _words("of_code") & set(metric.industries)
    return 2.0 * bool(software) + 2.0 * is_personal(text)


def _is_thing(match: Match, work: Work) -> bool:
    """Whether the thing that is made or mended has a name that one trade alone has."""
    words = match.family.words
    if words is None or not match.named or match.aside or match.other:
        return False
    if match.family.data.aim or kind_of(work).family.data.id not in _words("making"):
        return False
    head = _head_of(work)
    known = [found for found in words.finditer(head) if weight(singular(found[0])) >= 1]
    if kind_of(work).family.data.id in _words("other_thing"):  # a ferry template is no ferry
        return any(found.end() >= len(head) - 1 for found in known)
    return bool(known)


@cache
def _words(name: str) -> frozenset[str]:
    listed = load("assistant.coaching", "rewriting/evidence.yml")[name]
    return frozenset(word for words in listed.values() for word in split(words))


_sign = partial(expression, "evidence")
