"""OKRs that a document only shows as an example, beside those that it is about."""

from __future__ import annotations

import re
from functools import cache

from assistant.language.script import fold
from assistant.parsing.labels.marks import Role
from assistant.parsing.names import data
from assistant.parsing.outline.nesting import Node
from assistant.parsing.outline.state import is_under
from assistant.parsing.titles.remarks import is_explanation
from assistant.patterns import compiled

_LONGEST_LEAD = 120
_LEAD_ENDS = (":", "：", ".", "。")


def examples_in(nodes: list[Node]) -> frozenset[int]:
    """The indexes of the lines of examples; none where the document has no OKRs besides.

    Args:
        nodes: All lines of a document.
    """
    shown: set[int] = set()
    for node in nodes:
        if node.index not in shown and _announces(node):
            shown.update(_shown_by(node, nodes))
    if not any(_is_okr(nodes[index]) for index in shown):
        return frozenset()
    own = any(_is_okr(node) and node.index not in shown for node in nodes)
    return frozenset(shown) if own else frozenset()


def _announces(node: Node) -> bool:
    """Whether a heading, or a line that leads to others, says that an example follows."""
    line = node.line
    text = line.label + line.text
    entry = node.labelled(Role.OBJECTIVE, Role.KEY_RESULT, Role.INITIATIVE)
    if entry or line.kind == "|" or len(text) > _LONGEST_LEAD:
        return False
    leads = line.heading or text.rstrip(" *_").endswith(_LEAD_ENDS)
    return leads and _words().search(fold(text)) is not None


@cache
def _words() -> re.Pattern[str]:
    words = data("marks")["example"]
    latin = "|".join(word for word in words if word.isascii())
    chinese = "|".join(word for word in words if not word.isascii())
    return compiled(rf"(?<![a-z])(?:{latin})(?![a-z])|(?:{chinese})")


def _shown_by(node: Node, nodes: list[Node]) -> list[int]:
    """What an announcement is of: all below a heading, else the quotation or block that follows."""
    if node.line.heading:
        return [other.index for other in nodes[node.index + 1 :] if is_under(other, node)]
    taken: list[int] = []
    for other in nodes[node.index + 1 :]:
        if not _goes_on(node, other, nodes[taken[-1]] if taken else None):
            break
        taken.append(other.index)
    return taken


def _goes_on(lead: Node, other: Node, last: Node | None) -> bool:
    line = other.line
    if line.heading or line.kind == "|":
        return False
    if last is None or is_under(other, lead):
        return True
    if line.quoted or last.line.quoted:
        return line.quoted and last.line.quoted
    if line.fence or last.line.fence:
        return line.fence == last.line.fence
    return not line.after_blank


def _is_okr(node: Node) -> bool:
    """Whether a label or a table makes it an objective, with words of its own."""
    line = node.line
    if line.kind == "|":
        return Role.OBJECTIVE in node.under
    named = node.labelled(Role.OBJECTIVE) and bool(line.text.strip("*_ "))
    return named and not is_explanation(line.text)
