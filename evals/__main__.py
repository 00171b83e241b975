"""Run the suites or a measurement: `python -m evals NAME --help`."""

from __future__ import annotations

import argparse

from evals import (
    checkins,
    cycles,
    facts,
    good,
    mutate,
    parsing,
    retrieval,
    rewrite,
    running,
    sentences,
    yardsticks,
)

MEASUREMENTS = {
    "checkins": checkins,
    "cycles": cycles,
    "facts": facts,
    "good": good,
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
    for name, told in (("run", running.run), ("accept", running.run_accept)):
        made = names.add_parser(name, help=str(told.__doc__).splitlines()[0])
        running.add_arguments(made)
        made.set_defaults(told=told)
    for name, module in MEASUREMENTS.items():
        made = names.add_parser(name, help=str(module.__doc__).splitlines()[0])
        module.add_arguments(made)
        made.set_defaults(told=module.run)
    arguments = parser.parse_args()
    arguments.told(arguments)


if __name__ == "__main__":
    main()
