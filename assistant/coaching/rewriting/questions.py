"""Questions for what only the author knows; their ids hold from call to call.

An id depends on place, the author's text and what is asked alone, so no session is kept.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from assistant.coaching.rewriting.candidates import such_as
from assistant.coaching.rewriting.compose import Tongue, asks_of
from assistant.coaching.rewriting.drafts import Draft
from assistant.coaching.rewriting.naming import called
from assistant.language.figures.placeholders import is_open as is_unsaid
from assistant.language.script import fold
from assistant.models.suggestion import Asks, Question


def suggestion_id(draft: Draft) -> str:
    """The id of a suggestion: that of its place, its text and what it does."""
    return _hash(_place(draft))


def questions_of(draft: Draft, tongue: Tongue) -> Iterator[tuple[int, Question]]:
    """What each line of a draft leaves open, with the number of the line."""
    for number, line in enumerate(draft.lines):
        for asks in asks_of(line.text, tongue):
            yield (
                number,
                Question(
                    id=question_id(draft, number, asks),
                    asks=asks,
                    text=_text(draft, number, asks, tongue),
                ),
            )


def question_id(draft: Draft, number: int, asks: Asks) -> str:
    """The id of a question about one line of a draft."""
    return _hash(_place(draft), str(number), asks.value)


def _place(draft: Draft) -> str:
    text = draft.before or draft.anchor
    return "\x1e".join((str(draft.objective), str(draft.key_result), draft.action.value, text))


def _hash(*parts: str) -> str:
    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass"))
    return f"{digest.hexdigest()[:12]}"


def _text(draft: Draft, number: int, asks: Asks, tongue: Tongue) -> str:
    line = draft.lines[number]
    if asks is Asks.METRIC and tongue.say("placeholder.change") in line.text:
        return tongue.tell("question.change", work=draft.before or line.text)
    if asks is Asks.METRIC and line.measure and line.measure.outcome:
        work = draft.before or line.text
        return tongue.tell("question.effect", work=work) + such_as(work, tongue)
    name = called(draft, number, tongue)
    if asks is Asks.METRIC and is_unsaid(draft.before):
        return tongue.tell("question.unsaid", name=name)
    unit = line.measure.unit if line.measure else None
    # which currency it is, its author knows; a unit in another language tells the reader nothing
    abroad = tongue.abroad and unit != "%"
    unnamed = tongue.say("placeholder.metric") in line.text
    open_unit = unit is None or unit.startswith("currency") or abroad or unnamed
    if unit is None or open_unit or _names(name, unit):
        told = ""
    elif unit.startswith("/"):  # a rating, and its best
        told = tongue.tell("question.unit_scale", best=unit[1:])
    else:  # what is read of a line gives every unit in Simplified
        told = tongue.tell("question.unit_of", unit=tongue.words(unit, unit))
    return tongue.tell(f"question.{asks.value}", name=name, topic=name, unit=told)


def _names(name: str, unit: str) -> bool:
    """Whether a name tells its own unit: NPS is told in NPS."""
    return unit.isascii() and re.search(rf"\b{re.escape(fold(unit))}\b", fold(name)) is not None
