"""YAML without surprises: what is read is what was meant, and every value knows its line.

PyYAML follows YAML 1.1, where `no` is false, `010` is eight, `12:30` is 750 and a second key of
the same name wins silently. In our data files all of these are mistakes, so they are errors here.
What was read once is kept between runs of the command.
"""

from __future__ import annotations

from functools import partial
from importlib.resources.abc import Traversable
from typing import Any

from assistant.errors import BrokenFile
from assistant.kept import kept
from assistant.records import record

MAX_BYTES = 200_000
_Path = tuple[int | str, ...]


@record
class Tree:
    """A file's value, and its text, in which the line of any part can be found."""

    file: str
    value: Any
    text: str

    def line_of(self, path: _Path) -> int:
        """The 1-based line of the value at `path`, or of the last part of it that exists."""
        lines: dict[_Path, int] = {}
        _value(self.text, self.file, lines)
        known: _Path = ()
        for step in path:  # a path may name steps that are not in the file: kinds, missing keys
            known = (*known, step) if (*known, step) in lines else known
        return lines.get(known, 1)


def read_file(file: Traversable, name: str | None = None) -> Tree:
    """Read a file of one YAML document; `name` is what errors call it.

    Raises:
        BrokenFile: `unreadable`, `too_large`, or what `read` finds.
    """
    shown = name or str(file)
    return read(read_text(file, shown), shown)


def read_text(file: Traversable, name: str) -> str:
    """The text of a file, which has to be UTF-8 and of no more than `MAX_BYTES`.

    Raises:
        BrokenFile: `unreadable` or `too_large`.
    """
    try:
        raw = file.read_bytes()
        text = raw.decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BrokenFile("unreadable", file=name, line=1) from error
    if len(raw) > MAX_BYTES:
        raise BrokenFile("too_large", file=name, line=1, limit=MAX_BYTES)
    return text


def read(text: str, file: str) -> Tree:
    """Read one YAML document.

    Raises:
        BrokenFile: With file and line: `not_yaml`, `duplicate_key`, `surprise`, `alias` or
            `too_deep`.
    """
    return Tree(file, kept(f"strict yaml {text}", partial(_value, text, file)), text)


def _value(text: str, file: str, lines: dict[_Path, int] | None = None) -> Any:
    from assistant.yaml_events import Reader  # a start that finds all read before does without it

    return Reader(text, file, lines).document()
