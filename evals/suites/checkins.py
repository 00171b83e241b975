"""Free text about key results is read to its fields, and nothing is invented."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from evals.checkins import (
    EXACT,
    HELD,
    NUMBERS,
    TEXTS,
    UPDATES,
    is_invented,
    read_row,
    rows_of,
    same,
)
from evals.outcomes import DEV, Outcome, holds


def outcomes(data: Path | None) -> Iterator[Outcome]:
    """Our updates, and apart from them those held back from training; or those of a file."""
    for row in rows_of(data or UPDATES, None):
        yield from _row(row)
    for row in rows_of(HELD, None) if data is None else ():
        for each in _row(row):
            yield replace(each, check="held", subject=f"{each.check}: {each.subject}")


def _row(row: dict[str, Any]) -> Iterator[Outcome]:
    split = row.get("split", DEV)
    gold = {tuple(item["key_result"]): item for item in row["items"]}
    found = {tuple(item["key_result"]): item for item in read_row(row)}
    for place in sorted(gold.keys() | found.keys()):
        subject = f"{row['id']} {place}"
        joined = (place in gold) == (place in found)
        yield holds("checkins", "key_result", row["lang"], subject, joined, split)
        yield from _fields(row, subject, gold.get(place, {}), found.get(place, {}))


def _fields(
    row: dict[str, Any], subject: str, gold: dict[str, Any], found: dict[str, Any]
) -> Iterator[Outcome]:
    split = row.get("split", DEV)
    for name in (*EXACT, *TEXTS):
        wanted, got = gold.get(name), found.get(name)
        if wanted is not None or got is not None:
            right = wanted is not None and got is not None and same(name, wanted, got)
            yield holds("checkins", name, row["lang"], f"{subject} {name}", right, split)
    for name in NUMBERS:
        invented = is_invented(name, gold, found, row["raw"])
        told = f"{subject} {name}"
        yield holds("checkins", "not invented", row["lang"], told, not invented, split)
