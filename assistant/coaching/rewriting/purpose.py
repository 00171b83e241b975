"""The metric that a line itself says its work is for (to raise X, 以提升X)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.coaching.rewriting.compose import Measure, Tongue, measured
from assistant.coaching.rewriting.drafts import Line
from assistant.coaching.rewriting.expressions import expression
from assistant.coaching.rewriting.library import metric_in
from assistant.coaching.rewriting.shortening import EDGES
from assistant.coaching.rewriting.wanted import surely
from assistant.language.facts.verdicts import observe
from assistant.language.figures.direction import direction_of
from assistant.language.script import fold
from assistant.language.words.observation import Observation
from assistant.language.words.segments import CHANGE, Segment
from assistant.language.words.tokens import Token


def of_purpose(text: str, tongue: Tongue) -> Iterator[Line]:
    """The metric that a line itself says its work is for, with both values to fill in."""
    seen = observe(text)
    name = purpose(seen)
    if name is None or any(not char.isascii() for char in name) is not tongue.chinese:
        return
    known = metric_in(name)
    move = direction_of(seen.line) or surely(name)
    unit = tongue.words(known.unit.en, known.unit.zh) if known else None
    shown = name if tongue.chinese else name[:1].upper() + name[1:]
    measure = Measure(shown, move, unit, known.id if known else None)
    yield Line(measured(measure, tongue), measure, tongue.tell("why.purpose", name=name))


def purpose(seen: Observation) -> str | None:
    """The metric that the line itself says the work is for (to raise X, 以提升X)."""
    for index, segment in enumerate(seen.segments):
        found = _aim(seen, segment, first=index == 0)
        if found:
            return found
    return None


def _aim(seen: Observation, segment: Segment, *, first: bool) -> str | None:
    tokens = segment.tokens
    for place, token in enumerate(tokens):
        if first and place == 0:
            continue
        led = place == 0 or tokens[place - 1].tag in ("to", "by", "of") or token.form == "zh"
        behind = tokens[place + 1 :]
        if token.tag in CHANGE and led and any(t.tag in ("metric", "defect") for t in behind):
            last = max(i for i, t in enumerate(behind) if t.tag in ("metric", "defect", "share"))
            name = seen.line.text[token.end : behind[last].end].strip(EDGES)
            goes_on = _goes_on(behind[last:], last_form=token.form)
            held = _is_condition(seen, behind[last].end, name)
            if not (name.startswith("的") or goes_on or held):
                return name
    return None


def _is_condition(seen: Observation, end: int, name: str) -> bool:
    """Whether it is only what has to hold besides, or a list of what is wanted: 低时延、高吞吐."""
    held = expression("cutting", "condition_zh").match(seen.folded, end)
    return held is not None or expression("cutting", "listed_zh").search(fold(name)) is not None


def _goes_on(tokens: Sequence[Token], *, last_form: str) -> bool:
    """质量意识 is no quality: the metric is part of a longer Chinese word."""
    if last_form != "zh" or len(tokens) < _TWO:
        return False
    metric, behind = tokens[:_TWO]
    return metric.end == behind.start and behind.tag in ("x", "deliv", "abstract")


_TWO = 2
