"""What a table holds, told by its headers and by what stands in its cells."""

from __future__ import annotations

import re

from assistant.language.script import fold
from assistant.parsing.labels.marks import Role
from assistant.parsing.names import data
from assistant.parsing.phrases import OKR_PARTS
from assistant.parsing.tables.cell_texts import has_words, label_alone, line_of, row_label
from assistant.parsing.tables.columns import (
    HEADER_ROWS,
    REMARK,
    Cell,
    Columns,
    Row,
    is_rule,
    number_results,
)
from assistant.parsing.tables.header_rows import find_header
from assistant.parsing.tables.metric_tables import lists_metrics
from assistant.parsing.titles.title_words import is_name
from assistant.patterns import lazy

_RANKING = frozenset(("row_type", "rank", "parent"))
_MEASURED = frozenset(("baseline", "target", "current"))
_PEEK = 20
_AMOUNT = lazy(r"[^\w]{0,3}(?:每.)? ?\d[\d,.]{0,12} ?[^\d]{0,8}")
_ORDINAL = lazy(r"(?:#? ?\d{1,2}(?:\.\d{1,2}){0,2}[.)]?)?|[-: ]+")


def roles_in(rows: list[Row]) -> frozenset[Role]:
    """What a table holds, by its header or the labels of its cells: objectives, key results."""
    start, columns = find_header(rows)
    if is_aside(rows) or lists_metrics(rows):
        return frozenset()
    if columns is None or is_turned(rows):
        return _labels_in(rows)
    settle(rows[start + 1 :], columns)
    below = rows[start + 1 :]
    ranked = columns.named.keys() & _RANKING or _labels_in(below) or has_dotted(below, columns)
    both = "title" in columns.named and bool(ranked)
    held = {Role.OBJECTIVE} if both or "objective" in columns.named else set()
    held |= _labels_in(rows[:start]) & {Role.OBJECTIVE}
    results = both or (columns.results and not columns.measured)
    return frozenset(held | ({Role.KEY_RESULT} if results else set()))


def _labels_in(rows: list[Row]) -> frozenset[Role]:
    marks = (line_of(cell, cell.text).mark for row in rows[:HEADER_ROWS] for cell in row)
    return frozenset(mark.role for mark in marks if mark)


def settle(rows: list[Row], columns: Columns) -> None:
    """Correct what the headers of a table say by what its cells hold."""
    objective = columns.named.get("objective")
    if columns.results and labels_rows(rows, objective):
        columns.take_as_labels()
        return
    if labels_rows(rows, columns.named.get("title")):
        columns.describe_titles()
    if only_numbered(rows, columns):
        number_results(columns)
    elif only_named(rows, columns):
        columns.leave_names()
    objective = columns.named.get("objective")  # its column may be that of the words
    behind = objective is not None and _is_goal_behind(rows, columns, objective)
    amounts = objective is not None and (
        holds_amounts(rows, objective) or _follows_start(columns, objective) or behind
    )
    if amounts and columns.results and "target" not in columns.named:
        columns.named["target"] = columns.named.pop("objective")
    if behind and columns.measured:
        columns.results = []  # they are key results only where a label says so


def _is_goal_behind(rows: list[Row], columns: Columns, objective: int) -> bool:
    """Whether a goal stands behind the key results, what each shall reach: `| KR | … | Goal |`."""
    header = next((use.header for use in columns.uses if use.column - 1 == objective), "")
    goal = REMARK.sub("", fold(header)).strip("*_ ") in data("fields")["metric_goals"]
    if not goal or not columns.results or objective < columns.results[0]:
        return False
    cells = [row[objective] for row in rows[:_PEEK] if objective < len(row)]
    marks = [line_of(cell, cell.text).mark for cell in cells]
    return not any(mark and mark.role is Role.OBJECTIVE for mark in marks)


def only_numbered(rows: list[Row], columns: Columns) -> bool:
    """Whether the cells of key results are their labels alone: `| **KR 1** | Ship it |`."""
    cells = [row[i] for row in rows[:_PEEK] for i in columns.results if i < len(row)]
    words = [cell for cell in cells if has_words(cell.text)]
    if not words and (columns.title is not None or _words_beside(rows, columns)):
        return any(cells) and all(_ORDINAL.fullmatch(cell.text.strip()) for cell in cells)
    return bool(words) and all(map(label_alone, words))


def _words_beside(rows: list[Row], columns: Columns) -> bool:
    """Whether the column behind that of key results has words in all its rows."""
    at = columns.results[0] + 1 if columns.results else 0
    below = [row for row in rows[:_PEEK] if at and not is_rule(row)]
    return bool(below) and all(at < len(row) and has_words(row[at].text) for row in below)


def only_named(rows: list[Row], columns: Columns) -> bool:
    """Whether the first of two such columns names what the other tells: `| KR1 · Sleep | … |`."""
    if len(columns.results) != _NAME_AND_WORDS:
        return False
    first, second = (
        [line_of(row[i], row[i].text) for row in rows[:_PEEK] if i < len(row) and row[i].text]
        for i in columns.results
    )
    named = [
        line.mark is not None and bool(line.mark.number) for line in first if has_words(line.source)
    ]
    return bool(named) and all(named) and not any(line.mark for line in second)


_NAME_AND_WORDS = 2


def labels_rows(rows: list[Row], column: int | None) -> bool:
    """Whether a column only names what each row is: "O1", "KR1", "KR2"."""
    cells = [row[column] for row in rows[:_PEEK] if column is not None and column < len(row)]
    marks = [label_alone(cell) for cell in cells if has_words(cell.text) and not is_total(cell)]
    return {Role.OBJECTIVE, Role.KEY_RESULT} <= {mark.role for mark in marks if mark}


def holds_amounts(rows: list[Row], column: int) -> bool:
    """Whether a column under "目标" holds target values, not objectives."""
    cells = [row[column].text.strip() for row in rows[:_PEEK] if column < len(row)]
    words = [text for text in cells if text and set(text) - set("-: ")]
    return bool(words) and all(_AMOUNT.fullmatch(fold(text)) for text in words)


def _follows_start(columns: Columns, column: int) -> bool:
    """Whether "目标" stands behind where its key results start: `| KR | 当前 | 目标 |`."""
    start = columns.named.get("baseline", columns.named.get("current"))
    return start == column - 1 and any(result < start for result in columns.results)


def tells_rows_apart(rows: list[Row], columns: Columns) -> bool:
    """Whether a table of titles says which are objectives: a list of people or tasks does not."""
    if columns.named.keys() & _RANKING or columns.named.keys() & _MEASURED:
        return True
    if has_dotted(rows, columns):
        return True
    cells = [cell for row in rows if (cell := columns.cell(row, "title"))]
    indented = any(cell.indent or cell.text[:1].isspace() for cell in cells)
    return indented or bool(_labels_in(rows) & {Role.OBJECTIVE, Role.KEY_RESULT})


def has_dotted(rows: list[Row], columns: Columns) -> bool:
    """Whether the rows are numbered on two levels: "1", "1.1", "1.2"."""
    cells = [cell for row in rows if (cell := columns.cell(row, "numbered"))]
    texts = [
        cell.text.strip().rstrip(".") for cell in cells if _ORDINAL.fullmatch(cell.text.strip())
    ]
    return any("." in text for text in texts) and any(text.isdecimal() for text in texts)


def labels_of_titles(rows: list[Row], columns: Columns) -> set[Role]:
    """What the titles of a table say of themselves by their labels, objectives and key results."""
    cells = [cell for row in rows if (cell := columns.cell(row, "title"))]
    roles = {mark.role for cell in cells if (mark := line_of(cell, cell.text).mark)}
    return roles & {Role.OBJECTIVE, Role.KEY_RESULT}


def is_ditto(text: str) -> bool:
    """Whether a cell only says that it holds what the one above does: "同上", "ditto"."""
    return fold(text).strip("*_` ") in data("marks")["ditto"]


def names_objective_of(label: Cell, cell: Cell) -> bool:
    """Whether an objective stands in the column of key results, behind its label: "O1", "Grow"."""
    named = label_alone(label)
    mark = line_of(cell, cell.text).mark
    objective = named is not None and named.role is Role.OBJECTIVE
    return objective and (mark is None or mark.role is Role.OBJECTIVE)


def is_total(cell: Cell) -> bool:
    """Whether it is the title of a row that sums up the others: "Average", "合计"."""
    text = fold(cell.text).strip("*_` :")
    totals = data("marks")["totals"]
    return text in totals or all(word in totals for word in re.split(r"[\s/]+", text))


def is_beside(cell: Cell) -> bool:
    """Whether the words of a row are no OKR: they sum up, or begin like a remark: "说明：…"."""
    mark = line_of(cell, cell.text).mark
    return is_total(cell) or (mark is not None and mark.role is Role.ASIDE)


def is_aside(rows: list[Row]) -> bool:
    """Whether a table is about OKRs and holds none.

    It says what objectives and key results are (`| Part | Meaning |`), or shares out the work for
    lines that stand elsewhere (RACI: `| Key result | Responsible | Consulted | Informed |`).
    """
    headers = (
        {REMARK.sub("", fold(cell.text)).strip("*_` :?") for cell in rows[0]} if rows else set()
    )
    about = data("marks")["about"]
    labels = any(row_label(row) for row in rows[1:HEADER_ROWS])
    explains = labels and not headers.isdisjoint(about["headers"])
    served = labels and any(map(_names_served, headers)) and find_header(rows)[1] is None
    return explains or served or len(headers.intersection(about["raci"])) > 1


def _names_served(header: str) -> bool:
    """Whether a header is of the OKRs that the rows serve: "OKR alignment", "支撑的目标"."""
    served = any(word in header for word in data("marks")["elsewhere"])
    return served and _NAMES_OKRS.search(header) is not None


_NAMES_OKRS = lazy(OKR_PARTS)


def holds_form(rows: list[Row]) -> bool:
    """Whether a table has objectives and key results in columns of their own."""
    _, columns = find_header(rows)
    found = columns is not None and "objective" in columns.named and bool(columns.results)
    return found and not is_aside(rows)


def is_turned(rows: list[Row]) -> bool:
    """Whether the headers stand in the first column: `| Objective | Grow |` over `| KR 1 | … |`."""
    first = [label_alone(row[0]) for row in rows if len(row) > 1 and has_words(row[0].text)]
    if (
        not rows
        or len(rows[0]) < _NAME_AND_WORDS
        or not first
        or first[0] is None
        or first[0].role is not Role.OBJECTIVE
    ):
        return False
    others = [row[0].text for row in rows if row and label_alone(row[0]) is None]
    told = label_alone(rows[0][1]) is None and has_words(rows[0][1].text)
    told &= all(is_name(text, "item") for text in others)
    return told and any(mark and mark.role is Role.KEY_RESULT for mark in first[1:])


def shown(row: Row) -> str:
    """The words of a row, for the list of what stayed unread."""
    return " | ".join(cell.text.strip() for cell in row if cell.text.strip())
