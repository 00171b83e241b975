"""What a run gains and loses, case by case, against what is known to fail (`evals.known`)."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from evals import known
from evals.outcomes import Outcome
from evals.running import add_suites, measured


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
    kept = {known.id_of(row): row for suite in suites for row in known.read_rows(suite)}
    reasons = {key: row for each in known.read_accepted() for key, row in each["cases"].items()}
    new = {key: each for key, each in failing.items() if key not in kept}
    passing = (*kept.items(), *((k, r) for k, r in reasons.items() if r.split()[0] in suites))
    return Compared(
        lost=[each for key, each in new.items() if key not in reasons],
        accepted=[each for key, each in new.items() if key in reasons],
        gained=[row for key, row in passing if key not in failing],
    )


def begin_baselines(outcomes: Sequence[Outcome]) -> None:
    """Give a suite that has no baseline its first: all that fails today."""
    for suite in {each.suite for each in outcomes}:
        if not known.path_of(suite).exists():
            failing = (each for each in outcomes if each.suite == suite and not each.passed)
            known.write_rows(suite, {known.row_of(each) for each in failing})


def accept(outcomes: Sequence[Outcome], reason: str | None) -> None:
    """Take out what passes or is gone, and take up what is lost under a reason."""
    lost = compared(outcomes).lost
    failing = {each.id for each in outcomes if not each.passed}
    suites = {each.suite for each in outcomes}
    for suite in suites:
        known.write_rows(
            suite, (row for row in known.read_rows(suite) if known.id_of(row) in failing)
        )
    kept = [_still(each, failing, suites) for each in known.read_accepted()]
    if lost:
        kept.append({"reason": reason, "cases": {e.id: f"{e.suite} {e.line}" for e in lost}})
    known.write_accepted([each for each in kept if each["cases"]])


def _still(entry: dict[str, Any], failing: set[str], suites: set[str]) -> dict[str, Any]:
    cases = entry["cases"].items()
    kept = {key: row for key, row in cases if key in failing or row.split()[0] not in suites}
    return {**entry, "cases": kept}
