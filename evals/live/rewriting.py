"""Better lines: those of the rules, those of a model as it wrote them, and those of the product."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.coaching.check import Checker, load_checker
from assistant.coaching.modelling.places import place_of, texts_of, without_mark
from assistant.coaching.modelling.reviewing import ModelReviewer, request_of
from assistant.coaching.modelling.shapes import LineDraft, ReviewDraft
from assistant.coaching.review import Asked, Reviewer
from assistant.coaching.rewriting.judging import Judge
from assistant.errors import ModelOutputInvalid, ModelRefused
from assistant.llm.port import ChatModel
from assistant.models import Answer, OkrSet
from assistant.models.suggestion import Action, Suggestion, WrittenBy
from assistant.parsing import SetReading
from assistant.settings import Settings
from evals.forms import SetRow
from evals.live.made import Made, Pair
from evals.outcomes import holds
from evals.rewrite import OWN, judged, set_of
from evals.rows import rows

SIDES = ("rules", "model", "both")
OFFERED = "offered"
PROMPTS = ("review", "repair")


@dataclass(frozen=True)
class Case:
    """One set with lines to be written better."""

    id: str
    language: str
    row: SetRow


def cases(data: Path | None) -> list[Case]:
    """Our own bad drafts, or those of a file."""
    found = enumerate(rows(data or OWN, SetRow), start=1)
    return [Case(row.get("id", f"{number}"), row["lang"], row) for number, row in found]


class Writers:
    """The three sides over one rubric and one model."""

    def __init__(self, model: ChatModel, roster: frozenset[str] | None) -> None:
        self.checker = load_checker(Settings(), None, None)
        self._reviewer = Reviewer(self.checker)
        self._model, self._roster = model, roster

    async def made(self, side: str, case: Case) -> Made:
        """What a side makes of a case."""
        answer = await self.answer(side, set_of(case.row))
        verdicts = list(judged(answer, case.language, Judge(self.checker, answer.set)))
        outcomes = [
            holds("rewrite", check, verdict.language, f"{case.id}: {verdict.before}", good)
            for verdict in verdicts
            for check, good in verdict.held.items()
            if verdict.suggestion or check == OFFERED  # of what is not there nothing else is known
        ]
        offered = [(v.before, v.suggestion.after) for v in verdicts if v.suggestion]
        return Made(outcomes, [Pair(case.language, *pair) for pair in offered])

    async def answer(self, side: str, okr_set: OkrSet) -> Answer:
        """The review of a set by a side."""
        own = self._reviewer.review(SetReading(okr_set), Asked())
        if side == "rules":
            return own
        if side == "model":
            return await as_written(self.checker, self._model, self._roster, own)
        return await ModelReviewer(self.checker, self._model, self._roster).review(own, {})


async def as_written(
    checker: Checker, model: ChatModel, roster: frozenset[str] | None, own: Answer
) -> Answer:
    """The review with the lines of a model as they came: not judged, not mended, not grounded."""
    request = request_of(checker, own, roster)
    drafts: Sequence[LineDraft] = []
    if request.places:
        try:
            drafts = (await model.complete(request.messages, ReviewDraft)).value.lines
        except (ModelOutputInvalid, ModelRefused):
            drafts = []  # an answer, and a bad one
    texts, written = dict(texts_of(own.set)), {}
    for each in drafts:
        place = place_of(each.line)
        if place in request.places and place not in written:
            written[place] = without_mark(each.rewrite)
    made = [
        Suggestion(
            id="", action=Action.REPLACE, objective=place[0], key_result=place[1],
            before=texts[place], after=text, why="", written_by=WrittenBy.MODEL,
        )
        for place, text in written.items()
        if place and text.strip()
    ]  # fmt: skip
    return own.model_copy(update={"suggestions": made})
