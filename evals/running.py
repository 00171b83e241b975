"""Runs suites, shows their figures, and holds them against the gates.

`python -m evals run [--suite NAME ...] [--dataset PATH] [--json] [--report FOLDER] [--misses]`
lists what is lost and gained against the baseline; `python -m evals accept` takes the cases that
fail now as known.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from evals.figures import Figure, figures_of
from evals.gates import Compared, compare, write_baseline
from evals.outcomes import Outcome
from evals.report import as_html, as_markdown, as_text
from evals.suites import NAMES, suite

PROCESSES = 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `evals run` and `accept`."""
    parser.add_argument(
        "--suite", action="append", choices=NAMES, help="only this; may be repeated"
    )
    parser.add_argument(
        "--dataset", type=Path, help="a file of the suite's form; needs one --suite"
    )
    parser.add_argument("--json", action="store_true", help="the figures, for a program")
    parser.add_argument("--report", type=Path, help="a folder for report.html and report.md")
    parser.add_argument("--misses", action="store_true", help="list each case that fails")


def run(arguments: argparse.Namespace) -> None:
    """Run the suites, print their figures; exit 1 where a gate fails."""
    outcomes = measured(arguments)
    figures = figures_of(outcomes)
    compared = None if arguments.dataset else compare(outcomes, figures)
    if arguments.report:
        _report(arguments.report, figures, compared)
    if arguments.json:
        print(json.dumps([each.as_json() for each in figures], ensure_ascii=False, indent=1))
    else:
        print(as_text(figures, compared))
    if arguments.misses:
        print("\n".join(f"{o.check} {o.language}: {o.found} for {o.gold} | {o.subject}"
                        for o in outcomes if not o.passed))  # fmt: skip
    if compared is not None and not compared.good:
        sys.exit(1)


def run_accept(arguments: argparse.Namespace) -> None:
    """Take the cases that fail now as known."""
    write_baseline(measured(arguments))


def measured(arguments: argparse.Namespace) -> list[Outcome]:
    """The outcomes of the suites that were asked for, two suites at a time."""
    names = arguments.suite or list(NAMES)
    if len(names) == 1:
        return _one((names[0], arguments.dataset))
    if arguments.dataset:
        sys.exit("--dataset needs one --suite: each has a form of its own")
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        made = pool.map(_one, [(name, None) for name in names])
        return [each for outcomes in made for each in outcomes]


def _one(asked: tuple[str, Path | None]) -> list[Outcome]:
    name, data = asked
    start = time.perf_counter()
    made = list(suite(name)(data))
    print(f"{name}: {len(made)} in {time.perf_counter() - start:.1f} s", file=sys.stderr)
    return made


def _report(folder: Path, figures: Sequence[Figure], compared: Compared | None) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "report.md").write_text(as_markdown(figures, compared), encoding="utf-8")
    (folder / "report.html").write_text(as_html(figures, compared), encoding="utf-8")
