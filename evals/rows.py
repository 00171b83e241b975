"""Reads the rows of a data set, and says where one is not in the form of its suite."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

T = TypeVar("T")


class WrongForm(Exception):
    """A file is not in the form of its suite; says where, and what is wrong."""


def read_text(path: Path) -> str:
    """The text of a file.

    Raises:
        WrongForm: It cannot be read, or is no UTF-8.
    """
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise WrongForm(f"{path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise WrongForm(f"{path}: byte {error.start} is no UTF-8") from error


def rows(path: Path, form: type[T]) -> Iterator[T]:
    """The rows of a JSONL file, each in that form; what the form does not name is left out.

    Raises:
        WrongForm: A row is no JSON, or misses the form.
    """
    adapter = TypeAdapter(form)
    for number, row in enumerate(read_text(path).split("\n"), start=1):
        if row.strip():
            try:
                yield adapter.validate_json(row)
            except ValidationError as error:
                raise WrongForm(f"{path.name}:{number}: {why(error)}") from error


def why(error: ValidationError) -> str:
    """What is wrong with a row, and in which field."""
    first = error.errors(include_url=False)[0]
    field = ".".join(map(str, first["loc"]))
    return f"{field}: {first['msg']}" if field else first["msg"]
