"""What every start works out alike, kept between runs of the command.

Compiling patterns and reading YAML take most of a start. What comes of them is kept in a file in
the user's cache folder, a line a piece: the hash of all that it was made from, and the piece as
JSON, which is read when it is asked for. So nothing in it can be out of date, and where the folder
cannot be read or written a start only takes longer. It holds nothing of a draft. Whoever uses the
packages without the command keeps nothing.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, TypeVar

MOST_PIECES = 2_000  # above it, only what the last run asked for is written
# What programs of patterns may be run by: exactly the Python that made them.
_MADE_BY = " ".join(f"{sys.version} {sys.byteorder}".split()).encode()
_T = TypeVar("_T")


class _Kept:
    """The pieces of one file, as JSON until they are asked for, and which this run asked for."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._pieces = _read(file)
        self._asked: set[bytes] = set()
        self._grown = False

    def get(self, made_of: str, make: Callable[[], _T]) -> _T:
        """The piece made of a text; it is made where it is not kept yet."""
        key = sha256(made_of.encode("utf-8", "surrogatepass")).hexdigest().encode()
        self._asked.add(key)
        try:
            piece: _T = json.loads(self._pieces[key])
        except _NOT_KEPT:
            piece = make()
            if _is_plain(piece):
                self._pieces[key], self._grown = _written(piece), True
        return piece

    def save(self) -> None:
        """Write the file anew if there is more to keep; two runs at once do not disturb it."""
        if not self._grown:
            return
        pieces = self._pieces.items()
        if len(self._pieces) > MOST_PIECES:
            pieces = {key: self._pieces[key] for key in self._asked & self._pieces.keys()}.items()
        lines = [_MADE_BY, *(b" ".join(piece) for piece in pieces)]
        self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=self._file.parent, delete=False) as out:
            out.write(b"\n".join(lines))
        Path(out.name).replace(self._file)


def _written(piece: object) -> bytes:
    return json.dumps(piece, ensure_ascii=False).encode("utf-8", "surrogatepass")


_NOT_KEPT = (KeyError, ValueError, RecursionError)
_open: _Kept | None = None


def keep_in(folder: Path) -> None:
    """Keep pieces in this folder from now on."""
    global _open
    _open = _Kept(folder / f"start-{sys.implementation.cache_tag}.txt")


def is_keeping() -> bool:
    """Whether anything is kept in this process."""
    return _open is not None


def kept(made_of: str, make: Callable[[], _T]) -> _T:
    """What `make` gives, from an earlier run where there was one.

    Args:
        made_of: All that decides the result, and what kind of piece it is.
        make: Makes it; what has no exact form in JSON is not kept.
    """
    return make() if _open is None else _open.get(made_of, make)


def save() -> None:
    """Write what is new; a folder that cannot be written to is left alone."""
    if _open is not None:
        try:
            _open.save()
        except (OSError, ValueError):
            return


def cache_folder(environ: Mapping[str, str]) -> Path:
    """Where a user's caches are: `XDG_CACHE_HOME`, else `~/.cache`.

    Raises:
        RuntimeError: If the user has no home.
    """
    named = environ.get("XDG_CACHE_HOME")
    return (Path(named) if named else Path.home() / ".cache") / "okr-coach"


def _read(file: Path) -> dict[bytes, bytes]:
    """The pieces of a file that this user's own Python wrote; none of any other."""
    try:
        if hasattr(os, "getuid") and file.stat().st_uid != os.getuid():
            return {}
        made_by, *lines = file.read_bytes().split(b"\n")
    except OSError:
        return {}
    if made_by != _MADE_BY:
        return {}
    return {key: piece for key, _, piece in (line.partition(b" ") for line in lines)}


def _is_plain(value: Any) -> bool:
    """Whether JSON gives back exactly this value."""
    if isinstance(value, dict):
        return all(type(key) is str and _is_plain(inner) for key, inner in value.items())
    if isinstance(value, list):
        return all(map(_is_plain, value))
    return value is None or type(value) in (str, int, float, bool)
