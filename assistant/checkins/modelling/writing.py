"""The opening of a week by a model: one call, one more try for what was refused.

What the facts do not bear out is left out, and where the model fails nothing is written: the
summary by code stands whole either way.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from assistant.checkins.modelling.asking import (
    MOST_SENTENCES,
    Request,
    first_request,
    repair_request,
)
from assistant.checkins.modelling.hearing import Hearing
from assistant.checkins.modelling.shapes import GroupDraft, OpeningDraft, SentenceDraft
from assistant.checkins.verifying.names import people
from assistant.checkins.wording import AREA
from assistant.errors import ModelError
from assistant.llm.masking import Masker
from assistant.llm.port import ChatModel
from assistant.messages import say
from assistant.models.summary import Summary
from assistant.models.written import Sentence, Written
from assistant.problems import problem_of


class OpeningWriter:
    """Asks a model about weeks that were summed up by code.

    Args:
        model: The writer.
        roster: Names to mask besides those in the facts; None: nothing is masked.
    """

    def __init__(self, model: ChatModel, roster: frozenset[str] | None) -> None:
        self._model = model
        self._roster = roster

    async def write(self, summary: Summary) -> Written:
        """What the model writes of a week, as far as the facts bear it out."""
        talk = _Talk(self._model, summary, _masker(summary, self._roster))
        language = summary.message_language
        try:
            await talk.ask()
        except ModelError as error:
            problem = problem_of(error, language)
            facts = {"message": problem.message, "fix": problem.fix}
            talk.made.note = say(AREA, "written.failed", language, **facts)
        else:
            count, refused = len(talk.made.opening), talk.made.refused
            talk.made.note = say(AREA, "written", language, count=count, refused=refused)
        return talk.made


def request_of(summary: Summary, roster: frozenset[str] | None) -> Request:
    """What would be sent to a model for a week, exactly."""
    return first_request(summary, _masker(summary, roster))


class _Talk:
    """The calls about one week."""

    def __init__(self, model: ChatModel, summary: Summary, masker: Masker) -> None:
        self._model = model
        self._summary = summary
        self._masker = masker
        self._hearing = Hearing(summary)
        self.made = Written()

    async def ask(self) -> None:
        """The call, and one more for the sentences that were refused."""
        draft = await self._call(first_request(self._summary, self._masker))
        hear, group = self._hearing.sentences, self._hearing.groups
        self.made.opening, refused = await asyncio.to_thread(hear, draft.sentences)
        self.made.groups = await asyncio.to_thread(group, draft.groups)
        mended = await self._mended(refused) if refused else []
        known = {one.text for one in self.made.opening}
        more = [one for one in mended if one.text not in known]
        self.made.opening = [*self.made.opening, *more][:MOST_SENTENCES]
        self.made.refused = max(0, len(refused) - len(more))
        self.made.refused += len(draft.groups) - len(self.made.groups)

    async def _mended(self, refused: Sequence[tuple[SentenceDraft, str]]) -> list[Sentence]:
        """What stands of a second try; a model that fails now costs nothing that stood before."""
        try:
            draft = await self._call(repair_request(self._summary, refused, self._masker))
        except ModelError:
            return []
        return (await asyncio.to_thread(self._hearing.sentences, draft.sentences))[0]

    async def _call(self, request: Request) -> OpeningDraft:
        made = await self._model.complete(request.messages, OpeningDraft)
        self.made.prompts.append(request.stamp)
        self.made.model = made.model
        self.made.attempts += made.attempts
        self.made.tokens_in += made.tokens_in
        self.made.tokens_out += made.tokens_out
        return _restored(made.value, self._masker)


def _restored(draft: OpeningDraft, masker: Masker) -> OpeningDraft:
    """A draft with what was masked in its place again."""
    restore = masker.restore
    return OpeningDraft(
        sentences=[
            SentenceDraft(facts=one.facts, text=restore(one.text)) for one in draft.sentences
        ],
        groups=[
            GroupDraft(blockers=one.blockers, title=restore(one.title)) for one in draft.groups
        ],
    )


def _masker(summary: Summary, roster: frozenset[str] | None) -> Masker:
    if roster is None:
        return Masker([], patterns=False)
    # A set of one person has their name where a team's would stand.
    own = {summary.header.team} if summary.header.team else set()
    return Masker(roster | set(summary.people) | people(summary.facts) | own)
