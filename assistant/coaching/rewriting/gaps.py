"""What a line leaves unsaid beside its metric: the day, the source, the owner.

Where a rule misses one of them, a gap is put in brackets behind the line, in the form in which
drafts declare it, with a question that asks for exactly that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from assistant.coaching.rewriting.compose import Tongue, asks_of
from assistant.coaching.rewriting.drafts import Draft
from assistant.models import Finding
from assistant.models.suggestion import Action, Asks
from assistant.parsing.metadata.stripping import strip_metadata

OF_RULES = {"K08": Asks.DUE, "K07": Asks.SOURCE, "S03": Asks.OWNER}
_RULES = {asks: rule for rule, asks in OF_RULES.items()}
_TAIL = re.compile(r"([(（])([^()（）]{1,400})([)）])$")
_OPEN = re.compile(r"\s*[^:：\[\]]{2,20}[:：]\s*\[[^\[\]]{1,24}\]\s*")  # due: [date to set]


def gaps_of(findings: Iterable[Finding]) -> list[Asks]:
    """What the findings of one line miss, in a fixed order; two owners are no gap."""
    missed = {each.rule for each in findings if each.rule in OF_RULES and not each.variant}
    return [asks for rule, asks in OF_RULES.items() if rule in missed]


def with_gaps(text: str, gaps: Sequence[Asks], tongue: Tongue) -> str:
    """No-show rate from 12% to 7% (due: [date to set], source: [source to name])."""
    if not gaps:
        return text
    told = [
        tongue.say(f"gap.{asks.value}", placeholder=tongue.say(f"placeholder.{asks.value}"))
        for asks in gaps
    ]
    return tongue.say("gaps", before=text, gaps=tongue.say("gaps.joint").join(told))


def without_gaps(text: str) -> str:
    """The line as it is judged and spoken of: a gap says nothing yet."""
    tail = _TAIL.search(text)
    if tail is None or "[" not in tail[2]:
        return text
    joint = "，" if "，" in tail[2] else ","
    kept = [piece for piece in tail[2].split(joint) if not _OPEN.fullmatch(piece)]
    shown = f" {tail[1]}{joint.join(kept).strip()}{tail[3]}" if kept else ""
    return (text[: tail.start()].rstrip() + shown).strip() or text


def asked_of_line(draft: Draft, gaps: Sequence[Asks], tongue: Tongue) -> Draft:
    """A draft for one line with its gaps; the parts of a split are asked about when they stand."""
    if draft.action is not Action.REPLACE or not gaps:
        return draft
    first, *more = draft.lines
    others = tuple(
        other.model_copy(update={"after": with_gaps(other.after, gaps, tongue)})
        for other in draft.alternatives
    )
    line = replace(first, text=with_gaps(first.text, gaps, tongue))
    return replace(draft, lines=(line, *more), alternatives=others)


def pending(text: str, tongue: Tongue) -> frozenset[str]:
    """The rules whose gaps stand in a line."""
    return frozenset(_RULES[asks] for asks in asks_of(text, tongue) if asks in _RULES)


def declared(text: str, part: str) -> tuple[str, dict[str, Any]]:
    """A line without the owner, day and source written in brackets behind it, and these; no gaps.

    Args:
        text: The line.
        part: `objective` or `key_result`.
    """
    text = without_gaps(text)
    found = strip_metadata(text, part)
    named = {asks.value for asks in _RULES}
    fields = {name: value for name, value in found.fields.items() if name in named}
    if not fields or fields.keys() != found.fields.keys() or found.left_out:
        return text, {}
    return text[found.start : found.end].strip(), fields
