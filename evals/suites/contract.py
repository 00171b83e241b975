"""What the product promises in its data is what it promised when somebody last read it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from evals.contract import GONE, KINDS, path_of, promises, read_promises
from evals.outcomes import Outcome
from evals.rows import WrongForm


def outcomes(data: Path | None) -> Iterator[Outcome]:
    """Each promise that is known, or those of a file named after their kind."""
    for kind in KINDS if data is None else _kind_of(data):
        kept = set(promises(kind))
        now = {(language, key): value for language, key, value in kept}
        for language, key, value in read_promises(data or path_of(kind)):
            same = (language, key, value) in kept  # one text may stand in two places
            found = value if same else now.get((language, key), GONE)
            yield Outcome("contract", kind, language, key, value, found)


def _kind_of(data: Path) -> list[str]:
    named = [kind for kind in KINDS if path_of(kind).name == data.name]
    if not named:
        raise WrongForm(f"{data.name}: not named after one of {', '.join(KINDS)}")
    return named
