"""What a line without a label is, from where it stands: under what, beside what, after what."""

from __future__ import annotations

from dataclasses import dataclass, field

from assistant.parsing.marks import Role
from assistant.parsing.nesting import Node, Place
from assistant.parsing.titles import (
    announces_initiatives,
    announces_key_results,
    announces_objectives,
    is_generic,
    is_intro,
    is_prose,
    names_a_team,
)
from assistant.parsing.wording import whole_text

PLACES = {
    Role.OBJECTIVE: Place.OBJECTIVE,
    Role.KEY_RESULT: Place.KEY_RESULT,
    Role.INITIATIVE: Place.INITIATIVE,
    Role.ASIDE: Place.UNREAD,
}
_TRANSPARENT = (Place.INTRO, Place.SECTION, Place.TITLE)
_CLOSED = (Place.KEY_RESULT, Place.INITIATIVE, Place.UNREAD, Place.FIELD)


@dataclass(slots=True)
class Section:
    """A label such as "Key Results:" whose lines follow; `one` wants a single line."""

    role: Role
    node: Node
    one: bool = False
    used: bool = False


@dataclass(slots=True)
class State:
    """What the lines before have told."""

    nodes: list[Node]
    objective: Node | None = None
    has_results: bool = False  # the objective
    section: Section | None = None
    labelled: bool = field(init=False)
    has_objectives: bool = field(init=False)
    has_lists: bool = field(init=False)

    def __post_init__(self) -> None:
        self.has_objectives = any(node.labelled(Role.OBJECTIVE) for node in self.nodes)
        self.labelled = self.has_objectives or any(
            node.labelled(Role.KEY_RESULT) for node in self.nodes
        )
        self.has_lists = any(node.line.item or node.line.kind == "|" for node in self.nodes)

    def after(self, node: Node) -> Node | None:
        """The next line."""
        return self.nodes[node.index + 1] if node.index + 1 < len(self.nodes) else None


def owner_of(node: Node) -> Node | None:
    """The nearest line above it in the outline that is an objective, a result or a remark."""
    above = node.parent
    while above and (above.place in _TRANSPARENT or _is_paragraph(above)):
        above = above.parent
    return above


def _is_paragraph(node: Node) -> bool:
    return node.place is Place.UNREAD and not node.line.kind


def is_under(node: Node, above: Node) -> bool:
    """Whether a line stands anywhere under another."""
    parent = node.parent
    while parent and parent is not above:
        parent = parent.parent
    return parent is above


def announced_by(text: str) -> Role | None:
    """What a lead says that its list will be."""
    if announces_initiatives(text):
        return Role.INITIATIVE
    if announces_key_results(text):
        return Role.KEY_RESULT
    return Role.OBJECTIVE if announces_objectives(text) else None


# Items of lists


def place_of_item(node: Node, state: State) -> Place:
    """What an item of a list is."""
    owner, section = owner_of(node), state.section
    if section and owner is section.node:
        return _in_section(node, section)
    if _like_objective(node, state) and _leads_to_results(node, state):
        return Place.OBJECTIVE
    if owner and owner.place in _CLOSED:
        return Place.UNREAD
    if Role.OBJECTIVE in node.under:
        return Place.INTRO
    if node.leads and not is_prose(node.line.text):
        return Place.OBJECTIVE
    if section and not (owner and owner.index > section.node.index):
        return _in_section(node, section)
    return _like_sibling(node) or _below(node, owner, state)


def _in_section(node: Node, section: Section) -> Place:
    if section.role is Role.KEY_RESULT and node.children and is_intro(node.line.text):
        return Place.INTRO
    return PLACES[section.role]


def _like_objective(node: Node, state: State) -> bool:
    """Whether it has the sign of the objective before it: "二、" after "一、"; or is the first."""
    before, following = state.objective, state.after(node)
    if before is None:
        return following is not None and following.line.kind != node.line.kind
    if before.line.mark:
        return False
    return (before.line.kind, before.line.indent) == (node.line.kind, node.line.indent)


def _like_sibling(node: Node) -> Place | None:
    """The place of the item before it in the same list."""
    before = _alike(node)
    while before and before.place in (Place.FIELD, Place.UNREAD, Place.SECTION):
        before = _alike(before)
    if before is None or before.place in _TRANSPARENT:
        return None
    if not before.labelled(Role.OBJECTIVE):
        return before.place
    if before.items:
        return Place.OBJECTIVE if node.items else Place.UNREAD
    return Place.KEY_RESULT


def _alike(node: Node) -> Node | None:
    before = node.before
    return before if before and before.line.kind == node.line.kind else None


def _below(node: Node, owner: Node | None, state: State) -> Place:
    if owner and owner.place is Place.OBJECTIVE:
        lead = node.parent
        later = lead is not None and lead.place is Place.INTRO and lead.after_results
        return Place.UNREAD if later else Place.KEY_RESULT
    if state.objective and not state.objective.line.item:
        return Place.UNREAD if state.has_results else Place.KEY_RESULT
    if node.nested:
        return Place.OBJECTIVE
    return Place.UNREAD if state.labelled else Place.KEY_RESULT


# Plain lines


def place_of_plain(node: Node, state: State) -> Place:
    """What a line of plain text is."""
    owner, section, text = owner_of(node), state.section, whole_text(node.line)
    if section and owner is section.node:
        return _in_section(node, section)
    if owner and owner.place in (Place.KEY_RESULT, Place.INITIATIVE, Place.UNREAD):
        return Place.UNREAD
    if section and section.role is Role.OBJECTIVE:
        return Place.OBJECTIVE
    if _leads_to_results(node, state) and not is_prose(text):
        return Place.OBJECTIVE
    if not section and _in_run(node, state) and not is_prose(text):
        return Place.KEY_RESULT
    following = state.after(node)
    if following and following.labelled(Role.OBJECTIVE) and not is_prose(text) and not section:
        return Place.TITLE
    if announced_by(text):
        return Place.SECTION
    return _lead(node, text, state) if node.items else _entry(node, text, state)


def _leads_to_results(node: Node, state: State) -> bool:
    """Whether the next line is a key result's label, and no objective waits for it."""
    if state.objective and not state.has_results:
        return False
    following = state.after(node)
    while following and following.labelled(Role.ASIDE, Role.FIELD):
        following = state.after(following)
    return bool(following and following.labelled(Role.KEY_RESULT))


def _lead(node: Node, text: str, state: State) -> Place:
    """A plain line with a list under it."""
    if state.labelled or is_prose(text) or is_generic(text):
        return Place.INTRO
    if state.objective and not _stands_like(node, state.objective):
        return Place.INTRO
    return Place.TITLE if node.items[0].nested else Place.OBJECTIVE


def _stands_like(node: Node, other: Node) -> bool:
    return not other.line.kind and node.line.indent == other.line.indent


def _entry(node: Node, text: str, state: State) -> Place:
    """A plain line that stands for itself."""
    section = state.section
    if is_prose(text):
        return Place.UNREAD
    if section:
        wanted = section.role is not Role.ASIDE and not section.node.items
        return PLACES[section.role] if wanted else Place.UNREAD
    return _in_block(node, state)


def _in_run(node: Node, state: State) -> bool:
    """Lines straight below an objective that has neither list nor labels."""
    before = state.nodes[node.index - 1] if node.index else None
    if node.line.after_blank or before is None or not state.objective:
        return False
    if before.place is Place.KEY_RESULT:
        return not before.line.mark and not before.line.item
    return before is state.objective and not before.ahead and _run_goes_on(node, state)


def _run_goes_on(node: Node, state: State) -> bool:
    following = state.after(node)
    if following is None or following.line.after_blank or following.line.mark:
        return False
    return not is_prose(following.line.text)


def _in_block(node: Node, state: State) -> Place:
    """In a text without any labels or lists, the first line of a block leads the rest."""
    if state.labelled or state.has_lists:
        return Place.UNREAD
    starts = node.line.after_blank or node.index == 0
    return Place.OBJECTIVE if starts and _run_goes_on(node, state) else Place.UNREAD


# Headings


def place_of_heading(node: Node, state: State) -> Place:
    """What a heading without a label is."""
    text = node.line.text
    if state.objective:
        return Place.INTRO
    if Role.OBJECTIVE in node.under or is_generic(text):
        return Place.TITLE
    if Role.KEY_RESULT in node.under:
        return Place.OBJECTIVE if node.leads and not names_a_team(text) else Place.TITLE
    deeper = any(child.line.heading for child in node.children)
    if state.has_objectives or deeper or not node.items or names_a_team(text):
        return Place.TITLE
    return Place.TITLE if node.items[0].nested else Place.OBJECTIVE
