"""Puts a paragraph of a model's before the parts of a guide that the reader's company bears on.

The guide is composed whole before a model is asked, and stays so: a sentence that does not hold is
dropped, a part whose call fails goes without, and the guide says so.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from assistant.errors import ModelError
from assistant.guides.material import Material
from assistant.guides.statements import AREA
from assistant.guides.tailoring.asking import MOST_SENTENCES, Request, request_for
from assistant.guides.tailoring.judging import fault_of, is_plain
from assistant.guides.tailoring.shapes import TailoredSentence, TailoringDraft
from assistant.llm.masking import Masker
from assistant.llm.port import ChatModel, Completion
from assistant.messages import say
from assistant.models import Provenance
from assistant.models.guide import Guide, GuideParameters, GuideSection, Sentence
from assistant.problems import problem_of

PARTS = ("why", "industry", "plan", "practices", "pitfalls")
MOST_CITED = 3  # a sentence that rests on everything is carried by nothing
_MARK = re.compile(r"[\s\[(（【]*(S\d{1,3})[\s\])）】.]*", re.IGNORECASE)

Progress = Callable[[int, int], None]


def _silent(done: int, of: int) -> None:
    pass


@dataclass(frozen=True, slots=True)
class _Written:
    """What came of asking about one part."""

    part: str
    request: Request
    made: Completion[TailoringDraft] | None = None
    failure: ModelError | None = None
    sentences: tuple[Sentence, ...] = ()
    refused: int = 0


class Tailor:
    """Asks a model for paragraphs that fit a guide to its reader.

    Args:
        model: The writer.
        material: Where the guide came from.
        roster: Names to mask in the reader's own words; None: nothing is masked.
    """

    def __init__(self, model: ChatModel, material: Material, roster: frozenset[str] | None) -> None:
        self._model = model
        self._material = material
        self._roster = roster

    async def tailor(self, guide: Guide, progress: Progress = _silent) -> Guide:
        """The guide with the sentences that hold; all else in it stays as it was.

        Args:
            guide: As it was composed.
            progress: Told how many of how many parts are done.
        """
        parts = [each for each in guide.sections if each.id in PARTS]
        written: list[_Written] = []
        progress(0, len(parts))
        calls = [asyncio.create_task(self._write(each, guide)) for each in parts]
        try:
            for work in asyncio.as_completed(calls):
                written.append(await work)
                progress(len(written), len(parts))
        finally:  # nobody waits any more: no call goes on
            for call in calls:
                call.cancel()
        return _joined(guide, sorted(written, key=lambda each: PARTS.index(each.part)))

    async def _write(self, section: GuideSection, guide: Guide) -> _Written:
        masker = Masker(self._roster or (), patterns=self._roster is not None)
        request = request_for(section, guide, self._material, masker)
        try:
            made = await self._model.complete(request.messages, TailoringDraft)
        except ModelError as error:
            return _Written(section.id, request, failure=error)
        drafts = made.value.sentences[:MOST_SENTENCES]
        restored = [
            TailoredSentence(citations=each.citations, text=masker.restore(each.text))
            for each in drafts
        ]
        held = await asyncio.to_thread(list, _holding(restored, request, guide.parameters))
        kept = tuple(held)
        return _Written(section.id, request, made, None, kept, len(drafts) - len(kept))


def _joined(guide: Guide, written: list[_Written]) -> Guide:
    by_part = {each.part: each.sentences for each in written}
    sections = [
        each.model_copy(update={"sentences": [*by_part.get(each.id, ()), *each.sentences]})
        for each in guide.sections
    ]
    provenance = _provenance(written)
    notes = [*guide.notes, *_notes(written, guide, provenance.model)]
    update = {"sections": sections, "provenance": provenance, "notes": notes}
    return guide.model_copy(update=update)


def _holding(
    drafts: Iterable[TailoredSentence], request: Request, parameters: GuideParameters
) -> Iterator[Sentence]:
    """The sentences that what they cite carries, each once, none that only repeats."""
    seen = {each.text for each in request.passages.values()}
    for draft in drafts:
        text = " ".join(draft.text.split())
        cited = _cited(draft.citations, request)
        if not text or text in seen or not cited:
            continue
        bare = _without_reader(text, parameters)
        if fault_of(bare, [each.text for each in cited], parameters.language) is None:
            seen.add(text)
            marks = dict.fromkeys(mark for each in cited for mark in each.citations)
            yield Sentence(text=text, citations=list(marks), written_by="model")


def _cited(marks: Iterable[str], request: Request) -> list[Sentence]:
    """The passages that a sentence cites; none where a mark is unknown, or there are too many."""
    found = [_MARK.fullmatch(mark) for mark in marks]
    names = list(dict.fromkeys(each[1].upper() for each in found if each))
    known = all(found) and all(name in request.passages for name in names)
    return [request.passages[name] for name in names] if known and len(names) <= MOST_CITED else []


def _without_reader(text: str, parameters: GuideParameters) -> str:
    """The sentence without what the reader called his company, which no passage can know."""
    for own in (parameters.company_type, parameters.asked_industry):
        if own and is_plain(own):
            whole = rf"(?<![a-z]){re.escape(own)}(?![a-z])"  # "art" is no part of "start"
            text = re.sub(whole, " ", text, flags=re.IGNORECASE)
    return text


def _provenance(written: Iterable[_Written]) -> Provenance:
    made = [(each.request, each.made) for each in written if each.made is not None]
    stamps = {request.stamp.sha: request.stamp for request, _ in made}
    return Provenance(
        prompts=list(stamps.values()),
        model=made[0][1].model if made else None,
        attempts=sum(each.attempts for _, each in made),
        tokens_in=sum(each.tokens_in for _, each in made),
        tokens_out=sum(each.tokens_out for _, each in made),
    )


def _notes(written: Iterable[_Written], guide: Guide, model: str | None) -> Iterator[str]:
    """How much the model wrote, and where it failed."""
    written, language = list(written), guide.parameters.language
    count = sum(len(each.sentences) for each in written)
    refused = sum(each.refused for each in written)
    if model is not None:
        mark = say(AREA, "model.mark", language)
        facts = {"count": count, "refused": refused, "mark": mark, "model": model}
        yield say(AREA, "note.model" if count else "note.model_none", language, **facts)
    failed = [each.failure for each in written if each.failure is not None]
    if failed:
        problem = problem_of(failed[0], language)
        told = {"message": problem.message, "fix": problem.fix, "failed": len(failed)}
        yield say(AREA, "note.model_failed", language, **told)
