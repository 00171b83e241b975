"""The word lists, sentences and tables that ship with the packages, as YAML."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from assistant.kept import kept


def load(package: str, path: str) -> Any:
    """The content of a data file of a package of ours; whoever asks again has it read again."""
    text = files(package).joinpath(path).read_text(encoding="utf-8")
    return kept(f"yaml {text}", lambda: parsed(text))


def parsed(text: str) -> Any:
    """YAML of ours, read the short way: no check of it but that it is YAML."""
    import yaml  # a start that finds all files read before does without it

    return yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe
