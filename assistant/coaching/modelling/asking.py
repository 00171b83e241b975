"""What a model is told of a set: its lines, what is wrong with them, what fits to read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assistant.coaching.modelling.places import Place, mark_of, texts_of
from assistant.llm.masking import Masker
from assistant.llm.port import Message
from assistant.messages import say
from assistant.models import Answer, PromptStamp, Severity
from assistant.prompts import LANGUAGES, prompt

AREA = "review"
TOLD = (Severity.ERROR, Severity.WARNING)
PENDING = "K17"
MOST_WORDS, MOST_CHARACTERS = 30, 50  # of a line, as rule K16 has them for the reader
PASSAGES = 2
LONGEST_PASSAGE = 500  # characters
LONGEST_LINE = 400
MOST_LINES = 60


@dataclass(frozen=True, slots=True)
class Request:
    """A prompt with its stamp, and the places that new wordings are asked for."""

    messages: list[Message]
    stamp: PromptStamp
    places: frozenset[Place]


def first_request(answer: Answer, questions: Mapping[str, str], masker: Masker) -> Request:
    """The request for a whole set.

    Args:
        answer: The review by the rules.
        questions: Judgement rules by id, with the statement that holds of a good set.
        masker: Takes out what may not leave.
    """
    broken = faulty_places(answer)
    lines = dict(texts_of(answer.set))
    shown = list(lines)[:MOST_LINES]
    asked = prompt("review")
    rendered = asked.render(
        language=LANGUAGES[answer.language],
        draft=masker.mask("\n".join(_line(place, lines[place]) for place in shown)),
        findings=masker.mask("\n".join(_faults(answer, broken))),
        passages=masker.mask("\n\n".join(_passages(answer))),
        questions=dict(questions),
        most_words=MOST_WORDS,
        most_characters=MOST_CHARACTERS,
        **_marks(answer),
    )
    return Request(_messages(rendered), asked.stamp, frozenset(broken))


def repair_request(
    answer: Answer, refused: Mapping[Place, tuple[str, str]], masker: Masker
) -> Request:
    """The request to write refused lines once more.

    Args:
        answer: The review by the rules.
        refused: By place, the wording and why it was refused.
        masker: Takes out what may not leave.
    """
    lines = dict(texts_of(answer.set))
    asked = prompt("repair")
    reasons = (f"{mark_of(place)}: {text} — {why}" for place, (text, why) in refused.items())
    rendered = asked.render(
        language=LANGUAGES[answer.language],
        lines=masker.mask("\n".join(_line(place, lines[place]) for place in refused)),
        reasons=masker.mask("\n".join(reasons)),
        **_marks(answer),
    )
    return Request(_messages(rendered), asked.stamp, frozenset(refused))


def faulty_places(answer: Answer) -> list[Place]:
    """The lines with an error or a warning, pending values apart, in the order of the set."""
    places = {
        (each.objective, each.key_result)
        for each in answer.findings
        if each.severity in TOLD and each.rule != PENDING and each.objective is not None
    }
    return [place for place, text in texts_of(answer.set) if place in places and text.strip()]


def _messages(rendered: Mapping[str, str]) -> list[Message]:
    return [Message("system", rendered["system"]), Message("user", rendered["user"])]


def _marks(answer: Answer) -> dict[str, str]:
    language = answer.message_language
    return {
        f"{name}_mark": say(AREA, f"placeholder.{name}", language)
        for name in ("baseline", "target")
    }


def _line(place: Place, text: str) -> str:
    return f"{mark_of(place)}: {' '.join(text.split())[:LONGEST_LINE]}"


def _faults(answer: Answer, places: list[Place]) -> Iterator[str]:
    """One line a place: what is wrong, and which metric the rules would take."""
    for place in places:
        found = [each for each in answer.findings if (each.objective, each.key_result) == place]
        messages = dict.fromkeys(
            each.message for each in found if each.severity in TOLD and each.rule != PENDING
        )
        yield f"{mark_of(place)}: {' '.join(messages)}{_hint(answer, place)}"


def _hint(answer: Answer, place: Place) -> str:
    for each in answer.suggestions:
        if (each.objective, each.key_result) == place and each.after != each.before:
            return f" (e.g. {each.after})"
    return ""


def _passages(answer: Answer) -> Iterator[str]:
    for example in answer.examples[:PASSAGES]:
        yield f"{example.title}: {example.text[:LONGEST_PASSAGE]}"
