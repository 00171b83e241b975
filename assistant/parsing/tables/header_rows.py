"""The row of headers of a table, and what its columns mean beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.language.script import fold
from assistant.parsing.names import data
from assistant.parsing.phrases import RESULTS
from assistant.parsing.reading import ColumnUse
from assistant.parsing.tables.columns import (
    HEADER_ROWS,
    LONGEST_HEADER,
    NUMBERED_KEY_RESULT,
    REMARK,
    UNUSED,
    Columns,
    Row,
    column_name,
    is_rule,
)
from assistant.patterns import lazy


def read_header(row: Row, sheet: str | None = None) -> Columns | None:
    """The columns that a row of headers names; None when it is not a row of headers."""
    headers = [" ".join(cell.text.split()) for cell in row]
    if not any(headers) or max(map(len, headers)) > LONGEST_HEADER:
        return None
    columns = Columns()
    for position, header in enumerate(headers):
        name = column_name(header, columns)
        if name == "details":
            columns.details, name = position, None
        if name == "result":
            columns.results.append(position)
        elif name:
            columns.named[name] = position
        used = None if name in UNUSED else name
        if header:
            columns.uses.append(ColumnUse(header, used, position + 1, sheet))
    _settle_grades(columns, headers)
    _drop_outcomes(columns)
    _settle_title(columns)
    _settle_status(columns)
    _settle_metrics(columns)
    if len(columns.results) == 1 and not columns.named and len(columns.uses) > 1:
        lone = NUMBERED_KEY_RESULT.fullmatch(fold(headers[columns.results[0]]))
        return None if lone else columns  # "KR1 | Ship it" is a row with its label
    return columns if columns.results or {"objective", "title"} & columns.named.keys() else None


def find_header(rows: Sequence[Row], sheet: str | None = None) -> tuple[int, Columns | None]:
    """The row of headers, the first of those that name the most columns, and what they name.

    A row below the rule of a table is one only if it names several columns.
    """
    ruled = next((i for i, row in enumerate(rows[:HEADER_ROWS]) if is_rule(row)), HEADER_ROWS)
    found = [
        (i, columns)
        for i, row in enumerate(rows[:HEADER_ROWS])
        if (columns := read_header(row, sheet)) and (i < ruled or _known(columns) > 1)
    ]
    return max(found, key=lambda pair: _known(pair[1]), default=(-1, None))


def _known(columns: Columns) -> int:
    return len(columns.named) + len(columns.results)


def _settle_title(columns: Columns) -> None:
    """A column of titles is the objectives' where key results have their own, else both's."""
    if "title" in columns.named and (columns.results or "objective" in columns.named):
        position = columns.title = columns.named.pop("title")
        name = "objective" if "objective" not in columns.named else "set_owner"
        columns.named.setdefault(name, position)


def _settle_grades(columns: Columns, headers: list[str]) -> None:
    """Before columns of what each grade would take stand key results: `| Item | 1.0 | 0.7 |`."""
    if len(headers) <= _FEWEST_GRADES or columns.results:
        return
    grades = [_IS_GRADE.fullmatch(header) is not None for header in headers if header]
    if sum(grades) < _FEWEST_GRADES or grades[0]:
        return
    columns.named = {name: at for name, at in columns.named.items() if at}
    columns.results = [0]


_IS_GRADE = lazy(r"[01]|0?\.\d{1,2}|1\.0{1,2}")
_FEWEST_GRADES = 3


def _drop_outcomes(columns: Columns) -> None:
    """Behind titles alone "Result" is what came of each: `| Task | Result | Lessons |`."""
    told = [fold(use.header).strip() for use in columns.uses if use.column - 1 in columns.results]
    titled = "title" in columns.named and "objective" not in columns.named
    if titled and told and set(told) <= set(data("fields")["outcomes"]):
        columns.uses = [replace(u, field=None) if u.field == "result" else u for u in columns.uses]
        columns.results = []


# "KR progress", "OKR 當前狀況"
_STATUS = lazy(
    rf"(?:okrs?|{RESULTS})[ 的]{{0,2}}"
    r"(?:(?:and |current |latest )?(?:status|progress)"
    r"|(?:和|与|及|当前|目前|最新|完成){0,2}(?:状况|状态|进度|进展|情况))"
)


def names_status(header: str) -> bool:
    """Whether a header is of how key results go."""
    return _STATUS.fullmatch(fold(header[:LONGEST_HEADER]).strip()) is not None


def _settle_status(columns: Columns) -> None:
    """Beside objectives, a column that tells how key results go has their words too."""
    if columns.results or "objective" not in columns.named:
        return
    told = [use.column - 1 for use in columns.uses if names_status(use.header)]
    columns.results = [at for at in told if at not in columns.named.values()][:1]
    columns.told_how_far = bool(columns.results)


def _settle_metrics(columns: Columns) -> None:
    """Beside objectives, metrics are key results where no column has these: `| Goal | KPI |`."""
    if columns.results or "objective" not in columns.named:
        return
    free = [use for use in columns.uses if use.column - 1 not in columns.named.values()]
    found = [use for use in free if _names_metrics(use.header)]
    columns.results = [use.column - 1 for use in found[:1]]
    columns.measured = bool(found)


def _names_metrics(header: str) -> bool:
    named = REMARK.sub("", fold(header)).strip("*_ ")
    return named in data("fields")["metrics"] or named in data("fields")["success_metrics"]
