"""What a plain line or a heading without a label is."""

from __future__ import annotations

from assistant.parsing.labels.marks import Role
from assistant.parsing.lines.explained import take_said
from assistant.parsing.lines.wording import whole_text
from assistant.parsing.outline.aims import take_aim
from assistant.parsing.outline.items import elsewhere, in_section, is_bold, under_bold
from assistant.parsing.outline.nesting import Node, Place
from assistant.parsing.outline.state import (
    PLACES,
    Section,
    State,
    announced_by,
    in_own_cycle,
    leads_to_results,
    opens_other_section,
    owner_of,
)
from assistant.parsing.titles.title_fields import names_okrs_of
from assistant.parsing.titles.title_words import is_generic, is_prose
from assistant.patterns import lazy

_LONGEST_LEAD = 80
_MAY_BE_REMARK = lazy(r"[:：|]|[.。!！?？]$")


def place_of_plain(node: Node, state: State) -> Place:
    """What a line of plain text is."""
    if opens_other_section(node):
        return Place.SECTION
    if node.index == 0 and _is_title_of_okrs(node, state):
        return Place.TITLE
    if take_aim(node, state):
        return Place.OBJECTIVE
    owner, section = owner_of(node), state.section
    if section and owner is section.node:
        return in_section(node, section, state)
    if owner and owner.place in (Place.KEY_RESULT, Place.INITIATIVE, Place.UNREAD):
        return Place.UNREAD
    if section and (told := _told_by_section(node, section, state)):
        return told
    return _told_by_neighbours(node, state)


def _is_title_of_okrs(node: Node, state: State) -> bool:
    """Whether the first line says whose OKRs follow; over key results it is their objective."""
    text = node.line.text
    return not is_prose(text) and names_okrs_of(text) and not leads_to_results(node, state)


def _told_by_section(node: Node, section: Section, state: State) -> Place | None:
    """What the section of a plain line tells of it, if anything."""
    if section.role is Role.ASIDE and section.node.line.heading:
        return Place.UNREAD
    if section.role is Role.OBJECTIVE:
        return _in_objectives(node, section, state)
    if section.role is not Role.KEY_RESULT:
        return None
    if any(child.line.kind == "|" for child in section.node.children):
        return Place.UNREAD  # what is said of the table that holds them
    if is_bold(node):
        return under_bold(node, section)
    if take_said(node.line):
        section.explained = True
        return Place.KEY_RESULT
    if section.explained and node.line.after_blank:
        return Place.UNREAD
    return Place.UNREAD if _explains(node) or _introduces(node, section) else None


def _told_by_neighbours(node: Node, state: State) -> Place:
    """What the lines around a plain line tell of it."""
    section, text = state.section, whole_text(node.line)
    if not section and not state.labelled and (told := state.leads.indented(node)):
        return told
    entry = not is_prose(text) and not node.remark
    if leads_to_results(node, state) and entry:
        return Place.OBJECTIVE
    if not section and entry and (_in_run(node, state) or _is_led(node, state)):
        return Place.KEY_RESULT
    following = state.after_fields(node)
    if following and following.labelled(Role.OBJECTIVE) and entry and not section:
        return Place.TITLE
    if announced_by(text):
        return Place.SECTION
    return _lead(node, text, state) if node.items else _entry(node, text, state)


def _explains(node: Node) -> bool:
    """Whether a paragraph follows the one that says the key result under a heading."""
    under = node.parent is not None and node.parent.line.heading
    before = node.before
    intro = under and node.parent is not None and node.parent.place is Place.INTRO
    return intro and before is not None and not before.line.item and before.place is not Place.INTRO


def _introduces(node: Node, section: Section) -> bool:
    """Whether a paragraph stands between "Key results" and the headings that name them."""
    opened = section.node
    return node.parent is opened and any(child.line.heading for child in opened.children)


def _in_objectives(node: Node, section: Section, state: State) -> Place:
    """What follows the paragraph of one objective is a remark on it, as is one below a heading."""
    above = node.parent
    if elsewhere(section, state):
        return Place.UNREAD
    if above is not None and above is not section.node and above.place is Place.OBJECTIVE:
        return Place.INTRO if node.items else Place.UNREAD
    remark = section.used and node.line.after_blank and (section.of_one or _sentence_below(node))
    return Place.UNREAD if remark else Place.OBJECTIVE


def _sentence_below(node: Node) -> bool:
    """Whether a sentence with a full stop follows an objective that has none."""
    before = node.before
    objective = before is not None and before.place is Place.OBJECTIVE
    return objective and before is not None and not _ends(before) and _ends(node)


def _ends(node: Node) -> bool:
    return whole_text(node.line).rstrip('*_"”) ').endswith((".", "。"))


def _lead(node: Node, text: str, state: State) -> Place:
    """A plain line with a list under it."""
    labelled = state.labelled and not in_own_cycle(node)
    if labelled or is_prose(text) or is_generic(text):
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
        listed = section.node.items or Role.KEY_RESULT in section.node.under
        wanted = section.role is not Role.ASIDE and not (listed or section.numbered)
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
    if before is None or not state.objective:
        return False
    if state.objective.line.mark and _follows_label(node, before, state):
        return True
    if state.objective.line.mark and state.listed_results:
        return False
    if node.line.after_blank:
        return before is state.objective and _apart(before, state) and _opens_block(node, state)
    if before.place is Place.KEY_RESULT:
        return not before.line.mark and not before.line.item
    return before is state.objective and not before.ahead and _begins_run(node, state)


def _is_led(node: Node, state: State) -> bool:
    """Whether it is one of the lines under a heading that are its key results."""
    above = node.parent
    return above is not None and above is state.objective and state.leads.over_lines(above)


def _follows_label(node: Node, before: Node, state: State) -> bool:
    """Whether it names a value below a labelled objective, where nothing names the key results."""
    if state.has_lists or state.named_results:
        return False
    beside = before is state.objective or before.place is Place.KEY_RESULT
    return beside and any(map(str.isdigit, node.line.text))


def _begins_run(node: Node, state: State) -> bool:
    """Whether it is the first of several lines, or one that names a value."""
    return _run_goes_on(node, state) or any(map(str.isdigit, node.line.text))


def _run_goes_on(node: Node, state: State) -> bool:
    following = state.after(node)
    if following is None or following.line.after_blank or following.line.mark:
        return False
    return not is_prose(following.line.text)


def _in_block(node: Node, state: State) -> Place:
    """In a text without any labels or lists, the first line of a block leads the rest."""
    if state.labelled or state.has_lists:
        return Place.UNREAD
    if _apart(node, state):
        return Place.OBJECTIVE
    starts = node.line.after_blank or node.index == 0
    first = state.after(node) if starts and _run_goes_on(node, state) else None
    led = first is not None and _begins_run(first, state)
    return Place.OBJECTIVE if led else Place.UNREAD


def _apart(node: Node, state: State) -> bool:
    """Whether a short line stands by itself over a block of lines with numbers."""
    following, text = state.after(node), node.line.text
    if following is None or not following.line.after_blank or not node.line.after_blank:
        return False
    short = len(text) <= _LONGEST_LEAD and not any(map(str.isdigit, text))
    plain = not node.line.kind and not node.line.mark and not is_generic(text)
    return short and plain and _opens_block(following, state)


def _opens_block(node: Node, state: State) -> bool:
    """Whether two lines or more with numbers follow each other here, after a blank one."""
    following = state.after(node)
    run = node.line.after_blank and following is not None and _run_goes_on(node, state)
    lines = [each.line.text for each in (node, following) if each]
    return run and all(any(map(str.isdigit, text)) and not is_prose(text) for text in lines)
