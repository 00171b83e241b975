"""A wish gets its values: Improve NPS → Improve NPS from [baseline to confirm] to [target]."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.coaching.rewriting.anatomy import plain, unmarked
from assistant.coaching.rewriting.compose import Measure, Tongue, measured
from assistant.coaching.rewriting.drafts import Line, wording
from assistant.coaching.rewriting.expressions import DOING, patterns
from assistant.coaching.rewriting.library import metric_in
from assistant.coaching.rewriting.shortening import END
from assistant.coaching.rewriting.wanted import surely
from assistant.language.facts.verdicts import observe
from assistant.language.figures.direction import direction_of
from assistant.language.reading import Role
from assistant.language.script import fold
from assistant.language.words.observation import MEASURED, Observation
from assistant.language.words.vocabulary import NOUN_CLASSES, vocabulary
from assistant.models import Direction

_CHANGES = frozenset({"up", "down", "improve", "reach"})
_LONGEST_NAME = 20  # characters of a line that is itself a name


def complete(text: str, tongue: Tongue) -> Iterator[Line]:
    """The wish with both values, where it names its metric; the plainest wording first."""
    bare = _without_better(without_vague(plain(text), tongue))
    seen = observe(bare)
    stated = _stated_baseline(observe(text))
    if not any(token.tag in MEASURED for token in seen.tokens):
        return
    for line in _chinese(seen, text, tongue) if tongue.chinese else _english(seen, tongue):
        open_value = tongue.say("placeholder.baseline")
        yield replace(line, text=line.text.replace(open_value, stated)) if stated else line


def with_bracket(name: str, text: str) -> str:
    """A Chinese name with what its line says behind it in brackets: 采用率（草稿被采用的比例）."""
    whole = unmarked(text).strip().rstrip(END)
    bracket = wording()["bracket_zh"].search(whole)
    return whole if bracket and whole[: bracket.start()].strip() == name else name


def _without_better(text: str) -> str:
    """Guest happiness trends in a positive direction → guest happiness."""
    tail = wording()["better_tail_en"].search(fold(text))
    return text[: tail.start()] if tail else text


def trend(text: str, tongue: Tongue) -> Iterator[Line]:
    """Churn down, More visitors: what is named is what moves, be it a known metric or not."""
    bare = without_vague(plain(text), tongue)
    felt = wording()["felt_zh" if tongue.chinese else "felt_en"].fullmatch(fold(bare))
    if felt:
        part = "state" if felt.groupdict().get("state") else "felt"
        yield _felt(bare[felt.start(part) : felt.end(part)].strip(), tongue)
    chore = wording()["chore_zh" if tongue.chinese else "chore_en"].fullmatch(fold(bare))
    if chore:
        yield _taking_time(bare[chore.start("chore") : chore.end("chore")].strip(), tongue)
    yield from () if tongue.chinese else _risen(bare, tongue)
    found = wording()["trend_zh" if tongue.chinese else "trend_en"].fullmatch(fold(bare))
    if found is None:
        return
    part = "what" if found["what"] else "name"
    name = bare[found.start(part) : found.end(part)].strip()
    if tongue.chinese and not any(token.tag in MEASURED for token in observe(name).tokens):
        return  # 英语口语提升 names no metric yet
    if not tongue.chinese and not names_things(name):
        return  # more attentive at check-in
    ways = found.groupdict()
    if ways.get("faster"):
        take = "take" if name.endswith("s") and not name.endswith("ss") else "takes"
        measures = [Measure(f"Time that {name} {take}", Direction.DECREASE, None, None)]
    else:
        move = Direction.DECREASE if ways["down"] or ways["less"] else Direction.INCREASE
        measures = list(_counted(name, move, tongue))
    for measure in measures:
        yield Line(measured(measure, tongue), measure)


def _risen(text: str, tongue: Tongue) -> Iterator[Line]:
    """Gain X% increase in visits: the metric that shall rise by what the line leaves open."""
    risen = wording()["risen_en"].fullmatch(fold(text))
    name = text[slice(*risen.span("what"))].strip() if risen else ""
    if name and names_things(name):
        move = direction_of(observe(text).line) or surely(name)
        measure = next(_counted(name, move, tongue))
        yield Line(measured(measure, tongue), measure)


def names_things(name: str) -> bool:
    """Whether English words name things or a metric, rather than say how somebody is."""
    head = re.split(" (?:in|at|on|from|of|with|to|for|by) ", fold(name))[0].split(" ")[-1]
    listed = vocabulary()[0].get(head)
    known = listed is not None and any(tag in (*NOUN_CLASSES, "defect") for tag in listed.tags)
    return known or head.endswith("s") or metric_in(name) is not None


def _taking_time(chore: str, tongue: Tongue) -> Line:
    """Less paperwork is time that is free again."""
    measure = Measure(
        tongue.say("outcome.time", chore=chore), Direction.DECREASE, tongue.words("hours", "小时")
    )
    return Line(measured(measure, tongue), measure)


def _felt(name: str, tongue: Tongue) -> Line:
    """Better candidate experience shows in what those concerned say when asked."""
    measure = Measure(
        tongue.say("outcome.felt", name=name), Direction.INCREASE, tongue.words("points", "分")
    )
    return Line(measured(measure, tongue), measure)


def _counted(name: str, move: Direction, tongue: Tongue) -> Iterator[Measure]:
    known = metric_in(name)
    unit = tongue.words(known.unit.en, known.unit.zh) if known else None
    shown = name if tongue.chinese else name[:1].upper() + name[1:]
    for named in (shown,) if tongue.chinese else (shown, f"Number of {name}"):
        yield Measure(named, move, unit, known.id if known else None)


def without_vague(text: str, tongue: Tongue) -> str:
    """The text without the words that only swell it."""
    pattern = wording()["vague_zh" if tongue.chinese else "vague_en"]
    kept, at = [], 0
    for match in pattern.finditer(fold(text)):
        kept.append(text[at : match.start()])
        at = match.end()
    bare = "".join([*kept, text[at:]]).strip(END)
    return bare[:1].upper() + bare[1:] if bare and text[:1].isupper() else bare


def _english(seen: Observation, tongue: Tongue) -> Iterator[Line]:
    text = seen.line.text
    if wording()["work_en"].match(seen.folded):
        return
    opens = seen.lead.opens_with_verb and seen.lead.tokens[seen.lead.first_verb].tag in _CHANGES
    moved = wording()["moved_en"].match(seen.folded)
    if opens and not moved:
        tail = wording()["time_tail_en"].search(seen.folded)
        body, rest = (text[: tail.start()], text[tail.start() :]) if tail else (text, "")
        name = body[seen.lead.tokens[seen.lead.first_verb].end :].strip(END)
        measure = _measure(name, seen, tongue)
        values = _values(tongue)
        yield Line(f"{body} from {values[0]} to {values[1]}{rest}", measure)
        yield Line(measured(measure, tongue), measure)
    elif not _is_work(seen) and _is_measured(_subject(seen)):
        name = _subject(seen)[moved.end() if moved else 0 :]
        measure = _measure(name or _subject(seen), seen, tongue)
        yield Line(measured(measure, tongue), measure)


def _is_measured(name: str) -> bool:
    """Whether a subject names what can be measured; our team is none."""
    if wording()["group_en"].search(fold(name)):
        return False
    return (
        any(token.tag in MEASURED for token in observe(name).tokens) or metric_in(name) is not None
    )


def _is_work(seen: Observation) -> bool:
    """Roll out a wellbeing programme is no wish, though it names what can be measured."""
    if patterns()["verb_en"].fullmatch(seen.folded.partition(" ")[0]):
        return True
    first = seen.tokens[0]
    return first.start == 0 and first.tag in (*DOING, "deed") and first.form == ""


def _subject(seen: Observation) -> str:
    """What stands in front of the verb of change: Team satisfaction increases."""
    for token in seen.tokens[1:]:
        if token.tag in (*_CHANGES, "be") and token.start > 0:
            return seen.line.text[: token.start].strip(END)
    return seen.line.text.strip(END)


def _measure(name: str, seen: Observation, tongue: Tongue) -> Measure:
    known = metric_in(name)
    move = direction_of(seen.line) or surely(name)
    unit = tongue.words(known.unit.en, known.unit.zh) if known else None
    shown = name[:1].upper() + name[1:] if not tongue.chinese else name
    return Measure(shown, move, unit, known.id if known else None)


def _values(tongue: Tongue) -> tuple[str, str]:
    return tongue.say("placeholder.baseline"), tongue.say("placeholder.target")


def _chinese(seen: Observation, text: str, tongue: Tongue) -> Iterator[Line]:
    for name in filter(None, _names(seen)):
        measure = _measure(with_bracket(name, text), seen, tongue)
        yield Line(measured(measure, tongue), measure)


def _names(seen: Observation) -> Iterator[str]:
    """What the verb of change is about; else the whole line."""
    folded, text = seen.folded, seen.line.text
    for match in wording()["change_zh"].finditer(folded):
        end = re.compile(r"[,;。，；]|$").search(folded, match.end())
        name = text[match.end() : end.start() if end else None].strip(END)
        if len(name) > 1 and any(t.tag in MEASURED for t in observe(name).tokens):
            yield name.removesuffix("水平") if len(name) > 6 else name
    yield _before_move(seen)


def _before_move(seen: Observation) -> str:
    """部署耗时明显下降: the name in front of the verb."""
    for token in seen.tokens[1:]:
        if token.tag in _CHANGES and token.form == "zh" and token.end >= len(seen.folded) - 2:
            return seen.line.text[: token.start].strip(END)
    whole = seen.line.text.strip(END)
    return whole if len(whole) <= _LONGEST_NAME else ""


def _stated_baseline(seen: Observation) -> str | None:
    """A starting value that the wish gives already (现在100个)."""
    for quantity in seen.line.quantities:
        if quantity.role is Role.BASELINE:
            return seen.line.text[quantity.span.start : quantity.span.end]
    return None
