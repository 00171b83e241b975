"""What an item of a list without a label is: by what it stands under, beside and after."""

from __future__ import annotations

from assistant.parsing.marks import Role
from assistant.parsing.nesting import Node, Place
from assistant.parsing.state import PLACES, TRANSPARENT, Section, State, leads_to_results, owner_of
from assistant.parsing.titles import is_intro, is_prose

_CLOSED = (Place.KEY_RESULT, Place.INITIATIVE, Place.UNREAD, Place.FIELD)


def place_of_item(node: Node, state: State) -> Place:
    """What an item of a list is."""
    owner, section = owner_of(node), state.section
    if section and owner is section.node:
        return in_section(node, section)
    if _like_objective(node, state) and leads_to_results(node, state):
        return Place.OBJECTIVE
    if owner and owner.place in _CLOSED:
        return Place.UNREAD
    if Role.OBJECTIVE in node.under:
        return Place.INTRO
    if node.leads and not is_prose(node.line.text):
        return Place.OBJECTIVE
    if section and not (owner and owner.index > section.node.index):
        return in_section(node, section)
    return _like_sibling(node, state) or _below(node, owner, state)


def in_section(node: Node, section: Section) -> Place:
    """What stands directly in a section: what its label says."""
    remark = node.parent is not None and node.parent.place is Place.UNREAD
    if section.used and section.of_one and remark:
        return Place.UNREAD
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


def _like_sibling(node: Node, state: State) -> Place | None:
    """The place of the item before it in the same list."""
    before = _alike(node)
    while before and before.place in (Place.FIELD, Place.UNREAD, Place.SECTION):
        before = _alike(before)
    if before is None or before.place in TRANSPARENT:
        return None
    if not before.labelled(Role.OBJECTIVE):
        return before.place
    if state.explicit_results:
        return Place.UNREAD
    if before.items:
        return Place.OBJECTIVE if node.items else Place.UNREAD
    return Place.KEY_RESULT


def _alike(node: Node) -> Node | None:
    before = node.before
    return before if before and before.line.kind == node.line.kind else None


def _below(node: Node, owner: Node | None, state: State) -> Place:
    if owner and owner.place is Place.OBJECTIVE:
        labelled = state.explicit_results and (owner.leads or not owner.line.mark)
        if labelled or owner.lists_results or state.results_listed_later(node):
            return Place.UNREAD
        lead = node.parent
        later = lead is not None and lead.place is Place.INTRO and lead.after_results
        return Place.UNREAD if later else Place.KEY_RESULT
    if state.objective and not state.objective.line.item:
        return Place.UNREAD if state.has_results else Place.KEY_RESULT
    if node.nested and not state.has_objectives and not state.explicit_results:
        return Place.OBJECTIVE
    return Place.UNREAD if state.labelled else Place.KEY_RESULT
