"""Regular expressions, of which a module's own are compiled when they are first used.

A start needs two thirds of the patterns that the modules define, and compiling one takes a
millisecond. So what the compiler makes of a pattern is kept between runs (`kept`). And a search
is told what a match can begin with (`openings`), which halves the time of most of them.
"""

from __future__ import annotations

import re
from array import array
from base64 import b64decode, b64encode
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any, cast

from assistant.kept import kept


def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern of `re.compile`."""
    try:
        program = kept(f"program {int(flags)} {source}", partial(_program, source, int(flags)))
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
    from assistant.openings import program

    tree, steps = program(source, flags)
    state, written = tree.state, b64encode(array(_CODE, steps).tobytes()).decode()
    return [flags | state.flags, written, state.groups - 1, state.groupdict]


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


def any_of(sources: Sequence[str], flags: int = 0) -> re.Pattern[str]:
    """One pattern for several expressions.

    Those that can begin nearly anywhere take most of a search. They are left out where a line has
    none of the signs that they cannot do without.
    """
    made_of = f"rare signs {int(flags)}\n" + "\n".join(sources)
    signs: list[str] = kept(made_of, partial(_rare_signs, sources, int(flags)))
    whole = "|".join(f"(?:{source})" for source in sources)
    if not any(signs):
        return compiled(whole, flags)
    left = (f"{_NEVER if rare else ''}(?:{one})" for one, rare in zip(sources, signs, strict=True))
    return cast(re.Pattern[str], _Parted(whole, "|".join(left), "".join(signs), flags))


_NEVER = "(?!)"  # what follows stays where it is, so that groups keep their numbers


def _rare_signs(sources: Sequence[str], flags: int) -> list[str]:
    try:
        from assistant.openings import rare_signs

        return [rare_signs(source, flags) for source in sources]
    except _ELSEWHERE:
        return []


class _Parted:
    """Stands for a pattern; a search leaves out what cannot be in the line."""

    def __init__(self, whole: str, left: str, rare: str, flags: int) -> None:
        self._whole, self._left = lazy(whole, flags), lazy(left, flags)
        self._rare = lazy(f"[{re.escape(rare)}]")

    def search(self, text: str, *span: int) -> re.Match[str] | None:
        return (self._whole if self._rare.search(text) else self._left).search(text, *span)

    def finditer(self, text: str, *span: int) -> Iterator[re.Match[str]]:
        return (self._whole if self._rare.search(text) else self._left).finditer(text, *span)

    def __getattr__(self, name: str) -> Any:
        # Called for what is not there yet; only a search goes through the whole line.
        method = getattr(self._whole, name)
        setattr(self, name, method)
        return method
