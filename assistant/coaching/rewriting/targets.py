"""A target gets its starting value, and a relative change its base."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.coaching.rewriting.anatomy import plain, unmarked
from assistant.coaching.rewriting.compose import Measure, Tongue, measured
from assistant.coaching.rewriting.drafts import Line, wording
from assistant.coaching.rewriting.expressions import DOING
from assistant.coaching.rewriting.library import metric_in
from assistant.coaching.rewriting.saying import ensured
from assistant.coaching.rewriting.shortening import END, set_apart
from assistant.coaching.rewriting.values import (
    bounded_by,
    direction_to,
    first_of,
    least_from,
    started,
    told_of,
    value_first,
    without_value,
)
from assistant.coaching.rewriting.wanted import wanted
from assistant.language.facts.verdicts import observe
from assistant.language.figures.direction import direction_of
from assistant.language.reading import Quantity, Role
from assistant.language.script import fold
from assistant.language.words.observation import Observation
from assistant.models import Direction

_MOVING = tuple("将把使让將讓")
_SHORTEST_NAME = 2
_SHORTEST_ASKED = 3
_COUNTS = {
    "zero": Direction.DECREASE,
    "some": Direction.INCREASE,
    "said": Direction.INCREASE,
    "per": Direction.INCREASE,
}


def with_base(text: str, metric: str | None, tongue: Tongue) -> Iterator[Line]:
    """The line with a starting value to fill in, the plainest wording first."""
    kept = _without_ensure(unmarked(text).strip().rstrip(END), tongue)
    seen = observe(kept)
    target = first_of(seen, Role.TARGET)
    change = first_of(seen, Role.CHANGE)
    spoken = _spoken(seen, target, tongue)
    name = metric if metric and _says_enough(metric, tongue) else spoken or plain(kept)
    if target is not None:
        known = metric_in(kept)
        measure = Measure(
            name,
            direction_to(target),
            target.unit or _unit(known, tongue),
            known.id if known else None,
        )
        yield from started(seen, measure, tongue)
        yield from value_first(seen, target, tongue)
        yield from _inserted(seen, target, measure, tongue)
        yield Line(_bracketed(seen, "with_base", tongue), measure)
        yield from bounded_by(seen, target, tongue)
        if metric and not _is_deed(metric):
            yield _renamed(seen, target, measure, tongue)
    elif change is not None:
        measure = Measure(name, Direction.INCREASE, None)
        yield Line(_bracketed(seen, "with_both", tongue), measure)
        yield Line(_bracketed(seen, "with_base", tongue), measure)
        if metric:
            yield _increased(seen, change, measure, tongue)
    else:
        yield Line(_bracketed(seen, "with_base", tongue), Measure(name, Direction.INCREASE, None))


def _without_ensure(text: str, tongue: Tongue) -> str:
    """Ensure that 60% of the stalls are let → 60% of the stalls are let."""
    bare = ensured(text, tongue)
    return text if bare == text else bare[:1].upper() + bare[1:]


def stated(text: str, tongue: Tongue) -> Iterator[Line]:
    """发电量完成3.2亿千瓦时 is a metric with its value, though its verb is one of work."""
    kept = text.strip().rstrip(END)
    found = wording()["stated_zh"].match(fold(kept)) if tongue.chinese else None
    target = first_of(observe(kept), Role.TARGET) if found else None
    if found is None or target is None:
        return
    name = kept[: found.end("name")]
    measure = Measure(name, direction_to(target), target.unit)
    line = measured(measure, tongue).replace(
        tongue.say("placeholder.target"), kept[target.span.start :]
    )
    yield Line(line, measure)


def won(text: str, tongue: Tongue) -> Iterator[Line]:
    """What people do is counted, not the work: Drive 150k visits to the site, Instagram 5000 粉."""
    tail = None if tongue.chinese else wording()["time_tail_en"].search(fold(text))
    body, when = (text[: tail.start()], text[tail.start() :]) if tail else (text, "")
    for line in _stating("won", body, tongue):
        yield replace(line, text=f"{line.text}{when.rstrip(END)}")


def bounded(text: str, tongue: Tongue) -> Iterator[Line]:
    """A thing with the least that there shall be of it: 收听并记录的专辑 ≥ 30 张."""
    for key in ("bounded", "borne"):
        yield from _stating(key, text, tongue)


def _stating(key: str, text: str, tongue: Tongue) -> Iterator[Line]:
    kept = plain(text).rstrip(END)
    found = wording()[f"{key}_{'zh' if tongue.chinese else 'en'}"].match(fold(kept))
    if found:
        yield _counted(kept, found, tongue)


def counted(text: str, tongue: Tongue) -> Iterator[Line]:
    """越权发布为零, 至少一个部门的人能独立查数: the line's own count and its value."""
    kept = plain(text).rstrip(END)
    for key, way in _COUNTS.items() if tongue.chinese else ():
        found = wording()[f"{key}_zh"].search(fold(kept))
        if found is None:
            continue
        cut = {part: kept[slice(*found.span(part))].strip() for part in found.groupdict()}
        cut = {
            part: set_apart(words).lstrip() if part == "who" else words
            for part, words in cut.items()
        }
        name = cut.get("name") or tongue.say(f"outcome.{key}", **cut)
        measure = Measure(name, way, tongue.words("count", "个") if key != "said" else "%")
        line = measured(measure, tongue).replace(tongue.say("placeholder.target"), cut["value"])
        yield Line(line, measure)


def _counted(kept: str, found: re.Match[str], tongue: Tongue) -> Line:
    name, value = (kept[slice(*found.span(part))].strip() for part in ("name", "value"))
    name = told_of(name, tongue) if tongue.chinese else name
    if found.groupdict().get("front"):
        front = kept[slice(*found.span("front"))]
        name = set_apart(front).lstrip() + name.removesuffix("丝").replace("粉", "粉丝")
    if tongue.chinese and value.endswith("人") and not name.endswith("人"):
        name += tongue.own("人数")
    shown = name if tongue.chinese else name[:1].upper() + name[1:]
    measure = Measure(shown, Direction.INCREASE, tongue.words("count", "个"))
    line = measured(measure, tongue).replace(tongue.say("placeholder.target"), value)
    return Line(line, measure)


def _is_deed(name: str) -> bool:
    """Whether a name is half a sentence: students submit."""
    last = observe(name).tokens[-1]
    return last.tag in DOING and last.form in ("", "s")


def _renamed(seen: Observation, target: Quantity, measure: Measure, tongue: Tongue) -> Line:
    """The metric alone, from a value to fill in to the author's own."""
    value = seen.line.text[least_from(seen.folded, target.span.start) : target.span.end]
    value = value.removesuffix(" new")  # 20 new clubs: it is of the thing
    measure = replace(measure, name=without_value(measure.name, value, tongue))
    line = measured(measure, tongue).replace(tongue.say("placeholder.target"), value)
    return Line(line[:1].upper() + line[1:], measure)


def _increased(seen: Observation, change: Quantity, measure: Measure, tongue: Tongue) -> Line:
    """50% improvement in UX satisfaction → Raise UX satisfaction by 50% (from ... to ...)."""
    down = direction_of(seen.line) is Direction.DECREASE
    text = tongue.say(
        f"changed.{'decrease' if down else 'increase'}",
        name=measure.name,
        value=seen.line.text[change.span.start : change.span.end],
        baseline=tongue.say("placeholder.baseline"),
        target=tongue.say("placeholder.target"),
    )
    return Line(text, measure)


def _unit(known: object, tongue: Tongue) -> str | None:
    unit = getattr(known, "unit", None)
    return tongue.words(unit.en, unit.zh) if unit else None


def _spoken(seen: Observation, target: Quantity | None, tongue: Tongue) -> str:
    """What a question calls the thing: the words between the verb and its value."""
    if target is None:
        return ""
    folded, end = seen.folded, target.span.start
    if tongue.chinese:
        to = wording()["to_target_zh"].search(folded, 0, end)
        name = _without_verb(seen.line.text[: to.start() if to else end], tongue)
        led = wording()["reach_zh"].match(fold(name))
        name = name[led.end() :] if led else name
    else:
        to = wording()["to_target_en"].search(folded, 0, end)
        lead = seen.lead
        verb = lead.tokens[lead.first_verb].end if lead.opens_with_verb else 0
        name = seen.line.text[verb : to.start()] if to and verb else ""
    name = name.strip(END)
    return name if len(name) >= _SHORTEST_NAME else ""


def _says_enough(metric: str, tongue: Tongue) -> bool:
    """Whether a metric's name can stand in a question: neither 用 nor "can track"."""
    if metric_in(metric) or metric.isupper():
        return True
    if tongue.chinese:
        return len(metric) >= _SHORTEST_ASKED
    return not _is_deed(metric)


def _inserted(
    seen: Observation, target: Quantity, measure: Measure, tongue: Tongue
) -> Iterator[Line]:
    """Raise NPS to 45 → Raise NPS from [baseline to confirm] to 45."""
    text, at = seen.line.text, target.span.start
    base = tongue.say("placeholder.baseline")
    if not tongue.chinese:
        to = wording()["to_target_en"].search(seen.folded, 0, at)
        turned = _turned(seen, target, base)
        if turned:
            yield Line(turned, measure)
        if to and to.start() > 0:
            yield Line(f"{text[: to.start()]}from {base} {text[to.start() :]}", measure)
        return
    to = wording()["to_target_zh"].search(seen.folded, 0, at)
    if to is None:
        yield from _reached(seen, target, measure, tongue)
        yield from _won(seen, target, measure, tongue)
        return
    name = _without_verb(text[: to.start()], tongue)
    if len(name) < _SHORTEST_NAME:
        return
    verb = _reach_verb(measure, tongue) if to["reach"] else text[to.start() : to.end()].strip()
    yield Line(f"{name}{tongue.own('从')}{base}{verb}{text[at:]}", measure)


def _reached(
    seen: Observation, target: Quantity, measure: Measure, tongue: Tongue
) -> Iterator[Line]:
    """实现营收1.2亿 → 营收从[基线待确认]提升到1.2亿."""
    text, at = seen.line.text, target.span.start
    led = wording()["reach_zh"].match(seen.folded)
    name = text[led.end() : at].strip(END) if led else ""
    if len(name) >= _SHORTEST_NAME and any(t.tag == "metric" for t in observe(name).tokens):
        base, verb = tongue.say("placeholder.baseline"), _reach_verb(measure, tongue)
        yield Line(f"{name}{tongue.own('从')}{base}{verb}{text[at:]}", measure)


def _won(seen: Observation, target: Quantity, measure: Measure, tongue: Tongue) -> Iterator[Line]:
    """拿到30万捐款 → 捐款从[基线待确认]增加到30万."""
    start, end = target.span.start, target.span.end
    named = wording()["behind_value_zh"].match(seen.folded, end)
    if named and wording()["win_zh"].fullmatch(seen.folded, 0, start):
        text = seen.line.text
        name = text[named.start("name") : named.end("name")].strip()
        value = text[least_from(seen.folded, start) : end]
        base = tongue.say("placeholder.baseline")
        yield Line(f"{name}{tongue.own('从')}{base}{tongue.own('增加到')}{value}", measure)


def _turned(seen: Observation, target: Quantity, base: str) -> str | None:
    """Get 60% completion rate → Raise completion rate from [baseline to confirm] to 60%."""
    start, end = target.span.start, target.span.end
    named = wording()["behind_value_en"].match(seen.folded, end)
    if named is None or not wording()["reach_en"].fullmatch(seen.folded, 0, start):
        return None
    if not any(token.tag == "metric" for token in observe(named["name"]).tokens):
        return None
    text = seen.line.text
    name = text[named.start("name") : named.end("name")]
    down = Direction.DECREASE in (direction_to(target), wanted(name))
    return f"{'Lower' if down else 'Raise'} {name} from {base} to {text[start:end]}"


def _reach_verb(measure: Measure, tongue: Tongue) -> str:
    return tongue.own("降到" if measure.move is Direction.DECREASE else "提升到")


def _without_verb(text: str, tongue: Tongue) -> str:
    """提升客户满意度 → 客户满意度: the verb stands between the values then."""
    match = wording()["change_zh"].match(fold(text))
    bare = (text[match.end() :] if match else text).strip(END)
    return bare[1:] if bare[:1] in _MOVING else bare


def _bracketed(seen: Observation, key: str, tongue: Tongue) -> str:
    """The line as it stands, with the starting value in brackets behind it."""
    return tongue.say(
        key,
        before=seen.line.text.strip(END),
        baseline=tongue.say("placeholder.baseline"),
        target=tongue.say("placeholder.target"),
    )
