"""Tables of metrics with the values that they shall reach: `| Metric | Goal | Q1 | Q2 |`."""

from __future__ import annotations

from dataclasses import replace

from assistant.language.script import fold
from assistant.parsing.names import data
from assistant.parsing.reading import ColumnUse
from assistant.parsing.tables.columns import REMARK, Row, is_rule


def lists_metrics(rows: list[Row]) -> bool:
    """Whether a table names metrics first and has a column of what each shall be, a number."""
    if not rows or not rows[0] or not _is_metric(rows[0][0].text):
        return False
    goal = _goal(rows[0])
    cells = [row[goal].text for row in rows[1:] if goal and goal < len(row) and not is_rule(row)]
    return bool(cells) and all(any(map(str.isdigit, text)) for text in cells)


def as_results(rows: list[Row]) -> list[Row]:
    """The same table with the headers that tables of key results have."""
    named = dict(zip((0, _goal(rows[0])), data("fields")["metric_headers"], strict=True))
    header = [replace(cell, text=named.get(at, cell.text)) for at, cell in enumerate(rows[0])]
    return [header, *rows[1:]]


def with_own_headers(uses: list[ColumnUse], rows: list[Row]) -> list[ColumnUse]:
    """How its columns were understood, under the headers that they have."""
    texts = [" ".join(cell.text.split()) for cell in rows[0]]
    return [replace(use, header=texts[use.column - 1]) for use in uses]


def _goal(header: Row) -> int | None:
    return next((at for at, cell in enumerate(header) if at and _is_goal(cell.text)), None)


def _is_goal(text: str) -> bool:
    return REMARK.sub("", fold(text)).strip("*_ ") in data("fields")["metric_goals"]


def _is_metric(text: str) -> bool:
    return REMARK.sub("", fold(text)).strip("*_ ") in data("fields")["metrics"]
