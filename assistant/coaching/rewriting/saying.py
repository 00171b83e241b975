"""A line that is itself a sentence about many: how many it is true of is its own measure.

Ensure each presenter stands for one of our values → share of presenters who stand for …;
用户可以按类型筛选仓库 → 可以按类型筛选仓库的用户占比.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.coaching.rewriting.anatomy import plain
from assistant.coaching.rewriting.articles import lower_first
from assistant.coaching.rewriting.compose import Measure, Tongue, measured
from assistant.coaching.rewriting.cutting import is_half
from assistant.coaching.rewriting.drafts import Line
from assistant.coaching.rewriting.effects import (
    Effect,
    done_to_many,
    effect_of,
    of_things,
    said_of_many,
)
from assistant.coaching.rewriting.expressions import DOING, expression
from assistant.coaching.rewriting.shortening import END, is_half_open, width_of
from assistant.language.facts.verdicts import observe
from assistant.language.script import fold
from assistant.models import Direction

_CLAUSE = re.compile("[,，;；。](?![0-9])")
_LISTED = re.compile("[,，、+]")
_NUMBER = re.compile("[0-9]")
_MOST_SIGNS, _MOST_WORDS, _MOST_LISTED = 26, 14, 3
_LONG = 24  # words of a sentence about many things
_BEFORE_VERB = 10  # words that a subject may have


def said(text: str, tongue: Tongue) -> Iterator[Line]:
    """Of how many a line's own sentence is true."""
    bare = plain(text).strip(END)
    for part in dict.fromkeys((bare, _CLAUSE.split(bare)[0])):
        many = not (tongue.chinese or commands(part))
        effect = effect_of(part) or (of_things(part, _LONG) if many else None)
        done = None if effect or not many else done_to_many(part)
        if done and not done.who[:1].isdigit():
            yield _line(done, "", tongue)
        if effect and not _NUMBER.search(effect.who):
            yield _line(effect, "", tongue)


def holds(text: str, tongue: Tongue) -> Iterator[Line]:
    """In how many cases a rule is kept that a line states: 每个别名只指向一个项目."""
    clause = ensured(_CLAUSE.split(plain(text).strip(END))[0].strip(), tongue)
    if len(_LISTED.findall(plain(text))) > _MOST_LISTED:
        return  # the first of a list is not all that the line says
    fits = width_of(clause) <= _MOST_SIGNS if tongue.chinese else len(clause.split()) <= _MOST_WORDS
    told = states(clause, tongue)
    if not fits or (_NUMBER.search(clause) and not told) or is_half(clause, chinese=True):
        return
    if tongue.chinese or told:
        felt = None if tongue.chinese else expression("cutting", "felt_en").search(fold(clause))
        if felt and not felt["more"]:
            return  # what one thing is or has, once: no matter of cases
        key = "outcome.felt_so" if felt else "outcome.holds"
        name = tongue.say(key, rule=lower_first(clause))
        measure = Measure(name, Direction.INCREASE, "%", None, f"holds-{clause}")
        yield Line(measured(measure, tongue), measure, tongue.tell("why.holds"))


def behaves(text: str, tongue: Tongue) -> bool:
    """Whether a line says how something behaves each time, or what shall be ensured."""
    return expression("cutting", f"behaves_{tongue.script}").search(fold(plain(text))) is not None


def of_each(text: str, tongue: Tongue) -> Iterator[Line]:
    """Of how many a line says what each of them has: 每个项目有专属看板 → 有专属看板的项目占比."""
    clause = _CLAUSE.split(plain(text).strip(END))[0].strip()
    found = expression("cutting", "each_zh").match(fold(clause)) if tongue.chinese else None
    if found and not is_half_open(clause):
        who, state = (clause[slice(*found.span(part))].strip() for part in ("who", "state"))
        yield _line(Effect(who, state), "", tongue)


def ensured(clause: str, tongue: Tongue) -> str:
    """What shall be ensured: of it one can say in how many cases it is so."""
    led = expression("cutting", f"ensured_{tongue.script}").match(fold(clause))
    return clause[led.end() :] if led else clause


def states(text: str, tongue: Tongue) -> bool:
    """Whether a line is a sentence with a subject, a property or a rule, and no work to do."""
    clause = fold(ensured(plain(text), tongue))
    if tongue.chinese:
        return expression("cutting", "sentence_zh").search(clause) is not None
    found = expression("cutting", "sentence_en").search(clause)
    if found is None:
        return False
    if found["verb"] not in _BEING and commands(clause):
        return False
    subject = clause[found.start() : found.start("verb")].split() if found["verb"] else []
    return len(subject) <= _BEFORE_VERB and not set(subject) & _BINDS


def tells_how(text: str, tongue: Tongue) -> bool:
    """Whether a Chinese line says how something is, though its first sign is a verb: 订餐率高."""
    sign = expression("cutting", "state_zh")
    return tongue.chinese and sign.search(fold(plain(text))) is not None


def commands(clause: str) -> bool:
    """Whether a line opens with a verb in its base form: Start and run the fair."""
    first = next(iter(observe(clause).tokens), None)
    return first is not None and not first.start and first.tag in DOING and first.form == ""


_BEING = frozenset({"is", "are", "has", "have", "can"})

# Between a verb of work and these words no sentence of its own begins: create a rota that is …
_BINDS = {"how", "that", "which", "who", "what", "where", "when", "whether", "why", "if", "because"}
_BINDS |= {"so", "to", "until"}


def said_with_number(text: str, tongue: Tongue) -> Iterator[Line]:
    """The share of many of whom a line says something, up to the number that it says."""
    parts = (text, expression("cutting", "and_en").split(plain(text))[0])
    counted = next(filter(None, map(said_of_many, parts)), None)
    if counted:
        yield _line(*counted, tongue)


def _line(effect: Effect, value: str, tongue: Tongue) -> Line:
    who = effect.who if tongue.chinese else lower_first(effect.who).removeprefix("all ")
    name = tongue.say("outcome.said", who=who, state=effect.state)
    measure = Measure(name, Direction.INCREASE, "%", None, f"said-{effect.who}")
    line = measured(measure, tongue)
    told = line.replace(tongue.say("placeholder.target"), value) if value else line
    return Line(told, measure, tongue.tell("why.said"))
