"""Adds an entry to a cycle's file so that none is ever lost.

The whole document is written anew beside the file, forced to the disk, and put in its place in one
step: whoever reads, at any moment, finds the old document or the new one. A lock keeps two writers
from overwriting each other; it ends with its holder.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from assistant.errors import CoachError, InputTooLarge, UnreadableInput, UsageError
from assistant.models.cycle import Change, CheckIn
from assistant.parsing.formats.recognising import decode
from assistant.parsing.formats.tree import read_json
from assistant.settings import Settings
from assistant.system import why

_LISTS = {CheckIn: "checkins", Change: "changes"}
_PATIENCE = 20.0  # seconds for others to finish; each needs milliseconds


def add_entry(path: Path, entry: CheckIn | Change, settings: Settings) -> None:
    """Append an entry to the document in a file; when this returns, it is on the disk.

    Raises:
        UnreadableInput: If the file is no cycle; also `InputTooLarge`.
        UsageError: `cannot_write`, or `locked` if others hold the file for long.
    """
    target = path.resolve()
    with _locked(target):
        document = _document(target, settings)
        told = entry.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
        document.setdefault(_LISTS[type(entry)], []).append(told)
        data = written(document).encode()
        if len(data) > settings.max_bytes:  # nobody could read it afterwards
            raise InputTooLarge("bytes", file=str(path), limit=settings.max_bytes)
        _replace(target, data)


@contextmanager
def _locked(target: Path) -> Iterator[None]:
    lock = target.with_name(f".{target.name}.lock")
    try:
        with FileLock(lock, timeout=_PATIENCE):
            yield
    except Timeout as error:
        raise UsageError("locked", file=str(target)) from error
    except OSError as error:
        raise UsageError("cannot_write", file=str(target), why=why(error)) from error


def _document(target: Path, settings: Settings) -> dict[str, Any]:
    try:
        data = target.read_bytes()
    except OSError as error:
        raise UnreadableInput("cannot_open", file=str(target), why=why(error)) from error
    try:
        value = read_json(decode(data), settings.max_depth, places=False)
    except CoachError as error:
        error.file = str(target)
        raise
    if not isinstance(value, dict) or not _is_cycle(value):
        raise UnreadableInput("no_cycle", file=str(target))
    return value


def _is_cycle(value: dict[str, Any]) -> bool:
    lists = (value.get(name, []) for name in _LISTS.values())
    return "set" in value and all(isinstance(entries, list) for entries in lists)


def written(document: dict[str, Any]) -> str:
    """The document with each entry on a line of its own, so that a comparison shows what is new."""
    parts = []
    for key, value in document.items():
        name = json.dumps(key, ensure_ascii=False)
        if key in _LISTS.values() and value:
            lines = ",\n".join(f"  {json.dumps(one, ensure_ascii=False)}" for one in value)
            parts.append(f"{name}: [\n{lines}\n]")
        else:
            parts.append(f"{name}: {json.dumps(value, ensure_ascii=False, indent=1)}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _replace(target: Path, data: bytes) -> None:
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".new")
    try:
        with os.fdopen(descriptor, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        Path(name).chmod(target.stat().st_mode & 0o777)
        Path(name).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    """Make the change of names last; not every system lets folders be opened."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
