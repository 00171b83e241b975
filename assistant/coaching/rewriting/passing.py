"""Which of the lines that could take the place of a key result may be shown."""

from __future__ import annotations

from itertools import islice

from assistant.coaching.grounding import HARD, Fault, Material, content_words, faults
from assistant.coaching.rewriting.anatomy import plain
from assistant.coaching.rewriting.compose import Tongue, is_open, written_in
from assistant.coaching.rewriting.cutting import is_half, stands_for
from assistant.coaching.rewriting.drafts import Line, is_alike
from assistant.coaching.rewriting.forms import is_whole
from assistant.coaching.rewriting.near import own_words as near_words
from assistant.coaching.rewriting.outcomes import asked
from assistant.coaching.rewriting.place import Place
from assistant.coaching.rewriting.ways import ways
from assistant.coaching.rewriting.works import effect_key, own_words
from assistant.knowledge.library import shipped_knowledge
from assistant.language.reading import KeyResultReading

MOST_ALTERNATIVES = 3
MOST_TRIES = 14


def passing(
    place: Place,
    text: str,
    reading: KeyResultReading,
    rules: frozenset[str],
    *,
    most: int = MOST_ALTERNATIVES,
) -> list[Line]:
    """The first lines that mend what they are for, break nothing new and invent nothing."""
    kept: list[Line] = []
    far: list[Line] = []
    for line in islice(ways(reading, rules, place.around, place.tongue), MOST_TRIES):
        if _is_spare(line, kept, place) or not _is_sound(place, line, text, rules):
            continue
        (far if _is_far(line, text) else kept).append(line)
        if len(kept) == most or (kept and not kept[-1].why):
            break  # its own metric, named by the author: nothing is to choose
    if not kept:
        kept = _asked(place, text, rules, alone=most > 1)
    return [*kept, *far][:most]


def _is_spare(line: Line, kept: list[Line], place: Place) -> bool:
    """Whether a line says again what stands there; one question is enough, none what is told."""
    if line.text in place.taken or any(is_alike(line, one) for one in kept):
        return True
    if not line.guess and any(_has_target(one, place.tongue) for one in kept):
        return True  # the author's own number needs no second wording
    told = any(one.measured == effect_key() or is_open(one.text, place.tongue) for one in kept)
    return told and is_open(line.text, place.tongue)


def _has_target(line: Line, tongue: Tongue) -> bool:
    """Whether a line has its target from its author."""
    return tongue.say("placeholder.target") not in line.text


def _asked(place: Place, text: str, rules: frozenset[str], *, alone: bool) -> list[Line]:
    """What asks about the whole; a part that makes no line leaves that to it."""
    resorts = asked(text, place.around, place.tongue) if alone else iter(())
    sound = (one for one in resorts if one.text not in place.taken)
    last = next((one for one in sound if _is_sound(place, one, text, rules)), None)
    return [last] if last else []


def _is_far(line: Line, text: str) -> bool:
    """Whether a metric is said of a scrap of the line: it then speaks of something else.

    Of a long line the author's own metric may be all that is to be measured.
    """
    own = _said(plain(text))
    if not line.guess and (line.why or len(own) > _LONG):
        return False
    return len(own & _said(line.text)) < _FEWEST_KEPT * len(own)


def _said(text: str) -> set[str]:
    """The words that say something, of Chinese each sign: 谈判价格 is 价格谈判."""
    words = content_words(text)
    return {sign for word in words for sign in ([word] if word.isascii() else word)}


_FEWEST_KEPT = 0.3  # share of a line's own words: below it, four of six judged lines lost the topic
_LONG = 24  # words, of Chinese signs


def _is_sound(place: Place, line: Line, text: str, rules: frozenset[str]) -> bool:
    if _is_fragment(line, text, place.tongue) or not is_whole(line, text, place.tongue):
        return False
    own = None if line.measure else place.source
    broken = place.judge.key_result(line.text, place.objective, own)
    return not broken - (rules - MENDED) and not _invents(place, line, text)


def _is_fragment(line: Line, text: str, tongue: Tongue) -> bool:
    """Whether a line opens with a name that was cut out of a sentence."""
    ours = line.why or (line.measure is not None and line.measure.outcome)
    name = line.measure.name if line.measure and not ours else ""
    if not name or plain(text) in line.text or not line.text.casefold().startswith(name.casefold()):
        return False
    return is_half(name, chinese=tongue.chinese)


MENDED = frozenset({"K01", "K02", "K03", "K04", "K05", "K06", "K09", "K10", "K11", "K12"})


def _invents(place: Place, line: Line, text: str) -> bool:
    """Whether a number, date or name of ours came in; topic and language are kept by making."""
    metric = shipped_knowledge().metrics.get(line.measure.metric or "") if line.measure else None
    cited = [own_words(), near_words(), *([metric.name.en, metric.name.zh] if metric else [])]
    spoken = written_in(place.source.text, place.tongue.language)
    known = Material(place.source.text, [place.objective.objective, text], cited, language=spoken)
    hard = HARD - {Fault.TOPIC} if stands_for(line.text, place.tongue) else HARD
    return any(one.fault in hard for one in faults(line.text, known))
