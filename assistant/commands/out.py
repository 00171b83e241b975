"""Where what a command made goes: into a file, or to standard output."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from assistant.errors import UsageError
from assistant.system import why

OutputOption = Annotated[
    Path | None, typer.Option("--output", "-o", help="A file to write into.", show_default=False)
]
DOCUMENTS = {"docx", "xlsx"}  # no terminal can show them
FORMAT_HELP = "What to write; by default as the name of the file says."
_ENDINGS = {"md": "markdown", "htm": "html", "txt": "text"}
_SHORT = {"markdown": "md", "text": "txt"}
Form = TypeVar("Form", bound=StrEnum)


def form_of(asked: Form | None, output: Path | None, usual: Form) -> Form:
    """The form that was asked for, else the one that the file is named after, else the usual.

    Raises:
        UsageError: `no_such_ending`, for a file named after a form that there is not.
    """
    ending = output.suffix[1:].lower() if output else ""
    if asked or not ending:
        return asked or usual
    named = next((form for form in type(usual) if form == _ENDINGS.get(ending, ending)), None)
    if named is None:
        known = ", ".join(f".{_SHORT.get(form, form)}" for form in type(usual))
        raise UsageError("no_such_ending", field="--output", ending=f".{ending}", choices=known)
    return named


def put(data: bytes, form: str, output: Path | None) -> None:
    """Write what was made into the file, or to standard output.

    Raises:
        UsageError: `cannot_write`, or `needs_out` for a document that no terminal can show.
    """
    if output is not None:
        save(output, data)
    elif form in DOCUMENTS and sys.stdout.isatty():
        raise UsageError("needs_out", field="--output")
    else:
        sys.stdout.buffer.write(data)


def save(output: Path, data: bytes) -> None:
    """Write a file, with the folders that it needs.

    Raises:
        UsageError: `cannot_write`.
    """
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_bytes(data)
    except OSError as error:
        raise UsageError("cannot_write", file=str(output), why=why(error)) from error
