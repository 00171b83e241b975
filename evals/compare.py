"""What a run gains and loses, case by case, against what is known to fail.

A case that fails is known where it stands in `baseline/<suite>.tsv`, which is what failed when the
baseline was first taken and only ever shrinks, or in `accepted.yml`, which gives the reason.
Any other case that fails is lost.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from evals.outcomes import Outcome
from evals.running import add_suites, measured

FOLDER = Path(__file__).parent
ACCEPTED = FOLDER / "accepted.yml"
BASELINE = FOLDER / "baseline"
ACCEPTED_HEAD = """\
# Cases that got worse, or came in failing, and why that is right for now. `python -m evals accept
# --reason "..."` writes here and takes out what passes again; a reason may be edited by hand.
"""
Accepted = list[dict[str, Any]]


@dataclass(frozen=True)
class Compared:
    """The cases lost, without a reason; those lost with one; rows of known cases that pass now."""

    lost: list[Outcome]
    accepted: list[Outcome]
    gained: list[str]

    def as_text(self) -> str:
        """Counts, then each case."""
        counts = len(self.lost), len(self.accepted), len(self.gained)
        rows = ["lost {}, accepted {}, gained {}".format(*counts)]
        rows += [f"lost {each.id} {each.suite} {each.line}" for each in self.lost]
        rows += [f"gained {row}" for row in self.gained]
        return "\n".join(rows)


def add_accept_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `evals accept`."""
    add_suites(parser)
    parser.add_argument("--reason", help="why what is lost may be lost")


def run(arguments: argparse.Namespace) -> None:
    """List the cases lost and gained; exit 1 where one is lost without a reason."""
    found = compared(measured(arguments.suites, arguments.kept))
    print(found.as_text())
    if found.lost:
        sys.exit(1)


def run_accept(arguments: argparse.Namespace) -> None:
    """Take gains out of what is known to fail, and losses up with --reason."""
    outcomes = measured(arguments.suites, arguments.kept)
    begin_baselines(outcomes)
    found = compared(outcomes)
    if found.lost and not (arguments.reason or "").strip():
        sys.exit(f"{found.as_text()}\nmend them, or say why they may be lost: --reason TEXT")
    accept(outcomes, arguments.reason)
    print(found.as_text())


def compared(outcomes: Sequence[Outcome]) -> Compared:
    """Hold outcomes against what is known to fail in the suites that ran."""
    suites = {each.suite for each in outcomes}
    failing = {each.id: each for each in outcomes if not each.passed}
    known = {_id(row): row for suite in suites for row in _rows(suite)}
    reasons = {key: row for each in read_accepted() for key, row in each["cases"].items()}
    new = {key: each for key, each in failing.items() if key not in known}
    passing = (*known.items(), *((k, r) for k, r in reasons.items() if r.split()[0] in suites))
    return Compared(
        lost=[each for key, each in new.items() if key not in reasons],
        accepted=[each for key, each in new.items() if key in reasons],
        gained=[row for key, row in passing if key not in failing],
    )


def begin_baselines(outcomes: Sequence[Outcome]) -> None:
    """Give a suite that has no baseline its first: all that fails today."""
    for suite in {each.suite for each in outcomes}:
        if not _path(suite).exists():
            failing = (each for each in outcomes if each.suite == suite and not each.passed)
            _write_rows(suite, {_row(each) for each in failing})


def accept(outcomes: Sequence[Outcome], reason: str | None) -> None:
    """Take out what passes or is gone, and take up what is lost under a reason."""
    lost = compared(outcomes).lost
    failing = {each.id for each in outcomes if not each.passed}
    suites = {each.suite for each in outcomes}
    for suite in suites:
        _write_rows(suite, (row for row in _rows(suite) if _id(row) in failing))
    kept = [_still(each, failing, suites) for each in read_accepted()]
    if lost:
        kept.append({"reason": reason, "cases": {e.id: f"{e.suite} {e.line}" for e in lost}})
    write_accepted([each for each in kept if each["cases"]])


def _still(entry: dict[str, Any], failing: set[str], suites: set[str]) -> dict[str, Any]:
    cases = entry["cases"].items()
    kept = {key: row for key, row in cases if key in failing or row.split()[0] not in suites}
    return {**entry, "cases": kept}


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


def _path(suite: str) -> Path:
    return BASELINE / f"{suite}.tsv"


def _id(row: str) -> str:
    return row.partition("\t")[0]


def _row(outcome: Outcome) -> str:
    verdict = f"{outcome.found} for {outcome.gold}"
    return "\t".join((outcome.id, outcome.check, outcome.language, verdict, outcome.short))


def _rows(suite: str) -> list[str]:
    path = _path(suite)
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def _write_rows(suite: str, rows: Iterable[str]) -> None:
    BASELINE.mkdir(exist_ok=True)
    _path(suite).write_text("".join(f"{row}\n" for row in sorted(rows)), encoding="utf-8")
