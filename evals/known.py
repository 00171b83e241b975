"""The cases that are known to fail: those of the baseline, and those that were accepted.

A case is known where it stands in `baseline/<suite>.tsv`, which is what failed when the baseline
was first taken and only ever shrinks, or in `accepted.yml`, which gives the reason.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from evals.outcomes import Outcome

FOLDER = Path(__file__).parent
ACCEPTED = FOLDER / "accepted.yml"
BASELINE = FOLDER / "baseline"
ACCEPTED_HEAD = """\
# Cases that got worse, or came in failing, and why that is right for now. `python -m evals accept
# --reason "..."` writes here and takes out what passes again; a reason may be edited by hand.
"""
Accepted = list[dict[str, Any]]


def ids(suite: str) -> frozenset[str]:
    """The cases of a suite that may fail."""
    accepted = (key for each in read_accepted() for key in each["cases"])
    return frozenset((*map(id_of, read_rows(suite)), *accepted))


def path_of(suite: str) -> Path:
    """Where the baseline of a suite is kept."""
    return BASELINE / f"{suite}.tsv"


def id_of(row: str) -> str:
    """The id of the case that a row of a baseline is about."""
    return row.partition("\t")[0]


def row_of(outcome: Outcome) -> str:
    """A case as a row of a baseline."""
    verdict = f"{outcome.found} for {outcome.gold}"
    return "\t".join((outcome.id, outcome.check, outcome.language, verdict, outcome.short))


def read_rows(suite: str) -> list[str]:
    """The baseline of a suite."""
    path = path_of(suite)
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def write_rows(suite: str, rows: Iterable[str]) -> None:
    """Write the baseline of a suite."""
    BASELINE.mkdir(exist_ok=True)
    path_of(suite).write_text("".join(f"{row}\n" for row in sorted(rows)), encoding="utf-8")


def read_accepted() -> Accepted:
    """The accepted losses.

    Raises:
        SystemExit: An entry has no reason or no cases.
    """
    found = yaml.safe_load(ACCEPTED.read_text("utf-8")) if ACCEPTED.exists() else None
    for number, each in enumerate(found or [], start=1):
        if not str(each.get("reason") or "").strip() or not isinstance(each.get("cases"), dict):
            sys.exit(f"{ACCEPTED.name}: entry {number} needs a `reason` and `cases` (id: what)")
    return found or []


def write_accepted(entries: Accepted) -> None:
    """Write the accepted losses."""
    text = yaml.safe_dump(entries, allow_unicode=True, sort_keys=False, width=100)
    ACCEPTED.write_text(ACCEPTED_HEAD + (text if entries else "[]\n"), encoding="utf-8")
