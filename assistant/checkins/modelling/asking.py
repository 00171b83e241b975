"""What a model is told of a week: its facts, one a line, the weightiest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.checkins.modelling.shapes import SentenceDraft
from assistant.checkins.verifying.evidence import is_share, is_statement
from assistant.checkins.wording import number
from assistant.llm.masking import Masker
from assistant.llm.port import Message
from assistant.models import PromptStamp
from assistant.models.summary import Fact, Summary
from assistant.prompts import LANGUAGES, Prompt, prompt

MOST_SENTENCES = 3
MOST_WORDS, MOST_CHARACTERS = 40, 80  # of a sentence: three leave room for the blocks below
MOST_FACTS = 160
MOST_TOLD = 7_000  # characters of facts; Chinese has about a token for each
# Whose facts are told first where there is no room for all.
_BLOCKS = (1, 2, 3, 4, 5, 10, 11, 6, 12, 8, 9, 15, 14, 7, 13)


@dataclass(frozen=True, slots=True)
class Request:
    """A prompt with its stamp."""

    messages: list[Message]
    stamp: PromptStamp


def first_request(summary: Summary, masker: Masker) -> Request:
    """The request for an opening.

    Args:
        summary: The week as computed.
        masker: Takes out what may not leave.
    """
    told = list(_told(summary))
    return _request(
        prompt("opening"),
        language=LANGUAGES[summary.message_language],
        facts=masker.mask("\n".join(line for fact, line in told if not is_statement(fact))),
        updates=masker.mask("\n".join(line for fact, line in told if is_statement(fact))),
        most_sentences=MOST_SENTENCES,
    )


def repair_request(
    summary: Summary, refused: Sequence[tuple[SentenceDraft, str]], masker: Masker
) -> Request:
    """The request to write refused sentences once more, each with the reason."""
    lines = (f"{', '.join(one.facts)}: {one.text} — {why}" for one, why in refused)
    return _request(
        prompt("opening_repair"),
        language=LANGUAGES[summary.message_language],
        facts=masker.mask("\n".join(line for _, line in _told(summary))),
        refused=masker.mask("\n".join(lines)),
    )


def _request(asked: Prompt, **inputs: object) -> Request:
    made = asked.render(most_words=MOST_WORDS, most_characters=MOST_CHARACTERS, **inputs)
    messages = [Message("system", made["system"]), Message("user", made["user"])]
    return Request(messages, asked.stamp)


def _told(summary: Summary) -> Iterator[tuple[Fact, str]]:
    """The facts that the statements rest on, as lines, as far as there is room."""
    facts = {fact.fact_id: fact for fact in summary.facts}
    items = {block.block: block.items for block in summary.blocks}
    ids = (one for block in _BLOCKS for item in items.get(block, []) for one in item.facts)
    room = MOST_TOLD
    for fact_id in list(dict.fromkeys(ids))[:MOST_FACTS]:
        line = _line(facts[fact_id])
        room -= len(line)
        if room < 0:
            return
        yield facts[fact_id], line


def _line(fact: Fact) -> str:
    about = "-"
    if fact.key_result is not None:
        about = f"KR{fact.key_result[0] + 1}.{fact.key_result[1] + 1}"
    elif fact.objective is not None:
        about = f"O{fact.objective + 1}"
    return " | ".join((fact.fact_id, about, fact.kind, _value(fact), fact.as_of.isoformat()))


def _value(fact: Fact) -> str:
    """A value as it may be said: a share in percent."""
    value = fact.value
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, bool) or not isinstance(value, int | float):
        return " ".join(str(value).split())
    if fact.unit is None and is_share(fact.kind):
        return f"{number(value * 100)}%"
    return f"{number(value)} {fact.unit or ''}".strip()
