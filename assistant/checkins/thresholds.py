"""The thresholds in force: the bundled ones, with a company's own on top."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from assistant.errors import UsageError
from assistant.models.thresholds import Thresholds

_MOST_BYTES = 20_000
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def default_thresholds() -> Thresholds:
    """The bundled thresholds."""
    return Thresholds.model_validate(_bundled())


def load_thresholds(path: Path | None) -> Thresholds:
    """The thresholds with those of a company's file on top; None for the bundled ones alone.

    Raises:
        UsageError: `bad_thresholds`, naming the file and what is wrong in it.
    """
    if path is None:
        return default_thresholds()
    try:
        return Thresholds.model_validate(_bundled() | _own(path))
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(map(str, first["loc"]))
        raise UsageError("bad_thresholds", file=str(path), field=field, why=first["msg"]) from error


def _bundled() -> dict[str, Any]:
    text = files("assistant.checkins").joinpath("thresholds.yml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.load(text, Loader=_Loader)  # noqa: S506 - a safe loader
    return loaded


def _own(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as source:
            loaded = yaml.load(source.read(_MOST_BYTES), Loader=_Loader)  # noqa: S506 - a safe loader
    except (OSError, ValueError, RecursionError, yaml.YAMLError) as error:
        why = getattr(error, "strerror", None) or "not YAML"
        raise UsageError("bad_thresholds", file=str(path), field=path.name, why=why) from error
    if not isinstance(loaded, dict):
        why = "not a list of names and values"
        raise UsageError("bad_thresholds", file=str(path), field=path.name, why=why)
    return {str(name): value for name, value in loaded.items()}
