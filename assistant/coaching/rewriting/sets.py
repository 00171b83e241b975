"""What a set needs as a whole: fewer objectives, key results where there are none, a guardrail."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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

_ALIKE = 0.34  # share of their words that two objectives to be merged have in common
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
    for number in _least_measured(answer):
        if over <= len(gone):
            return
        if number not in gone:
            yield _parked(objectives, number, limit, language)
            gone.add(number)


def _alike(objectives: Sequence[Objective]) -> list[tuple[int, int]]:
    words = [content_words(one.objective) for one in objectives]
    shares = [
        (len(words[a] & words[b]) / max(1, min(len(words[a]), len(words[b]))), a, b)
        for a, b in combinations(range(len(objectives)), 2)
    ]
    return [(a, b) for share, a, b in sorted(shares, reverse=True) if share >= _ALIKE]


def _least_measured(answer: Answer) -> list[int]:
    """Objectives by how many of their key results can be measured, the fewest first."""
    facts = [fact for fact in answer.facts if isinstance(fact, KeyResultFacts) and fact.measurable]
    counted = [sum(f.objective == n for f in facts) for n in range(len(answer.set.objectives))]
    return sorted(range(len(counted)), key=lambda n: (counted[n], -n))


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


def _parked(objectives: Sequence[Objective], number: int, limit: int, language: Language) -> Draft:
    before = objectives[number].objective
    tongue = tongue_of(before, language)
    return Draft(
        action=Action.PARK,
        objective=number,
        key_result=None,
        before=before,
        lines=(Line(tongue.say("parked", before=before)),),
        why=tongue.tell("why.park", count=len(objectives), limit=limit),
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
    order = sorted(range(len(held)), key=lambda n: (_weight(facts.get(n)), -n))
    for place in order[: len(held) - limit]:
        before = held[place].text
        tongue = tongue_of(before, language)
        yield Draft(
            action=Action.PARK,
            objective=number,
            key_result=place,
            before=before,
            lines=(Line(tongue.say("parked", before=before)),),
            why=tongue.tell("why.too_many", count=len(held), limit=limit),
        )


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
