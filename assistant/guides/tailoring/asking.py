"""What a model is told of one part of a guide: who reads it, and the sentences of the part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.guides.material import Material
from assistant.guides.statements import AREA, words
from assistant.llm.masking import Masker
from assistant.llm.port import Message
from assistant.messages import say
from assistant.models import PromptStamp
from assistant.models.guide import Guide, GuideParameters, GuideSection, Sentence, Style
from assistant.prompts import LANGUAGES, prompt

MOST_SENTENCES = 3
LONGEST = 5_000  # characters of all passages of a part


@dataclass(frozen=True, slots=True)
class Request:
    """A prompt with its stamp, and the sentences of the part by their marks."""

    messages: list[Message]
    stamp: PromptStamp
    passages: dict[str, Sentence]


def request_for(section: GuideSection, guide: Guide, material: Material, masker: Masker) -> Request:
    """The request for the paragraph of one part.

    Args:
        section: The part as it was composed.
        guide: The guide that it is of.
        material: Names industries and focuses in the guide's language.
        masker: Takes out of the reader's own words what may not leave.
    """
    passages = _passages(section)
    marks = {id(each): mark for mark, each in passages.items()}
    asked = prompt("tailoring")
    rendered = asked.render(
        language=LANGUAGES[guide.parameters.language],
        part=section.title,
        parameters=masker.mask("\n".join(_told(guide.parameters, material))),
        passages="\n".join(_lines(section, marks)),
        most_sentences=MOST_SENTENCES,
    )
    messages = [Message("system", rendered["system"]), Message("user", rendered["user"])]
    return Request(messages, asked.stamp, passages)


def _passages(section: GuideSection) -> dict[str, Sentence]:
    """The sentences that fit into a prompt, S1 the first."""
    found: dict[str, Sentence] = {}
    room = LONGEST
    for each in section.sentences:
        room -= len(each.text)
        if room < 0:
            break
        if each.style in (Style.TEXT, Style.ITEM):
            found[f"S{len(found) + 1}"] = each
    return found


def _lines(section: GuideSection, marks: dict[int, str]) -> Iterator[str]:
    """The sentences with their marks, under the small headings that they stand under."""
    waiting: list[str] = []
    for each in section.sentences:
        mark = marks.get(id(each))
        if mark is None:
            waiting.append(each.text)
            continue
        yield from waiting
        waiting = []
        yield f"{mark}: {each.text}"


def _told(parameters: GuideParameters, material: Material) -> Iterator[str]:
    """Who the guide is for, a line each."""
    language = parameters.language
    yield f"industry: {parameters.asked_industry}"
    if parameters.company_type:
        yield f"company: {parameters.company_type}"
    yield f"size: {say(AREA, f'size.{parameters.size}', language)}"
    yield f"experience with OKRs: {say(AREA, f'maturity.{parameters.maturity}', language)}"
    focuses = [words(material.guide.focuses[each].name, language) for each in parameters.focus]
    if focuses:
        yield f"puts first: {', '.join(focuses)}"
