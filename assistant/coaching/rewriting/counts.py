"""A line that is itself a number of people or things: its own count, up to its own number.

Get 5 active curators → number of active curators, up to 5; 30 pupils finish the course → number of
pupils who finish the course, up to 30; 秋招3份以上offer → 秋招 offer 数增加到3份以上.
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.coaching.rewriting.anatomy import Work, plain
from assistant.coaching.rewriting.compose import Measure, Tongue, measured
from assistant.coaching.rewriting.cutting import is_clean
from assistant.coaching.rewriting.drafts import Line
from assistant.coaching.rewriting.effects import effect_of
from assistant.coaching.rewriting.expressions import expression
from assistant.coaching.rewriting.shortening import END, set_apart
from assistant.language.script import fold
from assistant.models import Direction


def own_count(work: Work, tongue: Tongue) -> Iterator[Line]:
    """What a line counts itself, where it says nothing else."""
    text = work.text.strip(END)
    found = expression("counts", f"alone_{'zh' if tongue.chinese else 'en'}").match(fold(text))
    deed = tongue.chinese and (work.verbs or expression("counts", "deed_zh").match(fold(text)))
    if found is None or deed:
        return
    name, value = (text[slice(*found.span(part))].strip() for part in ("name", "value"))
    if not is_clean(name, chinese=tongue.chinese):
        return
    front = text[: found.end("front")] if tongue.chinese else ""
    named = set_apart(f"{front}{set_apart(name) if front else name}").lstrip()
    counted = tongue.say("outcome.cases", name=named if tongue.chinese else name)
    yield _up_to(counted, value.lower(), tongue)


def done_by(text: str, tongue: Tongue) -> Iterator[Line]:
    """How many people do what a line says of them: 30 pupils finish the course."""
    bare = plain(text).strip(END)
    found = None if tongue.chinese else expression("counts", "people_en").match(fold(bare))
    one = "each " if found and found["value"] in ("1", "one") else ""
    effect = effect_of(one + bare[found.start("said") :]) if found else None
    if found and effect:
        name = tongue.say("outcome.many", who=effect.who, state=effect.state)
        yield _up_to(name, bare[slice(*found.span("value"))], tongue)


def _up_to(name: str, value: str, tongue: Tongue) -> Line:
    measure = Measure(name, Direction.INCREASE, tongue.words("count", "个"), None, f"count-{name}")
    line = measured(measure, tongue).replace(tongue.say("placeholder.target"), value)
    return Line(line, measure, tongue.tell("why.counted"))
