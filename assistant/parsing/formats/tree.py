"""JSON and YAML as plain lists, dicts and values whose texts know their place in the source.

Both parsers are bounded in depth before they could exhaust the stack, and YAML aliases in what
they expand to.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from json.decoder import scanstring  # type: ignore[attr-defined]
from json.scanner import py_make_scanner  # type: ignore[attr-defined]
from typing import Any, cast

from assistant.errors import InputTooLarge, UnreadableInput
from assistant.patterns import lazy

_STRINGS = lazy(r'"(?:[^"\\]|\\.)*+"', re.DOTALL)
_BETWEEN = lazy(r"[^\[\]{}]+")
_BRACKETS = lazy(r'"(?:[^"\\]|\\.)*+"|[\[\]{}]', re.DOTALL)


class Placed(str):
    """A text of the source; `start` is the offset of its first character there."""

    __slots__ = ("start",)
    start: int


def placed(text: str, start: int) -> Placed:
    """`text`, standing at `start`."""
    made = Placed(text)
    made.start = start
    return made


class Lines:
    """Turns offsets of a text into 1-based lines and columns."""

    def __init__(self, text: str) -> None:
        self.starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1


class _PlacingDecoder(json.JSONDecoder):
    """Reads every text value together with its place; keys stay plain."""

    def __init__(self) -> None:
        super().__init__(parse_constant=_no_constant, object_pairs_hook=_unique)
        self.parse_string = self._placed_string
        self.scan_once = py_make_scanner(self)

    @staticmethod
    def _placed_string(text: str, start: int, strict: bool = True) -> tuple[Placed, int]:
        value, end = scanstring(text, start, strict)
        return placed(value, start), end


def _no_constant(name: str) -> None:
    """NaN and the infinities are no values that anyone could mean."""


class _Repeated(ValueError):
    pass


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    names = [name for name, _ in pairs]
    raise _Repeated(next(name for name in names if names.count(name) > 1))


_PLACING = _PlacingDecoder()
_FAST = json.JSONDecoder(parse_constant=_no_constant, object_pairs_hook=_unique)


def read_json(text: str, max_depth: int, *, places: bool = True) -> Any:
    """The value of a JSON text.

    Args:
        text: The JSON text.
        max_depth: Deepest nesting allowed.
        places: Whether texts shall be `Placed`; without, reading is several times faster.

    Raises:
        UnreadableInput: `bad_json` with its place, or `repeated_key`.
        InputTooLarge: `depth`.
    """
    _check_depth(text, max_depth)
    try:
        return (_PLACING if places else _FAST).decode(text)
    except json.JSONDecodeError as error:
        raise UnreadableInput("bad_json", line=error.lineno, column=error.colno) from error
    except _Repeated as error:
        raise UnreadableInput("repeated_key", key=str(error)) from error
    except (ValueError, RecursionError) as error:  # an integer of thousands of digits
        raise UnreadableInput("bad_json") from error


def _check_depth(text: str, max_depth: int) -> None:
    if text.count("[") + text.count("{") <= max_depth or _is_shallow(text, max_depth):
        return
    depth = 0
    for match in _BRACKETS.finditer(text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(match[0], 0)
        if depth > max_depth:
            line, column = Lines(text[: match.start()]).place(match.start())
            raise InputTooLarge("depth", line=line, column=column, limit=max_depth)


def _is_shallow(text: str, max_depth: int) -> bool:
    """Whether all brackets are closed and nested no deeper: a round takes two levels at most."""
    signs = _BETWEEN.sub("", _STRINGS.sub("", text))
    for _ in range(max_depth // 2):
        signs = signs.replace("{}", "").replace("[]", "")
    return not signs


def read_yaml(text: str, max_depth: int) -> Any:
    """The value of a YAML text. Every scalar is text, or None: what it means, its field decides.

    So `no`, `010` and dates stay as they were written.

    Raises:
        UnreadableInput: `bad_yaml` with its place, `repeated_key`, `alias_inside_itself`.
        InputTooLarge: `depth`, or `aliases` when they expand to more than the text warrants.
    """
    import yaml  # other formats do without it

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = text.translate(_YAML_BREAKS)
    try:
        return _Composer(text, max_depth).compose(yaml.parse(text, Loader=loader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (None, None)
        raise UnreadableInput("bad_yaml", line=line, column=column) from error
    except (yaml.YAMLError, ValueError) as error:
        raise UnreadableInput("bad_yaml") from error


_MISSING = object()
# Signs that YAML takes for line breaks and our counting of lines does not.
_YAML_BREAKS = str.maketrans("\x85\u2028\u2029", "   ")
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_MAX_NODES = 200_000


class _Frame:
    """A list or mapping under construction."""

    __slots__ = ("anchor", "key", "size", "value")

    def __init__(self, value: Any, anchor: str | None) -> None:
        self.value = value
        self.anchor = anchor
        self.key: Any = _MISSING
        self.size = 1


class _Composer:
    """Builds the value from parser events with a stack of its own: no recursion to exhaust."""

    def __init__(self, text: str, max_depth: int) -> None:
        self._max_depth = max_depth
        self._starts = Lines(text).starts
        self._stack: list[_Frame] = []
        self._anchors: dict[str, tuple[Any, int]] = {}
        self._root: Any = _MISSING

    def compose(self, events: Iterator[Any]) -> Any:
        for event in events:
            self._take(event, type(event).__name__)
        return None if self._root is _MISSING else self._root

    def _take(self, event: Any, kind: str) -> None:
        if kind == "ScalarEvent":
            self._add(self._scalar(event), 1, event)
            if event.anchor:
                self._anchors[event.anchor] = (self._scalar(event), 1)
        elif kind == "AliasEvent":
            self._alias(event)
        elif kind in ("MappingStartEvent", "SequenceStartEvent"):
            self._open({} if kind.startswith("M") else [], event)
        elif kind in ("MappingEndEvent", "SequenceEndEvent"):
            self._close(event)

    def _scalar(self, event: Any) -> Placed | None:
        if not event.style and event.implicit[0] and event.value in _NULLS:
            return None
        mark = event.start_mark
        if event.style in ("|", ">"):  # a block: its text starts on the next line
            return placed(event.value, self._starts[min(mark.line + 1, len(self._starts) - 1)])
        quote = 1 if event.style else 0
        return placed(event.value, self._starts[mark.line] + mark.column + quote)

    def _alias(self, event: Any) -> None:
        if event.anchor not in self._anchors:
            mark = event.start_mark
            raise UnreadableInput("bad_yaml", line=mark.line + 1, column=mark.column + 1)
        value, size = self._anchors[event.anchor]
        self._add(value, size, event)

    def _open(self, value: Any, event: Any) -> None:
        if len(self._stack) >= self._max_depth:
            mark = event.start_mark
            raise InputTooLarge("depth", line=mark.line + 1, limit=self._max_depth)
        self._stack.append(_Frame(value, event.anchor))

    def _close(self, event: Any) -> None:
        frame = self._stack.pop()
        if frame.anchor:
            self._anchors[frame.anchor] = (frame.value, frame.size)
        self._add(frame.value, frame.size, event)

    def _add(self, value: Any, size: int, event: Any) -> None:
        if not self._stack:
            self._root = value if self._root is _MISSING else self._root
            return
        frame = self._stack[-1]
        frame.size += size
        if frame.size > _MAX_NODES:
            raise InputTooLarge("aliases", line=event.start_mark.line + 1, limit=_MAX_NODES)
        if isinstance(frame.value, list):
            frame.value.append(value)
        elif frame.key is _MISSING:
            frame.key = self._key(frame.value, value, event)
        else:
            frame.value[frame.key], frame.key = value, _MISSING

    def _key(self, mapping: dict[Any, Any], key: Any, event: Any) -> str:
        line = event.start_mark.line + 1
        if not isinstance(key, str | None):
            raise UnreadableInput("bad_yaml", line=line, column=event.start_mark.column + 1)
        name = cast(str, key) or ""
        if name in mapping:
            raise UnreadableInput("repeated_key", line=line, key=name)
        return name
