"""Rewrites key results: each fault has its way, and every line is judged before it is offered."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.coaching.rewriting.anatomy import plain
from assistant.coaching.rewriting.compose import Measure, Tongue, both_ways, is_open
from assistant.coaching.rewriting.declaring import with_declared
from assistant.coaching.rewriting.drafts import Draft, Line, citations
from assistant.coaching.rewriting.parts import acts, sentences_of
from assistant.coaching.rewriting.passing import passing
from assistant.coaching.rewriting.place import Place
from assistant.coaching.rewriting.siblings import served_by
from assistant.coaching.rewriting.splitting import split
from assistant.coaching.rewriting.ways import WORK_RULES
from assistant.knowledge.library import shipped_knowledge
from assistant.language import read_key_result
from assistant.language.facts.verdicts import observe
from assistant.language.figures.placeholders import is_empty
from assistant.language.reading import KeyResultReading
from assistant.language.script import fold
from assistant.models import BaselineFact, Direction, FactKind
from assistant.models.suggestion import Action, Alternative


def rewrite(place: Place) -> Draft | None:
    """The best draft for a key result that breaks a rule; None where nothing passes."""
    reading = read_key_result(place.source, place.number, place.position)
    if not place.rules:
        return None
    if is_empty(reading.folded, reading.placeholders):
        return _unsaid(place)
    joined = "K05" in place.rules or sentences_of(place.source.text, place.tongue)
    if joined and (draft := split(place)):
        return draft
    found = passing(place, place.source.text, reading, place.rules)
    if found and _is_counted_whole(found[0], reading, place):
        return None
    lines = [with_declared(line, place.source, place.tongue) for line in found]
    return _draft(place, lines, reading) if lines else None


def _is_counted_whole(best: Line, reading: KeyResultReading, place: Place) -> bool:
    """Whether a line counts work from one value to another, and all else would be a guess.

    Its author has settled what is counted; that it counts work, the finding says.
    """
    facts = reading.facts
    both = facts.baseline is BaselineFact.BOTH and facts.measurable
    named = facts.metric is not None or "K06" not in place.rules
    return both and named and (best.guess or is_open(best.text, place.tongue))


def _unsaid(place: Place) -> Draft:
    """TBD has no words from which to tell what to measure: that is asked, with both values."""
    name = place.tongue.say("placeholder.metric")
    measure = Measure(name, Direction.INCREASE, None)
    line = Line(both_ways(measure, place.tongue), measure)
    return Draft(
        action=Action.REPLACE,
        objective=place.number,
        key_result=place.position,
        before=place.source.text,
        lines=(line,),
        why=place.tongue.tell("why.unsaid"),
    )


def _draft(place: Place, lines: list[Line], reading: KeyResultReading) -> Draft:
    best, tongue = lines[0], place.tongue
    work = reading.facts.kind is not FactKind.OUTCOME or bool(place.rules & WORK_RULES)
    return Draft(
        action=Action.REPLACE,
        objective=place.number,
        key_result=place.position,
        before=place.source.text,
        lines=(best,),
        why=_why(place, best, work=work),
        alternatives=tuple(_alternatives(lines, tongue)) if work or len(lines) > 1 else (),
        initiative=place.source.text if _is_kept(place, reading, best, work=work) else None,
        assumed=tuple(_assumed(best, tongue)) if best.why else (),
        citations=tuple(citations(lines)),
    )


def _is_kept(place: Place, reading: KeyResultReading, best: Line, *, work: bool) -> bool:
    """Whether the author's line is kept beside its result: not where it stands there whole."""
    if not best.why and fold(plain(place.source.text)) in fold(best.text):
        return False
    return work or _is_left(reading.text, best)


def _is_left(text: str, line: Line) -> bool:
    """Whether a line that tells somebody to do something says more than what comes of it.

    A result or a wish (Revenue 5M, customers love us) is nothing that anybody does.
    """
    seen = observe(text)
    if not acts(text) or seen.lead.tokens[seen.lead.first_verb].form not in ("", "zh"):
        return False
    return bool(line.why) or not set(_NUMBER.findall(text)) <= set(_NUMBER.findall(line.text))


_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")


def _why(place: Place, best: Line, *, work: bool) -> str:
    say = place.tongue.tell
    if best.why and work and not place.rules & {"K11", "K12"}:
        told = say("why.work", reason=best.why)
        served = served_by(place) if is_open(best.text, place.tongue) else None
        return say("why.serves", reason=told, **served) if served else told
    if best.why:
        return best.why
    if place.tongue.say("placeholder.unit") in best.text:
        return say("why.nameless")
    if "K01" in place.rules:
        return say("why.wish")
    return say("why.relative" if "K10" in place.rules else "why.baseline")


def _alternatives(lines: list[Line], tongue: Tongue) -> Iterator[Alternative]:
    for line in lines:
        metric = (
            shipped_knowledge().metrics.get(line.measure.metric or "") if line.measure else None
        )
        defined = tongue.telling(metric.definition.en, metric.definition.zh) if metric else ""
        why = defined or line.why or tongue.tell("why.wish")
        yield Alternative(after=line.text, metric=metric.id if metric else None, why=why)


def _assumed(line: Line, tongue: Tongue) -> Iterator[str]:
    if line.measure:
        yield tongue.tell("assumed.metric", name=line.measure.name)
