"""Measured lines for an objective that has none."""

from __future__ import annotations

from assistant.coaching.rewriting.anatomy import plain, take_apart
from assistant.coaching.rewriting.compose import Tongue, measure_of, measured
from assistant.coaching.rewriting.drafts import Line, wording
from assistant.coaching.rewriting.objectives import OFFERED, ObjectivePlace
from assistant.coaching.rewriting.outcomes import ranked
from assistant.language.script import fold


def key_results_for(place: ObjectivePlace, *, most: int = OFFERED) -> list[Line]:
    """Measured lines for an objective that has none, each judged under it."""
    tongue = place.tongue
    text = _without_wish(place.source.objective, tongue)
    work = take_apart(text, chinese=tongue.chinese)
    kept: list[Line] = []
    for match, outcome in ranked(work, place.around):
        topic = "" if outcome.said else work.topic
        measure = measure_of(
            outcome, topic, tongue, done=work.done, aside=match.aside or match.other
        )
        why = match.family.data.why
        line = Line(measured(measure, tongue), measure, tongue.telling(why.en, why.zh))
        if not place.judge.key_result(line.text, place.source, None):
            kept.append(line)
        if len(kept) == most:
            break
    return kept


def _without_wish(text: str, tongue: Tongue) -> str:
    """我希望自家网站更好 is about 网站."""
    bare = plain(text)
    script = "zh" if tongue.chinese else "en"
    lead = wording()[f"wish_lead_{script}"].match(fold(bare))
    bare = bare[lead.end() :] if lead and lead.end() < len(bare) - 1 else bare
    tail = wording()[f"wish_tail_{script}"].search(fold(bare))
    return bare[: tail.start()] if tail and tail.start() > 1 else bare
