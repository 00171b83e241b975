"""What a heading without a label is."""

from __future__ import annotations

from assistant.language.script import fold
from assistant.parsing.labels.marks import Role
from assistant.parsing.outline.labelled import headed_by
from assistant.parsing.outline.nesting import Node, Place
from assistant.parsing.outline.state import PLACES, Section, State, in_own_cycle
from assistant.parsing.phrases import OKR_PARTS, RESULTS
from assistant.parsing.titles.remarks import is_about, is_reference, section_named
from assistant.parsing.titles.title_words import (
    is_generic,
    is_intro,
    is_name,
    is_prose,
    names_a_team,
)
from assistant.patterns import lazy

_PRIORITY = lazy(r"[Pp][0-4]\s*[:：-]\s*")


def place_in_section(node: Node, section: Section) -> Place:
    """What a heading below the heading of a section is: a name over key results, or one itself."""
    if section.role is not Role.KEY_RESULT:
        return PLACES[section.role]
    first = node.children[0].line if node.children else None
    over_text = first is not None and not first.kind and not first.mark
    text = _PRIORITY.sub("", node.line.text)
    repeated = over_text and first is not None and first.text.startswith(text)
    named = is_name(text, "title") and (bool(node.items) or over_text)
    led = Role.KEY_RESULT in node.under or named or repeated
    return Place.INTRO if led else Place.KEY_RESULT


def place_of_heading(node: Node, state: State) -> Place:
    """What a heading without a label is."""
    text = node.line.text
    if is_about(text) and not {Role.OBJECTIVE, Role.KEY_RESULT} & node.under:
        return Place.SECTION
    above = node.parent
    if above is not None and above is state.objective and state.leads.over_headings(above):
        return Place.KEY_RESULT if not state.labelled else Place.INTRO
    if state.objective and node.line.level not in state.objective_ranks:
        return Place.OBJECTIVE if _is_further_lead(node, state) else Place.INTRO
    if Role.OBJECTIVE in node.under or (is_generic(text) and not _like_other_leads(node, state)):
        return Place.TITLE
    if Role.KEY_RESULT in node.under:
        beside = state.explicit_objectives or names_results(text) or is_about(text)
        beside |= any(headed_by(child, state) is Role.OBJECTIVE for child in node.children)
        team = names_a_team(text) and not state.leads.like_others(node)
        leads = node.leads and not beside and not team
        return Place.OBJECTIVE if leads else Place.TITLE
    if is_prose(text) or (node.items and all(is_reference(n.line.text) for n in node.items)):
        return Place.TITLE
    return Place.OBJECTIVE if _leads_results(node, state) else Place.TITLE


def _leads_results(node: Node, state: State) -> bool:
    """Whether a heading stands over key results that have no labels."""
    if _told_elsewhere(node, state):
        return False
    if state.leads.over_lines(node) or state.leads.over_headings(node):
        return True
    if not node.items and _like_other_leads(node, state):
        return True
    if not node.items or (names_a_team(node.line.text) and not _over_values(node)):
        return False
    deeper = any(child.line.heading for child in node.children)
    if deeper and node.items[0].index > node.index + 1:
        return False
    return not state.leads.over_objectives(node)


def _like_other_leads(node: Node, state: State) -> bool:
    """Whether one word, such as "Personal", stands over a list as "Family" and "Work" do."""
    listed = node.items or _led_to(node)
    alone = node.line.text.strip().isalpha() and bool(listed) and not listed[0].nested
    return alone and not state.labelled and state.leads.over_results(node) > 1


def _led_to(node: Node) -> list[Node]:
    """The list below the line that a heading stands right over: "Last year's OKRs were:"."""
    first = node.children[0] if node.children else None
    if first is None or first.line.kind or not is_intro(first.line.text):
        return []
    return first.items if _NAMES_OKRS.search(fold(first.line.text)) else []


_NAMES_OKRS = lazy(OKR_PARTS)


def names_results(text: str) -> bool:
    """Whether a heading only says that key results stand below: "The map (key results)"."""
    return _NAMES_RESULTS.search(fold(text[:_LONGEST])) is not None


_NAMES_RESULTS = lazy(rf"{RESULTS}[\W_]*$")
_LONGEST = 60


def _is_further_lead(node: Node, state: State) -> bool:
    """Whether a deeper heading leads a list as others of its rank do, after those of an objective.

    What is an objective and what a part of one is told by the words only: it is no mere name.
    """
    text = node.line.text
    if state.labelled or not state.has_results or not node.items or section_named(text):
        return False
    told = is_prose(text) or is_generic(text) or is_name(text, "item")
    return not told and state.leads.over_results(node) > 1


def _told_elsewhere(node: Node, state: State) -> bool:
    """Whether the document marks its objectives in another way than by headings."""
    labelled = state.has_objectives or state.explicit_results or state.tabled_results
    listed = state.item_objectives > 1 and not state.objective_ranks
    return (labelled and not in_own_cycle(node)) or listed


def _over_values(node: Node) -> bool:
    """Whether most items under a heading name a value: they are results, whatever its words."""
    valued = [item for item in node.items if any(map(str.isdigit, item.line.text))]
    return len(valued) * 2 > len(node.items) and not any(item.items for item in node.items)


def has_content(node: Node, state: State) -> bool:
    """Whether a title has anything of a set under it."""
    if node.line.heading:
        return bool(node.under or node.items)
    following = state.after_fields(node)
    return bool(following and following.labelled(Role.OBJECTIVE)) or bool(node.items)
