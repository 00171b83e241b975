"""Sets as rows of texts: what a table shows, in any file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from assistant.messages import say
from assistant.models import KeyResult, Language, Objective, OkrSet

AREA = "report"
FIELDS = ("owner", "baseline", "target", "current", "unit", "source", "due", "weight")
"""Of a key result, in the order in which they are read."""


def used_fields(objectives: Sequence[Objective]) -> list[str]:
    """The fields that any key result declares."""
    results = [result for each in objectives for result in each.key_results]
    return [name for name in FIELDS if any(getattr(one, name) is not None for one in results)]


def name_of(column: str, language: Language) -> str:
    """The heading of a column, as the reader of tables knows it."""
    return say(AREA, f"draft.{column}", language).rstrip(" :：")


def cell(value: object) -> str:
    """A value as people write it."""
    if value is None:
        return ""
    told = f"{value:g}" if isinstance(value, float) and abs(value) < 1e6 else str(value)
    return " ".join("".join(char if char.isprintable() else " " for char in told).split())


def key_result_cells(result: KeyResult, fields: Sequence[str]) -> list[str]:
    """A key result with its fields."""
    return [cell(result.text), *(cell(getattr(result, name)) for name in fields)]


def head_and_rows(sets: Sequence[OkrSet], language: Language) -> tuple[list[str], list[list[str]]]:
    """All sets as one table: a row a key result, initiatives in the last column."""
    fields = used_fields([one for each in sets for one in each.objectives])
    columns = ["team", "cycle", "column.objective", "column.key_result", *fields, "initiative"]
    rows = [row for each in sets for row in _rows(each, fields)]
    return [name_of(column, language) for column in columns], rows


def _rows(okr_set: OkrSet, fields: Sequence[str]) -> Iterator[list[str]]:
    team = cell(okr_set.team or okr_set.owner)
    cycle = cell(okr_set.cycle.name if okr_set.cycle else None)
    for objective in okr_set.objectives:
        held = zip_longest(objective.key_results, objective.initiatives)
        for result, initiative in list(held) or [(None, None)]:
            cells = key_result_cells(result, fields) if result else [""] * (len(fields) + 1)
            work = cell(initiative.text) if initiative else ""
            yield [team, cycle, cell(objective.objective), *cells, work]
