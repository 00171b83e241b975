"""Whether an objective holds a metric, and whether it names work to carry out."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.language.observation import Observation
from assistant.language.segments import CHANGE, MADE, WORK, Segment
from assistant.language.tokens import NOUN_CLASSES, Token
from assistant.models import Span

_EMPTY = frozenset({"light", "get"})
_PURPOSE = 2  # words before a "to" that opens a purpose


def has_metric(seen: Observation) -> bool:
    """A number or word that quantifies what is to be reached."""
    return bool(seen.bars or seen.threshold) or any(q.frequency for q in seen.line.quantities)


def is_task(seen: Observation) -> bool:
    """Work as the main clause: it opens with a verb of work, or ends with one."""
    if not seen.segments or seen.lead.tokens[0].tags[0] == "to":
        return False  # 让…: what others come to do
    if seen.lead.opens_with_verb:
        return _opens_with_task(seen.lead)
    if seen.lead.tokens[0].tags[0] in ("out", "inner") and not seen.lead.is_done:
        return False
    if seen.lead.has(*CHANGE, "others", "more", "be", "metric", "ideal", "abstract"):
        return False
    return seen.lead.has(*WORK) or seen.lead.head == "event"


def _opens_with_task(lead: Segment) -> bool:
    verb = lead.tokens[lead.first_verb].tags[0]
    tags = {token.tags[0] for token in _main(lead)}
    if verb == "improve":
        return lead.head in MADE or lead.is_done
    if verb not in WORK or (verb in _EMPTY and not tags & MADE):
        return False
    if verb != "make" and tags & {"metric", "more", "others"}:
        return False
    return "ideal" not in tags and not _is_state(_main(lead))


def _is_state(tokens: Sequence[Token]) -> bool:
    """Whether what is built is no thing: a culture, an atmosphere."""
    nouns = [t.tags[0] for t in tokens if t.tags[0] in (*NOUN_CLASSES, "abstract")]
    return nouns[-1:] == ["abstract"] and tokens[-1].tags[0] != "x"


def _main(lead: Segment) -> list[Token]:
    """The lead without the purpose behind it (to win more trust, so that ...)."""
    tokens = list(lead.tokens)
    ends = (i for i, t in enumerate(tokens) if t.tags[0] == "to" and i > _PURPOSE)
    return tokens[: next(ends, len(tokens))]


def task_words(seen: Observation) -> Span | None:
    """The verb or noun that names the work; else the first words."""
    if not seen.tokens:
        return None
    verbs = [t for t in seen.tokens if t.tags[0] in WORK]
    shown = (verbs or list(seen.tokens))[0]
    return Span(start=shown.start, end=shown.end)
