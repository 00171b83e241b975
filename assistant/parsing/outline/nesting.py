"""Which line stands under which: headings, then indentation, then the signs of lists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from assistant.language.script import CJK
from assistant.models import Initiative, KeyResult, Objective
from assistant.parsing.labels.marks import Mark, Role
from assistant.parsing.lines.text_lines import Line
from assistant.parsing.titles.remarks import is_about
from assistant.parsing.titles.title_words import (
    is_generic,
    is_intro,
    is_name,
    is_prose,
    names_a_team,
)

_FULL_STOPS = (".", "。")
_DEEPEST = 30  # what is indented deeper stands at this depth


class Place(StrEnum):
    """What a line was taken for."""

    OPEN = "open"  # not yet decided
    OBJECTIVE = "objective"
    KEY_RESULT = "key_result"
    INITIATIVE = "initiative"
    FIELD = "field"
    SECTION = "section"  # a label for what follows
    INTRO = "intro"  # unread itself, but what stands under it is read as if it were not there
    TITLE = "title"
    UNREAD = "unread"


@dataclass(slots=True, eq=False)
class Node:
    """A line with what stands under it.

    Attributes:
        before: The line beside it, before it, under the same parent.
        under: The roles of all labels below it.
        leads: Whether key results stand right below it.
        lists_results: Whether a label right below it, "Key Results:", has a list of its own.
        nested: Whether most items of its list have items of their own.
        all_nested: Whether all items of its list have items of their own.
        grouped: Whether all items of its list are names, each over items of its own.
        ahead: Whether a list or a key result comes before the next objective or heading.
        number_ahead: The number of the next labelled objective.
        result_ahead: Whether the next label is of one key result, not of an objective.
        results_ahead: Whether the next label is of many key results, or of a table of them.
        after_results: Whether the objective had key results before this line.
        remark: Whether it is a sentence or a field, which no line below stands under.
    """

    line: Line
    index: int
    parent: Node | None = None
    before: Node | None = None
    children: list[Node] = field(default_factory=list)
    under: set[Role] = field(default_factory=set)
    leads: bool = False
    lists_results: bool = False
    nested: bool = False
    all_nested: bool = False
    grouped: bool = False
    ahead: bool = False
    number_ahead: str = ""
    result_ahead: bool = False
    results_ahead: bool = False
    place: Place = Place.OPEN
    after_results: bool = False
    remark: bool = False
    item: Objective | KeyResult | Initiative | None = None

    def labelled(self, *roles: Role) -> bool:
        """Whether its own label is one of these."""
        return self.line.mark is not None and self.line.mark.role in roles

    @property
    def items(self) -> list[Node]:
        """The items of lists directly under it."""
        return [child for child in self.children if child.line.item]


def nest(lines: list[Line], tables: Mapping[int, frozenset[Role]]) -> list[Node]:
    """The lines as nodes, in their order, each knowing what it stands under and beside.

    Args:
        lines: The lines of a text.
        tables: What the tables among them hold, by line number.
    """
    nodes = [Node(line, index) for index, line in enumerate(lines)]
    stack: list[Node] = []
    roots: list[Node] = []
    for node in nodes:
        told = _is_remark(node.line) and not _follows_bare_label(nodes, node)
        node.remark = told or _explains_item(nodes, node) or _explains_heading(nodes, node)
        above = [*stack] if node.remark else stack
        _pop_for(node.line, above)
        del above[_DEEPEST:]
        siblings = above[-1].children if above else roots
        node.parent = above[-1] if above else None
        node.before = siblings[-1] if siblings else None
        siblings.append(node)
        if node.line.kind == "|":
            node.under = set(tables.get(node.line.number, ()))
        elif not node.remark:
            stack.append(node)
    _look_around(nodes)
    _count_nested([roots, *(node.children for node in nodes)])
    return nodes


def _is_remark(line: Line) -> bool:
    """A paragraph of prose, or a field: what comes after it goes on where it was."""
    if line.kind or not line.text:
        return False
    if line.mark:
        return line.mark.role in (Role.ASIDE, Role.FIELD)
    return is_prose(line.text) and not is_intro(line.text)


def _follows_bare_label(nodes: list[Node], node: Node) -> bool:
    """Whether a long sentence stands right below "Objective 1": it is what the label is of."""
    before = nodes[node.index - 1] if node.index else None
    if before is None or node.line.mark or not before.labelled(Role.OBJECTIVE):
        return False
    mark = before.line.mark
    return mark is not None and bool(mark.number) and not before.line.text.strip("*_` ")


def _explains_item(nodes: list[Node], node: Node) -> bool:
    """Whether a sentence with a full stop stands below a numbered item that has none."""
    line = node.line
    before = nodes[node.index - 1].line if node.index else None
    if before is None or line.kind or line.mark or not line.after_blank or not before.item:
        return False
    return line.text.endswith(_FULL_STOPS) and not before.text.endswith(_FULL_STOPS)


def _explains_heading(nodes: list[Node], node: Node) -> bool:
    """Whether a sentence with a full stop stands below a heading that says more than an area."""
    line, before = node.line, nodes[node.index - 1].line if node.index else None
    if before is None or line.kind or line.mark or not line.text.endswith(_FULL_STOPS):
        return False
    said = before.text
    if before.mark:
        aim = before.mark.role is Role.OBJECTIVE and bool(said.strip("*_` "))
        return aim and line.after_blank and line.indent == before.indent
    if not before.heading:
        return False
    if is_generic(said) or names_a_team(said) or said.endswith(_FULL_STOPS):
        return False
    area = len(said.split()) < _FEWEST_WORDS and len(said) < _SHORTEST
    return not area or bool(CJK.match(said[5:]))


_FEWEST_WORDS, _SHORTEST = 3, 20


def _pop_for(line: Line, stack: list[Node]) -> None:
    """Leave on the stack what the line stands under."""
    if line.heading:
        while stack and not (stack[-1].line.heading and stack[-1].line.level < line.level):
            stack.pop()
        return
    while stack and not stack[-1].line.heading and stack[-1].line.indent > line.indent:
        stack.pop()
    _pop_siblings(line, stack)


def _pop_siblings(line: Line, stack: list[Node]) -> None:
    """At one indentation, the sign seen first is the outer list; text is over any list."""
    level = []
    for node in reversed(stack):
        if node.line.heading or node.line.indent != line.indent:
            break
        level.append(node)
    same = next((i for i, node in enumerate(level) if node.line.kind == line.kind), None)
    outermost = not line.item or (line.mark is not None and line.mark.role is Role.OBJECTIVE)
    outermost |= line.kind == "han" and is_about(line.text)  # "三、保障措施" after "（一）…"
    if same is None and outermost:
        same = len(level) - 1
    if same is not None:
        del stack[len(stack) - same - 1 :]


def _look_around(nodes: list[Node]) -> None:
    ahead, number, result, listed = False, "", False, False
    for node in reversed(nodes):
        node.ahead, node.result_ahead, node.results_ahead = ahead, result, listed
        listed = _lists_ahead(node, listed)
        if node.labelled(Role.OBJECTIVE, Role.KEY_RESULT):
            mark = node.line.mark
            result = mark is not None and _names_result(mark, node.line.text)
        if node.line.mark and node.labelled(Role.OBJECTIVE):
            number = node.line.mark.number
        node.number_ahead = number
        if node.labelled(Role.OBJECTIVE) or node.line.heading:
            ahead = False
        elif node.labelled(Role.KEY_RESULT) or node.line.item or node.line.kind == "|":
            ahead = True
        if node.parent:
            _tell_parent(node, node.parent)
        if node.before and node.before.labelled(Role.OBJECTIVE):
            node.before.lists_results |= _lists_results(node)


def _lists_ahead(node: Node, ahead: bool) -> bool:
    """Whether the next label here is of many key results, or a table holds them."""
    if node.line.kind == "|":
        return ahead or node.under == {Role.KEY_RESULT}
    if not node.labelled(Role.OBJECTIVE, Role.KEY_RESULT):
        return ahead
    mark, text = node.line.mark, node.line.text.strip("*_ ")
    bare = node.labelled(Role.KEY_RESULT) and not text
    return mark is not None and (mark.of_many or (bare and not mark.number))


def _names_result(mark: Mark, text: str) -> bool:
    return mark.role is Role.KEY_RESULT and not mark.of_many and bool(text.strip("*_ "))


def _count_nested(groups: list[list[Node]]) -> None:
    """Tell the items of each list whether most of them have items of their own."""
    for group in groups:
        for kind in {node.line.kind for node in group if node.line.item}:
            items = [node for node in group if node.line.kind == kind]
            over = [node for node in items if node.items]
            all_nested = len(over) == len(items)
            grouped = (
                all_nested
                and len(items) > 1
                and all(is_name(node.line.text, "item") for node in items)
            )
            for node in items:
                node.nested, node.grouped = len(over) * 2 >= len(items), grouped
                node.all_nested = all_nested


def _tell_parent(node: Node, parent: Node) -> None:
    parent.under |= node.under
    if node.line.mark:
        parent.under.add(node.line.mark.role)
        parent.lists_results |= _lists_results(node)
    table = node.line.kind == "|" and node.under == {Role.KEY_RESULT}
    result = node.labelled(Role.KEY_RESULT) and not _of_another(node)
    passed_on = node.leads and not node.line.item and not node.line.heading
    if table or result or (passed_on and not node.labelled(Role.OBJECTIVE)):
        parent.leads = True


def _lists_results(node: Node) -> bool:
    """Whether it is a label such as "Key results:" over a list."""
    mark = node.line.mark
    alone = mark is not None and mark.role is Role.KEY_RESULT and not mark.number
    bare = alone and not node.line.text.strip("*_ ")
    return bool(node.items) and mark is not None and (mark.of_many or bare)


def _of_another(node: Node) -> bool:
    """Whether a label names by its number an objective that stands elsewhere: "O2 KRs:"."""
    return node.line.mark is not None and node.line.mark.number.endswith(".")
