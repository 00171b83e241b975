"""Run a measurement: `python -m evals NAME --help`."""

from __future__ import annotations

import argparse

from evals import checkins, cycles, facts, good, parsing, retrieval, rewrite, sentences

MEASUREMENTS = {
    "checkins": checkins,
    "cycles": cycles,
    "facts": facts,
    "good": good,
    "parsing": parsing,
    "retrieval": retrieval,
    "rewrite": rewrite,
    "sentences": sentences,
}


def main() -> None:
    """Pick the measurement and run it."""
    parser = argparse.ArgumentParser(prog="python -m evals", description=__doc__)
    names = parser.add_subparsers(dest="name", required=True)
    for name, module in MEASUREMENTS.items():
        module.add_arguments(names.add_parser(name, help=str(module.__doc__).splitlines()[0]))
    arguments = parser.parse_args()
    MEASUREMENTS[arguments.name].run(arguments)


if __name__ == "__main__":
    main()
