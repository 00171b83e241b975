"""Parts of a document beside the one whose heading names the OKRs: "## Roles" after "## OKRs"."""

from __future__ import annotations

from assistant.language.script import fold
from assistant.parsing.labels.marks import OKR
from assistant.parsing.outline.nesting import Node
from assistant.parsing.titles.title_fields import title_fields
from assistant.parsing.titles.title_words import is_generic, names_a_team
from assistant.patterns import lazy

_NAMES_OKRS = lazy(
    r"(?<![a-z])okrs?(?![a-z])|objectives? (?:and|&) key results?|目标(?:与|和|及)关键结果"
)


def beside_okrs(nodes: list[Node]) -> frozenset[int]:
    """The indexes of the lines of such parts; none where no heading names OKRs over lists.

    A part that has labels, or names a cycle, a team or a person, may hold more OKRs.

    Args:
        nodes: All lines of a document.
    """
    headings = [node for node in nodes if node.line.heading]
    named = [node for node in headings if _is_of_okrs(node)]
    rank = min((node.line.level for node in named), default=0)
    beside: set[int] = set()
    inside = False
    for node in nodes if named else ():
        if node.line.heading and node.line.level <= rank:
            inside = node.line.level == rank and not _may_hold(node)
        if inside:
            beside.add(node.index)
    return frozenset(beside)


def _is_of_okrs(node: Node) -> bool:
    text = fold(node.line.text)
    if not _NAMES_OKRS.search(text) or not is_generic(text) or node.line.mark:
        return False
    return any(child.line.heading or child.items for child in node.children)


def _may_hold(node: Node) -> bool:
    text = node.line.text
    named = is_generic(text) or names_a_team(text) or bool(title_fields(text))
    return named or node.line.mark is not None or not node.under.isdisjoint(OKR)
