"""Whether an objective holds a metric, and whether it names work to carry out."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from assistant.language.lexicon import expressions, last_match
from assistant.language.reading import Role
from assistant.language.words.observation import Observation, listed
from assistant.language.words.segments import CHANGE, MADE, WORK, Segment
from assistant.language.words.tokens import Token
from assistant.models import Span

_PURPOSE = 2  # words before a "to" that opens a purpose
_WORD = 2  # a Chinese name as short as this is that of an area, not of one piece of work
_AREA = 6  # the longest word for an area


def has_metric(seen: Observation) -> bool:
    """A number or word that quantifies what is to be reached."""
    weight = expressions("objectives", "weight").search(seen.folded)
    end = weight.start() if weight else len(seen.folded)
    if seen.threshold or any(bar.span.start < end for bar in seen.bars):
        return True
    return any(q.frequency and q.span.start < end for q in seen.line.quantities)


def is_task(seen: Observation) -> bool:
    """Work as the main clause: it opens with a verb of work, or names one piece of it."""
    lead = _main(seen)
    if is_fulfilled(seen) or (lead and _is_granted(seen, lead)):
        return True
    if lead and expressions("objectives", "moved").match(seen.folded, lead.start):
        return True
    if lead is None or lead.tokens[0].tag in ("to", "be") or _is_state(seen, lead):
        return False  # 让…, 成为…: what others come to do, what one comes to be
    if lead.opens_with_verb:
        return _opens_with_task(seen, lead)
    if expressions("objectives", "named").search(seen.folded, lead.start):
        return True  # to the end of the line: a version has a stop in it
    if lead.has("up", "down", "improve", "keep", "win", "others", "more", "be", "ideal"):
        return False
    if lead.tokens[0].tag in ("out", "inner") and lead.head != "event":
        return lead.tokens[0].tag == "inner" and lead.is_done and not lead.has("abstract")
    return _names_work(seen, lead)


def _is_granted(seen: Observation, lead: Segment) -> bool:
    """Whether it is to be certified, or made for somebody."""
    return _says(seen, lead, "certified") or _is_for_somebody(seen, lead)


def is_fulfilled(seen: Observation) -> bool:
    """Whether it only says that a target set elsewhere gets done (hit the KPI, 達成業績)."""
    return _fulfilled(seen) is not None


def _fulfilled(seen: Observation) -> Span | None:
    lead = _main(seen)
    if lead is None:
        return None
    found = expressions("objectives", "fulfilled").match(seen.folded, lead.start)
    return Span(start=lead.start, end=lead.end) if found else None


def _is_for_somebody(seen: Observation, lead: Segment) -> bool:
    """Whether a thing is made for others (为销售团队搭建数据仓库), not a culture or the like."""
    served = expressions("objectives", "for_whom").match(seen.folded, lead.start)
    soft = listed("objectives", "soft")
    return served is not None and not soft.search(seen.folded, served.end(), lead.end)


def _main(seen: Observation) -> Segment | None:
    """The part that says what the objective is; not means or time in front (通过…，…后，)."""
    if not seen.segments:
        return None
    behind = seen.segments[seen.segments.index(seen.lead) + 1 :]
    means = seen.lead.tokens[0].tag == "by" or _says(seen, seen.lead, "when")
    if means and behind and behind[0].mark == "comma":
        return behind[0]
    return _behind_ground(seen, behind) or seen.lead


def _behind_ground(seen: Observation, behind: Sequence[Segment]) -> Segment | None:
    """The part with the verb behind a place or ground (在现有格式的基础上，添加…)."""
    first = next((s for s in behind if s.mark == "comma"), None)
    opens = seen.lead.tokens[0].tag == "prep" and seen.lead.tokens[0].form == "zh"
    return first if opens and first and first.opens_with_work else None


def _says(seen: Observation, lead: Segment, key: str) -> bool:
    """Whether the lead matches an expression of a list."""
    found = expressions("objectives", key).search(seen.folded, lead.start, lead.end)
    return found is not None


def _is_state(seen: Observation, lead: Segment) -> bool:
    last = lead.tokens[-1]
    told = _says(seen, lead, "state") or (not lead.opens_with_verb and _ends_as_state(seen))
    return told or (last.form == "zh" and last.tag in ("up", "down", "improve"))


def _ends_as_state(seen: Observation) -> bool:
    """Whether a later part says how things shall be (司机调设置，眼睛不用离开路面)."""
    start = seen.segments[-1].start
    return expressions("objectives", "state").search(seen.folded, start) is not None


def _opens_with_task(seen: Observation, lead: Segment) -> bool:
    verb, *behind = _clause(seen, lead)
    word = listed("objectives", "found").match(seen.folded, verb.start)
    if word and word.end() == verb.end:
        return _is_found(seen, lead, verb, behind)
    if listed("objectives", "stance").match(seen.folded, verb.start):
        return False
    if listed("objectives", "work").match(seen.folded, verb.start):
        return bool(behind) and (verb.form == "zh" or behind[0].tag not in ("more", "be"))
    if lead.has("standard") and verb.tag in ("pass", "win", "others"):
        return True
    if verb.tag in ("improve", "up") or any(bar.role is Role.CHANGE for bar in seen.bars):
        return _is_worked_on(seen, lead, verb)
    if verb.form == "ed":
        return _is_reported(seen, lead, verb, behind)
    counted = verb.tag == "act" and any(t.tag == "target" for t in behind)
    return verb.tag in WORK and (counted or _makes(seen, lead, behind))


def _is_reported(seen: Observation, lead: Segment, verb: Token, behind: Sequence[Token]) -> bool:
    """Whether a piece of work is said as if done (delivered a plan, we have written standards)."""
    told = lead.tokens[0].tag == "we" or (bool(behind) and behind[0].tag == "det")
    made = verb.tag in ("make", "finish", "act") and bool(MADE & {t.tag for t in _thing(behind)})
    return told and made and _makes(seen, lead, behind)


def _is_worked_on(seen: Observation, lead: Segment, verb: Token) -> bool:
    """Whether what is to be better or larger is built at that (完善制度, expand the team)."""
    if verb.form == "ed" or not listed("objectives", "built_up").match(seen.folded, verb.start):
        return verb.form == "" and lead.is_done
    return lead.head in MADE or (verb.form == "" and lead.head == "inner")


def _is_found(seen: Observation, lead: Segment, verb: Token, behind: Sequence[Token]) -> bool:
    """Whether what is got or made is one thing (find a partner, get certified)."""
    if not behind or any(t.tag == "target" for t in behind):
        return False
    if lead.has("standard") or _says(seen, lead, "granted"):
        return True
    thing = _thing(behind)
    if _says(seen, lead, "brought"):
        return any(set(t.tags) & MADE for t in thing)
    people = verb.tag == "get" and bool(thing) and thing[-1].tag in ("out", "inner")
    one = seen.folded.startswith(_ONE, behind[0].start)
    made = verb.form == "zh" and any(t.tag in MADE for t in thing)
    return (people or one or made) and _makes(seen, lead, behind)


_ONE = ("a ", "an ", "new ", "another ")


def _makes(seen: Observation, lead: Segment, behind: Sequence[Token]) -> bool:
    """Whether what is made is a thing, not a state such as a culture."""
    thing = _thing(behind)
    if not thing or any(t.tag in ("ideal", "more") for t in thing) or _says(seen, lead, "enjoyed"):
        return False
    last = thing[-1]
    if last.tag == "metric" or (last.tag == "abstract" and last.form != "zh"):
        return False
    return listed("objectives", "soft").search(seen.folded, last.start, last.end) is None


def _thing(behind: Sequence[Token]) -> list[Token]:
    """The object of the verb, without what is tied to it, dates and numbers."""
    ends = (i for i, t in enumerate(behind) if t.form != "zh" and t.tag in _TIES)
    kept = behind[: next(ends, len(behind))]
    return [t for t in kept if t.tag not in ("date", "scope", "target", "stop", "quote")]


_TIES = frozenset({"prep", "of", "to", "by"})


def _clause(seen: Observation, lead: Segment) -> list[Token]:
    """The lead from its verb on, without the purpose behind it (to win more trust, so that ...)."""
    at = seen.segments.index(lead)
    tokens = list(lead.tokens[lead.first_verb :])
    if _goes_on(tokens) and at + 1 < len(seen.segments):
        tokens += seen.segments[at + 1].tokens
    ends = (i for i, t in enumerate(tokens) if t.tag == "to" and i > _PURPOSE)
    return tokens[: next(ends, len(tokens))]


def _goes_on(tokens: Sequence[Token]) -> bool:
    """Whether the object comes behind the comma: write and send it; a small, devoted ..."""
    return len(tokens) == 1 or (len(tokens) == _PURPOSE + 1 and tokens[1].tag == "det")


def _names_work(seen: Observation, lead: Segment) -> bool:
    """Whether a line without an opening verb names one piece of work."""
    if any(t.form == "zh" for t in lead.tokens):
        return _names_chinese_work(seen, lead)
    if any(a.tag == "dash" and b.tag in WORK for a, b in pairwise(lead.tokens)):
        return True
    words = _thing(lead.tokens)
    if not words or lead.has("metric", "target", *CHANGE):
        return False
    qualified = len(lead.tokens) > 1 or " " in seen.folded[words[-1].start : words[-1].end]
    return qualified and not {"event", "project"}.isdisjoint(words[-1].tags)


def _names_chinese_work(seen: Observation, lead: Segment) -> bool:
    if lead.end - lead.start <= _WORD and not lead.has("event", "standard"):
        return False
    moved = seen.folded.startswith(("把", "将"), lead.start)
    if lead.has("finish") and lead.is_done:
        return True
    start = max(lead.start, lead.end - _AREA)
    area = last_match(listed("objectives", "areas"), seen.folded, start, lead.end)
    if (area and area.end() == lead.end and not moved) or (lead.has("reach") and lead.targets):
        return False
    if lead.has("metric", "abstract") and not lead.has("deliv"):
        return False
    return lead.has(*WORK, "event", "project")


def task_words(seen: Observation) -> Span | None:
    """What names the work: all of a target set elsewhere, a verb or noun; else the first words."""
    if not seen.tokens:
        return None
    if fulfilled := _fulfilled(seen):
        return fulfilled
    verbs = [t for t in seen.tokens if t.tags[0] in WORK]
    shown = (verbs or list(seen.tokens))[0]
    return Span(start=shown.start, end=shown.end)
