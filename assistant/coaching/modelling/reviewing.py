"""The review with a model: the rules' own stands at once, and better wordings take their places.

One call a set; lines that are refused get one more try; where that fails too, or the model does,
the rules' suggestion stays. So a review is never worse than it is without a model.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from assistant.coaching.check import Checker
from assistant.coaching.modelling.asking import Request, first_request, repair_request
from assistant.coaching.modelling.hearing import LINES, Heard, Hearing
from assistant.coaching.modelling.places import Place
from assistant.coaching.modelling.shapes import LineDraft, ReviewDraft
from assistant.errors import ModelError
from assistant.llm.masking import Masker, declared_names
from assistant.llm.port import ChatModel, Completion
from assistant.messages import say
from assistant.models import Answer, PromptStamp
from assistant.models.suggestion import Opinion, Suggestion
from assistant.problems import problem_of

AREA = "review"
Shown = Callable[[Suggestion], None]


@dataclass
class _Spent:
    """What the calls for one set were, and cost."""

    stamps: list[PromptStamp] = field(default_factory=list)
    model: str | None = None
    attempts: int = 0
    tokens_in: int = 0
    tokens_out: int = 0

    def add(self, request: Request, made: Completion[ReviewDraft]) -> None:
        self.stamps.append(request.stamp)
        self.model = made.model
        self.attempts += made.attempts
        self.tokens_in += made.tokens_in
        self.tokens_out += made.tokens_out


class ModelReviewer:
    """Asks a model about sets that the rules have reviewed.

    Args:
        checker: The judge of what it writes.
        model: The writer.
        roster: Names to mask besides those that a set declares; None: nothing is masked.
    """

    def __init__(self, checker: Checker, model: ChatModel, roster: frozenset[str] | None) -> None:
        self._checker = checker
        self._model = model
        self._roster = roster
        self._questions = judgement_questions(checker)

    async def review(
        self, answer: Answer, answers: Mapping[str, str], shown: Shown | None = None
    ) -> Answer:
        """The review with what the model adds.

        Args:
            answer: The review by the rules.
            answers: What the user answered to questions.
            shown: Called with each suggestion of the model as soon as it has passed.
        """
        masker = _masker(answer, self._roster)
        request = first_request(answer, self._questions, masker)
        if not request.places:
            return answer
        talk = _Talk(self._model, Hearing(self._checker, answer, answers), masker, shown)
        try:
            await talk.ask(request, list(self._questions))
            if talk.refused:
                await talk.repair(repair_request(answer, talk.refused, masker))
        except ModelError as error:
            talk.failure = error
        return _joined(answer, talk)


class _Talk:
    """The calls about one set."""

    def __init__(
        self, model: ChatModel, hearing: Hearing, masker: Masker, shown: Shown | None
    ) -> None:
        self._model = model
        self._hearing = hearing
        self._masker = masker
        self._shown = shown
        self._early: asyncio.Queue[LineDraft | None] = asyncio.Queue()
        self._seen: list[LineDraft] = []
        self.spent = _Spent()
        self.accepted: dict[Place, Suggestion] = {}
        self.refused: dict[Place, tuple[str, str]] = {}
        self.opinions: list[Opinion] = []
        self.failure: ModelError | None = None

    async def ask(self, request: Request, rules: list[str]) -> None:
        """The one call a set; each line is judged as it arrives."""
        judging = asyncio.create_task(self._judge_early(request))
        try:
            made = await self._model.complete(request.messages, ReviewDraft, _Growing(self._early))
        finally:
            self._early.put_nowait(None)
            await judging
        self.spent.add(request, made)
        await self._hear(self._restored(made.value.lines), request)
        opinions = self._hearing.opinions(made.value.opinions, rules)
        self.opinions = [
            each.model_copy(update={"reason": self._masker.restore(each.reason)})
            for each in opinions
        ]

    async def repair(self, request: Request) -> None:
        """One more try for the lines that were refused."""
        self.refused = {}
        made = await self._model.complete(request.messages, ReviewDraft)
        self.spent.add(request, made)
        await self._hear(self._restored(made.value.lines), request)

    async def _judge_early(self, request: Request) -> None:
        while (draft := await self._early.get()) is not None:
            await self._hear(self._restored([draft]), request)

    async def _hear(self, drafts: list[LineDraft], request: Request) -> None:
        fresh = [each for each in drafts if each not in self._seen]
        self._seen += fresh
        places = request.places - self.accepted.keys()
        heard: Heard = await asyncio.to_thread(self._hearing.lines, fresh, places)
        self.accepted |= heard.accepted
        self.refused |= heard.refused
        for place in heard.accepted:
            self.refused.pop(place, None)
        if self._shown is not None:
            for suggestion in heard.accepted.values():
                self._shown(suggestion)

    def _restored(self, drafts: list[LineDraft]) -> list[LineDraft]:
        restore = self._masker.restore
        return [
            LineDraft(line=each.line, reason=restore(each.reason), rewrite=restore(each.rewrite))
            for each in drafts
        ]


class _Growing:
    """Hands on each line of an answer as soon as it is whole."""

    def __init__(self, early: asyncio.Queue[LineDraft | None]) -> None:
        self._early = early
        self._done = 0

    def __call__(self, part: dict[str, Any]) -> None:
        """Take the answer as far as it has arrived; its last line may not be whole."""
        lines = part.get("lines")
        if not isinstance(lines, list):
            return
        for each in lines[self._done : -1]:
            self._done += 1
            try:
                self._early.put_nowait(LineDraft.model_validate(each))
            except ValidationError:
                continue


def request_of(checker: Checker, answer: Answer, roster: frozenset[str] | None) -> Request:
    """What would be sent to a model for a set, exactly."""
    return first_request(answer, judgement_questions(checker), _masker(answer, roster))


def _masker(answer: Answer, roster: frozenset[str] | None) -> Masker:
    if roster is None:
        return Masker([], patterns=False)
    return Masker(roster | declared_names(answer.set))


def judgement_questions(checker: Checker) -> dict[str, str]:
    """The rules that only a reader can judge, with what holds of a good set."""
    library = checker.rubric.library
    return {
        rule.id: rule.title.en for rule in library.rules.values() if rule.check.kind == "judgement"
    }


def _joined(answer: Answer, talk: _Talk) -> Answer:
    """The review by the rules with the model's lines in their places."""
    taken = dict(talk.accepted)
    suggestions = [_better(each, taken) for each in answer.suggestions]
    spent = talk.spent
    provenance = answer.provenance.model_copy(
        update={
            "prompts": spent.stamps,
            "model": spent.model,
            "attempts": spent.attempts,
            "tokens_in": spent.tokens_in,
            "tokens_out": spent.tokens_out,
            "notes": [*_kept(answer), *_told(answer, talk)],
        }
    )
    update = {
        "suggestions": [*suggestions, *taken.values()],
        "opinions": talk.opinions,
        "provenance": provenance,
    }
    return answer.model_copy(update=update)


def _better(own: Suggestion, taken: dict[Place, Suggestion]) -> Suggestion:
    """The model's line for the place of the rules' own, where there is one."""
    if own.objective is None or own.action not in LINES:
        return own
    return taken.pop((own.objective, own.key_result), own)


def _kept(answer: Answer) -> list[str]:
    """The notes of the review by the rules, but for the one that no model was asked."""
    off = say(AREA, "model_off", answer.message_language)
    return [note for note in answer.provenance.notes if note != off]


def _told(answer: Answer, talk: _Talk) -> list[str]:
    language = answer.message_language
    if talk.failure is not None:
        problem = problem_of(talk.failure, language)
        return [say(AREA, "model_failed", language, message=problem.message, fix=problem.fix)]
    return [say(AREA, "model_used", language, count=len(talk.accepted), refused=len(talk.refused))]
