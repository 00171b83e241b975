"""An answer in the order in which a reader meets it: set, objectives, key results, findings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from assistant.messages import say
from assistant.models import Answer, Finding, KeyResultFacts, Language, ObjectiveFacts, Severity
from assistant.records import record

Place = tuple[int | None, int | None]


@record
class Line:
    """One line of the set with its label, its facts and what was found about it."""

    label: str
    text: str
    place: Place
    facts: ObjectiveFacts | KeyResultFacts | None
    findings: tuple[Finding, ...]


def lines(answer: Answer, language: Language) -> Iterator[Line]:
    """Every objective, each followed by its key results."""
    findings = _by_place(answer)
    facts = {(fact.objective, fact.key_result): fact for fact in answer.facts}
    for index, objective in enumerate(answer.set.objectives):
        label = say("report", "objective", language, number=index + 1)
        text = objective.objective or say("report", "no_objective", language)
        place: Place = (index, None)
        yield Line(label, text, place, facts.get((index, None)), findings[place])
        for number, key_result in enumerate(objective.key_results):
            place = (index, number)
            label = say("report", "key_result", language, number=f"{index + 1}.{number + 1}")
            yield Line(label, key_result.text, place, facts.get((index, number)), findings[place])


def set_findings(answer: Answer) -> tuple[Finding, ...]:
    """Findings about the set as a whole."""
    return _by_place(answer)[None, None]


def told_before(answer: Answer, language: Language) -> frozenset[int]:
    """The findings, by `id()`, whose reason and advice stand with an earlier one already.

    Told once, they are read; told at each of nine lines, they hide what differs.
    """
    ordered = [one for line in lines(answer, language) for one in line.findings]
    seen: set[tuple[str, str]] = set()
    again: set[int] = set()
    for finding in (*ordered, *set_findings(answer)):
        advice = (finding.why, finding.fix)
        if advice in seen:
            again.add(id(finding))
        seen.add(advice)
    return frozenset(again)


def counts(answer: Answer) -> dict[str, int]:
    """How many findings of each severity, by name: `errors`."""
    return {
        f"{severity}s": sum(finding.severity is severity for finding in answer.findings)
        for severity in Severity
    }


def _by_place(answer: Answer) -> defaultdict[Place, tuple[Finding, ...]]:
    places: defaultdict[Place, tuple[Finding, ...]] = defaultdict(tuple)
    for finding in answer.findings:
        places[finding.objective, finding.key_result] += (finding,)
    return places
