"""What the lines of a document have told so far, and what the document shows as a whole."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from assistant.language.script import fold
from assistant.parsing.labels.marks import Role
from assistant.parsing.lines.wording import whole_text
from assistant.parsing.outline.leads import Leads
from assistant.parsing.outline.nesting import Node, Place
from assistant.parsing.phrases import OKR_PARTS
from assistant.parsing.titles.remarks import (
    gives_advice,
    is_definition,
    is_reference,
    section_named,
    stands_beside,
)
from assistant.parsing.titles.title_fields import title_fields
from assistant.parsing.titles.title_words import (
    announces_initiatives,
    announces_key_results,
    announces_objectives,
    is_intro,
)
from assistant.patterns import lazy

PLACES = {
    Role.OBJECTIVE: Place.OBJECTIVE,
    Role.KEY_RESULT: Place.KEY_RESULT,
    Role.INITIATIVE: Place.INITIATIVE,
    Role.ASIDE: Place.UNREAD,
}
_NAMES_PARTS = lazy(OKR_PARTS)
_SINGULAR = ("objective", "goal")
TRANSPARENT = (Place.INTRO, Place.SECTION, Place.TITLE)


@dataclass(slots=True)
class Section:
    """A label such as "Key Results:" whose lines follow; `one` wants a single line."""

    role: Role
    node: Node
    one: bool = False
    used: bool = False
    bold: bool | None = None  # whether its key results stand under bold lines or are such
    explained: bool = False  # its key results are bold sentences with explanations behind
    numbered: bool = False  # they have labels with numbers: "KR1:"

    @property
    def of_one(self) -> bool:
        """Whether the label is of one objective: what follows its first paragraph is a remark."""
        mark = self.node.line.mark
        if mark is None:
            return fold(self.node.line.text).rstrip(" *_:").endswith(_SINGULAR)
        return mark.word in _SINGULAR


def is_title(node: Node) -> bool:
    """Whether it is "# OKR - Sales", or "## OKR 2: Sales", over objectives with labels."""
    mark = node.line.mark
    named = mark is not None and mark.word == "okr"
    return named and node.line.heading and Role.OBJECTIVE in node.under


def _names_objective(node: Node) -> bool:
    mark = node.line.mark
    if mark is None or mark.role is not Role.OBJECTIVE or is_title(node):
        return False
    return bool(mark.number or node.line.text)


def _numbers_objective(node: Node) -> bool:
    return (
        _names_objective(node)
        and node.line.mark is not None
        and bool(node.line.mark.number and node.line.text)
    )


def _names_result(node: Node) -> bool:
    mark = node.line.mark
    named = mark is not None and mark.role is Role.KEY_RESULT and not mark.of_many
    return named and bool(node.line.text)


@dataclass(slots=True)
class State:
    """What the lines before have told."""

    nodes: list[Node]
    objective: Node | None = None
    last: Node | None = None  # what was put into the set
    has_results: bool = False  # the objective
    result: Node | None = None  # the last of them, if no table of others stands behind it
    after_table: bool = False  # of its key results
    section: Section | None = None
    objective_ranks: set[int] = field(default_factory=set)  # of the headings that are some
    item_objectives: int = 0  # items of lists without labels that are some
    labelled: bool = field(init=False)
    has_objectives: bool = field(init=False)
    explicit_objectives: bool = field(init=False)  # labels with the words of the line behind
    explicit_results: bool = field(init=False)
    tabled: bool = field(init=False)  # a table holds objectives with their key results
    tabled_results: bool = field(init=False)  # or key results alone
    numbered_objectives: bool = field(init=False)
    named_results: bool = field(init=False)  # any label of key results
    has_lists: bool = field(init=False)
    listed_results: bool = field(init=False)  # lists stand right below labelled objectives
    leads: Leads = field(init=False)
    last_list_of_results: int = field(init=False)
    code: set[int] = field(init=False)  # blocks that hold no labels, in a text with more than one

    def __post_init__(self) -> None:
        self.has_objectives = any(node.labelled(Role.OBJECTIVE) for node in self.nodes)
        tables = [node.under for node in self.nodes if node.line.kind == "|"]
        self.tabled = any(under >= {Role.OBJECTIVE, Role.KEY_RESULT} for under in tables)
        self.tabled_results = any(Role.KEY_RESULT in under for under in tables)
        self.labelled = self.has_objectives or self.tabled
        self.explicit_objectives = any(map(_names_objective, self.nodes))
        self.numbered_objectives = sum(map(_numbers_objective, self.nodes)) > 1
        self.explicit_results = sum(map(_names_result, self.nodes)) > 1
        self.named_results = any(node.labelled(Role.KEY_RESULT) for node in self.nodes)
        self.has_lists = any(node.line.item or node.line.kind == "|" for node in self.nodes)
        self.labelled |= self.named_results
        self.labelled |= self.tabled_results
        self.listed_results = any(_names_objective(node) and node.items for node in self.nodes)
        self.leads = Leads(self.nodes)
        labels = [n.index for n in self.nodes if n.line.mark and n.line.mark.of_many]
        self.last_list_of_results = labels[-1] if labels else -1
        self.code = self._code()

    def _code(self) -> set[int]:
        fences = {node.line.fence for node in self.nodes}
        told = {
            node.line.fence for node in self.nodes if node.labelled(Role.OBJECTIVE, Role.KEY_RESULT)
        }
        words = any(node.line.text and not node.line.fence for node in self.nodes)
        return fences - told - {0} if words else set()

    def begin_objective(self, node: Node) -> None:
        """Take a line for the objective that what follows belongs to."""
        self.objective, self.has_results, self.after_table = node, False, False
        self.result = None
        if node.line.heading and not node.line.mark:
            self.objective_ranks.add(node.line.level)
        self.item_objectives += node.line.item and not node.line.mark

    def is_remark(self, text: str) -> bool:
        """Whether a line only tells of objectives: what they are, or that they come elsewhere."""
        if is_definition(text) or is_reference(text):
            return True
        section = self.section
        if section is None or section.role is not Role.OBJECTIVE:
            return False
        mark = section.node.line.mark
        return self.numbered_objectives and not (mark and mark.number)

    def results_listed_later(self, node: Node) -> bool:
        """Whether a list of objectives goes on here that a list of key results will follow."""
        section = self.section
        lists = section is not None and section.role is Role.OBJECTIVE and not section.one
        return lists and self.last_list_of_results > node.index

    def after(self, node: Node) -> Node | None:
        """The next line."""
        return self.nodes[node.index + 1] if node.index + 1 < len(self.nodes) else None

    def after_fields(self, node: Node, *skipped: Role) -> Node | None:
        """The next line that is no field such as "Owner: Sam", nor labelled as one of `skipped`."""
        following = self.after(node)
        while following and following.labelled(Role.FIELD, *skipped):
            following = self.after(following)
        return following


def repeats(node: Node, state: State, *, read: bool) -> bool:
    """Whether a table only tells how objectives go that are read already, or stand below it.

    Args:
        node: The table.
        state: What the lines before have told.
        read: Whether there are objectives above it.
    """
    if node.under == {Role.KEY_RESULT}:
        lone = state.objective is None and state.section is None and not is_waited_for(node, state)
        return read and (state.has_results or lone)
    if Role.KEY_RESULT in node.under:
        return False
    return state.has_objectives if read else state.explicit_objectives


def is_waited_for(node: Node, state: State) -> bool:
    """Whether it stands below the same heading as an objective that has no key results yet."""
    last = state.last
    if last is None or last.place is not Place.OBJECTIVE or last.line.heading or not last.parent:
        return False
    return last.line.mark is not None and is_under(node, last.parent)


def comes_again(node: Node, state: State) -> bool:
    """Whether the objective has a key result with the number of this label already."""
    mark, first = node.line.mark, state.objective.index if state.objective else node.index
    if mark is None or not mark.number or mark.role is not Role.KEY_RESULT:
        return False
    before = (other for other in state.nodes[first : node.index] if other.place is Place.KEY_RESULT)
    return any(other.line.mark and other.line.mark.number == mark.number for other in before)


def owner_of(node: Node) -> Node | None:
    """The nearest line above it in the outline that is an objective, a result or a remark."""
    above = node.parent
    while above and (above.place in TRANSPARENT or _is_paragraph(above)):
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


def number_of(node: Node, section: Section | None) -> str:
    """The number of a key result, by its section if that names an objective: "O2 KRs:"."""
    number = node.line.mark.number if node.line.mark else node.line.ordinal
    label = section.node.line.mark if section else None
    of_objective = label.number if label and label.number.endswith(".") else ""
    return f"{of_objective}{number or 1}" if of_objective else number


def place_of_label(role: Role, state: State) -> Place:
    """What a line with a label is; "Project: P-12" above all objectives is none of their work."""
    return Place.UNREAD if role is Role.INITIATIVE and state.last is None else PLACES[role]


def in_own_cycle(node: Node) -> bool:
    """Whether it stands under the heading of a cycle that has no labels: another than those with.

    A page keeps the OKRs of several quarters, each written as was the custom then.
    """
    above = node.parent
    while above and not (above.line.heading and "cycle" in title_fields(above.line.text)):
        above = above.parent
    return above is not None and not {Role.OBJECTIVE, Role.KEY_RESULT} & above.under


def opens_other_section(node: Node) -> bool:
    """Whether a line over a list is the title of what stands beside the OKRs."""
    if not node.items or {Role.OBJECTIVE, Role.KEY_RESULT} & node.under:
        return False
    return stands_beside(node.line.text)


def announced_by(text: str) -> Role | None:
    """What a lead says that its list will be."""
    if named := section_named(text):
        return named
    if announces_initiatives(text):
        return Role.INITIATIVE
    if is_intro(text) and gives_advice(text) and _NAMES_PARTS.search(fold(text)):
        return Role.ASIDE
    if announces_key_results(text):
        return Role.KEY_RESULT
    return Role.OBJECTIVE if announces_objectives(text) else None


def role_of_lead(node: Node, state: State) -> Role:
    """What the list of a lead is: it tells of objectives that are read where these have labels."""
    announced = announced_by(whole_text(node.line)) or Role.ASIDE
    read = state.has_objectives and state.last is not None
    return Role.ASIDE if announced is Role.OBJECTIVE and read else announced


def leads_to_results(node: Node, state: State) -> bool:
    """Whether the next line is a key result's label, and no objective waits for it."""
    if state.objective and not state.has_results:
        return False
    following = state.after_fields(node, Role.ASIDE)
    if following is None or not following.labelled(Role.KEY_RESULT):
        return False
    if following.line.mark and _goes_on(following.line.mark.number):
        return False
    return not (following.line.heading and state.explicit_objectives)


def _goes_on(number: str) -> bool:
    """Whether key results with that number are not the first of their objective."""
    last = re.split(r"[-.]", number)[-1]
    return last.isdecimal() and int(last) > 1
