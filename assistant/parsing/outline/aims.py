"""An objective told in a sentence over its key results: "Our objective this year is to grow."."""

from __future__ import annotations

from assistant.language.script import fold
from assistant.parsing.labels.marks import Role
from assistant.parsing.outline.nesting import Node
from assistant.parsing.outline.state import State
from assistant.parsing.titles.title_words import is_intro
from assistant.patterns import lazy

_LONGEST = 300
_OF = r"[^.:;!?。；！？]{0,60}?"
_AIM = lazy(
    rf"(?:in support of )?(?:our|my)\b{_OF}\b(?:objective|goal|aim|okr)\b{_OF}"
    r"\bto (?P<en>[^.;!?]{3,200}?)(?:, we (?:will|want to))?[.:]?"
    r"|(?:i|we) will (?P<measured>[^.:;!?]{3,200}?),? (?:as )?measured by[^.;!?]{0,40}:?"
    r"|(?:本|这个?|今|下|上|全|我|团队|小组|部门|公司)[^,。:;]{0,12}?的?"
    r"(?:主要|核心|首要|第[一二三四]个)?目标(?:就|也)?是[:,]?(?P<zh>[^。:;]{4,80})[。:]?"
)
# "…, so we set ourselves the objective “Make every visit count.”"
_QUOTED = lazy(
    r"(?:(?<![a-z])(?:objective|goal|okr)(?![a-z])|目标)[^.。;:\"”]{0,40}:?\s?"
    r"[\"「『](?P<quoted>[^\"」』]{6,160})[\"」』]"
)
_LONGEST_QUOTING = 1_200


def take_aim(node: Node, state: State) -> bool:
    """Cut a line down to the objective that it tells of; whether it tells of one."""
    line = node.line
    if state.has_objectives or state.tabled or line.item or line.heading or line.more:
        return False
    folded = fold(line.text[:_LONGEST_QUOTING]).rstrip()
    match = (len(folded) <= _LONGEST and _AIM.fullmatch(folded)) or _QUOTED.search(folded)
    if not match or not _leads(node, state):
        return False
    begin, end = match.span(match.lastgroup or 0)
    line.label, line.text = line.text[:begin], line.text[begin:end].strip(" *_")
    line.column += begin
    return True


def _leads(node: Node, state: State) -> bool:
    """Whether a list follows, at once or behind one line that leads to it."""
    following = state.after(node)
    if following is None:
        return False
    lead = is_intro(following.line.text) or following.labelled(Role.KEY_RESULT)
    return following.line.item or (bool(following.items) and lead)
