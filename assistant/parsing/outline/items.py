"""What an item of a list without a label is: by what it stands under, beside and after."""

from __future__ import annotations

from assistant.language.script import fold
from assistant.parsing.labels.marks import Role
from assistant.parsing.lines.explained import take_said
from assistant.parsing.names import words_of
from assistant.parsing.outline.nesting import Node, Place
from assistant.parsing.outline.state import (
    PLACES,
    TRANSPARENT,
    Section,
    State,
    announced_by,
    is_under,
    leads_to_results,
    opens_other_section,
    owner_of,
)
from assistant.parsing.titles.remarks import section_named
from assistant.parsing.titles.title_words import begins_with_verb, is_intro, is_name, is_prose
from assistant.parsing.values import is_whole_name
from assistant.patterns import lazy

_BOLD = lazy(r"(?:\*\*[^*]+\*\*|__[^_]+__)[\s:：.]{0,3}(?:\([^\n]{0,200}\))?\s*")
_CLOSED = (Place.KEY_RESULT, Place.INITIATIVE, Place.UNREAD, Place.FIELD)


def place_of_item(node: Node, state: State) -> Place:
    """What an item of a list is."""
    owner, section = owner_of(node), state.section
    if section and elsewhere(section, state) and is_under(node, section.node):
        return Place.UNREAD
    if section and owner is section.node:
        return in_section(node, section, state)
    closed = owner is not None and owner.place in _CLOSED
    if not closed and (opens_other_section(node) or _announces_lines(node, state)):
        return Place.SECTION
    if _like_objective(node, state) and leads_to_results(node, state):
        return Place.OBJECTIVE
    if closed:
        return Place.OBJECTIVE if _leads_within_notes(node, owner) else Place.UNREAD
    return _place_by_outline(node, owner, state)


def _leads_within_notes(node: Node, owner: Node | None) -> bool:
    """Whether a point of the minutes has labelled key results right below it, but no label."""
    named = is_intro(node.line.text) or is_whole_name(node.line.text)
    labelled = any(_is_one_result(child) for child in node.children)
    within = owner is not None and owner.place is Place.UNREAD
    return within and labelled and not named and not is_prose(node.line.text)


def _is_one_result(node: Node) -> bool:
    mark = node.line.mark
    stated = mark is not None and mark.role is Role.KEY_RESULT and bool(node.line.text.strip())
    return stated and mark is not None and not mark.number.endswith(".")


def _announces_lines(node: Node, state: State) -> bool:
    """Whether it says that the plain lines below it are objectives."""
    below = node.children[0].line if node.children else None
    plain = below is not None and not below.kind and not below.mark
    return plain and not state.labelled and announced_by(node.line.text) is Role.OBJECTIVE


def _place_by_outline(node: Node, owner: Node | None, state: State) -> Place:
    """What an item is by the lines above and below it."""
    section = state.section
    if Role.OBJECTIVE in node.under:
        return Place.INTRO
    if node.grouped and not state.labelled and _over_objectives(node):
        return Place.TITLE
    if node.leads and not is_prose(node.line.text):
        return Place.OBJECTIVE
    if section and not (owner and owner.index > section.node.index):
        return in_section(node, section, state)
    return _like_sibling(node, state) or _below(node, owner, state)


def _over_objectives(node: Node) -> bool:
    """Whether the values stand two levels below a name, under objectives of a person or team."""
    objectives = node.items
    results = [item for each in objectives for item in each.items]
    return all(each.items for each in objectives) and _valued(results) > _valued(objectives)


def _valued(nodes: list[Node]) -> float:
    """Share of the lines that name a value."""
    told = sum(any(map(str.isdigit, node.line.text)) for node in nodes)
    return told / max(len(nodes), 1)


def elsewhere(section: Section, state: State) -> bool:
    """Whether a list under "Objectives:" only tells of those that have labels of their own.

    So does one under "Key results:" before any objective.
    """
    mark = section.node.line.mark
    if mark is None or mark.number:
        return False
    if section.role is Role.OBJECTIVE:
        alone = not section.node.line.text.strip("*_ ")  # else that is what is explicit
        return mark.word.endswith("s") and state.explicit_objectives and alone
    return section.role is Role.KEY_RESULT and state.explicit_results and state.objective is None


def in_section(node: Node, section: Section, state: State) -> Place:
    """What stands directly in a section: what its label says."""
    if elsewhere(section, state) or (section.numbered and not _of_same_list(node)):
        return Place.UNREAD
    remark = node.parent is not None and node.parent.place is Place.UNREAD
    if section.used and section.of_one and remark:
        return Place.UNREAD
    if section.role is Role.KEY_RESULT:
        return _among_results(node, section)
    return PLACES[section.role]


def _of_same_list(node: Node) -> bool:
    """Whether it is an item beside key results with labels, of the same list."""
    before = node.before
    alike = before is not None and before.line.kind == node.line.kind
    return node.line.item and alike and before is not None and before.place is Place.KEY_RESULT


def _among_results(node: Node, section: Section) -> Place:
    """A line in a section of key results: one of them, or a name over some."""
    text = node.line.text
    short = node.all_nested or not node.items or is_name(text, "item")
    leads = is_intro(text) and not begins_with_verb(text) and short
    if node.children and (node.grouped or leads):
        return Place.INTRO
    take_said(node.line)
    return under_bold(node, section) if is_bold(node) else Place.KEY_RESULT


def under_bold(node: Node, section: Section) -> Place:
    """What a bold line in a section of key results is: a name over some, one, or the end of all."""
    if not is_name(node.line.text, "title"):
        return Place.KEY_RESULT
    if section.bold is None:
        section.bold = not section.used
    if not section.bold:
        return Place.SECTION  # after a list of key results, something else begins
    return Place.INTRO if node.items else Place.KEY_RESULT


def is_bold(node: Node) -> bool:
    """Whether a line that is no item is bold as a whole."""
    return _BOLD.fullmatch(node.line.text) is not None and not node.line.item


def _like_objective(node: Node, state: State) -> bool:
    """Whether it has the sign of the objective before it: "二、" after "一、"; or is the first."""
    before, following = state.objective, state.after(node)
    if before is None:
        return following is not None and following.line.kind != node.line.kind
    if before.line.mark:
        return False
    return (before.line.kind, before.line.indent) == (node.line.kind, node.line.indent)


def _goes_on(lead: Node | None) -> bool:
    """Whether a lead is the next name in a row: "Existing:" stood over the list before."""
    before = lead.before if lead else None
    if lead is None or before is None or not _names_part(lead) or not _names_part(before):
        return False
    return any(item.place is Place.KEY_RESULT for item in before.items)


def _names_part(node: Node) -> bool:
    """Whether a line names some of the key results that it stands over: "New:", "**Existing**"."""
    text = node.line.text.strip("*_:： ")
    told = is_intro(node.line.text) or is_bold(node) or fold(text) in words_of("states")
    return told and is_name(text, "item") and section_named(text) is None


def _like_sibling(node: Node, state: State) -> Place | None:
    """The place of the item before it in the same list."""
    before = _alike(node)
    while before and before.place in (Place.FIELD, Place.UNREAD, Place.SECTION):
        before = _alike(before)
    if before is None or before.place in TRANSPARENT:
        return None
    if before.labelled(Role.KEY_RESULT) and is_intro(before.line.text):
        return Place.UNREAD  # what its colon leads to
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
        named = owner.leads or owner.result_ahead or not owner.line.mark
        labelled = state.explicit_results and named
        later = state.has_objectives and owner.results_ahead
        if labelled or owner.lists_results or later or state.results_listed_later(node):
            return Place.UNREAD
        if node.grouped and _names_part(node):
            return Place.INTRO
        lead = node.parent
        later = lead is not None and lead.place is Place.INTRO and lead.after_results
        return Place.UNREAD if later and not _goes_on(lead) else Place.KEY_RESULT
    if state.objective and not state.objective.line.item:
        named = state.explicit_results and state.objective.result_ahead
        read = state.has_results or state.after_table or named
        return Place.UNREAD if read and not _goes_on(node.parent) else Place.KEY_RESULT
    if node.nested and not (state.has_objectives or state.explicit_results or state.tabled):
        return Place.OBJECTIVE
    if not state.labelled and state.leads.among_nested(node):
        return Place.OBJECTIVE
    untold = node.parent is not None and node.parent.place in TRANSPARENT
    beside = untold and state.leads.several
    return Place.UNREAD if state.labelled or beside else Place.KEY_RESULT
