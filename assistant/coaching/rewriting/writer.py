"""The writer that needs no model: every place with a fault, and what the whole set needs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.coaching.check import Checker
from assistant.coaching.rewriting import sets
from assistant.coaching.rewriting.compose import Tongue
from assistant.coaching.rewriting.drafts import Draft, Line
from assistant.coaching.rewriting.gaps import asked_of_line, gaps_of
from assistant.coaching.rewriting.judging import TOLD, Judge
from assistant.coaching.rewriting.key_results import rewrite
from assistant.coaching.rewriting.library import metric_in
from assistant.coaching.rewriting.objectives import ObjectivePlace, rewrite_objective
from assistant.coaching.rewriting.own_life import is_own_life
from assistant.coaching.rewriting.place import Place
from assistant.coaching.rewriting.surroundings import Surroundings, without_exceptions
from assistant.knowledge.industries import ANY, industry_of
from assistant.language.figures.placeholders import is_open
from assistant.models import Answer, FactKind, Finding, KeyResultFacts, Objective, Severity
from assistant.models.knowledge import PassageKind
from assistant.models.passage import Passage
from assistant.models.suggestion import Action

_NUMBER_IN_OBJECTIVE = "O01"  # a hint, and yet worth a key result
_OF_ITS_WORDS = "K"
MOST_SUGGESTIONS = 200  # of one set, so that time stays bounded
MOST_ASKED_ALONE = 3  # lines with nothing to mend, asked for day, source or owner in one turn


class RuleWriter:
    """Proposes lines by the rules alone."""

    def __init__(self, checker: Checker) -> None:
        self.checker = checker

    def propose(
        self, answer: Answer, findings: Sequence[Finding], passages: Sequence[Sequence[Passage]]
    ) -> list[Draft]:
        """Drafts in the order of the set, those about the whole set last.

        Args:
            answer: The check of the set.
            findings: What was found wrong with it.
            passages: What the search found, by objective; empty without a search.
        """
        run = _Run(self.checker, answer, findings, passages)
        drafts = []
        for draft in run.drafts():
            drafts.append(draft)
            if len(drafts) == MOST_SUGGESTIONS:
                break
        return drafts


class _Run:
    def __init__(
        self,
        checker: Checker,
        answer: Answer,
        findings: Sequence[Finding],
        passages: Sequence[Sequence[Passage]],
    ) -> None:
        self.answer = answer
        self.limits = checker.rubric.limits(answer.set.level)
        self.judge = Judge(checker, answer.set)
        named = industry_of(answer.set.industry or "")
        self.industry = None if named == ANY else named
        self.personal = is_own_life(answer.set.industry or "")
        self.found = [_metrics_among(found) for found in passages]
        self.asked_alone = 0
        self.by_place: defaultdict[tuple[int | None, int | None], list[Finding]] = defaultdict(list)
        for finding in findings:
            self.by_place[finding.objective, finding.key_result].append(finding)

    def drafts(self) -> Iterator[Draft]:
        for number, objective in enumerate(self.answer.set.objectives):
            yield from self._of_objective(number, objective)
            yield from self._of_key_results(number, objective)
        yield from self._of_set()

    def _around(self, number: int, objective: Objective) -> Surroundings:
        found = self.found[number] if self.found else {}
        said = without_exceptions(objective.objective)
        return Surroundings(said, self.industry, found, personal=self.personal)

    def _of_objective(self, number: int, objective: Objective) -> Iterator[Draft]:
        findings = self.by_place[number, None]
        rules = frozenset(
            f.rule for f in findings if f.severity in TOLD or f.rule == _NUMBER_IN_OBJECTIVE
        )
        place = ObjectivePlace(
            number=number,
            source=objective,
            rules=rules,
            quote=next((f.quote for f in findings if f.quote and f.rule.startswith("O")), "") or "",
            around=self._around(number, objective),
            judge=self.judge,
            language=self.answer.message_language,
        )
        if objective.objective.strip():
            draft = rewrite_objective(place)
            yield from self._with_gaps(draft, objective.objective, number, None, place.tongue)
        if "S02" in rules:
            yield from self._of_number(place)

    def _of_number(self, place: ObjectivePlace) -> Iterator[Draft]:
        """Too few key results, or too many."""
        language = self.answer.message_language
        if place.source.key_results:
            most = self.limits.get("key_results_max", len(place.source.key_results))
            yield from sets.fewer_key_results(self.answer, place.number, most, language)
        elif place.source.objective.strip() and (draft := sets.added_key_results(place)):
            yield draft

    def _of_key_results(self, number: int, objective: Objective) -> Iterator[Draft]:
        taken = {one.text for one in objective.key_results}
        measured = self._measured(number, objective)
        for position, source in enumerate(objective.key_results):
            findings = self.by_place[number, position]
            # What is wrong with the set around it (two owners, its day) no other words mend.
            told = (f.rule for f in findings if f.severity in TOLD)
            rules = frozenset(rule for rule in told if rule.startswith(_OF_ITS_WORDS))
            place = Place(
                number=number,
                position=position,
                source=source,
                objective=objective,
                rules=rules,
                around=replace(self._around(number, objective), measured=frozenset(measured)),
                judge=self.judge,
                language=self.answer.message_language,
                taken=taken - {source.text},
            )
            draft = rewrite(place)
            if draft:
                taken |= {line.text for line in draft.lines}
                measured |= {m for line in draft.lines if (m := line.measured)}
            yield from self._with_gaps(draft, source.text, number, position, place.tongue)

    def _measured(self, number: int, objective: Objective) -> set[str]:
        """The metrics that outcomes under an objective name already."""
        outcomes = {
            fact.key_result
            for fact in self.answer.facts
            if isinstance(fact, KeyResultFacts) and fact.kind is FactKind.OUTCOME
            if fact.objective == number
        }
        named = (
            metric_in(one.text) for n, one in enumerate(objective.key_results) if n in outcomes
        )
        return {metric.id for metric in named if metric}

    def _with_gaps(
        self, draft: Draft | None, text: str, number: int, position: int | None, tongue: Tongue
    ) -> Iterator[Draft]:
        """A draft that also asks for what its line does not say; alone, for a few lines only."""
        # what nobody has written yet has no day, source or owner
        gaps = [] if is_open(text) else gaps_of(self.by_place[number, position])
        if draft is None and gaps and self.asked_alone < MOST_ASKED_ALONE:
            self.asked_alone += 1
            why = tongue.tell("why.gaps")
            draft = Draft(Action.REPLACE, number, position, text, (Line(text.strip()),), why)
        if draft is not None:
            yield asked_of_line(draft, gaps, tongue)

    def _of_set(self) -> Iterator[Draft]:
        language = self.answer.message_language
        for finding in self.by_place[None, None]:
            if finding.rule == "S01" and finding.severity is Severity.ERROR:
                yield from sets.fewer_objectives(
                    self.answer, self.limits["objectives_max"], language
                )
        numbers = {
            f.objective for place in self.by_place.values() for f in place if f.rule == "S10"
        }
        for number in range(len(self.answer.set.objectives)):
            asked = number in numbers or None in numbers
            if asked and (draft := sets.guardrail(self.answer.set, number, language)):
                yield draft
                return  # one is enough to begin with


def _metrics_among(passages: Sequence[Passage]) -> dict[str, float]:
    """The metrics found for an objective, with their scores."""
    return {
        passage.passage_id.partition("#")[2]: passage.score
        for passage in passages
        if passage.kind is PassageKind.METRIC
    }
