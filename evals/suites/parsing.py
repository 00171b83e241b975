"""Every objective and key result of a draft is found, and nothing else is taken for one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from evals.outcomes import Outcome, holds
from evals.parsing import DRAFTS, Entry, cases_of_data, cases_of_folder, read_entries


def outcomes(data: Path | None) -> Iterator[Outcome]:
    """Our messy drafts, or the labelled sets of a file with their source text."""
    if data is not None:
        for name, groups, source, expected in cases_of_data(data):
            yield from _compared(name, groups[0], expected, read_entries(source, None))
        return
    for name, groups, raw, expected in cases_of_folder(DRAFTS):
        yield from _compared(name, groups[0], expected, read_entries(raw, name))


def _compared(
    name: str, language: str, expected: list[Entry], found: list[Entry]
) -> Iterator[Outcome]:
    wanted, got = Counter(expected), Counter(each for each in found if each[0] != "I")
    for entry in wanted | got:
        role, text = entry
        check = "found" if wanted[entry] else "is one"
        yield holds(
            "parsing", check, language, f"{name} {role} {text}", wanted[entry] == got[entry]
        )
