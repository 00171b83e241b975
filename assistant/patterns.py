"""Regular expressions, of which a module's own are compiled when they are first used.

A start needs two thirds of the patterns that the modules define, and compiling one takes a
millisecond.
"""

from __future__ import annotations

import re
from typing import Any, cast


def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern of `re.compile`."""
    return re.compile(source, flags)


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
