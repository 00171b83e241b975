"""The kind of a key result that states no amount: from its verbs and nouns alone."""

from __future__ import annotations

from assistant.language.lexicon import expressions
from assistant.language.words.observation import Observation
from assistant.language.words.segments import MADE, WORK, Segment
from assistant.models import FactKind


def of_words(seen: Observation) -> FactKind:
    """The kind of a line that states no amount, from its verbs and nouns."""
    lead = seen.lead
    if _turns(lead) or has_state(seen) or _wins_people(lead):
        return FactKind.OUTCOME
    if _is_feature(seen):
        return FactKind.TASK
    if lead.opens_with_verb and lead.verb == "light" and lead.has("more", "ideal", "others"):
        return FactKind.OUTCOME
    if lead.opens_with_work or (lead.opens_with_verb and lead.verb == "others"):
        return FactKind.TASK
    if lead.verb == "others":
        return FactKind.OUTCOME
    if lead.has("up", "down", "improve", "keep", "more"):
        made = lead.head in MADE and not lead.has("metric", "defect", "out", "abstract")
        own = lead.verb in ("improve", "keep") or lead.tokens[0].tags[0] == "more"
        return FactKind.TASK if made and own else FactKind.OUTCOME
    if lead.has(*WORK):
        return FactKind.TASK
    return FactKind.OUTCOME if lead.has("metric", "defect", "out") else FactKind.TASK


def has_state(seen: Observation) -> bool:
    """Whether a sentence of its own subject says how things shall be (customers no longer wait)."""
    if seen.lead.opens_with_work:
        return False
    span = (seen.lead.start, len(seen.folded))
    keys = ("state", "subject") if seen.lead.tokens[0].form == "zh" else ("state",)
    return any(expressions("measures", key).match(seen.folded, *span) for key in keys)


def _wins_people(lead: Segment) -> bool:
    """Acquire users, bring in new donors."""
    return lead.has("out") and lead.opens_with_verb and "win" in lead.tokens[lead.first_verb].tags


def _is_feature(seen: Observation) -> bool:
    """Whether it only says what users can do with the product."""
    feature = expressions("measures", "feature")
    return feature.match(seen.folded, seen.lead.start, seen.lead.end) is not None


def _turns(segment: Segment) -> bool:
    """Whether the sentence ends in a change of its subject (support tickets go down)."""
    for i in range(1, len(segment.tokens)):
        token, before = segment.tokens[i], segment.tokens[i - 1]
        if token.tags[0] in ("up", "down", "improve") and token.form in ("", "s"):
            meant = any(t.tag in ("to", "by") for t in segment.tokens[:i])
            return before.tags[0] in _SUBJECTS and not meant
    return False


_SUBJECTS = frozenset({"x", "metric", "share", "defect", "deliv", "event", "out", "inner"})
