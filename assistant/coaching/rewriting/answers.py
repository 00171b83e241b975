"""What the author answers goes into the lines: a number where a number was asked for.

An answer is untrusted text. Of a value only the one number with its unit is taken; of a name, one
short line without signs that steer a terminal.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from assistant.coaching.rewriting.compose import Tongue, mark_of
from assistant.coaching.rewriting.drafts import Draft, Line, wording
from assistant.coaching.rewriting.questions import questions_of
from assistant.coaching.rewriting.units import with_unit
from assistant.language.figures.lines import read_line
from assistant.language.reading import Quantity, QuantityKind
from assistant.models.suggestion import Asks, Question
from assistant.parsing.values import read_date

LONGEST_ANSWER = 200  # characters that are looked at
LONGEST_NAME = 80
# What would end the brackets that a name stands in, or begin another field of them.
_APART = re.compile(r"\s*[,;|，；、()\[\]{}（）【】:：]+\s*|\s/\s")
_UNSAID = ("count", "number")  # a name that counts says what is counted: from 3 to 12
_VALUES = (Asks.BASELINE, Asks.TARGET)


@dataclass(frozen=True, slots=True)
class Filled:
    """A draft with its answers put in, what was wrong with the others, and which were known."""

    draft: Draft
    notes: tuple[str, ...]
    asked: frozenset[str]


def fill_in(draft: Draft, answers: Mapping[str, str], tongue: Tongue) -> Filled:
    """Put the answers into the lines of a draft; a bad one is told and asked for again."""
    lines, notes, asked = list(draft.lines), [], set()
    for number, question in list(questions_of(draft, tongue)):
        asked.add(question.id)
        if question.id not in answers:
            continue
        line = _measured(draft.lines[number], lines[number], tongue)
        value, fault = _taken(answers[question.id], question, line, tongue)
        if fault:
            notes.append(fault)
        else:
            text = _put(lines[number].text, question.asks, value, tongue)
            lines[number] = replace(lines[number], text=text)
    return Filled(replace(draft, lines=tuple(lines)), tuple(notes), frozenset(asked))


def _measured(asked: Line, now: Line, tongue: Tongue) -> Line:
    """A line with the unit of its metric; of one that was only now named, if it says its own."""
    mark = tongue.say("placeholder.metric")
    if mark not in asked.text or asked.measure is None:
        return asked
    name = tongue.words(" from ", "从").join(now.text.split(tongue.words(" from ", "从"))[:-1])
    unit = "%" if wording()["named_share"].search(name) else None
    return replace(asked, measure=replace(asked.measure, unit=unit))


def _put(text: str, asks: Asks, value: str, tongue: Tongue) -> str:
    mark = mark_of(asks, text, tongue)
    before, _, behind = text.partition(mark)
    if asks is Asks.METRIC and wording()["effect_of"].match(before):
        return value[:1].upper() + value[1:] + behind.removeprefix(")")
    return with_unit(text, mark, value) if asks is Asks.UNIT else text.replace(mark, value, 1)


def _taken(answer: str, question: Question, line: Line, tongue: Tongue) -> tuple[str, str]:
    """What goes into the line, or what is wrong with the answer."""
    plain = " ".join(
        "".join(c if c.isprintable() else " " for c in answer[:LONGEST_ANSWER]).split()
    )
    if question.asks in _VALUES:
        return _number(plain, question, line, tongue)
    if question.asks is Asks.DUE:
        day = read_date(plain)
        told = tongue.tell("answer.no_date", question=question.text, answer=plain[:LONGEST_NAME])
        return (day.isoformat(), "") if day else ("", told)
    plain = " ".join(_APART.sub(" ", plain).split())
    if not plain or len(plain) > LONGEST_NAME:
        return "", tongue.tell("answer.name", question=question.text, limit=LONGEST_NAME)
    return plain, ""


def _number(plain: str, question: Question, line: Line, tongue: Tongue) -> tuple[str, str]:
    numbers = read_line(plain).quantities
    if len(numbers) != 1:
        key = "answer.no_number" if not numbers else "answer.many_numbers"
        return "", tongue.tell(key, question=question.text, answer=plain[:LONGEST_NAME])
    [found] = numbers
    unit = line.measure.unit if line.measure else None
    shown = plain[found.span.start : found.span.end]
    if _is_bare(found):
        return _with_unit(shown, unit, tongue), ""
    if unit == "%" and found.kind not in (QuantityKind.PERCENT, QuantityKind.MULTIPLE):
        told = tongue.tell("answer.unit", question=question.text, answer=shown, unit=unit)
        return "", told
    return shown, ""


def _is_bare(found: Quantity) -> bool:
    return found.kind is QuantityKind.BARE or found.unit is None


def _with_unit(number: str, unit: str | None, tongue: Tongue) -> str:
    """A bare number with the unit that the question named: 31 → 31%, 3 → 3天."""
    odd = tongue.chinese and unit and wording()["odd_unit"].match(unit)
    if not unit or odd or "currency" in unit or unit in _UNSAID:
        return number
    if unit == "%":
        return number + unit
    short = unit.split("（")[0].split("(")[0]
    if tongue.chinese:
        return number + short if "/" not in short else number
    return f"{number} {short}" if len(short.split()) == 1 and "/" not in short else number
