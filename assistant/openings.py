"""The signs that a match of a pattern can begin with, and those that it cannot do without.

Python's compiler of patterns notes them for the simplest patterns only; where they are noted, a
search passes over all other signs at once. Most of our patterns begin with a lookbehind or with
words in a group, so it tells nothing of them, and each sign of a line is tried.
"""

from __future__ import annotations

import re
from re import _compiler, _constants, _parser  # type: ignore[attr-defined]
from typing import Any

_Sign = tuple[Any, Any]  # an item of a character class, as Python's parser of patterns has it
_Steps = list[int]
_REPEATS = (
    _constants.MAX_REPEAT,
    _constants.MIN_REPEAT,
    _constants.POSSESSIVE_REPEAT,
)
_TAKES_NOTHING = (_constants.AT, _constants.ASSERT, _constants.ASSERT_NOT)
_ANYTHING = None
# Where letters stand for both cases, Python's own notes have to do.
_CASELESS = re.IGNORECASE | re.LOCALE


def program(source: str, flags: int) -> tuple[Any, _Steps]:
    """A pattern as Python parses it, and its program with the signs that a match begins with."""
    tree = _parser.parse(source, flags)
    steps: _Steps = _compiler._code(tree, flags)
    flags |= tree.state.flags
    if flags & _CASELESS or _is_noted(steps):
        return tree, steps
    signs, is_empty = _first(tree)
    return tree, steps if is_empty or not signs else _noted(steps, signs, flags)


def _is_noted(steps: _Steps) -> bool:
    _, _, noted, *_ = steps
    return noted != 0


def _noted(steps: _Steps, signs: list[_Sign], flags: int) -> _Steps:
    """The program with the signs in its head: a mark, its own length, what is noted, two widths."""
    mark, length, _, shortest, longest = steps[:5]
    found, _ = _compiler._optimize_charset(list(dict.fromkeys(signs)))
    told: _Steps = []
    _compiler._compile_charset(found, flags, told)
    head = [_constants.SRE_INFO_CHARSET, shortest, longest, *told]
    return [mark, len(head) + 1, *head, *steps[length + 1 :]]


def _first(parts: Any) -> tuple[list[_Sign] | None, bool]:
    """The signs that a sequence can begin with, None for any, and whether it may be empty."""
    signs: list[_Sign] = []
    for kind, inner in parts:
        own, is_empty = _first_of(kind, inner)
        if own is _ANYTHING:
            return _ANYTHING, False
        signs += own
        if not is_empty:
            return signs, False
    return signs, True


def _first_of(kind: Any, inner: Any) -> tuple[list[_Sign] | None, bool]:
    if kind is _constants.LITERAL:
        return [(kind, inner)], False
    if kind is _constants.IN and inner[0][0] is not _constants.NEGATE:
        return inner, False
    if kind is _constants.BRANCH:
        return _first_of_any(inner[1])
    if kind is _constants.SUBPATTERN and not (inner[1] or inner[2]):  # no flags of its own
        return _first(inner[3])
    if kind is _constants.ATOMIC_GROUP:
        return _first(inner)
    if kind in _REPEATS:
        signs, is_empty = _first(inner[2])
        return signs, is_empty or inner[0] == 0
    if kind is _constants.FAILURE or (kind is _constants.ASSERT_NOT and not inner[1].data):
        return [], False  # (?!) never matches
    return ([], True) if kind in _TAKES_NOTHING else (_ANYTHING, False)


def _first_of_any(branches: Any) -> tuple[list[_Sign] | None, bool]:
    signs: list[_Sign] = []
    found = [_first(branch) for branch in branches]
    for own, _ in found:
        if own is _ANYTHING:
            return _ANYTHING, False
        signs += own
    return signs, any(is_empty for _, is_empty in found)


def rare_signs(source: str, flags: int) -> str:
    """The signs of which each match holds one, for a pattern that can begin nearly anywhere.

    Empty where the pattern begins with few signs, or where most lines hold one of those needed.
    """
    tree = _parser.parse(source, flags)
    signs, _ = _first(tree)
    if (flags | tree.state.flags) & _CASELESS or (signs is not _ANYTHING and not _are_many(signs)):
        return ""
    needed = "".join(sorted(map(chr, _needed(tree) or ())))
    return (
        ""
        if any(sign in _COMMON or (sign.isalnum() and sign.isascii()) for sign in needed)
        else needed
    )


_COMMON = " ,.%"
_FEW = 10  # signs in a row: the digits


def _are_many(signs: list[_Sign]) -> bool:
    ranges = [inner for kind, inner in signs if kind is _constants.RANGE]
    return any(last - first >= _FEW for first, last in ranges)


def _needed(parts: Any) -> set[int] | None:
    """The fewest signs of which a match of a sequence holds one; None where that is not told."""
    found = [needed for kind, inner in parts if (needed := _needed_by(kind, inner))]
    return min(found, key=len, default=None)


def _needed_by(kind: Any, inner: Any) -> set[int] | None:
    if kind is _constants.LITERAL:
        return {inner}
    if kind is _constants.IN:
        literal = all(item is _constants.LITERAL for item, _ in inner)
        return {sign for _, sign in inner} if literal else None
    if kind is _constants.BRANCH:
        branches = [_needed(branch) for branch in inner[1]]
        return None if None in branches else set().union(*filter(None, branches))
    if kind is _constants.SUBPATTERN and not (inner[1] or inner[2]):
        return _needed(inner[3])
    if kind is _constants.ATOMIC_GROUP:
        return _needed(inner)
    if kind is _constants.ASSERT:
        return _needed(inner[1])
    return _needed(inner[2]) if kind in _REPEATS and inner[0] > 0 else None
