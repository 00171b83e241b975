"""A compound key result as several lines, each with its own number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.coaching.rewriting.anatomy import CLAUSE, plain
from assistant.coaching.rewriting.bounds import bound
from assistant.coaching.rewriting.compose import Tongue, is_open
from assistant.coaching.rewriting.cutting import stands_for
from assistant.coaching.rewriting.drafts import Draft, Line, citations, wording
from assistant.coaching.rewriting.gaps import without_gaps
from assistant.coaching.rewriting.near import near
from assistant.coaching.rewriting.parts import acts, has_verb, parts_of, sentences_of
from assistant.coaching.rewriting.passing import passing
from assistant.coaching.rewriting.place import Place
from assistant.coaching.rewriting.standings import has_open_value
from assistant.coaching.rewriting.wishes import names_things
from assistant.coaching.rewriting.works import effect_key
from assistant.language import read_key_result
from assistant.language.facts.verdicts import observe
from assistant.language.script import fold
from assistant.models import FactKind, KeyResult
from assistant.models.suggestion import Action

MOST_PARTS = 4
_TWO = 2


def split(place: Place) -> Draft | None:
    """Each part as a line of its own, with its own number, and mended where it needs it."""
    parts = parts_of(place.source.text, place.tongue)
    if not 0 < len(parts) <= MOST_PARTS or parts == [plain(place.source.text)]:
        return None
    if _is_one_package(place) or not all(map(_stands_alone, parts)):
        return None
    if wording()["recorded_zh"].match(fold(plain(place.source.text))):
        return None  # one list of what is written down: 节省时间 is no part of its own
    if place.tongue.chinese and _is_one_measure(place):
        return None
    if len(parts) <= _TWO and next(bound(place.source.text, place.tongue), None):
        return None  # the second half is the result of the first
    lines = _part_lines(place, parts)
    if not lines:
        return None
    left_out = len(lines) < len(parts) or _is_part_of(parts, place.source.text)
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
        citations=tuple(citations(lines)),
    )


def _is_one_measure(place: Place) -> bool:
    """Whether one clause says of many what all of it is true of: 所有成员实际采用并提供反馈."""
    text = plain(place.source.text)
    return len(CLAUSE.split(text)) == 1 and any(near(text, place.tongue, leads=True))


def _is_part_of(parts: Sequence[str], text: str) -> bool:
    """Whether the parts leave out a condition or what is done where they are not met."""
    return sum(map(len, parts)) < _NEARLY_ALL * len(plain(text))


_NEARLY_ALL = 0.8


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
    if len(told) < len(lines) and not any(map(_has_value, told)):
        return []  # to ask about the whole is better than to ask about its scraps
    return lines


def _has_value(line: Line) -> bool:
    """Whether a line has its measure and its number from the author."""
    counted = line.measure and (line.measure.outcome or "").startswith("count-")
    if line.why and not counted:
        return False
    return wording()["number"].search(fold(without_gaps(line.text))) is not None


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
    found = passing(place, part, reading, rules, most=1)
    return replace(found[0], text=_begun(found[0].text, place.tongue)) if found else None


def _begun(text: str, tongue: Tongue) -> str:
    """A part as a line of its own; an English word that opens a Chinese line stays small."""
    return text if tongue.chinese else text[:1].upper() + text[1:]
