"""Rewrites objectives: a task becomes the state it is for, a number moves into a key result."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.coaching.grounding import HARD, Material, content_words, faults, keeps_topic
from assistant.coaching.rewriting.amounts import is_aim, told_under, with_numbers, without_amount
from assistant.coaching.rewriting.anatomy import Work, is_won, plain, take_apart
from assistant.coaching.rewriting.anatomy import without_lead as unled
from assistant.coaching.rewriting.articles import with_article
from assistant.coaching.rewriting.compose import Tongue, tongue_of, written_in
from assistant.coaching.rewriting.confidence import is_beside
from assistant.coaching.rewriting.cutting import is_clean
from assistant.coaching.rewriting.drafts import Draft, Line, wording
from assistant.coaching.rewriting.evidence import is_told
from assistant.coaching.rewriting.expressions import DOING
from assistant.coaching.rewriting.forms import is_whole
from assistant.coaching.rewriting.judging import Judge
from assistant.coaching.rewriting.kinds import LEADS, kind_of
from assistant.coaching.rewriting.near import near_states
from assistant.coaching.rewriting.outcomes import asked
from assistant.coaching.rewriting.quoting import clause_of
from assistant.coaching.rewriting.saying import tells_how
from assistant.coaching.rewriting.shortening import END, set_apart, small
from assistant.coaching.rewriting.surroundings import Surroundings
from assistant.coaching.rewriting.targets import with_base
from assistant.coaching.rewriting.timing import Timed, timed
from assistant.coaching.rewriting.units import in_unit
from assistant.coaching.rewriting.unnumbered import (
    without_number,
)
from assistant.coaching.rewriting.works import family, matches
from assistant.language.facts.verdicts import observe
from assistant.language.script import fold
from assistant.language.words.segments import CHANGE
from assistant.messages import fill
from assistant.models import Language, Objective
from assistant.models.knowledge import Words
from assistant.models.suggestion import Action, Alternative

OFFERED = 3
_LONGEST_THING = 60
_SHORTEST_CLAUSE = 5
_QUOTED = (None, 12)  # words or signs of what is quoted, shorter where it does not pass
_MENDED = frozenset({"O01", "O02", "O04", "O06", "O07"})


@dataclass
class ObjectivePlace:
    """One objective under review, with all that its rewriting needs."""

    number: int
    source: Objective
    rules: frozenset[str]  # those it breaks, hints left out; O01 among them
    quote: str
    around: Surroundings
    judge: Judge
    language: Language

    @property
    def tongue(self) -> Tongue:
        """What to write the line in."""
        return tongue_of(self.source.objective, self.language)


def rewrite_objective(place: ObjectivePlace) -> Draft | None:
    """The best draft for an objective; None where nothing passes."""
    rules = place.rules - {"O01"} if is_aim(place.source.objective) else place.rules
    if "O01" in rules and (draft := _moved(place)):
        return draft
    if rules & _MENDED:
        return _stated(place)
    return None


def _stated(place: ObjectivePlace) -> Draft | None:
    """The state that the work is for, in the author's own words for the thing."""
    last = "O02" in place.rules  # nothing else is a reason to ask for a new objective
    passing = [text for text in _states(place, last=last) if _is_sound(place, text)]
    kept = list(dict.fromkeys(passing))[:OFFERED]
    if not kept:
        return None
    task = "O02" in place.rules
    why = "why.objective_task" if task else "why.objective_vague"
    quote = place.quote or plain(place.source.objective)
    return Draft(
        action=Action.REPLACE,
        objective=place.number,
        key_result=None,
        before=place.source.objective,
        lines=(Line(kept[0]),),
        why=place.tongue.tell(why, quote=quote),
        alternatives=tuple(_other(text, place.tongue) for text in kept) if kept[1:] else (),
        initiative=place.source.objective if task else None,
    )


def _other(text: str, tongue: Tongue) -> Alternative:
    return Alternative(after=text, metric=None, why=tongue.tell("why.state"))


def _states(place: ObjectivePlace, *, last: bool = True) -> Iterator[str]:
    tongue = place.tongue
    text = place.source.objective
    if "O01" in place.rules and not is_aim(text):
        text = without_number(text, tongue)
    work = take_apart(text, chinese=tongue.chinese)
    if tells_how(text, tongue):
        work = replace(work, topic=plain(text), done="", verbs=())
    around = Surroundings("", place.around.industry)
    known = [one for one in matches(work, "") if is_told(one, work, around)]
    kind = [kind_of(work)] if "O02" in place.rules and not is_won(work) else []
    kind = [one for one in kind if one.score >= LEADS]  # of a deed alone the state is a guess
    kind = [] if is_beside(work) else kind
    states = (one.family.data.objective for one in (*known, *kind))
    named = [words for words in states if words is not None]
    yield from _own_state(text, tongue)
    if work.topic == plain(text) or not is_clean(
        work.topic, chinese=tongue.chinese
    ):  # a slogan is no thing to say a state of
        named = [words for words in named if "{topic}" not in words.en]
    told = "" if ":" in text or not _is_deed(work, tongue) else unled(plain(text), tongue.chinese)
    if not (work.topic or told):
        return  # 达到30% names no thing to say a state of
    its_own = _has_article(work.topic, text)
    for words in named[:4]:
        yield _filled(words, work.topic, told, tongue, its_own=its_own)
    if last:
        yield from near_states(text, tongue)
        yield from _asked(work, plain(text), told, tongue)


def _asked(work: Work, text: str, told: str, tongue: Tongue) -> Iterator[str]:
    """What asks for the state: said of the deed, or of the objective as it stands."""
    resort, benefit = (family(one).data.objective for one in ("any-work", "any-benefit"))
    if resort is None or benefit is None:
        return
    if told or work.topic == text:
        yield _filled(benefit if told else resort, work.topic, told, tongue)
    for most in _QUOTED:
        clause = clause_of(text, tongue, most=most)
        yield _filled(resort, tongue.say("quoted", clause=clause), "", tongue)
    if is_clean(work.topic, chinese=tongue.chinese):
        yield _filled(resort, work.topic, "", tongue)


def _own_state(text: str, tongue: Tongue) -> Iterator[str]:
    """What the author says that it is for: …，让门店不再断货; … so that shops never run out."""
    found = wording()["for_state_zh" if tongue.chinese else "for_state_en"].search(
        fold(plain(text))
    )
    if found:
        state = plain(text)[found.start("state") :].strip(END)
        yield state[:1].upper() + state[1:]


def _is_deed(work: Work, tongue: Tongue) -> bool:
    """Whether the objective opens with what is done, so that a state can follow from it."""
    return bool(work.verbs) and work.folded.startswith(work.verbs[0])


def _has_article(topic: str, text: str) -> bool:
    """Whether a thing that reads as a name has an article in its line: a Secure MVP."""
    return re.search(rf"\b(?:an?|the|our) {re.escape(topic)}", text, re.IGNORECASE) is not None


def _filled(words: Words, topic: str, told: str, tongue: Tongue, *, its_own: bool = False) -> str:
    """A state said of the author's thing, or as what follows from the deed that is told."""
    state = tongue.words(words.en, words.zh)
    if "{topic}" not in state and not keeps_topic(told or topic, state):
        lead = "借助{topic}，" if tongue.chinese else ""
        tail = "" if tongue.chinese else ", thanks to {topic}"
        if told:
            lead = "通过{told}，" if tongue.chinese else ""
            tail = "" if tongue.chinese else " because we {told}"
        state = f"{tongue.own(lead)}{state}{tail}"
    named = f"the {topic}" if its_own else with_article(topic)
    named, deed = (set_apart(topic), told) if tongue.chinese else (named, small(told))
    filled = fill(state, {"topic": named, "told": deed}).strip()
    return filled if tongue.chinese else filled[:1].upper() + filled[1:]


def _is_sound(place: ObjectivePlace, text: str) -> bool:
    verbs = all(token.tag in (*CHANGE, *DOING) for token in observe(text).tokens)
    if verbs and not wording()["short_way_zh"].match(fold(text)):
        return False  # Increase 30% without its number is a verb alone
    if not is_whole(Line(text), place.source.objective, place.tongue):
        return False
    broken = place.judge.objective(text, place.source)
    if broken - (place.rules - _MENDED):
        return False
    before = place.source.objective
    asks = place.tongue.say("placeholder.change") in text
    if asks and not (content_words(before) & content_words(text) or plain(before) in text):
        return False  # it has to name what it asks about
    material = Material(before, language=written_in(before, place.language))
    return not {one.fault for one in faults(text, material)} & HARD


def _moved(place: ObjectivePlace) -> Draft | None:
    """The number leaves the objective for a key result that keeps it."""
    tongue, text = place.tongue, place.source.objective
    states = [*without_amount(text, tongue), *_states(place)]
    state = next((one for one in states if one != text and _is_sound(place, one)), None)
    if state is None:
        return None
    told = Draft(
        action=Action.REPLACE,
        objective=place.number,
        key_result=None,
        before=text,
        lines=(Line(state),),
        why="",
    )
    parts = with_numbers(text, tongue)
    under = {part: told_under(place.source, part.rest) for part in parts}
    known = [number + 1 for number in under.values() if number is not None]
    lines = [_as_key_result(place, part) for part, number in under.items() if number is None]
    if not lines:
        where = tongue.words(", ", "、").join(f"KR{place.number + 1}.{one}" for one in known)
        return replace(told, why=tongue.tell("why.objective_metric_told", where=where))
    moved = replace(told, action=Action.MOVE, why=tongue.tell("why.objective_metric"))
    return replace(moved, lines=(Line(state), *filter(None, lines))) if all(lines) else None


def _as_key_result(place: ObjectivePlace, part: Timed) -> Line | None:
    """A clause of the objective as a key result, its starting value asked for."""
    when, text = part
    started = bool(observe(text).line.pairs)
    lines = [Line(text)]
    if not started:
        lines += with_base(text, None, place.tongue)
    if "K06" in place.judge.key_result(text, place.source, None):
        name = without_number(text, place.tongue)
        lines += in_unit(text, name, place.tongue, started=started)
    if not started:
        lines += asked(text, place.around, place.tongue)
    for line in lines:
        whole = timed(line.text, when, place.tongue)
        if not place.judge.key_result(whole, place.source, None):
            return replace(line, text=whole)
    return None
