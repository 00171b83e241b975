"""Runs suites, shows their figures, and holds them against the bars of `thresholds.yml`."""

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
from evals.gates import below
from evals.outcomes import DEV, TEST, Outcome, read_outcomes, write_outcomes
from evals.outside import of_dataset
from evals.report import as_html, as_markdown, as_text
from evals.suites import NAMES, suite

PROCESSES = 2
LONGEST = "contract"  # begins first, so that the others run beside it


def add_suites(parser: argparse.ArgumentParser) -> None:
    """Which suites, and where their outcomes are kept: what run, compare and accept share."""
    parser.add_argument(
        "suites", nargs="*", type=_name, metavar="SUITE", help=f"of {', '.join(NAMES)}; all if none"
    )
    parser.add_argument(
        "--kept", type=Path, metavar="FILE", help="take the outcomes of `evals run --keep FILE`"
    )


def _name(given: str) -> str:
    if given not in NAMES:
        raise argparse.ArgumentTypeError(f"no suite is called {given}: {', '.join(NAMES)}")
    return given


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `evals run`."""
    add_suites(parser)
    parser.add_argument("--keep", type=Path, metavar="FILE", help="write the outcomes there")
    parser.add_argument("--dataset", type=Path, help="a file of the suite's form; needs one SUITE")
    parser.add_argument("--json", action="store_true", help="the figures, for a program")
    parser.add_argument("--report", type=Path, help="a folder for report.html and report.md")
    parser.add_argument("--misses", action="store_true", help="list each case that fails")
    parser.add_argument(
        "--split", choices=(DEV, TEST), help="one half of the data, without bars; test tells it"
    )


def run(arguments: argparse.Namespace) -> None:
    """Run the suites, print their figures; exit 1 where one is below its bar."""
    made = measured(arguments.suites, arguments.kept, arguments.dataset)
    outcomes = [each for each in made if arguments.split in (None, each.split)]
    figures = figures_of(outcomes)
    part = arguments.dataset or arguments.split
    missed = [] if part else below(figures, {each.suite for each in outcomes})
    if arguments.keep:
        write_outcomes(arguments.keep, outcomes)
    if arguments.report:
        _report(arguments.report, figures, missed)
    if arguments.json:
        print(json.dumps([each.as_json() for each in figures], ensure_ascii=False, indent=1))
    else:
        print(as_text(figures, missed))
    if arguments.misses:
        told = [each.told if arguments.split else each.line for each in outcomes if not each.passed]
        print("\n".join(told))
    if missed:
        sys.exit(1)


def measured(
    suites: Sequence[str], kept: Path | None = None, dataset: Path | None = None
) -> list[Outcome]:
    """The outcomes of some suites, all if none is named; two at a time, or as they were kept."""
    names = suites or NAMES
    if kept:
        return [each for each in read_outcomes(kept) if each.suite in names]
    if len(names) == 1:
        return _one((names[0], dataset))
    if dataset:
        sys.exit("--dataset needs one SUITE: each has a form of its own")
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        begun = {name: pool.submit(_one, (name, None)) for name in _longest_first(names)}
        return [each for name in names for each in begun[name].result()]


def _longest_first(names: Sequence[str]) -> list[str]:
    return sorted(names, key=lambda name: name != LONGEST)


def _one(asked: tuple[str, Path | None]) -> list[Outcome]:
    name, data = asked
    start = time.perf_counter()
    made = of_dataset(name, data) if data else list(suite(name)(None))
    print(f"{name}: {len(made)} in {time.perf_counter() - start:.1f} s", file=sys.stderr)
    return made


def _report(folder: Path, figures: Sequence[Figure], missed: Sequence[str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "report.md").write_text(as_markdown(figures, missed), encoding="utf-8")
    (folder / "report.html").write_text(as_html(figures, missed), encoding="utf-8")
