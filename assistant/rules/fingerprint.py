"""What of the language layer can change a verdict, as a hash."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

_DATA = (".yml", ".bin")


@cache
def language_version() -> str:
    """A hash over the word lists and weights by which lines are read."""
    digest = hashlib.sha256()
    for file in _data(files("assistant").joinpath("language")):
        digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()[:16]


def _data(folder: Traversable) -> list[Traversable]:
    found: list[Traversable] = []
    for entry in sorted(folder.iterdir(), key=lambda one: one.name):
        if entry.is_dir():
            found += _data(entry)
        elif entry.name.endswith(_DATA):
            found.append(entry)
    return found
