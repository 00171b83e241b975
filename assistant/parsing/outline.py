"""The OKR structure of a text: which line is an objective, a key result, or neither.

Labels decide where there are any. Where there are none, the outline does: an item of a list under
an objective is a key result, what stands under a key result is a remark, the outer items of a
nested list are objectives, and so is a heading over a flat list.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.parsing.builder import Builder
from assistant.parsing.lines import Line, read_lines
from assistant.parsing.markup import Table, find_tables
from assistant.parsing.marks import Role
from assistant.parsing.nesting import Node, Place, nest
from assistant.parsing.reading import ColumnUse, SetReading
from assistant.parsing.tables import Row, TableReader
from assistant.parsing.titles import (
    announces_initiatives,
    announces_key_results,
    announces_objectives,
    is_generic,
    is_intro,
    is_prose,
    names_a_team,
    title_fields,
)
from assistant.parsing.wording import Plain, as_written, whole_text, worded
from assistant.settings import Settings as Limits

_PLACES = {
    Role.OBJECTIVE: Place.OBJECTIVE,
    Role.KEY_RESULT: Place.KEY_RESULT,
    Role.INITIATIVE: Place.INITIATIVE,
    Role.ASIDE: Place.UNREAD,
}
_TRANSPARENT = (Place.INTRO, Place.SECTION, Place.TITLE)


@dataclass(slots=True)
class Section:
    """A label such as "Key Results:" whose lines follow."""

    role: Role
    node: Node
    one: bool = False  # it wants a single line: "Objective:" with its text below


class Outline:
    """Reads the nodes of a text into sets, from the first to the last."""

    def __init__(
        self, nodes: list[Node], builder: Builder, plain: Plain, tables: Mapping[int, list[Row]]
    ) -> None:
        self._nodes = nodes
        self._tables = tables
        self.columns: list[ColumnUse] = []
        self._builder = builder
        self._plain = plain
        self._objective: Node | None = None
        self._section: Section | None = None
        self._numbers: set[str] = set()
        self._title_level = 0
        self._labelled = any(node.labelled(Role.OBJECTIVE, Role.KEY_RESULT) for node in nodes)
        self._has_objectives = any(node.labelled(Role.OBJECTIVE) for node in nodes)
        self._has_lists = any(node.line.item for node in nodes)

    def read(self) -> None:
        """Place every line."""
        for node in self._nodes:
            self._close_section(node)
            if node.line.kind == "|":
                self._table(node)
            elif node.line.mark and self._labels(node):
                self._labelled_line(node)
            elif node.line.heading:
                self._heading(node)
            else:
                self._unlabelled(node)

    def _table(self, node: Node) -> None:
        reader = TableReader(self._builder, self._plain)
        self.columns += reader.read(self._tables[node.line.number])

    # Labels

    def _labels(self, node: Node) -> bool:
        """Whether its label is one; a field over a list is a title, `OKR1` in an objective a KR."""
        mark = node.line.mark
        if mark and mark.role is Role.FIELD and (node.items or not node.line.text):
            node.line.without_mark()
            return False
        return True

    def _labelled_line(self, node: Node) -> None:
        role = node.line.mark.role if node.line.mark else Role.ASIDE
        if role is Role.FIELD:
            self._field(node)
        elif role is Role.OBJECTIVE:
            self._labelled_objective(node)
        elif not node.line.text.strip("*_ "):
            self._open_section(node, role)
        else:
            self._section = self._section_after(node, role)
            self._put(node, _PLACES[role])

    def _section_after(self, node: Node, role: Role) -> Section | None:
        """A label with text opens a section too when it names many: `:krs: first`, newline."""
        word = node.line.mark.word if node.line.mark else ""
        if word in ("krs", "key results") and not (node.line.mark and node.line.mark.number):
            return Section(role, node)
        section = self._section
        return section if section and section.role is role else None

    def _open_section(self, node: Node, role: Role) -> None:
        above = self._owner(node)
        if above and above.place is Place.KEY_RESULT:
            self._unread(node)
            return
        node.place = Place.SECTION
        self._section = Section(role, node)
        self._keep_unread(node)

    def _labelled_objective(self, node: Node) -> None:
        mark = node.line.mark
        if mark is None:
            return
        above = self._owner(node)
        if above and above.place is Place.KEY_RESULT and mark.word == "目标":
            self._field(node, "target")
        elif mark.word == "okr" and above and above.labelled(Role.OBJECTIVE):
            self._put(node, Place.KEY_RESULT)
        elif not node.line.text.strip("*_ "):
            self._awaits_objective(node)
        else:
            self._new_objective(node, mark.number)

    def _awaits_objective(self, node: Node) -> None:
        mark = node.line.mark
        number = mark.number if mark else ""
        self._restart(number)
        self._open_section(node, Role.OBJECTIVE)
        if self._section:
            self._section.one = bool(number)

    def _new_objective(self, node: Node, number: str) -> None:
        self._restart(number)
        self._section = None
        self._put(node, Place.OBJECTIVE)

    def _restart(self, number: str) -> None:
        """A second O1 begins the next set."""
        if number in ("1", "一") and number in self._numbers:
            self._builder.begin_set()
            self._numbers = set()
        if number:
            self._numbers.add(number)

    def _field(self, node: Node, name: str | None = None) -> None:
        fields = self._fields
        node.place = Place.FIELD
        fields(node, name)

    def _fields(self, node: Node, name: str | None) -> None:
        from assistant.parsing.names import field_named

        mark = node.line.mark
        word = mark.word if mark else ""
        text = self._plain(whole_text(node.line)).strip().strip("*_")
        above = self._owner(node)
        builder = self._builder
        if above and above.place is Place.KEY_RESULT and above.item:
            key = name or field_named("key_result", word)
            if key:
                builder.fill(above.item, {key: text}, node.line.number)
                return
        objective = self._objective
        if objective and objective.item and (key := field_named("objective", word)):
            if above is objective or node.index == objective.index + 1:
                builder.fill(objective.item, {key: text}, node.line.number)
                return
        if key := field_named("set", word):
            if getattr(builder.set, key, None) and key in ("team", "owner") and builder.set.objectives:
                builder.begin_set()
                self._numbers = set()
            builder.fill(builder.set, {key: text}, node.line.number)
            return
        self._unread(node)

    # Where a line without a label belongs

    def _owner(self, node: Node) -> Node | None:
        """The nearest line above it in the outline that is an objective, a result or a remark."""
        above = node.parent
        while above and (above.place in _TRANSPARENT or _is_paragraph(above)):
            above = above.parent
        return above

    def _close_section(self, node: Node) -> None:
        """A section ends with the list under it, or at the next heading of its rank."""
        section = self._section
        if section is None:
            return
        opened = section.node.line
        if node.line.heading:
            inside = opened.heading and node.line.level > opened.level
        else:
            beside = not section.node.children and node.line.indent >= opened.indent
            inside = opened.heading or beside or _is_under(node, section.node)
        if not inside:
            self._section = None

    def _unlabelled(self, node: Node) -> None:
        place = self._place_of_item(node) if node.line.item else self._place_of_plain(node)
        if place is Place.OBJECTIVE and self._section and self._section.one:
            self._section = None
        self._put(node, place)

    def _place_of_item(self, node: Node) -> Place:
        owner = self._owner(node)
        if self._section and owner is self._section.node:
            return self._place_in_section(node)
        if owner and owner.place in (Place.KEY_RESULT, Place.INITIATIVE, Place.UNREAD, Place.FIELD):
            return Place.UNREAD
        if Role.OBJECTIVE in node.under:
            return Place.INTRO
        if node.leads and not is_prose(node.line.text):
            return Place.OBJECTIVE
        if self._section and not (owner and owner.index > self._section.node.index):
            return self._place_in_section(node)
        if beside := self._like_sibling(node):
            return beside
        if owner and owner.place is Place.OBJECTIVE:
            return Place.UNREAD if self._after_results(node) else Place.KEY_RESULT
        return self._place_at_top(node)

    def _place_in_section(self, node: Node) -> Place:
        section = self._section
        role = section.role if section else Role.ASIDE
        if role is Role.KEY_RESULT and node.children and is_intro(node.line.text):
            return Place.INTRO
        return _PLACES[role]

    def _like_sibling(self, node: Node) -> Place | None:
        """The place of the item before it in the same list."""
        before = _alike(node)
        while before and before.place in (Place.FIELD, Place.UNREAD, Place.SECTION):
            before = _alike(before)
        if before is None:
            return None
        if before.labelled(Role.OBJECTIVE):
            if before.items:
                return Place.OBJECTIVE if node.items else Place.UNREAD
            return Place.KEY_RESULT
        return before.place if before.place not in _TRANSPARENT else None

    def _after_results(self, node: Node) -> bool:
        """Whether a list stands under a new lead, after the objective has its key results."""
        lead = node.parent
        return bool(
            lead and lead.place is Place.INTRO and self._objective and self._has_results(lead.index)
        )

    def _has_results(self, before: int) -> bool:
        objective = self._objective
        nodes = self._nodes[objective.index + 1 : before] if objective else []
        return any(node.place is Place.KEY_RESULT for node in nodes)

    def _place_at_top(self, node: Node) -> Place:
        """An item with no objective above it."""
        if self._objective and not self._objective.line.item:
            open_for_more = not self._has_results(node.index)
            return Place.KEY_RESULT if open_for_more else Place.UNREAD
        if node.nested:
            return Place.OBJECTIVE
        return Place.UNREAD if self._labelled else Place.KEY_RESULT

    def _place_of_plain(self, node: Node) -> Place:
        owner = self._owner(node)
        text = whole_text(node.line)
        if self._section and owner is self._section.node:
            return self._place_in_section(node)
        if owner and owner.place in (Place.KEY_RESULT, Place.INITIATIVE, Place.UNREAD):
            return Place.UNREAD
        if self._section and self._section.role is Role.OBJECTIVE:
            return Place.OBJECTIVE
        if self._leads_to_results(node) and not is_prose(text):
            return Place.OBJECTIVE
        if announces(text):
            return Place.SECTION
        if node.items:
            return self._place_of_lead(node, text)
        return self._place_of_entry(node, text)

    def _leads_to_results(self, node: Node) -> bool:
        """Whether the next line is a key result's label, and no objective waits for it."""
        following = next(
            (n for n in self._nodes[node.index + 1 :] if not n.labelled(Role.ASIDE, Role.FIELD)), None
        )
        if not following or not following.labelled(Role.KEY_RESULT):
            return False
        return self._objective is None or self._has_results(node.index)

    def _place_of_lead(self, node: Node, text: str) -> Place:
        """A plain line with a list under it."""
        if self._objective or self._labelled or is_prose(text) or is_generic(text):
            return Place.INTRO
        if node.items[0].nested:
            return Place.TITLE
        return Place.OBJECTIVE

    def _place_of_entry(self, node: Node, text: str) -> Place:
        if is_prose(text):
            return Place.UNREAD
        if self._section:
            wanted = self._section.role is not Role.ASIDE and not self._section.node.items
            return _PLACES[self._section.role] if wanted else Place.UNREAD
        if self._in_run(node):
            return Place.KEY_RESULT
        following = self._next(node)
        if following and following.labelled(Role.OBJECTIVE):
            return Place.TITLE
        return self._place_in_block(node)

    def _in_run(self, node: Node) -> bool:
        """Lines straight below an objective that has neither list nor labels."""
        before = self._nodes[node.index - 1] if node.index else None
        if node.line.after_blank or before is None or not self._objective:
            return False
        if before.place is Place.KEY_RESULT:
            return not before.line.mark and not before.line.item
        return before is self._objective and not before.ahead and self._run_goes_on(node)

    def _run_goes_on(self, node: Node) -> bool:
        following = self._next(node)
        return bool(
            following
            and not following.line.after_blank
            and not following.line.mark
            and not is_prose(following.line.text)
        )

    def _next(self, node: Node) -> Node | None:
        return self._nodes[node.index + 1] if node.index + 1 < len(self._nodes) else None

    def _place_in_block(self, node: Node) -> Place:
        """In a text without any labels or lists: the first line of a block leads the rest."""
        if self._labelled or self._has_lists:
            return Place.UNREAD
        starts = node.line.after_blank or node.index == 0
        return Place.OBJECTIVE if starts and self._run_goes_on(node) else Place.UNREAD

    # Headings

    def _heading(self, node: Node) -> None:
        inside = self._section_of_headings(node)
        if inside:
            self._put(node, inside)
            return
        if self._objective and not _is_under(node, self._objective):
            self._objective = None
        place = self._place_of_heading(node)
        if place is Place.TITLE:
            self._title(node)
        else:
            self._put(node, place)

    def _section_of_headings(self, node: Node) -> Place | None:
        """In a section with a heading of its own, deeper headings are its entries."""
        if not self._section:
            return None
        place = _PLACES[self._section.role]
        if place is Place.OBJECTIVE and self._section.one:
            self._section = None
        return place

    def _place_of_heading(self, node: Node) -> Place:
        text = node.line.text
        if self._objective:
            return Place.INTRO
        if Role.OBJECTIVE in node.under or is_generic(text):
            return Place.TITLE
        if Role.KEY_RESULT in node.under:
            return Place.OBJECTIVE if node.leads and not names_a_team(text) else Place.TITLE
        return self._place_over_list(node)

    def _place_over_list(self, node: Node) -> Place:
        """A heading over lines without labels."""
        deeper = any(child.line.heading for child in node.children)
        if self._has_objectives or deeper or not node.items or names_a_team(node.line.text):
            return Place.TITLE
        return Place.TITLE if node.items[0].nested else Place.OBJECTIVE

    def _title(self, node: Node) -> None:
        text = self._plain(node.line.text).strip()
        node.place = Place.TITLE
        level = node.line.level or 7
        if self._builder.set.objectives and level <= self._title_level and self._has_content(node):
            self._builder.begin_set()
            self._numbers = set()
        if self._has_content(node) or not self._title_level:
            self._title_level = level
        fields = title_fields(text)
        if fields and not any(getattr(self._builder.set, key) for key in fields):
            self._builder.fill(self._builder.set, fields, node.line.number)
        else:
            self._keep_unread(node)
        if announces_objectives(text) and not self._has_objectives and not self._any_nested(node):
            self._section = Section(Role.OBJECTIVE, node)

    def _any_nested(self, node: Node) -> bool:
        return any(child.line.heading for child in node.children)

    def _has_content(self, node: Node) -> bool:
        following = self._next(node)
        return bool(node.under or node.items) or bool(
            not node.line.heading and following and following.labelled(Role.OBJECTIVE)
        )

    # Putting lines into the set

    def _put(self, node: Node, place: Place) -> None:
        node.place = place
        if place is Place.TITLE:
            self._title(node)
        elif place is Place.SECTION:
            self._section = Section(announces(node.line.text) or Role.ASIDE, node)
            self._keep_unread(node)
        elif place in (Place.OBJECTIVE, Place.KEY_RESULT, Place.INITIATIVE):
            self._add(node, place)
        else:
            self._keep_unread(node)

    def _add(self, node: Node, place: Place) -> None:
        words = worded(node.line, place.value, self._plain)
        if not words.text:
            self._unread(node)
            return
        builder = self._builder
        if place is Place.OBJECTIVE:
            self._objective = node
            node.item = builder.objective(words.text, words.at, words.fields)
        elif place is Place.KEY_RESULT:
            node.item = builder.key_result(words.text, words.at, words.fields)
        else:
            node.item = builder.initiative(words.text, words.at, words.fields)
        for left in words.left_out:
            builder.note("left_out", node.line.number, text=left)

    def _unread(self, node: Node) -> None:
        node.place = Place.UNREAD
        self._keep_unread(node)

    def _keep_unread(self, node: Node) -> None:
        self._builder.unread(node.line.number, as_written(node.line))


def announces(text: str) -> Role | None:
    """What a lead says that its list will be."""
    if announces_initiatives(text):
        return Role.INITIATIVE
    if announces_key_results(text):
        return Role.KEY_RESULT
    return Role.OBJECTIVE if announces_objectives(text) else None


def _alike(node: Node) -> Node | None:
    """The item before it in the same list."""
    before = node.before
    return before if before and before.line.kind == node.line.kind else None


def _is_paragraph(node: Node) -> bool:
    return node.place is Place.UNREAD and not node.line.kind


def _is_under(node: Node, above: Node) -> bool:
    parent = node.parent
    while parent and parent is not above:
        parent = parent.parent
    return parent is above


def read_text(
    text: str, limits: Limits, plain: Plain = str
) -> tuple[list[SetReading], list[ColumnUse]]:
    """The sets of a text, and how the columns of its tables were understood.

    Args:
        text: The source.
        limits: Longest line that is read; longer ones are kept unread.
        plain: Takes the inline marks off a line's text.
    """
    tables = find_tables(text)
    lines = read_lines(text, {first: table.last for first, table in tables.items()})
    return read_outline(lines, tables, limits, plain)


def read_outline(
    lines: list[Line], tables: Mapping[int, Table], limits: Limits, plain: Plain = str
) -> tuple[list[SetReading], list[ColumnUse]]:
    """The same, of lines and tables that are known already."""
    builder = Builder()
    short = [line for line in lines if len(line.source) <= limits.max_line_chars]
    nodes = nest(short, {first: table.roles for first, table in tables.items()})
    outline = Outline(nodes, builder, plain, {first: t.rows for first, t in tables.items()})
    outline.read()
    for line in lines:
        if len(line.source) > limits.max_line_chars:
            builder.unread(line.number, as_written(line))
            builder.note("long_line", line.number, limit=limits.max_line_chars)
    return builder.finish(), outline.columns
