"""Run the suites or a measurement: `python -m evals NAME --help`."""

from __future__ import annotations

import argparse
import sys

from evals import (
    agreement,
    checkins,
    compare,
    contract,
    corpus_diff,
    cycles,
    draw,
    facts,
    good,
    live,
    model,
    mutate,
    parsing,
    retrieval,
    rewrite,
    running,
    sentences,
    yardsticks,
)
from evals.rows import WrongForm

SUITES = {
    "run": (running.add_arguments, running.run, running.run),
    "compare": (running.add_suites, compare.run, compare.run),
    "accept": (compare.add_accept_arguments, compare.run_accept, compare.run_accept),
}
MEASUREMENTS = {
    "agreement": agreement,
    "checkins": checkins,
    "contract": contract,
    "corpus-diff": corpus_diff,
    "cycles": cycles,
    "draw": draw,
    "facts": facts,
    "good": good,
    "live": live,
    "model": model,
    "mutate": mutate,
    "parsing": parsing,
    "retrieval": retrieval,
    "rewrite": rewrite,
    "sentences": sentences,
    "yardsticks": yardsticks,
}


def main() -> None:
    """Pick what is to be run, and run it."""
    parser = argparse.ArgumentParser(prog="python -m evals", description=__doc__)
    names = parser.add_subparsers(dest="name", required=True)
    commands = {name: (one.add_arguments, one.run, one) for name, one in MEASUREMENTS.items()}
    for name, (add_arguments, told, described) in {**SUITES, **commands}.items():
        made = names.add_parser(name, help=str(described.__doc__).splitlines()[0])
        add_arguments(made)
        made.set_defaults(told=told)
    arguments = parser.parse_args()
    try:
        arguments.told(arguments)
    except WrongForm as error:
        sys.exit(f"{error} (see evals/README.md)")


if __name__ == "__main__":
    main()
