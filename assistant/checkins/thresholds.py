"""The thresholds in force: the bundled ones, with a company's own on top."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from assistant.errors import UsageError
from assistant.models.thresholds import Thresholds
from assistant.strict_yaml import read_file


@cache
def default_thresholds() -> Thresholds:
    """The bundled thresholds."""
    return Thresholds.model_validate(_bundled())


def load_thresholds(path: Path | None) -> Thresholds:
    """The thresholds with those of a company's file on top; None for the bundled ones alone.

    Raises:
        UsageError: `bad_thresholds`, naming the file, the line and what is wrong there.
        BrokenFile: If the file is no YAML that says what it means.
    """
    if path is None:
        return default_thresholds()
    tree = read_file(path)
    if not isinstance(tree.value, dict):
        why = "not a list of names and values"
        raise UsageError("bad_thresholds", file=str(path), line=1, field=path.name, why=why)
    try:
        return Thresholds.model_validate(_bundled() | tree.value)
    except ValidationError as error:
        first = error.errors()[0]
        field, line = str(first["loc"][0]), tree.line_of(first["loc"])
        raise UsageError(
            "bad_thresholds", file=str(path), line=line, field=field, why=first["msg"]
        ) from error


def _bundled() -> dict[str, Any]:
    found: dict[str, Any] = read_file(
        files("assistant.checkins").joinpath("thresholds.yml"), "thresholds.yml"
    ).value
    return found
