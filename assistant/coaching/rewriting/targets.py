"""A target gets its starting value, and a relative change its base."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.coaching.rewriting.anatomy import plain
from assistant.coaching.rewriting.compose import Measure, Tongue
from assistant.coaching.rewriting.drafts import Line, wording
from assistant.coaching.rewriting.library import metric_in
from assistant.language.facts import observe
from assistant.language.observation import Observation
from assistant.language.reading import Comparator, Quantity, Role
from assistant.language.script import fold
from assistant.models import Direction

_END = " \t,.;:!?，。；：！？、"
_MOVING = tuple("将把使让將讓")
_BELOW = (Comparator.AT_MOST, Comparator.LESS)


def with_base(text: str, metric: str | None, tongue: Tongue) -> Iterator[Line]:
    """The line with a starting value to fill in, the plainest wording first."""
    kept = text.strip().rstrip(_END)
    seen = observe(kept)
    target = _first(seen, Role.TARGET)
    change = _first(seen, Role.CHANGE)
    name = metric or plain(kept)
    if target is not None:
        known = metric_in(kept)
        measure = Measure(
            name,
            _direction(target),
            target.unit or _unit(known, tongue),
            known.id if known else None,
        )
        yield from _inserted(seen, target, measure, tongue)
        yield Line(_bracketed(seen, "with_base", tongue), measure)
    elif change is not None:
        measure = Measure(name, Direction.INCREASE, None)
        yield Line(_bracketed(seen, "with_both", tongue), measure)
        yield Line(_bracketed(seen, "with_base", tongue), measure)
    else:
        yield Line(_bracketed(seen, "with_base", tongue), Measure(name, Direction.INCREASE, None))


def _unit(known: object, tongue: Tongue) -> str | None:
    unit = getattr(known, "unit", None)
    return tongue.words(unit.en, unit.zh) if unit else None


def _first(seen: Observation, role: Role) -> Quantity | None:
    return next((q for q in seen.line.quantities if q.role is role), None)


def _direction(target: Quantity) -> Direction:
    return Direction.DECREASE if target.comparator in _BELOW else Direction.INCREASE


def _inserted(
    seen: Observation, target: Quantity, measure: Measure, tongue: Tongue
) -> Iterator[Line]:
    """Raise NPS to 45 → Raise NPS from [baseline to confirm] to 45."""
    text, at = seen.line.text, target.span.start
    base = tongue.say("placeholder.baseline")
    if not tongue.chinese:
        to = wording()["to_target_en"].search(seen.folded, 0, at)
        if to and to.start() > 0:
            yield Line(f"{text[: to.start()]}from {base} {text[to.start() :]}", measure)
        return
    to = wording()["to_target_zh"].search(seen.folded, 0, at)
    if to is None:
        return
    name = _without_verb(text[: to.start()], tongue)
    if not name:
        return
    verb = _reach_verb(measure, tongue) if to["reach"] else text[to.start() : to.end()].strip()
    yield Line(f"{name}{tongue.own('从')}{base}{verb}{text[at:]}", measure)


def _reach_verb(measure: Measure, tongue: Tongue) -> str:
    return tongue.own("降到" if measure.move is Direction.DECREASE else "提升到")


def _without_verb(text: str, tongue: Tongue) -> str:
    """提升客户满意度 → 客户满意度: the verb stands between the values then."""
    match = wording()["change_zh"].match(fold(text))
    bare = (text[match.end() :] if match else text).strip(_END)
    return bare[1:] if bare[:1] in _MOVING else bare


def _bracketed(seen: Observation, key: str, tongue: Tongue) -> str:
    """The line as it stands, with the starting value in brackets behind it."""
    return tongue.say(
        key,
        before=seen.line.text.strip(_END),
        baseline=tongue.say("placeholder.baseline"),
        target=tongue.say("placeholder.target"),
    )
