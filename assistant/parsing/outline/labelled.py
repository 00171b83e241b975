"""What a labelled line is beside its label: a title, a goal over all, a mere mention."""

from __future__ import annotations

import re

from assistant.language.script import fold
from assistant.parsing.labels.marks import Role
from assistant.parsing.outline.items import is_bold
from assistant.parsing.outline.nesting import Node, Place
from assistant.parsing.outline.state import State, is_title, leads_to_results
from assistant.parsing.phrases import RESULTS
from assistant.parsing.titles.remarks import is_about
from assistant.parsing.titles.title_words import begins_with_verb, is_generic, is_intro
from assistant.patterns import lazy

SIGNS_ONLY = "*_`~ "
# "Objective 1（核心目标）": which objective it is; its words stand below.
_GLOSS_ONLY = lazy(r"\s*[(（][^()（）]{1,80}[)）]\s*")


def heads_lines(node: Node, state: State) -> bool:
    """Whether the words behind a label of key results are said of those below it."""
    return _heads_table(node) or explains_block(node, state)


def _heads_table(node: Node) -> bool:
    """Whether what stands behind a label without number is said of the key results below it.

    "Key results (4 of them; stretch)", or "## KR — in the first month" over a table of them.
    """
    mark, text = node.line.mark, node.line.text.strip(SIGNS_ONLY)
    if mark is None or mark.role is not Role.KEY_RESULT or mark.number:
        return False
    table = any(child.line.kind == "|" for child in node.children)
    return (mark.of_many and _ALL_GLOSS.fullmatch(text) is not None) or (
        node.line.heading and table and Role.KEY_RESULT in node.under
    )


_ALL_GLOSS = lazy(r"[(（][^()（）]{1,80}[)）]\s*[:：]?")


def explains_block(node: Node, state: State) -> bool:
    """Whether a label only says what its plain lines are, as labels of both kinds do here.

    "Goals: what we aim at" over indented lines, and "Key results: how we tell" over others.
    """
    if not _over_block(node):
        return False
    roles = {n.line.mark.role for n in state.nodes if n.line.mark and _over_block(n)}
    return roles >= {Role.OBJECTIVE, Role.KEY_RESULT}


def _over_block(node: Node) -> bool:
    mark, below = node.line.mark, [child.line for child in node.children]
    if mark is None or mark.number or len(below) < _FEWEST_OTHERS:
        return False
    plain = all(not (line.kind or line.mark) and line.indent > node.line.indent for line in below)
    return plain and not any(map(str.isdigit, node.line.text))


def has_own_words(node: Node) -> bool:
    """Whether the words of an objective stand behind its label: not "OKR 3 Objectives"."""
    text, mark = node.line.text, node.line.mark
    named = mark is not None and mark.word == "okr" and is_generic(text)
    return bool(text.strip(SIGNS_ONLY)) and not named and not _GLOSS_ONLY.fullmatch(text)


def says_again(node: Node, state: State) -> bool:
    """Whether a label with its text is that of the objective which the line before belongs to.

    So a table that was pasted as lines names it before each key result. Behind a blank line or a
    rule it begins another draft.
    """
    last, mark = state.objective, node.line.mark
    if last is None or last.line.mark is None or mark is None or not mark.number:
        return False
    before = state.nodes[node.index - 1]
    joined = not node.line.after_blank and before.place in (Place.OBJECTIVE, Place.KEY_RESULT)
    same = (last.line.mark.number, last.line.text) == (mark.number, node.line.text)
    return joined and same


def is_stated_below(node: Node, state: State) -> bool:
    """Whether a labelled heading names a field of work, and a bold sentence below it the aim.

    "### O2 Track B", then "**Answers can be checked.**" over the key results.
    """
    following = state.after(node)
    if following is None or following.line.mark or not node.line.heading:
        return False
    said, named = following.line.text, node.line.text
    whole = said.rstrip("*_ ").endswith((".", "。"))
    longer = len(said) > len(named) and not begins_with_verb(named)
    return (whole or longer) and is_bold(following) and not is_intro(said)


def is_about_all(node: Node, state: State) -> bool:
    """Whether it is a goal without number and key results, where objectives have numbers."""
    mark = node.line.mark
    if mark is None or mark.number or not node.line.text.strip(SIGNS_ONLY):
        return False
    if node.leads or leads_to_results(node, state) or _alone_under_heading(node):
        return False
    return state.tabled or state.numbered_objectives or _stands_over_others(node, state)


def _stands_over_others(node: Node, state: State) -> bool:
    """Whether it is a heading of a higher rank than all other objectives: "# Ultimate goal: …"."""
    others = [o.line for o in state.nodes if o.labelled(Role.OBJECTIVE) and o is not node]
    deeper = all(line.heading and line.level > node.line.level for line in others)
    return node.line.heading and deeper and len(others) >= _FEWEST_OTHERS


_FEWEST_OTHERS = 2


def _alone_under_heading(node: Node) -> bool:
    """Whether it has a list and is the only objective under its heading: that of one person."""
    above = node.parent
    if above is None or not above.line.heading or not (node.items or _over_table(above)):
        return False
    objectives = [child for child in above.children if child.labelled(Role.OBJECTIVE)]
    deeper = any(Role.OBJECTIVE in child.under for child in above.children)
    return len(objectives) == 1 and not deeper


def _over_table(above: Node) -> bool:
    """Whether a heading that is no objective has a table of key results under it."""
    tables = [child for child in above.children if child.line.kind == "|"]
    named = above.labelled(Role.OBJECTIVE) and not is_title(above)
    return not named and any(table.under == {Role.KEY_RESULT} for table in tables)


def is_aim_of_result(node: Node, above: Node) -> bool:
    """Whether a goal without number stands below a key result: it says what that shall reach."""
    mark = node.line.mark
    if mark is None or mark.number or node.leads:
        return False
    deeper = node.line.heading and above.line.heading and node.line.level > above.line.level
    return mark.word == "目标" or (mark.word == "goal" and deeper)


def names_result_of(node: Node) -> bool:
    """Whether it is "KR: Update" in a section of initiatives, which tells whose one is."""
    mark, text = node.line.mark, node.line.text
    short = len(text.split()) <= 2 and len(text) <= 20
    return mark is not None and mark.role is Role.KEY_RESULT and not mark.number and short


def headed_by(node: Node, state: State) -> Role | None:
    """What a heading without a label says that stands below it, if anything."""
    if _heads_results(node, state):
        return Role.KEY_RESULT
    return Role.OBJECTIVE if _heads_objective(node, state) else None


def _heads_results(node: Node, state: State) -> bool:
    """Whether a heading over a list names the key results of an objective that waits for some."""
    text, objective = node.line.text, state.objective
    if objective is None or objective.line.heading or state.has_results or is_about(text):
        return False
    short = len(text) <= _LONGEST_HEADING and _NAMES_RESULTS.search(fold(text)) is not None
    return short and bool(node.items) and Role.OBJECTIVE not in node.under


def _heads_objective(node: Node, state: State) -> bool:
    """Whether a heading says that the one objective stands below it: "Business objective"."""
    below = node.children[0].line if node.children else None
    alone = (
        node.line.heading and state.named_results and not state.has_objectives and not state.tabled
    )
    plain = below is not None and not (below.kind or below.mark)
    return alone and plain and _NAMES_OBJECTIVE.fullmatch(fold(node.line.text)) is not None


_NAMES_OBJECTIVE = lazy(
    r"[*_]{0,2}(?:[a-z]{3,16} ){1,2}(?:objective|goal)[*_:]{0,3}|[\u4e00-\u9fff]{2,4}目标:?"
)
_NAMES_RESULTS = lazy(rf"{RESULTS}[\W_]*$")
_LONGEST_HEADING = 40


def is_whose_work(node: Node, state: State) -> bool:
    """Whether it names the key result that some of the initiatives are for: "For KR1:"."""
    section, mark = state.section, node.line.mark
    work = section is not None and section.role is Role.INITIATIVE and bool(node.items)
    one = mark is not None and mark.role is Role.KEY_RESULT and bool(mark.number)
    return work and one and not node.line.text.strip(SIGNS_ONLY)


# "FY31-Q2 Garden OKR: Feed the street": what the lines below are, before what they are for.
_NAMES_OKR = lazy(r"[^:.;,。；，]{2,50}(?:(?<![a-z])okr|目标) ?: ?(?=[^\s:]{2}[^:]{8})")


def take_off_lead(node: Node) -> None:
    """Take off who it is of, where the labels below say so too: "CFO: …" over "CFO KR: …"."""
    below = (child.line.mark for child in node.children if child.labelled(Role.KEY_RESULT))
    lead = next((mark.lead for mark in below if mark and mark.lead), None)
    line = node.line
    match = lead and re.match(rf"[*_]{{1,3}}{re.escape(lead)}\s?:[*_]{{1,3}}\s*", fold(line.text))
    match = match or _NAMES_OKR.match(fold(line.text))
    if match:
        line.label, line.text = line.text[: match.end()], line.text[match.end() :]
        line.column += match.end()
