"""Tables of any origin: the sets that their rows tell."""

from __future__ import annotations

from assistant.parsing.building.builder import Builder
from assistant.parsing.labels.marks import Mark, Role
from assistant.parsing.lines.text_lines import Line
from assistant.parsing.lines.wording import Plain, worded
from assistant.parsing.names import field_named, plain_name, row_role
from assistant.parsing.reading import ColumnUse
from assistant.parsing.tables.cell_texts import (
    are_results,
    has_words,
    label_alone,
    line_of,
    lines_of,
    place_of,
    row_label,
    says_result,
    take_off_how_far,
)
from assistant.parsing.tables.cells import (
    has_dotted,
    is_aside,
    is_beside,
    is_ditto,
    is_turned,
    labels_of_titles,
    names_objective_of,
    settle,
    shown,
    tells_rows_apart,
)
from assistant.parsing.tables.columns import (
    KEY_RESULT_FIELDS,
    SET_FIELDS,
    Cell,
    Columns,
    Row,
    is_rule,
)
from assistant.parsing.tables.header_rows import find_header
from assistant.parsing.titles.title_fields import title_fields


class TableReader:
    """Reads rows into a builder.

    Args:
        builder: Where the lines go.
        plain: Takes the inline marks off a cell's text.
    """

    def __init__(self, builder: Builder, plain: Plain = str) -> None:
        self._builder = builder
        self._plain = plain
        self._written = ""
        self._carried: dict[str, str] = {}

    def read(self, rows: list[Row], sheet: str | None = None) -> list[ColumnUse]:
        """Read a table; what stands above its header, or in no known column, stays unread."""
        if is_aside(rows):
            return self._all_unread(rows)
        start, columns = find_header(rows, sheet)
        if is_turned(rows):
            columns = None
        for row in rows[:start] if columns else rows:
            self._labelled_row(row, above=columns is not None)
        if columns is None:
            return []
        if "title" in columns.named and not tells_rows_apart(rows[start + 1 :], columns):
            return self._all_unread(rows)
        columns.settle_current()
        labels = labels_of_titles(rows[start + 1 :], columns)
        columns.objectives_labelled = labels == {Role.OBJECTIVE}
        columns.all_labelled = labels >= {Role.OBJECTIVE, Role.KEY_RESULT}
        settle(rows[start + 1 :], columns)
        columns.dotted = has_dotted(rows[start + 1 :], columns)
        columns.tell_uses()
        self._note_unused(columns, rows[start][0].line)
        for row in rows[start + 1 :]:
            self._row(row, columns)
        return columns.uses

    def _all_unread(self, rows: list[Row]) -> list[ColumnUse]:
        for row in rows:
            self._unread(row)
        return []

    def _note_unused(self, columns: Columns, line: int) -> None:
        unused = [use.header for use in columns.uses if use.field is None]
        if unused:
            self._builder.note("unused_columns", line, columns=", ".join(unused)[:200])

    # Rows under a header

    def _row(self, row: Row, columns: Columns) -> None:
        if not any(cell.text.strip() for cell in row) or is_rule(row):
            return
        self._begin_set(row, columns)
        if "title" in columns.named and not columns.results:
            taken = self._title_row(row, columns)
        else:
            taken = self._wide_row(row, columns)
        if not taken:
            self._unread(row)

    def _begin_set(self, row: Row, columns: Columns) -> None:
        """Another team, owner or cycle than in the row above begins another set."""
        named = {name: columns.cell(row, f"set_{name}") for name in (*SET_FIELDS, "level", "id")}
        given = {name: cell.text.strip() for name, cell in named.items() if cell}
        changed = any(self._carried.get(name, text) != text for name, text in given.items())
        if changed:
            self._builder.begin_set()
            self._written = ""
        new = {name: text for name, text in given.items() if self._carried.get(name) != text}
        self._carried |= given
        if new:
            self._builder.fill(self._builder.set, new, row[0].line)

    def _wide_row(self, row: Row, columns: Columns) -> bool:
        """A row with its objective and its key results side by side."""
        objective = columns.cell(row, "objective")
        if objective and is_beside(objective):
            return False
        cells = [row[i] for i in columns.results if i < len(row)]
        results = [cell for cell in cells if says_result(cell.text)]
        others = (cell.text.strip(" -–—") for cell in cells if cell not in results)
        self._builder.left_out([text for text in others if text], row[0].line)
        if objective and is_ditto(objective.text):
            objective = None
        elif objective and results and names_objective_of(objective, results[0]):
            objective = results.pop(0)
        if objective and objective.text.strip() != self._written:
            self._add_objective(objective, row, columns, alone=not results)
        for cell in results:
            self._add_lines(cell, row, columns)
        work = columns.cell(row, "initiative")
        if work and has_words(work.text):
            for line, offset in lines_of(work):
                self._add_work(line, work, offset)
        return bool(objective or results or work)

    def _add_lines(self, cell: Cell, row: Row, columns: Columns) -> None:
        found = list(lines_of(cell, one=columns.numbered))
        told = columns.told_how_far
        kept = are_results([line for line, _ in found]) if told else [True] * len(found)
        for (line, offset), is_result in zip(found, kept, strict=True):
            if not is_result:
                self._builder.left_out([line.text.strip()], cell.line)
                continue
            if line.mark and line.mark.role is Role.INITIATIVE:
                self._add_work(line, cell, offset)
                continue
            if told:
                self._builder.left_out(take_off_how_far(line), cell.line)
            self._add_result(line, cell, row, columns, offset)

    def _add_work(self, line: Line, cell: Cell, offset: int = 0) -> None:
        words = worded(line, "initiative", self._plain)
        if words.text:
            self._builder.initiative(words.text, place_of(words.at, cell, offset), words.fields)

    def _title_row(self, row: Row, columns: Columns) -> bool:
        """A row that is an objective or a key result, as its type, its rank or its label says."""
        cell = columns.cell(row, "title")
        if cell is None or is_beside(cell):
            return False
        role = self._role(row, cell, columns)
        if role is None:
            return False
        line = line_of(cell, cell.text)
        if role is Role.OBJECTIVE:
            self._add_objective(cell, row, columns, alone=True)
        elif role is Role.INITIATIVE:
            self._add_work(line, cell)
        else:
            self._add_result(line, cell, row, columns)
        return True

    def _role(self, row: Row, cell: Cell, columns: Columns) -> Role | None:
        """What a row is; None where all others say it by their labels, and this one does not."""
        for name in ("row_type", "rank"):
            if (typed := columns.cell(row, name)) and (role := row_role(typed.text)):
                return Role(role)
        mark = line_of(cell, cell.text).mark or row_label(row)
        if mark and mark.role in (Role.OBJECTIVE, Role.KEY_RESULT, Role.INITIATIVE):
            return mark.role
        if ranked := rank_of(row, columns):
            return ranked
        if columns.all_labelled:
            return None
        if columns.objectives_labelled:  # the label of the others goes without saying
            return Role.KEY_RESULT
        return Role.KEY_RESULT if cell.indent or _width(cell.text) else Role.OBJECTIVE

    def _add_objective(self, cell: Cell, row: Row, columns: Columns, *, alone: bool) -> None:
        words = worded(line_of(cell, cell.text), "objective", self._plain)
        fields = self._fields_of_objective(row, columns, alone=alone)
        self._builder.objective(words.text, place_of(words.at, cell), fields | words.fields)
        self._written = cell.text.strip()
        self._builder.left_out(words.left_out, cell.line)

    def _fields_of_objective(self, row: Row, columns: Columns, *, alone: bool) -> dict[str, str]:
        names = {"owner": "objective_owner", "kind": "objective_kind", "parent": "parent"}
        if alone:
            names["owner"] = "owner" if "owner" in columns.named else "objective_owner"
        cells = {name: columns.cell(row, column) for name, column in names.items()}
        return {name: cell.text.strip() for name, cell in cells.items() if cell}

    def _add_result(
        self, line: Line, cell: Cell, row: Row, columns: Columns, offset: int = 0
    ) -> None:
        words = worded(line, "key_result", self._plain)
        if not words.text:
            return
        given = {name: columns.cell(row, name) for name in sorted(KEY_RESULT_FIELDS)}
        fields = {
            name: self._plain(found.text).strip().lstrip("@")
            for name, found in given.items()
            if found and not is_ditto(found.text)
        }
        at = place_of(words.at, cell, offset)
        self._builder.key_result(words.text, at, words.fields | fields)
        self._builder.left_out(words.left_out, cell.line)

    # Rows without a header

    def _labelled_row(self, row: Row, *, above: bool) -> None:
        """Cells that say themselves what they are; above a header a name and a value may stand."""
        if is_rule(row) or not shown(row):
            return
        given = [cell for cell in row if cell.text.strip()]
        labels = [None, *(label_alone(cell) for cell in given)]
        taken = [
            self._labelled_cell(cell, label) or bool(label_alone(cell))
            for cell, label in zip(given, labels, strict=False)
        ]
        if not any(taken):
            self._title(row, given, _named_pair(given) if above else {})
        else:
            rest = [cell.text.strip() for cell, read in zip(given, taken, strict=True) if not read]
            self._builder.left_out(rest, row[0].line)

    def _labelled_cell(self, cell: Cell, label: Mark | None) -> bool:
        """Read a cell by its own label, or by that in the cell before it."""
        line = line_of(cell, cell.text)
        mark = line.mark or label
        role = mark.role if mark else None
        if not has_words(line.text) or role not in (Role.OBJECTIVE, Role.KEY_RESULT):
            return False
        if role is Role.KEY_RESULT:
            self._add_result(line, cell, (), Columns())
        elif not self._same_as_last(line.text):
            self._add_objective(cell, (), Columns(), alone=False)
        return True

    def _title(self, row: Row, given: list[Cell], named: dict[str, str]) -> None:
        """A row of one cell may say whose set it is, and of which cycle."""
        fields = title_fields(given[0].text.strip()) if len(given) == 1 else named
        made = self._builder.set
        if fields and not made.objectives and all(self._builder.lacks(made, key) for key in fields):
            self._builder.fill(made, fields, row[0].line)
        else:
            self._unread(row)

    def _same_as_last(self, text: str) -> bool:
        """A table under its objective often repeats it in its first cell."""
        last = self._builder.last_objective
        return last is not None and plain_name(last.objective) == plain_name(text)

    def _unread(self, row: Row) -> None:
        if text := shown(row):
            self._builder.unread(row[0].line, text)


def _named_pair(given: list[Cell]) -> dict[str, str]:
    """What two cells say of the set: `Cycle | 2027-Q1`."""
    if len(given) != len(("name", "value")):
        return {}
    name, value = (cell.text.strip() for cell in given)
    field = field_named("set", name)
    return {field: value} if field in (*SET_FIELDS, "level", "start", "end") else {}


def rank_of(row: Row, columns: Columns) -> Role | None:
    """What a row is by the columns that tell its rank, if there are any."""
    if columns.dotted and (ordinal := columns.cell(row, "numbered")):
        return Role.KEY_RESULT if "." in ordinal.text.strip(". ") else Role.OBJECTIVE
    if ranked := columns.cell(row, "rank"):
        return Role.OBJECTIVE if ranked.text.strip() in ("0", "1") else Role.KEY_RESULT
    if "parent" in columns.named:
        return Role.KEY_RESULT if columns.cell(row, "parent") else Role.OBJECTIVE
    return None


def _width(text: str) -> int:
    return len(text) - len(text.lstrip(" \t\u3000"))
