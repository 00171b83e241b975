"""Rewrites key results: each fault has its way, and every line is judged before it is offered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from assistant.coaching.grounding import HARD, Fault, Material, faults
from assistant.coaching.rewriting.anatomy import plain
from assistant.coaching.rewriting.bounds import bound
from assistant.coaching.rewriting.compose import Tongue, is_open, tongue_of, written_in
from assistant.coaching.rewriting.cutting import is_half, stands_for
from assistant.coaching.rewriting.drafts import Draft, Line, is_alike, is_valued, wording
from assistant.coaching.rewriting.forms import is_whole
from assistant.coaching.rewriting.judging import Judge
from assistant.coaching.rewriting.outcomes import asked
from assistant.coaching.rewriting.parts import acts, has_verb, parts_of, sentences_of
from assistant.coaching.rewriting.standings import has_open_value
from assistant.coaching.rewriting.surroundings import Surroundings
from assistant.coaching.rewriting.ways import WORK_RULES, ways
from assistant.coaching.rewriting.wishes import names_things
from assistant.coaching.rewriting.works import effect_key, own_words
from assistant.knowledge.library import shipped_knowledge
from assistant.language import read_key_result
from assistant.language.facts.verdicts import observe
from assistant.language.figures.placeholders import is_empty
from assistant.language.reading import KeyResultReading
from assistant.language.script import fold, language_of
from assistant.models import FactKind, KeyResult, Language, Objective
from assistant.models.suggestion import Action, Alternative

MOST_ALTERNATIVES = 3
MOST_PARTS = 4
MOST_TRIES = 14
_TWO = 2


@dataclass
class Place:
    """One key result under review, with all that its rewriting needs."""

    number: int
    position: int
    source: KeyResult
    objective: Objective
    rules: frozenset[str]  # those it breaks, hints left out
    around: Surroundings
    judge: Judge
    language: Language
    taken: set[str] = field(default_factory=set)  # lines that stand under the objective already

    @property
    def tongue(self) -> Tongue:
        """What to write the line in."""
        spoken = language_of(self.objective.objective)
        chinese = spoken in (Language.ZH_HANS, Language.ZH_HANT)
        known = (
            spoken if chinese and self.language in (Language.EN, Language.MIXED) else self.language
        )
        return replace(tongue_of(self.source.text, known), told=self.language)


def rewrite(place: Place) -> Draft | None:
    """The best draft for a key result that breaks a rule; None where nothing passes."""
    reading = read_key_result(place.source, place.number, place.position)
    if not place.rules or is_empty(reading.folded, reading.placeholders):
        return None  # "TBD" has no words from which to tell what should be measured
    joined = "K05" in place.rules or sentences_of(place.source.text, place.tongue)
    if joined and (draft := _split(place)):
        return draft
    lines = _passing(place, place.source.text, reading, place.rules)
    return _draft(place, lines, reading) if lines else None


def _split(place: Place) -> Draft | None:
    """Each part as a line of its own, with its own number, and mended where it needs it."""
    parts = parts_of(place.source.text, place.tongue)
    if not 0 < len(parts) <= MOST_PARTS or parts == [plain(place.source.text)]:
        return None
    if _is_one_package(place) or not all(map(_stands_alone, parts)):
        return None
    if len(parts) <= _TWO and next(bound(place.source.text, place.tongue), None):
        return None  # the second half is the result of the first
    lines = _part_lines(place, parts)
    if not lines:
        return None
    left_out = len(lines) < len(parts)
    works = place.source.text if left_out or any(x.measure and x.why for x in lines) else None
    if wording()["means"].match(fold(plain(place.source.text))):
        works = place.source.text
    return Draft(
        action=Action.SPLIT if len(lines) > 1 else Action.REPLACE,
        objective=place.number,
        key_result=place.position,
        before=place.source.text,
        lines=tuple(lines),
        why=_why_split(lines, place.tongue),
        initiative=works,
        citations=tuple(_citations(lines)),
    )


def _stands_alone(part: str) -> bool:
    """Whether a part says what is done or names a thing: "more attentive at check-in" does not."""
    if wording()["fragment"].search(fold(part)):
        return False
    first = observe(part).tokens[0]
    return first.tag != "more" or bool(first.form) or names_things(part[first.end :].strip())


def _why_split(lines: Sequence[Line], tongue: Tongue) -> str:
    if len(lines) == 1 and lines[0].why:
        return tongue.tell("why.work", reason=lines[0].why)
    return tongue.tell("why.split")


def _part_lines(place: Place, parts: Sequence[str]) -> list[Line]:
    """A line for each part; works that serve the same, or nobody knows what, share one."""
    lines: list[Line] = []
    served: set[str] = set()
    for part in parts:
        line = _part_line(place, part)
        if line is None:
            return []
        alike = _part_line(_alone(place), part) or line
        vague = _is_unnamed(line, place.tongue) or _is_told(line)
        if (alike.why and alike.measured in served) or (vague and lines):
            continue
        served |= {alike.measured} if alike.measured else set()
        if line.text not in {one.text for one in lines}:
            lines.append(line)
            place = _beside(place, line)
    told = [line for line in lines if not is_open(line.text, place.tongue)]
    if len(told) < len(lines) and not any(map(is_valued, told)):
        return []  # to ask about the whole is better than to ask about its scraps
    return lines


def _is_unnamed(line: Line, tongue: Tongue) -> bool:
    """Whether a line asks for its measure and does not even name its subject."""
    return is_open(line.text, tongue) and stands_for(line.text, tongue)


def _is_told(line: Line) -> bool:
    """Whether a line has its measure from the objective: all works under that share it."""
    return line.measured == effect_key()


def _alone(place: Place) -> Place:
    """The place as if nothing else were measured under its objective."""
    return replace(place, around=replace(place.around, measured=frozenset()))


def _beside(place: Place, line: Line) -> Place:
    """The place for the next part: what one part measures, the other need not."""
    if line.measured is None:
        return place
    measured = place.around.measured | {line.measured}
    return replace(place, around=replace(place.around, measured=measured))


def _is_one_package(place: Place) -> bool:
    """Whether one verb of work is about a list of things: its outcome is that of the whole."""
    reading = read_key_result(place.source, place.number, place.position)
    if reading.facts.kind is FactKind.OUTCOME or len(reading.quantities) > 1:
        return False
    if sentences_of(place.source.text, place.tongue):
        return False
    return not all(acts(reading.text[part.start : part.end]) for part in reading.parts[1:])


def _part_line(place: Place, part: str) -> Line | None:
    rules = place.judge.key_result(part, place.objective, None)
    told = has_verb(part) and not has_open_value(part)
    if not rules - {"K05"} and part not in place.taken and told:
        return Line(_begun(part, place.tongue))
    reading = read_key_result(KeyResult(text=part), place.number, place.position)
    found = _passing(place, part, reading, rules, most=1)
    return replace(found[0], text=_begun(found[0].text, place.tongue)) if found else None


def _begun(text: str, tongue: Tongue) -> str:
    """A part as a line of its own; an English word that opens a Chinese line stays small."""
    return text if tongue.chinese else text[:1].upper() + text[1:]


def _passing(
    place: Place,
    text: str,
    reading: KeyResultReading,
    rules: frozenset[str],
    *,
    most: int = MOST_ALTERNATIVES,
) -> list[Line]:
    """The first lines that mend what they are for, break nothing new and invent nothing."""
    kept: list[Line] = []
    for tried, line in enumerate(ways(reading, rules, place.around, place.tongue)):
        if tried >= MOST_TRIES or len(kept) == most:
            break
        if line.text in place.taken or any(is_alike(line, one) for one in kept):
            continue
        if kept and kept[0].measured == effect_key() and is_open(line.text, place.tongue):
            continue  # nothing to ask where the objective has told it
        if _is_sound(place, line, text, rules):
            kept.append(line)
            if not line.why:  # its own metric, named by the author: nothing is to choose
                break
    alone = not kept and most > 1  # a part that makes no line leaves the whole to be asked about
    resorts = asked(text, place.around, place.tongue) if alone else iter(())
    sound = (one for one in resorts if one.text not in place.taken)
    last = next((one for one in sound if _is_sound(place, one, text, rules)), None)
    return [last] if last else kept


def _is_sound(place: Place, line: Line, text: str, rules: frozenset[str]) -> bool:
    if _is_fragment(line, text, place.tongue) or not is_whole(line, text, place.tongue):
        return False
    own = None if line.measure else place.source
    broken = place.judge.key_result(line.text, place.objective, own)
    return not broken - (rules - MENDED) and not _invents(place, line, text)


def _is_fragment(line: Line, text: str, tongue: Tongue) -> bool:
    """Whether a line opens with a name that was cut out of a sentence."""
    name = line.measure.name if line.measure and not line.why else ""
    if not name or plain(text) in line.text or not line.text.casefold().startswith(name.casefold()):
        return False
    return is_half(name, chinese=tongue.chinese)


MENDED = frozenset({"K01", "K02", "K03", "K04", "K05", "K06", "K09", "K10", "K11", "K12"})


def _invents(place: Place, line: Line, text: str) -> bool:
    """Whether a number, date or name of ours came in; topic and language are kept by making."""
    metric = shipped_knowledge().metrics.get(line.measure.metric or "") if line.measure else None
    cited = [own_words(), *([metric.name.en, metric.name.zh] if metric else [])]
    spoken = written_in(place.source.text, place.tongue.language)
    known = Material(place.source.text, [place.objective.objective, text], cited, language=spoken)
    hard = HARD - {Fault.TOPIC} if stands_for(line.text, place.tongue) else HARD
    return any(one.fault in hard for one in faults(line.text, known))


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
        initiative=place.source.text if work or not _is_carried(reading.text, best) else None,
        assumed=tuple(_assumed(best, tongue)) if best.why else (),
        citations=tuple(_citations(lines)),
    )


def _is_carried(text: str, line: Line) -> bool:
    """Whether a line still says what the author wrote: nothing guessed, no number left out."""
    return not line.why and set(_NUMBER.findall(text)) <= set(_NUMBER.findall(line.text))


_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")


def _why(place: Place, best: Line, *, work: bool) -> str:
    say = place.tongue.tell
    if best.why and work and not place.rules & {"K11", "K12"}:
        return say("why.work", reason=best.why)
    if best.why:
        return best.why
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


def _citations(lines: Iterable[Line]) -> Iterator[str]:
    for line in lines:
        if line.measure and line.measure.metric:
            yield f"metrics#{line.measure.metric}"
