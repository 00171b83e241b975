"""What a set needs as a whole: fewer objectives, key results where there are none, a guardrail."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations

from assistant.coaching.grounding import content_words
from assistant.coaching.rewriting.compose import Measure, Tongue, tongue_of
from assistant.coaching.rewriting.drafts import Draft, Line
from assistant.coaching.rewriting.first_lines import key_results_for
from assistant.coaching.rewriting.library import metric_in
from assistant.coaching.rewriting.objectives import ObjectivePlace
from assistant.knowledge.library import shipped_knowledge
from assistant.models import Answer, Direction, KeyResultFacts, Language, Objective, OkrSet
from assistant.models.knowledge import Metric
from assistant.models.suggestion import Action, Alternative
from assistant.own_data import load

_ALIKE = 0.5  # share of their words that two objectives to be merged have in common
_FEWEST_ALIKE = 2  # words; one alone makes no two objectives the same
_SHOWN = 40


def fewer_objectives(answer: Answer, limit: int, language: Language) -> Iterator[Draft]:
    """Which objectives to merge or to park when there are more than `limit`."""
    objectives = answer.set.objectives
    over = len(objectives) - limit
    gone: set[int] = set()
    for first, second in _alike(objectives):
        if over <= len(gone):
            return
        if not {first, second} & gone:
            yield _merged(objectives, first, second, limit, language)
            gone.add(second)
    counted = _measured(answer)
    for number in sorted(range(len(counted)), key=lambda n: (counted[n], -n)):
        if over <= len(gone):
            return
        if number not in gone:
            key = f"why.park{_standing(counted, number)}"
            yield _parked(objectives, number, limit, language, key)
            gone.add(number)


def _alike(objectives: Sequence[Objective]) -> list[tuple[int, int]]:
    words = [content_words(one.objective) - _of_anybody() for one in objectives]
    pairs = [(a, b) for a, b in combinations(range(len(words)), 2) if words[a] & words[b]]
    shares = [(_shared(words[a], words[b]), a, b) for a, b in pairs]
    return [(a, b) for share, a, b in sorted(shares, reverse=True) if share > _ALIKE]


def _shared(one: set[str], other: set[str]) -> float:
    """The share of the words of the longer that stand in both; none where it is a single word."""
    both = len(one & other)
    return both / max(len(one), len(other)) if both >= _FEWEST_ALIKE else 0.0


@cache
def _of_anybody() -> frozenset[str]:
    """Words that any objective of any company may hold: team, customers, 团队."""
    listed: dict[str, str] = load("assistant.coaching", "rewriting/anybody.yml")
    return frozenset(content_words(listed["en"])) | {
        each for word in listed["zh"].split() for each in content_words(word)
    }


def _measured(answer: Answer) -> list[int]:
    """How many key results of each objective can be measured."""
    facts = [fact for fact in answer.facts if isinstance(fact, KeyResultFacts) and fact.measurable]
    return [sum(f.objective == n for f in facts) for n in range(len(answer.set.objectives))]


def _merged(
    objectives: Sequence[Objective], first: int, second: int, limit: int, language: Language
) -> Draft:
    tongue = tongue_of(objectives[second].objective, language)
    kept, other = objectives[first].objective, objectives[second].objective
    return Draft(
        action=Action.MERGE,
        objective=second,
        key_result=None,
        before=other,
        lines=(Line(kept),),
        why=tongue.tell(
            "why.merge",
            count=len(objectives),
            limit=limit,
            first=kept[:_SHOWN],
            second=other[:_SHOWN],
        ),
    )


def _parked(
    objectives: Sequence[Objective], number: int, limit: int, language: Language, key: str
) -> Draft:
    before = objectives[number].objective
    tongue = tongue_of(before, language)
    return Draft(
        action=Action.PARK,
        objective=number,
        key_result=None,
        before=before,
        lines=(Line(tongue.say("parked", before=before)),),
        why=tongue.tell(key, count=len(objectives), limit=limit),
    )


def fewer_key_results(
    answer: Answer, number: int, limit: int, language: Language
) -> Iterator[Draft]:
    """Which key results of an objective to park, those that measure least first."""
    held = answer.set.objectives[number].key_results
    facts = {
        fact.key_result: fact
        for fact in answer.facts
        if isinstance(fact, KeyResultFacts) and fact.objective == number
    }
    weights = [_weight(facts.get(n)) for n in range(len(held))]
    order = sorted(range(len(held)), key=lambda n: (weights[n], -n))
    for place in order[: len(held) - limit]:
        before = held[place].text
        tongue = tongue_of(before, language)
        yield Draft(
            action=Action.PARK,
            objective=number,
            key_result=place,
            before=before,
            lines=(Line(tongue.say("parked", before=before)),),
            why=tongue.tell(
                f"why.too_many{_standing(weights, place)}", count=len(held), limit=limit
            ),
        )


def _standing(weights: Sequence[int], place: int) -> str:
    """How the one to park stands to the others: it measures less than some, or all alike."""
    return "" if weights[place] < max(weights) else ".alike"


def _weight(facts: KeyResultFacts | None) -> int:
    if facts is None:
        return 0
    return 2 * facts.measurable + (facts.kind.value == "outcome")


def added_key_results(place: ObjectivePlace) -> Draft | None:
    """Measured lines for an objective that has none: the best one, the others to choose from."""
    lines = key_results_for(place)
    if not lines:
        return None
    tongue = place.tongue
    return Draft(
        action=Action.ADD,
        objective=place.number,
        key_result=None,
        before="",
        anchor=place.source.objective,
        lines=(lines[0],),
        why=tongue.tell("why.add_key_result"),
        alternatives=tuple(
            Alternative(
                after=line.text,
                metric=line.measure.metric if line.measure else None,
                why=_definition(line, tongue) or line.why,
            )
            for line in lines
        ),
        citations=tuple(
            f"metrics#{line.measure.metric}"
            for line in lines
            if line.measure and line.measure.metric
        ),
    )


def _definition(line: Line, tongue: Tongue) -> str:
    metric = shipped_knowledge().metrics.get(line.measure.metric or "") if line.measure else None
    return tongue.telling(metric.definition.en, metric.definition.zh) if metric else ""


def guardrail(okr_set: OkrSet, number: int, language: Language) -> Draft | None:
    """A measure of the harm that chasing the set's metrics could do; None where none is known."""
    for chased in _chased(okr_set, number):
        guard = shipped_knowledge().metrics.get(chased.guardrail or "")
        if guard is None:
            continue
        tongue = tongue_of(okr_set.objectives[number].objective or chased.name.zh, language)
        name = tongue.words(guard.name.en, guard.name.zh)
        key = "at_least" if guard.direction is Direction.INCREASE else "at_most"
        text = tongue.say(f"kept.{key}", name=name, target=tongue.say("placeholder.target"))
        unit = tongue.words(guard.unit.en, guard.unit.zh)
        return Draft(
            action=Action.ADD,
            objective=number,
            key_result=None,
            before="",
            anchor=okr_set.objectives[number].objective + guard.id,
            lines=(Line(text, Measure(name, guard.direction, unit, guard.id)),),
            why=tongue.tell(
                "why.guardrail",
                name=tongue.telling(chased.name.en, chased.name.zh),
                gaming=tongue.telling(chased.gaming.en, chased.gaming.zh),
            ),
            citations=(f"metrics#{guard.id}", f"metrics#{chased.id}"),
        )
    return None


def _chased(okr_set: OkrSet, number: int) -> Iterator[Metric]:
    for key_result in okr_set.objectives[number].key_results:
        metric = metric_in(key_result.text)
        if metric is not None:
            yield metric
