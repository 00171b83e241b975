"""The review: a check, examples that fit, and a better line for each that breaks a rule.

The rubric is the judge. Whoever proposes a line, the rules here or another writer, every draft
passes the same checker and the same grounding before it is shown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, islice
from typing import Protocol

from assistant.coaching.check import Checker
from assistant.coaching.grounding import Material, faults
from assistant.coaching.parents import Parents, Texts
from assistant.coaching.rewriting.answers import fill_in
from assistant.coaching.rewriting.compose import Tongue, tongue_shown, written_in
from assistant.coaching.rewriting.drafts import Draft
from assistant.coaching.rewriting.finish import finish
from assistant.coaching.rewriting.gaps import OF_RULES, pending, without_gaps
from assistant.coaching.rewriting.judging import TOLD, Judge
from assistant.coaching.rewriting.writer import RuleWriter
from assistant.messages import say
from assistant.models import Answer, Finding, Language, OkrSet
from assistant.models.knowledge import PassageKind
from assistant.models.passage import Passage, SearchAnswer
from assistant.models.suggestion import Action, Example, ExampleSource, Suggestion
from assistant.parsing import SetReading

AREA = "review"
FOUND = 8  # passages that are looked at for an objective
LOOKED = 16  # passages that metrics are sought among
EXAMPLES = 3
WIDEST_QUERY = 110  # columns; the time for a query's vector grows with it
_WHOLE_LINES = (Action.REPLACE, Action.SPLIT)
_FEWER = (Action.MERGE, Action.PARK)
_OF_NUMBER = frozenset({"S01", "S02"})  # too many objectives; too many key results

Place = tuple[int | None, int | None]


class Finder(Protocol):
    """A search of the knowledge base; one batch for all queries."""

    def search_many(self, queries: Sequence[str], *, limit: int) -> list[SearchAnswer]:
        """The passages for each query."""


class Writer(Protocol):
    """Whoever proposes lines: it gets the set, what was found wrong, and what fits to read."""

    def propose(
        self, answer: Answer, findings: Sequence[Finding], passages: Sequence[Sequence[Passage]]
    ) -> Sequence[Draft]:
        """Drafts; those that do not pass are not shown. `passages` are by objective."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is wanted of a review; `language` is none where the draft decides."""

    final: bool = False
    language: Language | None = None
    answers: Mapping[str, str] | None = None


class Reviewer:
    """Reviews sets against one rubric; holds no state between them.

    Args:
        checker: The judge of drafts and of what is proposed.
        finder: The search of the knowledge base; without one nothing is cited but metrics.
    """

    def __init__(self, checker: Checker, finder: Finder | None = None) -> None:
        self.checker = checker
        self.finder = finder

    def review_all(self, readings: Sequence[SetReading], asked: Asked) -> Iterator[Answer]:
        """Review the sets of one call; parents are looked up among them."""
        parents = Parents()
        for one in readings:
            parents.add(one.set)
        for one in readings:
            yield self.review(one, asked, parents=parents.of(one.set))

    def review(
        self,
        reading: SetReading,
        asked: Asked,
        *,
        parents: Mapping[int, Texts] | None = None,
        offered: Sequence[Draft] = (),
    ) -> Answer:
        """Review one set.

        Args:
            reading: The set as it was read.
            asked: What is wanted.
            parents: By objective, the texts of its parent.
            offered: Drafts of another writer; one that passes takes the place of the rules' own.
        """
        answer = self.checker.check(
            reading.set,
            unread=reading.unread,
            notes=reading.notes,
            final=asked.final,
            language=asked.language,
            parents=parents,
        )
        found = self._passages(reading.set)
        passages = [*{one.passage_id: one for near in found for one in near[:FOUND]}.values()]
        own = RuleWriter(self.checker).propose(answer, answer.findings, found)
        drafts = _chosen(own, [one for one in offered if self.passes(one, answer, passages)])
        told = _Telling(answer, Judge(self.checker, reading.set), asked.answers or {})
        return told.reviewed(drafts, _examples(passages, answer.message_language))

    def passes(self, draft: Draft, answer: Answer, passages: Sequence[Passage]) -> bool:
        """Whether a draft of any writer may be shown: grounded, and nothing new broken."""
        before = _broken(answer.findings)[draft.objective, draft.key_result]
        left = left_broken(draft, answer.set, Judge(self.checker, answer.set))
        material = Material(
            draft.before or draft.anchor,
            said=list(_texts(answer.set)),
            cited=[passage.text for passage in passages],
            retrieved=frozenset(passage.passage_id for passage in passages),
            language=written_in(draft.before or draft.anchor, answer.message_language),
        )
        grounded = not any(faults(line.text, material, draft.citations) for line in draft.lines)
        return grounded and left < before

    def _passages(self, okr_set: OkrSet) -> list[Sequence[Passage]]:
        """What the knowledge base holds for each objective: one batch of queries for the set."""
        queries = [_query(one) for one in okr_set.objectives]
        asked = [query for query in queries if query]
        if self.finder is None or not asked:
            return [[] for _ in queries]
        answers = self.finder.search_many(asked, limit=LOOKED)
        found = dict(zip(asked, (one.passages for one in answers), strict=False))
        return [found.get(query, []) for query in queries]


class _Telling:
    """Turns drafts into suggestions, with the answers put in."""

    def __init__(self, answer: Answer, judge: Judge, answers: Mapping[str, str]) -> None:
        self._answer = answer
        self._judge = judge
        self._answers = answers
        self._broken = _broken(answer.findings)
        self._notes: list[str] = []
        self._asked: set[str] = set()

    def reviewed(self, drafts: Sequence[Draft], examples: Iterator[Example]) -> Answer:
        """The answer with its suggestions, examples and notes."""
        suggestions = [self.suggestion(draft) for draft in drafts]
        notes = [*self._answer.provenance.notes, *self.notes()]
        told = {
            "suggestions": suggestions,
            "examples": [*examples],
            "provenance": self._answer.provenance.model_copy(update={"notes": notes}),
        }
        return self._answer.model_copy(update=told)

    def suggestion(self, draft: Draft) -> Suggestion:
        tongue = self._tongue(draft)
        filled = fill_in(draft, self._answers, tongue)
        self._notes += filled.notes
        self._asked |= filled.asked
        left = left_broken(filled.draft, self._answer.set, self._judge)
        open_gaps = pending(filled.draft.lines[0].text, tongue)
        told = pending(draft.lines[0].text, tongue)
        if without_gaps(draft.lines[0].text) != draft.before.strip():
            told |= self._told(draft)
        return finish(filled.draft, tongue, told, left - open_gaps)

    def _told(self, draft: Draft) -> frozenset[str]:
        """The rules that a draft is there for: those of its place, or of the set."""
        if draft.action in _WHOLE_LINES or draft.action is Action.MOVE:
            return self._broken[draft.objective, draft.key_result]
        if draft.action in _FEWER:
            place = (None, None) if draft.key_result is None else (draft.objective, None)
            return self._broken[place] & _OF_NUMBER
        of_set = self._broken[None, None] | self._broken[draft.objective, None]
        return frozenset(rule for rule in of_set if rule.startswith("S")) - OF_RULES.keys()

    def _tongue(self, draft: Draft) -> Tongue:
        text = draft.before or draft.anchor
        shown = [line.text for line in draft.lines]
        return tongue_shown(text, shown, self._answer.message_language)

    def notes(self) -> Iterator[str]:
        """What the user should know: bad answers, and answers that belong to nothing."""
        yield from self._notes
        unknown = len(set(self._answers) - self._asked)
        if unknown:
            yield say(AREA, "answer.unknown", self._answer.message_language, count=unknown)
        yield say(AREA, "model_off", self._answer.message_language)


def left_broken(draft: Draft, okr_set: OkrSet, judge: Judge) -> frozenset[str]:
    """The rules that the lines of a draft still break where they would stand."""
    if draft.objective is None or draft.action in (Action.MERGE, Action.PARK):
        return frozenset()
    objective = okr_set.objectives[draft.objective]
    first, *more = draft.lines
    if draft.key_result is None and draft.action is not Action.ADD:
        broken = judge.objective(first.text, objective)
    else:
        more = [first, *more]
        broken = frozenset()
    source = None if draft.key_result is None else objective.key_results[draft.key_result]
    for line in more:
        own = source if line.measure is None else None
        broken |= judge.key_result(line.text, objective, own)
    return broken


def _chosen(own: Sequence[Draft], offered: Sequence[Draft]) -> list[Draft]:
    """One draft for each place and purpose; another writer's goes first."""
    return list({_purpose(one): one for one in (*own, *offered)}.values())


def _purpose(draft: Draft) -> tuple[int | None, int | None, Action | None]:
    """A line is rewritten once, be it split; what is done to the set goes beside it."""
    rewrites = draft.action in (*_WHOLE_LINES, Action.MOVE)
    return (draft.objective, draft.key_result, None if rewrites else draft.action)


def _broken(findings: Sequence[Finding]) -> defaultdict[Place, frozenset[str]]:
    """By place, the rules broken; hints about objectives count, since they can be mended."""
    places: defaultdict[Place, frozenset[str]] = defaultdict(frozenset)
    for finding in findings:
        if finding.severity in TOLD or finding.key_result is None:
            places[finding.objective, finding.key_result] |= {finding.rule}
    return places


def _query(objective: object) -> str:
    texts = [getattr(objective, "objective", "")]
    texts += [one.text for one in getattr(objective, "key_results", [])]
    return _clipped(" ".join(" ".join(texts).split()))


def _clipped(text: str) -> str:
    """As much as fits; a Chinese sign says as much as two letters."""
    widths = accumulate(1 if char.isascii() else 2 for char in text)
    return text[: sum(width <= WIDEST_QUERY for width in islice(widths, WIDEST_QUERY))]


def _texts(okr_set: OkrSet) -> Iterator[str]:
    for objective in okr_set.objectives:
        yield objective.objective
        yield from (one.text for one in objective.key_results)


def _examples(passages: Sequence[Passage], language: Language) -> Iterator[Example]:
    """The example OKRs among what was found, then cases, as many as are read."""
    fitting = [p for p in passages if p.kind is PassageKind.EXAMPLE]
    fitting += [p for p in passages if p.kind in (PassageKind.PRACTICE, PassageKind.CASE)]
    for passage in fitting[:EXAMPLES]:
        yield Example(
            passage_id=passage.passage_id,
            title=passage.title,
            text=passage.text,
            industry=passage.industry,
            source=ExampleSource(title=passage.source.title, url=passage.source.url),
        )
