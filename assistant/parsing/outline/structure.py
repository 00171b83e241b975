"""The OKR structure of a text: which line is an objective, a key result, or neither.

Labels decide where there are any. Where there are none, the outline does: an item of a list under
an objective is a key result, what stands under a key result is a remark, the outer items of a
nested list are objectives, and so is a heading over a flat list.
"""

from __future__ import annotations

from collections.abc import Mapping

from assistant.parsing.building.builder import Builder
from assistant.parsing.labels.marks import Role
from assistant.parsing.lines.wording import Plain, as_written, worded
from assistant.parsing.outline.beside import beside_okrs
from assistant.parsing.outline.examples import examples_in
from assistant.parsing.outline.field_lines import FieldLines
from assistant.parsing.outline.fillable import fill_form, result_above
from assistant.parsing.outline.headings import has_content, place_in_section, place_of_heading
from assistant.parsing.outline.items import place_of_item
from assistant.parsing.outline.labelled import (
    SIGNS_ONLY,
    explains_block,
    has_own_words,
    headed_by,
    heads_lines,
    is_about_all,
    is_aim_of_result,
    is_stated_below,
    is_whose_work,
    names_result_of,
    says_again,
    take_off_lead,
)
from assistant.parsing.outline.nesting import Node, Place
from assistant.parsing.outline.passages import place_of_plain
from assistant.parsing.outline.sets import Sets
from assistant.parsing.outline.state import (
    Section,
    State,
    comes_again,
    is_title,
    is_under,
    is_waited_for,
    number_of,
    owner_of,
    place_of_label,
    repeats,
    role_of_lead,
)
from assistant.parsing.reading import ColumnUse
from assistant.parsing.tables.cells import shown
from assistant.parsing.tables.columns import Row
from assistant.parsing.tables.metric_tables import as_results, lists_metrics, with_own_headers
from assistant.parsing.tables.table_rows import TableReader
from assistant.parsing.titles.remarks import is_explanation, speaks_of_results
from assistant.parsing.titles.title_words import announces_objectives


class Outline:
    """Reads the nodes of a text into sets, from the first to the last."""

    def __init__(
        self, nodes: list[Node], builder: Builder, plain: Plain, tables: Mapping[int, list[Row]]
    ) -> None:
        self._nodes = nodes
        self._state = State(nodes)
        self._examples = examples_in(nodes)
        self._beside = beside_okrs(nodes)
        self._builder = builder
        self._plain = plain
        self._tables = tables
        self._sets = Sets(builder)
        self._fields = FieldLines(self._state, builder, self._sets, plain)
        self.columns: list[ColumnUse] = []

    def read(self) -> None:
        """Place every line."""
        for node in self._nodes:
            self._leave_section(node)
            if node.line.kind != "|" and not any(map(str.isalnum, node.line.source)):
                node.place = Place.UNREAD  # rules and fences are no lines of the draft
            elif node.index in self._examples or node.index in self._beside:
                self._put(node, Place.UNREAD)
            elif node.line.kind == "|":
                self._table(node)
            elif node.line.fence in self._state.code:
                self._put(node, Place.UNREAD)
            elif self._has_label(node):
                self._labelled(node)
            elif node.line.heading:
                self._heading(node)
            else:
                self._unlabelled(node)
        self._enter(None)

    def _table(self, node: Node) -> None:
        rows, section = self._tables[node.line.number], self._state.section
        filled = result_above(node, self._state)
        if filled and fill_form(rows, filled, self._builder):
            return
        metrics = lists_metrics(rows)  # key results only where a label says so: "### Metrics"
        led = metrics and section is not None and section.role is Role.KEY_RESULT
        if not led and (metrics or repeats(node, self._state, read=self._builder.has_objectives)):
            self._keep_unread(node)
            return
        uses = TableReader(self._builder, self._plain).read(as_results(rows) if led else rows)
        self.columns += with_own_headers(uses, rows) if led else uses
        self._state.after_table |= led or Role.KEY_RESULT in node.under
        self._state.result = None

    # Lines with a label

    def _has_label(self, node: Node) -> bool:
        """Whether a line has one; a field over a list is a title: `Growth: win in Asia`."""
        if node.labelled(Role.FIELD) and (node.items or not node.line.text):
            node.line.without_mark()
        return node.line.mark is not None

    def _labelled(self, node: Node) -> None:
        role = node.line.mark.role if node.line.mark else Role.ASIDE
        if role is Role.FIELD:
            self._field(node)
        elif is_explanation(node.line.text):
            self._put(node, Place.UNREAD)
        elif role is Role.OBJECTIVE:
            self._labelled_objective(node)
        elif is_whose_work(node, self._state):
            self._put(node, Place.INTRO)
        elif not node.line.text.strip(SIGNS_ONLY) or heads_lines(node, self._state):
            self._section_label(node, role)
        else:
            self._labelled_entry(node, role)

    def _labelled_entry(self, node: Node, role: Role) -> None:
        """A label with text. One that names many opens a section too: `:krs: first`."""
        mark, section = node.line.mark, self._state.section
        if mark and mark.of_many and node.items:
            self._keep_unread(node)  # a remark: "Key Results: all of them Sam's"
            node.place = Place.SECTION
            self._enter(Section(role, node, used=True))
            return
        of_initiative = section is not None and section.role is Role.INITIATIVE
        if (mark and mark.of_many and mark.lead) or (of_initiative and names_result_of(node)):
            self._put(node, Place.UNREAD)  # "FY26 KRs: 60% confidence"; whose initiative it is
            return
        if of_initiative and comes_again(node, self._state):
            self._put(node, Place.INITIATIVE)  # "KR1: Update the page", what is done for KR1
            return
        if mark and mark.of_many:
            self._enter(Section(role, node))
        elif section and section.role is not role and role is not Role.ASIDE:
            self._enter(None)
        elif section and role is Role.KEY_RESULT and not section.used:
            section.numbered = bool(mark and mark.number)
        self._put(node, place_of_label(role, self._state))

    def _section_label(self, node: Node, role: Role, *, one: bool = False) -> None:
        above = owner_of(node)
        if above and above.place is Place.KEY_RESULT:
            self._put(node, Place.UNREAD)
            return
        node.place = Place.SECTION
        self._enter(Section(role, node, one))

    def _labelled_objective(self, node: Node) -> None:
        mark, above = node.line.mark, owner_of(node)
        if mark is None:
            return
        if is_title(node) or is_about_all(node, self._state):
            node.line.without_mark()
            self._put(node, Place.TITLE if node.line.heading else Place.UNREAD)
        elif above and above.place is Place.KEY_RESULT and is_aim_of_result(node, above):
            self._field(node, "target")
        elif above and above.labelled(Role.OBJECTIVE) and mark.word == "okr":
            self._put(node, Place.KEY_RESULT)
        elif says_again(node, self._state):
            node.place = Place.INTRO
        else:
            self._sets.number(mark.number)
            if is_stated_below(node, self._state):
                self._keep_unread(node)
                self._section_label(node, Role.OBJECTIVE, one=True)
            elif has_own_words(node) and not explains_block(node, self._state):
                self._enter(None)
                self._put(node, Place.OBJECTIVE)
            else:
                self._section_label(node, Role.OBJECTIVE, one=bool(mark.number))

    def _field(self, node: Node, name: str | None = None) -> None:
        if not self._fields.read(node, name):
            self._put(node, Place.UNREAD)

    # Lines without a label

    def _leave_section(self, node: Node) -> None:
        """A section ends with the list under it, or at the next heading of its rank."""
        section = self._state.section
        if section is None:
            return
        opened = section.node.line
        if node.line.heading:
            inside = opened.heading and node.line.level > opened.level
        else:
            beside = not section.node.children and node.line.indent >= opened.indent
            inside = opened.heading or beside or is_under(node, section.node)
        if not inside:
            self._enter(None)

    def _enter(self, section: Section | None) -> None:
        """Change the section; the label of one that stayed empty is listed as unread."""
        left = self._state.section
        if left and not left.used and left.node.place is Place.SECTION:
            self._keep_unread(left.node)
        self._state.section = section

    def _unlabelled(self, node: Node) -> None:
        if self._fields.read_beside(node):
            return
        place = place_of_item if node.line.item else place_of_plain
        remark = self._state.is_remark(node.line.text)
        taken = Place.UNREAD if remark else place(node, self._state)
        told = taken in (Place.OBJECTIVE, Place.KEY_RESULT) and speaks_of_results(node.line.text)
        self._put(node, Place.UNREAD if told else taken)

    def _heading(self, node: Node) -> None:
        """In a section with a heading of its own, deeper headings are its entries."""
        state = self._state
        if state.section:
            self._put(node, place_in_section(node, state.section))
        elif role := headed_by(node, state):
            self._section_label(node, role, one=role is Role.OBJECTIVE)
        else:
            if state.objective and not is_under(node, state.objective):
                state.objective = None
            self._put(node, place_of_heading(node, state))

    def _title(self, node: Node) -> None:
        """A title may begin a set, and its list may be of objectives."""
        text = self._plain(node.line.text).strip()
        content = has_content(node, self._state) and not is_waited_for(node, self._state)
        if not self._sets.title(node, text, has_content=content):
            self._keep_unread(node)
        self._state.objective = None
        deeper = any(child.line.heading for child in node.children)
        labelled = self._state.has_objectives or self._state.tabled
        if announces_objectives(node.line.text) and not labelled and not deeper:
            self._enter(Section(Role.OBJECTIVE, node))

    # Putting lines into the set

    def _put(self, node: Node, place: Place) -> None:
        node.place = place
        if place is Place.TITLE:
            self._title(node)
        elif place is Place.SECTION:
            self._enter(Section(role_of_lead(node, self._state), node))
        elif place in (Place.OBJECTIVE, Place.KEY_RESULT, Place.INITIATIVE):
            self._add(node, place)
        else:
            node.after_results = self._state.has_results or self._state.after_table
            self._keep_unread(node)

    def _add(self, node: Node, place: Place) -> None:
        if place is Place.OBJECTIVE and not node.line.mark:
            take_off_lead(node)
        words = worded(node.line, place.value, self._plain)
        if not words.text:
            self._put(node, Place.UNREAD)
            return
        if node.line.mark and node.line.mark.holder:
            words.fields.setdefault("owner", node.line.mark.holder)
        state, add = self._state, self._builder
        if place is Place.OBJECTIVE:
            state.begin_objective(node)
            node.item = add.objective(words.text, words.at, words.fields)
        elif place is Place.KEY_RESULT:
            state.has_results, state.result = True, node
            number = number_of(node, state.section)
            node.item = add.key_result(words.text, words.at, words.fields, number)
        else:
            node.item = add.initiative(words.text, words.at, words.fields)
        add.left_out(words.left_out, node.line.number)
        state.last = node
        self._use_section()

    def _use_section(self) -> None:
        section = self._state.section
        if section:
            section.used = True
            if section.one:
                self._enter(None)

    def _keep_unread(self, node: Node) -> None:
        if node.line.kind == "|":
            for row in self._tables[node.line.number]:
                self._builder.unread(row[0].line, shown(row))
        else:
            self._builder.unread(node.line.number, as_written(node.line))
