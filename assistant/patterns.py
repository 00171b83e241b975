"""Regular expressions, of which a module's own are compiled when they are first used.

A start needs two thirds of the patterns that the modules define, and compiling one takes a
millisecond. So what the compiler makes of a pattern is kept between runs (`kept`).
"""

from __future__ import annotations

import re
from array import array
from base64 import b64decode, b64encode
from functools import partial
from typing import Any, cast

from assistant.kept import is_keeping, kept


def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern of `re.compile`."""
    if not is_keeping():
        return re.compile(source, flags)
    try:
        program = kept(f"pattern {int(flags)} {source}", partial(_program, source, int(flags)))
        return _pattern(source, program)
    except _ELSEWHERE:
        return re.compile(source, flags)


# Python's compiler of patterns is not public: where it has changed, or what was kept is broken,
# patterns are compiled as everywhere. A source with a fault has its fault told by `re.compile`.
_ELSEWHERE = (
    ImportError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
    RuntimeError,
    re.error,
)
_CODE = "I"  # the unsigned 32 bits of one step of a program


def _program(source: str, flags: int) -> list[Any]:
    """A pattern as JSON: its flags, its steps, the number of its groups, and their names."""
    # Not public, so no type tells of them; `_ELSEWHERE` is the way where they are gone.
    from re import _compiler, _parser  # type: ignore[attr-defined]

    tree = _parser.parse(source, flags)
    steps = array(_CODE, _compiler._code(tree, flags)).tobytes()
    state = tree.state
    return [flags | state.flags, b64encode(steps).decode(), state.groups - 1, state.groupdict]


def _pattern(source: str, program: list[Any]) -> re.Pattern[str]:
    """As the last step of `re.compile`, which checks the steps of the program."""
    import _sre  # type: ignore[import-not-found]

    flags, steps, groups, names = program
    by_number: list[str | None] = [None] * (groups + 1)
    for name, number in names.items():
        by_number[number] = name
    code = array(_CODE, b64decode(steps)).tolist()
    found: re.Pattern[str] = _sre.compile(source, flags, code, groups, names, tuple(by_number))
    return found


def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
    """The same, made when one of its methods is first asked for."""
    return cast(re.Pattern[str], _Lazy(source, flags))


class _Lazy:
    """Stands for a pattern; its methods become those of the pattern itself at first use."""

    def __init__(self, source: str, flags: int) -> None:
        self._made_of = source, flags

    def __getattr__(self, name: str) -> Any:
        # Called for what is not there yet, and so once: from then on the methods are found.
        pattern = compiled(*self._made_of)
        for method in _METHODS:
            setattr(self, method, getattr(pattern, method))
        return getattr(pattern, name)


_METHODS = (
    "search",
    "match",
    "fullmatch",
    "finditer",
    "findall",
    "split",
    "sub",
    "subn",
    "pattern",
)
