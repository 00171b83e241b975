"""What a plain line or a heading without a label is."""

from __future__ import annotations

from assistant.parsing.items import in_section
from assistant.parsing.marks import Role
from assistant.parsing.nesting import Node, Place
from assistant.parsing.state import PLACES, Section, State, announced_by, leads_to_results, owner_of
from assistant.parsing.titles import is_generic, is_prose, names_a_team
from assistant.parsing.wording import whole_text
from assistant.patterns import lazy

_LONGEST_LEAD = 80
_MAY_BE_REMARK = lazy(r"[:：|]|[.。!！?？]$")


def place_of_plain(node: Node, state: State) -> Place:
    """What a line of plain text is."""
    owner, section, text = owner_of(node), state.section, whole_text(node.line)
    if section and owner is section.node:
        return in_section(node, section)
    if owner and owner.place in (Place.KEY_RESULT, Place.INITIATIVE, Place.UNREAD):
        return Place.UNREAD
    if section and section.role is Role.OBJECTIVE:
        return _in_objectives(node, section)
    if leads_to_results(node, state) and not is_prose(text):
        return Place.OBJECTIVE
    if not section and _in_run(node, state) and not is_prose(text):
        return Place.KEY_RESULT
    following = state.after(node)
    if following and following.labelled(Role.OBJECTIVE) and not is_prose(text) and not section:
        return Place.TITLE
    if announced_by(text):
        return Place.SECTION
    return _lead(node, text, state) if node.items else _entry(node, text, state)


def _in_objectives(node: Node, section: Section) -> Place:
    """What follows the paragraph of one objective is a remark on it."""
    remark = section.used and section.of_one and node.line.after_blank
    return Place.UNREAD if remark else Place.OBJECTIVE


def _lead(node: Node, text: str, state: State) -> Place:
    """A plain line with a list under it."""
    if state.labelled or is_prose(text) or is_generic(text):
        return Place.INTRO
    if state.objective and not _stands_like(node, state.objective):
        return Place.INTRO
    return Place.TITLE if state.leads.over_objectives(node) else Place.OBJECTIVE


def _stands_like(node: Node, other: Node) -> bool:
    return not other.line.heading and node.line.indent == other.line.indent


def _entry(node: Node, text: str, state: State) -> Place:
    """A plain line that stands for itself."""
    section = state.section
    if is_prose(text):
        return Place.UNREAD
    if section:
        wanted = section.role is not Role.ASIDE and not section.node.items
        return PLACES[section.role] if wanted else Place.UNREAD
    return Place.OBJECTIVE if _like_leads(node, state) else _in_block(node, state)


def _like_leads(node: Node, state: State) -> bool:
    """A line by itself among others that lead lists of key results: it has none yet."""
    before, following = state.nodes[node.index - 1], state.after(node)
    fresh = node.line.after_blank or before.line.heading
    text = node.line.text
    if state.labelled or not fresh or is_generic(text) or len(text) > _LONGEST_LEAD:
        return False
    alone = following is None or following.line.after_blank or following.line.heading
    plain = not _MAY_BE_REMARK.search(text)
    return alone and plain and state.leads.over_results(node) > 1


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
    if state.objective and node.line.level not in state.objective_ranks:
        return Place.INTRO
    if Role.OBJECTIVE in node.under or is_generic(text):
        return Place.TITLE
    if Role.KEY_RESULT in node.under:
        leads = node.leads and not state.explicit_objectives and not names_a_team(text)
        return Place.OBJECTIVE if leads else Place.TITLE
    deeper = any(child.line.heading for child in node.children)
    if state.has_objectives or state.explicit_results or not node.items or names_a_team(text):
        return Place.TITLE
    if deeper and node.items[0].index > node.index + 1:
        return Place.TITLE
    return Place.TITLE if state.leads.over_objectives(node) else Place.OBJECTIVE
